"""What a legal scrub would look at."""

from __future__ import annotations

import pytest

from onetext.case.plan import Draft
from onetext.drafting.soundness import flaws


def found(*texts: str, points: int | None = None, basis: str = "verbatim") -> list[tuple[str, str, str]]:
    clauses = [{"number": str(at), "text": text, "basis": basis} for at, text in enumerate(texts, 1)]
    draft = Draft.model_validate({"id": "d9", "plan": "main", "points": points, "clauses": clauses})
    return [(one.flaw, one.number, one.words) for one in flaws(draft, ["Northbank"])]


def test_reference_to_a_clause_that_is_not_there_points_nowhere() -> None:
    assert found("The weir named in Article 2 is old.", "It stays.", "See Article 7.") == [
        ("reference", "3", "Article 7")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "As Article 51 of the Charter says, it stays.",
        "As Article 9 of the Vienna Convention says, it stays.",
        "The lists in Annex A stay.",
    ],
)
def test_reference_to_another_paper_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_of_a_draft_known_in_part_no_reference_is_said_to_be_wrong() -> None:
    assert found("See Article 7.", points=12) == []


@pytest.mark.parametrize(
    ("text", "flaw"),
    [
        ("The weir shall be shut within six days.", ["no_who"]),
        ("Northbank shall shut the weir.", ["no_when"]),
        ("Northbank shall shut the weir by 3 May 2025.", []),
        ("The weir shall be shut by Northbank at all times.", []),
        ("Within a year Northbank shall [placeholder: to come].", ["no_what"]),
        ("Northbank may shut the weir.", []),
        ("The locks shall be open to all at all times.", []),
    ],
)
def test_duty_lacks_who_what_or_when(text: str, flaw: list[str]) -> None:
    assert [one for one, _, _ in found(text)] == flaw


def test_term_defined_and_not_used_again() -> None:
    text = '"Dry year" means a year of little rain. "Weir" means the dam. The weir is old.'

    assert found(text) == [("unused_term", "1", "Dry year")]


def test_term_used_in_two_clauses_and_not_defined() -> None:
    one, two = "Money goes to the Basin Fund.", "Accounts of the Basin Fund are open."

    assert found(one, two) == [("undefined_term", "1", "Basin Fund")]
    assert found('"Basin Fund" means a purse.', one, two) == []


def test_summary_has_no_flaws() -> None:
    assert found("See Article 7. Northbank shall shut the weir.", basis="summary") == []
