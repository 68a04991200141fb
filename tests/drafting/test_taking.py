"""A text of others as records: the draft, suggestions, comments; what has no place is reported."""

from __future__ import annotations

import pytest

from onetext.case.plan import Clause
from onetext.drafting.docx.package import write_docx
from onetext.drafting.docx.paragraphs import clean
from onetext.drafting.docx.rows import Tracked
from onetext.drafting.docx.tracked import tracked as tracked_changes
from onetext.drafting.drafts import draft_named
from onetext.drafting.editing import take_in
from onetext.drafting.markdown import write_markdown
from onetext.drafting.taking import Taken, Wanted, take_docx, take_text
from onetext.files.faults import Faults
from tests.drafting.cases import case_of, clause, draft, two_drafts
from tests.drafting.docx.test_reading import change, file_of, paragraph, run

WANTED = Wanted("t1", "main")
LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


def inserted(author: str = "Ana") -> str:
    return f'<w:rPr><w:ins w:author="{author}" w:date="2025-01-02T03:04:00Z"/></w:rPr>'


def gone(author: str = "Ana") -> str:
    return f'<w:rPr><w:del w:author="{author}" w:date="2025-01-02T03:04:00Z"/></w:rPr>'


def taken(body: str, tracked: Tracked = "suggest", **parts: str) -> Taken:
    return take_docx(file_of(body, **parts), "f.docx", WANTED, tracked)


def words(found: Taken) -> list[tuple[str, str | None]]:
    return [(one.number, one.text) for one in found.draft.clauses]


def item(text: str, more: str = "") -> str:
    return paragraph(run(text), LIST + more)


CHANGED = (
    item("Peace.")
    + paragraph(change("+", "Ben", "Fish."), LIST + inserted("Ben"))
    + paragraph(run("Water is ") + change("-", "Ana", "sold") + change("+", "Ben", "shared") + run("."), LIST)
    + paragraph(change("-", "Ana", "Prisons."), LIST + gone())
    + item("Force.")
)


def test_word_counts_its_lists_for_the_text_that_is_asked_for() -> None:
    assert words(taken(CHANGED, "reject")) == [
        ("1", "Peace."),
        ("2", "Water is sold."),
        ("3", "Prisons."),
        ("4", "Force."),
    ]
    assert words(taken(CHANGED, "accept")) == [
        ("1", "Peace."),
        ("2", "Fish."),
        ("3", "Water is shared."),
        ("4", "Force."),
    ]


def test_settled_changes_are_reported() -> None:
    (fault,) = taken(CHANGED, "accept").faults

    assert (fault.level, fault.problem) == ("warning", "all taken in (by Ana, Ben)")


def test_suggestions_are_one_a_clause_with_their_authors() -> None:
    found = taken(CHANGED)

    assert words(found) == words(taken(CHANGED, "reject"))
    assert [(one.number, one.after, one.change, one.base, one.text, one.by, one.on) for one in found.edits] == [
        ("1 bis", "1", "add", None, "Fish.", "Ben", "2025-01-02"),
        ("2", None, "modify", "Water is sold.", "Water is shared.", "Ana, Ben", "2025-01-02"),
        ("3", None, "delete", "Prisons.", None, "Ana", "2025-01-02"),
    ]
    assert found.faults == ()


def test_many_clauses_put_in_at_one_place_have_numbers_of_their_own() -> None:
    new = [paragraph(change("+", "Ben", f"New {at}."), LIST + inserted("Ben")) for at in range(15)]
    found = taken(item("Peace.") + "".join(new) + "".join(item(f"Old {at}.") for at in range(20)))
    numbers = [one.number for one in found.edits]

    assert numbers[:2] + numbers[9:11] == ["1 bis", "1 ter", "1 (new 10)", "1 (new 11)"]
    assert len(set(numbers)) == 15


def test_suggestions_all_taken_in_give_the_accepted_text() -> None:
    found = taken(CHANGED)
    held = found.draft
    for edit in found.edits:
        case = case_of(
            drafts=[held.model_dump(by_alias=True, exclude_none=True)],
            edits=[edit.model_dump(by_alias=True, exclude_none=True)],
        )
        held = next(one for one in take_in(case, edit.id, "me").records if one.id == "t1")  # type: ignore[assignment]  # the draft

    assert [one.text for one in held.clauses] == [one.text for one in taken(CHANGED, "accept").draft.clauses]


