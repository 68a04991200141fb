"""What a handout and a speaking note hold, and what they never hold."""

from __future__ import annotations

from datetime import date

import pytest

from onetext.brief.compose import handout, last_handed_over
from onetext.case.snapshot import parse_case
from onetext.disclosure.reader import THE_PUBLIC, reader_of
from onetext.files.faults import Faults
from tests.brief.cases import DAY, PROCESS, example, handed, noted, process, texts, words_of


def test_handout_holds_only_what_its_reader_may_be_given() -> None:
    """D5: Northbank was shown one point of the first draft and nothing of the second."""
    text = words_of(handed("north"))

    assert "The current draft is “First draft” of 1 Mar 2025 (excerpt: 1 point)." in text
    assert "Second draft" not in text
    assert "Northbank sets a condition" not in text


def test_handout_has_no_must_not_say_list() -> None:
    """D5: nor its lines, nor what is under embargo."""
    brief = handed("south")

    assert "Never a penny." not in words_of(brief)
    assert "Who keeps the ferry?" not in words_of(brief)
    assert {line.section for line in brief.lines} & {"Must not say", "Lines to take"} == set()


def test_handout_names_nobody_whose_level_keeps_the_name_back() -> None:
    """D8: background gives the description, deep background the words alone, off the record nothing."""
    brief = handed("public")
    text = words_of(brief)

    assert "11 May 2025: an official of the southern bank: The toll may fall." in text
    assert "12 May 2025: A penny would do." in text
    for kept_back in ("Tom Weir", "Una Reed", "an aide", "Vic Sluice", "We shall sign anyway."):
        assert kept_back not in text
    assert {line.level for line in brief.lines if line.level} == {"on_record", "background", "deep_background"}


def test_footnote_of_a_background_word_does_not_print_what_stands_around_it() -> None:
    """D8: the passage in the source may name the speaker."""
    notes = {note.id: note for note in handed("public").notes}

    assert (notes["back-word"].words, notes["back-word"].spanned) == (None, False)
    assert (notes["open-word"].words, notes["open-word"].spanned) == ("no toll at all.", True)


def test_speaking_note_marks_what_is_not_to_be_named() -> None:
    """D8: for our own the name stands, with the caution."""
    lines = texts(noted("meg", "north"))

    assert "11 May 2025: Tom Weir: The toll may fall. [not to be named]" in lines
    assert "13 May 2025: Vic Sluice: We shall sign anyway. [not for use]" in lines


def test_speaking_note_begins_with_what_must_not_be_said_and_the_lines_to_take() -> None:
    """D5: those for this audience, and what is under embargo."""
    brief = noted("meg", "south")

    assert texts(brief, "Must not say") == ["Never a penny.", "Who keeps the ferry?: under embargo until 30 Jun 2025"]
    assert texts(brief, "Lines to take") == ["The toll is for the two banks."]
    assert "First draft: in full, since 10 Apr 2025" in texts(brief, "What they know")
    assert brief.marking == "For the named reader only"


def test_speaking_note_holds_only_what_maker_and_reader_both_may_read() -> None:
    """Ida is of Northbank and read into nothing: the drafts of the team are not in her note."""
    assert "Second draft" in words_of(noted("meg", "south"))
    assert "Second draft" not in words_of(noted("ida", "south"))


def test_private_positions_are_in_no_brief() -> None:
    """D13: not even in a note for somebody who is read into them."""
    case, _faults = parse_case(PROCESS.replace("compartments: [team]", "compartments: [team, assessment]"))
    assert case is not None

    assert "give the landing away" not in words_of(noted("meg", "south", case))
    assert "Northbank sets a condition" in words_of(noted("meg", "south", case))


def test_every_line_has_grounds_that_its_notes_show() -> None:
    """B1, for every reader of both examples."""
    for name, day in (("river-basin", date(2025, 6, 10)), ("ukraine-2025", date(2025, 11, 19))):
        case = example(name, day)
        for who in ("public", case.records["party"][0].id, case.records["party"][1].id):
            brief = handed(who, case, day)
            shown = {note.id for note in brief.notes}
            bare = [line.text for line in brief.lines if not line.grounds]
            assert all("left out for space" in text for text in bare)
            assert {id for line in brief.lines for id in line.grounds} == shown


def test_contact_that_was_called_off_is_not_read_as_held() -> None:
    """R4."""
    assert "14 May 2025: Visit to the landing (called off)" in texts(handed("public"))


def test_excerpt_is_not_taken_for_silence() -> None:
    """C1: Northbank was not shown the toll; the text is not silent on it."""
    assert [text for text in texts(handed("north")) if "silent" in text] == []
    assert [text for text in texts(noted("meg", "north")) if "silent" in text] == ["The text is silent on: The toll"]


def test_handout_without_a_draft_says_nothing_of_drafts() -> None:
    """D4: what we may not show is not called absent either."""
    assert texts(handed("public"), "Where the text stands") == []


def test_changes_are_counted_from_the_last_one_handed_over_before_the_day() -> None:
    """B2, D6: an export that was not handed over counts for nothing."""
    assert last_handed_over(process(), "south", DAY) == date(2025, 4, 10)
    assert last_handed_over(process(), "south", date(2025, 4, 10)) is None
    assert last_handed_over(process(), "north", DAY) is None
    assert "Changed since 10 Apr 2025" in {line.section for line in handed("south").lines}
    assert "Changed in the last 14 days" in {line.section for line in handed("north").lines}


def test_same_records_reader_day_and_copy_give_the_same_brief() -> None:
    """B2: the order in which anything was asked moves nothing."""
    first, second = handed("north"), handed("north")

    assert first == second


def test_marking_of_the_page_is_the_strictest_of_what_is_on_it() -> None:
    """D8: the note marked red goes to nobody outside and marks the page of our own."""
    day = date(2025, 6, 10)
    case = example("river-basin", day)

    assert handed("south", case, day).marking is None
    assert noted("ana", "south", case, day).marking == "For the named reader only, TLP:RED"


def test_public_record_has_no_numbered_copies() -> None:
    case = example("ukraine-2025", date(2025, 11, 19))

    with pytest.raises(Faults, match="no numbered copies"):
        handout(case, THE_PUBLIC, date(2025, 11, 19), copy=3)
    assert handout(process(), reader_of(process(), "north", DAY), DAY, copy=3).at(0).heading.copy == 3
