"""A draft for an audience: its own numbers, no gap, no word of what is withheld."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetext.case.plan import Clause, Draft
from onetext.drafting.excerpt import excerpt
from onetext.files.faults import Faults


def draft(*clauses: tuple[str, str, str]) -> Draft:
    parts = [{"number": number, "point": point, "text": text, "note": "ours"} for number, point, text in clauses]
    head = {"id": "d9", "plan": "main", "points": len(parts), "note": "ours", "labels": ["team"]}
    return Draft.model_validate({**head, "clauses": parts})


def numbered(clauses: tuple[Clause, ...]) -> list[tuple[str, str | None]]:
    return [(clause.number, clause.text) for clause in clauses]


def test_excerpt_is_numbered_from_one_and_its_references_follow() -> None:
    whole = draft(
        ("1", "p1", "The weir."),
        ("2", "p2", "Secret."),
        ("3", "p3", "See Article 1 and Article 4."),
        ("4", "p4", "Go."),
    )

    found = excerpt(whole, {"p1", "p3", "p4"}, "d9-x1")

    assert numbered(found.draft.clauses) == [("1", "The weir."), ("2", "See Article 1 and Article 3."), ("3", "Go.")]
    assert [(pair.from_, pair.to) for pair in found.concordance.pairs] == [
        (("1",), ("1",)),
        (("3",), ("2",)),
        (("4",), ("3",)),
    ]


def test_excerpt_says_nothing_of_how_much_there_is() -> None:
    found = excerpt(draft(("1", "p1", "A."), ("2", "p2", "B.")), {"p2"}, "x").draft

    assert (found.points, found.note, found.accounts, found.labels) == (None, None, (), ("team",))
    assert found.clauses[0].note is None


def test_levels_are_numbered_each_from_one() -> None:
    whole = draft(("2.1", "p1", "A."), ("2.2", "p2", "B."), ("2.4", "p1", "C."), ("3 bis", "p1", "D."))

    assert [clause.number for clause in excerpt(whole, {"p1"}, "x").draft.clauses] == ["1.1", "1.2", "2"]


def test_reference_to_what_is_withheld_is_refused_with_its_place() -> None:
    with pytest.raises(Faults) as refused:
        excerpt(draft(("1", "p1", "As Articles 1 to 2 say."), ("2", "p2", "B.")), {"p1"}, "x")

    assert [fault.address for fault in refused.value.faults] == ["d9, clause 1, text, character 17"]
    assert "withheld" in refused.value.faults[0].problem


def test_footnote_that_refers_to_what_is_withheld_tells_too() -> None:
    parts = [{"number": "1", "point": "p1", "text": "A.", "notes": [{"text": "See Article 2."}]}, {"number": "2"}]
    whole = Draft.model_validate({"id": "d9", "plan": "main", "clauses": parts})

    with pytest.raises(Faults, match="withheld"):
        excerpt(whole, {"p1"}, "x")


def test_nothing_left_is_refused() -> None:
    with pytest.raises(Faults, match="no clause"):
        excerpt(draft(("1", "p1", "A.")), {"p7"}, "x")


@given(st.lists(st.booleans(), min_size=1, max_size=12).filter(any))
def test_numbers_have_no_gap_whatever_is_withheld(kept: list[bool]) -> None:
    whole = draft(*((str(at), f"p{at}", f"Words {at}.") for at in range(1, len(kept) + 1)))
    given_points = {f"p{at}" for at, keep in enumerate(kept, 1) if keep}

    found = excerpt(whole, given_points, "x")

    assert [clause.number for clause in found.draft.clauses] == [str(at) for at in range(1, sum(kept) + 1)]
    assert {clause.point for clause in found.draft.clauses} == given_points
