"""A statement that the case already holds: the same speaker in near-identical words, and nobody else's."""

from typing import Any

import pytest

from onetext.reading.linking.origin import Origin
from tests.reading.linking.stories import links, named, speech

QUOTE = "We will sign nothing before the last prisoner is home."


def test_same_words_of_the_same_speaker_are_already_there() -> None:
    found = links("statement", **speech("We will sign nothing before the last prisoner is home", "Karel Vanek"))

    assert named(found, "already") == ["st1"]
    assert found[0].reason == "the same speaker, the same words"


def test_quotation_cut_shorter_is_already_there() -> None:
    found = links("statement", **speech("sign nothing before the last prisoner is home", "Karel Vanek"))

    assert named(found, "already") == ["st1"]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (QUOTE, "Ilse Brandt"),
        (QUOTE, "Dora Vanek"),
        (QUOTE, "Petr Vanek"),
        (QUOTE, "Sudria"),
        (QUOTE, None),
        ("We will not sign before the last prisoner is home, and nothing else.", "Karel Vanek"),
        ("We will sign before the last prisoner is home.", "Karel Vanek"),
        ("We will sign nothing.", "Karel Vanek"),
    ],
)
def test_same_words_in_another_mouth_or_other_words_are_another_statement(words: str, name: str | None) -> None:
    assert named(links("statement", **speech(words, name)), "already") == []


def test_numbers_that_differ_make_another_statement() -> None:
    held = "convoys under escort are no longer on the table"
    unnamed: dict[str, Any] = {
        "anonymous": True,
        "description": "a Norrland official",
        "party": "Norrland",
        "direct": False,
    }

    assert named(links("statement", **speech(f"The {held}", None, **unnamed)), "already") == ["st2"]
    assert named(links("statement", **speech(f"The 14 {held}", None, **unnamed)), "already") == []


def test_short_words_count_within_days_only() -> None:
    told = speech("No comment", "Ilse Brandt")

    assert named(links("statement", **told), "already") == ["st3"]
    assert named(links("statement", Origin(on="2025-07-01"), **told), "already") == []


def test_speaker_is_tied_by_surname_where_there_is_one_of_it() -> None:
    assert named(links("statement", **speech("We wait.", "Brandt")), "who") == ["ilse"]
    assert named(links("statement", **speech("We wait.", "Vanek")), "who") == []
    assert named(links("statement", **speech("We wait.", "Vanek", party=None)), "who") == []


def test_side_tells_two_of_one_surname_apart_where_it_can() -> None:
    assert named(links("statement", **speech("We wait.", "Brandt", party="Sudria")), "who") == []


def test_office_of_a_side_is_its_only_holder_and_withheld_names_stay_withheld() -> None:
    office = speech("We wait.", None, description="Sudria's president", party="Sudria")
    withheld = speech("We wait.", None, description="a chief negotiator", party="Sudria", anonymous=True)

    assert named(links("statement", **office), "who") == ["dora"]
    assert named(links("statement", **withheld), "who") == []


def test_capital_that_speaks_is_its_state_and_a_name_spelled_otherwise_its_person() -> None:
    assert named(links("statement", **speech("We wait.", "Kyiv")), "who") == ["ukr"]
    assert named(links("statement", **speech("We wait.", "Oleksandr Moroziyy")), "who") == ["oleks"]
    assert named(links("statement", **speech("We wait.", "Oleg Moroziy")), "who") == []
