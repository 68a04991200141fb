"""A stance reads as a sentence about a party."""

from __future__ import annotations

from typing import get_args

import pytest

from onetext.brief.stances import party_name, stands, verb
from onetext.case.words import Stance
from tests.brief.cases import handed, process, texts


@pytest.mark.parametrize(
    ("stance", "words"),
    [
        ("accept", "Northbank accepts “no toll”"),
        ("accept_with_reservation", "Northbank accepts “no toll” with a reservation"),
        ("conditional", "Northbank sets a condition for “no toll”"),
        ("object", "Northbank objects to “no toll”"),
        ("declined_to_say", "Northbank declined to say"),
    ],
)
def test_stance_on_an_option_names_it(stance: Stance, words: str) -> None:
    assert stands(process(), "north", stance, "o-free") == words


def test_every_stance_has_words_without_an_option_too() -> None:
    """The closed list and the words cannot part."""
    assert [verb(stance, None) for stance in get_args(Stance)] == [
        "accepts it",
        "accepts it with a reservation",
        "sets a condition",
        "is open",
        "objects to it",
        "rejects it",
        "is neutral",
        "is silent",
        "declined to say",
        "spoke of it",
    ]


def test_long_name_of_a_party_gives_way_to_its_short_one() -> None:
    assert (party_name(process(), "south"), party_name(process(), "north")) == ("Southbank", "Northbank")


def test_line_puts_the_parties_of_a_point_side_by_side() -> None:
    assert texts(handed("public"), "Who stands where") == [
        "The toll: Northbank accepts “no toll”; Southbank rejects it (red line)"
    ]