def test_own_tracked_changes_come_back_on_both_sides() -> None:
    case = two_drafts(
        [clause("1", "Water [shall] flow.", title="Water"), clause("2", "Fish."), clause("3", "Count.")],
        [clause("1", "Water shall flow.", title="Water"), clause("3", "Count all.")],
    )
    data = write_docx(tracked_changes(case, "d1", "d2"))

    for side, tracked in (("d1", "reject"), ("d2", "accept")):
        found = take_docx(data, "f", WANTED, "reject" if tracked == "reject" else "accept")
        expected = [(one.number, one.title, one.text) for one in draft_named(case, side).clauses]
        assert [(one.number, one.title, one.text) for one in found.draft.clauses] == expected


def test_own_drafts_come_back_from_word_and_markdown() -> None:
    clauses = [
        clause("1", "4. is no *number* [shall].", title="Water"),
        clause("7 bis", "Two\nlines."),
        clause("8", None, title="T"),
    ]
    case = case_of(drafts=[draft("d1", *clauses, title="The text")])
    paragraphs = clean(case, draft_named(case, "d1"))
    read = [
        take_docx(write_docx(paragraphs), "f", WANTED, "suggest"),
        take_text(
            write_markdown(paragraphs).replace("*(The text is not known.)*", "").encode(), "f", WANTED, markdown=True
        ),
    ]

    for found in read:
        assert found.draft.title == "The text"
        assert found.draft.clauses == tuple(Clause.model_validate(one) for one in clauses)


def test_comments_name_the_clause_that_they_are_tied_to() -> None:
    body = item("Peace.") + paragraph(
        '<w:commentRangeStart w:id="0"/>' + run("Water") + '<w:commentRangeEnd w:id="0"/>' + run(" is shared."), LIST
    )
    comments = (
        '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f'<w:comment w:id="0" w:author="Ana" w:date="2025-01-02T00:00:00Z">{paragraph(run("Whose?"))}</w:comment>'
        f'<w:comment w:id="1" w:author="Ben">{paragraph("")}</w:comment></w:comments>'
    )
    found = taken(body, comments__xml=comments)

    assert [(one.about, one.by, one.on, one.text) for one in found.comments] == [
        ("t1", "Ana", "2025-01-02", "2, “Water”: Whose?")
    ]
    assert [fault.address for fault in found.faults] == ["f.docx: comment 2"]


def test_footnotes_go_to_their_clause_and_margins_are_reported() -> None:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    notes = f'<w:footnotes {space}><w:footnote w:id="2">{paragraph(run("A reserve."))}</w:footnote></w:footnotes>'
    header = f"<w:hdr {space}>{paragraph(run('Secret'))}</w:hdr>"
    body = item("Peace.") + paragraph(
        run("Water") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run(" flows."), LIST
    )
    found = taken(body, footnotes__xml=notes, header1__xml=header)

    assert words(found)[1] == ("2", "Water flows.")
    assert [(note.words, note.text) for note in found.draft.clauses[1].notes] == [("Water", "A reserve.")]
    assert [fault.problem for fault in found.faults] == ["not part of a clause: Secret"]


def test_cells_of_a_row_are_one_line() -> None:
    cells = "".join(f"<w:tc>{paragraph(run(text))}</w:tc>" for text in ("1.", "Peace."))
    assert words(taken(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>")) == [("1", "Peace.")]


def test_lists_of_styles_count_too() -> None:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    styles = (
        f'<w:styles {space}><w:style w:styleId="A"><w:pPr>{LIST}</w:pPr></w:style>'
        '<w:style w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>'
    )
    body = "".join(paragraph(run(text), '<w:pStyle w:val="B"/>') for text in ("Peace.", "Water."))
    assert words(taken(body, styles__xml=styles)) == [("1", "Peace."), ("2", "Water.")]


def test_brackets_left_open_are_reported() -> None:
    found = take_text(b"1. Water [shall be shared.", "f.txt", WANTED, markdown=False)

    assert words(found) == [("1", "Water [shall be shared.")]
    assert [fault.level for fault in found.faults] == ["warning"]


@pytest.mark.parametrize("data", [b"no number at all", b"", b"\xff\xfe1. a"])
def test_text_without_clauses_is_refused(data: bytes) -> None:
    with pytest.raises(Faults):
        take_text(data, "f.txt", WANTED, markdown=False)
