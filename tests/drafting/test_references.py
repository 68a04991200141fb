"""Where a text refers to clauses of its own."""

from __future__ import annotations

import pytest

from onetext.drafting.references import own_references


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("See Article 7.", ["7"]),
        ("points 3, 5 and 7 stay", ["3", "5", "7"]),
        ("Articles 3 to 7", ["3", "7"]),
        ("Article 7 bis and clause 2.1", ["7 bis", "2.1"]),
        ("Article 51 of the Charter", []),
        ("Articles 5 and 6 of the Vienna Convention", []),
        ("Article 3 of this Agreement", ["3"]),
        ("Article 4, 30 days after that", ["4"]),
    ],
)
def test_numbers_referred_to(text: str, numbers: list[str]) -> None:
    assert [one.number for one in own_references(text)] == numbers


def test_place_is_that_of_the_number() -> None:
    text = "See Articles 3 and 12."

    assert [text[one.start : one.end] for one in own_references(text)] == ["3", "12"]
