"""Meetings told by a noun: what becomes of them, and who is there by the words around it."""

import pytest

from onetext.reading.reading import read_text
from onetext.reading.records import Contact, Source

PEOPLE = "Foreign Minister Ana Petrova of Norway and Foreign Minister Jorge Lim of Chile work on a treaty."


def contacts(text: str) -> tuple[Contact, ...]:
    return read_text(f"{PEOPLE}\n\n{text}", Source(date="2024-05-10")).contacts


@pytest.mark.parametrize(
    ("fate", "status"),
    [
        ("has been put back by a week", "postponed"),
        ("was struck from the agenda", "cancelled"),
        ("had to be scrapped", "cancelled"),
        ("was first moved to the evening and then dropped", "cancelled"),
        ("fell through", "not_held"),
        ("never materialised", "not_held"),
        ("did come about in Oslo", "held"),
        ("broke off after an hour", "suspended"),
        ("remains on the agenda", "planned"),
        ("was the first since the war", "held"),
        ("was an invention", None),
        ("was turned down by Chile", "declined"),
    ],
)
def test_fate_of_a_meeting_is_told_by_the_verb_it_is_the_subject_of(fate: str, status: str | None) -> None:
    found = contacts(f"A meeting between Petrova and Lim {fate}.")

    assert [each.status for each in found] == ([status] if status else [])


def test_no_meeting_arranged_is_none() -> None:
    assert contacts("No meeting between Petrova and Lim has been arranged.") == ()


def test_talks_that_go_on_are_ongoing() -> None:
    assert [each.status for each in contacts("Talks between Norway and Chile go on.")] == ["ongoing"]


def test_relative_clause_tells_what_became_of_the_noun_it_leaves_out() -> None:
    (found,) = contacts("The meeting with Lim that Petrova called off was about fish.")

    assert (found.status, found.by, set(found.participants)) == (
        "cancelled",
        "Ana Petrova",
        {"Ana Petrova", "Jorge Lim"},
    )


def test_what_stands_behind_after_is_not_what_is_declined() -> None:
    found = contacts("Peru stayed away from the conference after a call between Petrova and Lim.")

    assert [(each.kind, each.status) for each in found if len(each.participants) == 2] == [("call", "held")]


def test_hyphenated_noun_is_one_word() -> None:
    (found,) = contacts("A tête-à-tête between Petrova and Lim took place in Oslo.")

    assert (found.kind, found.status, found.place) == ("meeting", "held", "Oslo")


def test_another_stands_for_the_noun_of_the_sentence_before() -> None:
    held, planned = contacts("Talks between Norway and Chile took place on Monday. Another round is set for Friday.")

    assert (held.status, planned.status, set(planned.participants)) == ("held", "planned", {"Norway", "Chile"})


def test_new_day_of_a_meeting_that_was_set_is_a_postponement() -> None:
    (found,) = contacts(
        "The meeting between Petrova and Lim, which had been set for today, will now be held on Monday."
    )

    assert [mark.status for mark in found.history] == ["planned", "postponed"]


def test_day_that_begins_with_a_meeting() -> None:
    assert [each.status for each in contacts("The day began with a breakfast between Petrova and Lim.")] == ["held"]


def test_body_is_no_third_side_beside_the_two_it_is_made_of() -> None:
    (found,) = contacts(
        "The ninth session of the Joint Commission on Fish between Norway and Chile took place in Oslo."
    )

    assert set(found.participants) == {"Norway", "Chile"}


def test_visit_of_nobody_is_of_whom_the_text_is_about_just_there() -> None:
    found = contacts("Petrova travelled on. A visit to Harare had to be called off.")

    assert [each.participants[0] for each in found if each.status == "cancelled"] == ["Ana Petrova"]


def test_who_speaks_of_a_meeting_between_others_is_not_at_it() -> None:
    (found,) = contacts(
        "Omar Said noted that it should be ready for the next meeting between Ana Petrova and Jorge Lim."
    )

    assert found.participants == ("Ana Petrova", "Jorge Lim")
