"""What things are called, and days as people write them."""

from __future__ import annotations

import pytest

from onetext.case.position import Position
from onetext.case.record import Named
from onetext.case.telling import Disclosure
from onetext.desk.calling import called, day_called, shortened, title_of, who_called
from tests.desk.cases import case_with


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2025-11-09", "9 Nov 2025"),
        ("2025-10", "Oct 2025"),
        ("2025", "2025"),
        ("2025-04-17T09:20:00Z", "17 Apr 2025, 09:20:00Z"),
        (None, "day not known"),
    ],
)
def test_day_is_written_as_people_do_and_never_made_more_precise(text: str | None, words: str) -> None:
    assert day_called(text) == words


def test_record_is_called_by_its_name_and_by_its_id_where_none_is_shown() -> None:
    """D4: a hidden name and one that is not there look the same."""
    case = case_with()

    assert (called(case, "ida"), called(case, "p1"), called(case, "hidden"), called(case, None)) == (
        "Ida Field",
        "The landing",
        "hidden",
        "",
    )


def test_unnamed_people_are_called_as_they_are_described() -> None:
    case = case_with()

    assert who_called(case, Named(name="two officials", party="south")) == "two officials (Southbank)"
    assert who_called(case, Named(name="a paper")) == "a paper"


def test_position_and_telling_are_one_line_each() -> None:
    case = case_with(
        "positions: [{id: x1, party: north, point: p2, stance: reject, text: No toll.}]",
        "disclosures: [{id: k1, by: meg, to: [north], items: [{topic: the toll, extent: outline}], status: done}]",
    )

    assert title_of(case, case.all(Position)[0]) == "Northbank: rejects – The toll. No toll."
    assert title_of(case, case.all(Disclosure)[0]) == "Meg Carrier → Northbank: the toll"


def test_telling_of_many_things_names_the_first_and_counts_the_rest() -> None:
    items = ", ".join(f"{{topic: t{n}, extent: outline}}" for n in range(1, 6))
    case = case_with(f"disclosures: [{{id: k1, by: meg, to: [north], items: [{items}], status: done}}]")

    assert title_of(case, case.all(Disclosure)[0]) == "Meg Carrier → Northbank: t1, t2, 3 things more"


def test_long_words_are_cut_between_words_and_say_so() -> None:
    long = "toll " * 60

    assert shortened(long).endswith("toll …")
    assert len(shortened(long)) <= 162
    assert shortened("as  it\nis") == "as it is"
