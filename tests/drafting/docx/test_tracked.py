"""Two drafts as tracked changes in a Word file."""

from __future__ import annotations

import io
import zipfile
from random import Random

import pytest

from onetext.case.case import Case
from onetext.case.plan import Draft
from onetext.drafting.docx.package import write_docx
from onetext.drafting.docx.paragraphs import Paragraph, clean
from onetext.drafting.docx.reading import Document, read_docx
from onetext.drafting.docx.tracked import tracked
from onetext.drafting.drafts import draft_named
from onetext.files.faults import Faults
from tests.drafting.cases import case_of, clause, draft, two_drafts

FISH = "Nobody takes fish between April and June in any water of the delta."
WATER = "Water shall be shared in halves by both banks of the river each year."
OLD = [clause("1", FISH, "p2"), clause("2", WATER, "p1"), clause("3", "A commission counts.", "p3", basis="summary")]
NEW = [
    clause("1", WATER.replace("shall", "should"), "p1"),
    clause("2", "Two commissions count.", "p3", basis="summary"),
    clause("3", FISH.replace("June", "July"), "p2"),
]


def both(case: Case) -> Document:
    return read_docx(write_docx(tracked(case, "d1", "d2"), day="2025-02-01"), "both.docx")


def lines(paragraphs: list[Paragraph]) -> tuple[str, ...]:
    return tuple("".join(text for _, text in paragraph.runs) for paragraph in paragraphs)


def check_both_ways(case: Case) -> None:
    """T3, through the bytes and back."""
    found = both(case)
    assert found.settled(taken=True) == lines(clean(case, draft_named(case, "d2")))
    assert found.settled(taken=False) == lines(clean(case, draft_named(case, "d1")))
    assert found.faults == ()


def test_all_changes_taken_is_the_new_text_and_all_left_the_old_one() -> None:
    check_both_ways(two_drafts(OLD, NEW))


def test_headings_of_categories_that_move_can_be_taken_and_left() -> None:
    categories = [{"id": "c1", "name": "Water"}, {"id": "c2", "name": "Fish"}]
    points = [{"id": f"p{at}", "title": str(at), "category": f"c{1 + at % 2}"} for at in range(1, 5)]
    case = two_drafts(OLD, NEW, categories=categories, points=points)

    check_both_ways(case)
    assert {one.style for one in both(case).paragraphs} == {"Title", "Heading1", "Heading2", None}


def test_changes_of_invented_drafts_can_be_taken_and_left() -> None:
    words = ["water", "dam", "shall", "should", "3", "[A]", "&", "<", ">", "\n", "\t", "east", "west", "both"]
    for seed in range(60):
        chance = Random(seed)
        old = [
            clause(str(at), " ".join(chance.choices(words, k=12)).strip() or None, f"p{at}")
            for at in range(1, chance.randint(2, 5))
        ]
        new = [dict(one, text=" ".join((one["text"] or "").split(" ")[chance.randint(0, 4) :]) or None) for one in old]
        chance.shuffle(new)
        new = [*new[chance.randint(0, 1) :], clause("9", chance.choice(words).strip() or "x")]
        new = [dict(one, number=str(at)) for at, one in enumerate(new, 1)]
        check_both_ways(two_drafts(old, new))


def test_moved_clause_stands_at_both_places_with_its_edits_inside() -> None:
    marks = {
        (mark.kind, mark.move, piece.text.strip())
        for paragraph in both(two_drafts(OLD, NEW)).paragraphs
        for piece in paragraph.pieces
        for mark in piece.marks
    }

    assert ("-", None, "June") in marks
    assert ("+", None, "July") in marks
    assert (
        {move for kind, move, _ in marks if kind == "<"} == {move for kind, move, _ in marks if kind == ">"} != {None}
    )


def test_summary_is_replaced_whole_and_called_a_summary() -> None:
    found = both(two_drafts(OLD, NEW))
    texts = {piece.text: [mark.kind for mark in piece.marks] for one in found.paragraphs for piece in one.pieces}

    assert texts["A commission counts."][-1] == "-"
    assert texts["Two commissions count."][-1] == "+"
    assert [(one.text, one.about) for one in found.comments] == [
        ("summary, not the wording", "A commission counts."),
        ("summary, not the wording", "Two commissions count."),
    ]


def test_changes_bear_one_author_and_the_day_of_the_draft_and_nothing_else_is_told() -> None:
    case = two_drafts(OLD, NEW)
    data = write_docx(tracked(case, "d1", "d2"), author='A & "B"', day="2025-02-01")
    found = read_docx(data, "f")
    marks = {(mark.author, mark.date) for one in found.paragraphs for piece in one.pieces for mark in piece.marks}

    assert marks == {('A & "B"', "2025-02-01T00:00:00Z")}
    assert data == write_docx(tracked(case, "d1", "d2"), author='A & "B"', day="2025-02-01")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert [name for name in archive.namelist() if "docProps" in name] == []
        assert b"rsid" not in archive.read("word/document.xml")


def test_controls_in_a_text_are_written_as_a_sign_that_xml_can_hold() -> None:
    case = case_of(drafts=[draft("d1", clause("1", "a\x07b"))])
    found = read_docx(write_docx(clean(case, case.all(Draft)[0])), "f")

    assert found.settled(taken=True)[-1] == "a\ufffdb"


def test_drafts_without_clauses_are_refused() -> None:
    with pytest.raises(Faults, match="neither draft has a known clause"):
        tracked(two_drafts([], []), "d1", "d2")
