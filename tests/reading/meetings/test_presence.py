"""Who led a side or was there besides, told in a sentence of its own."""

import pytest

from onetext.reading.reading import read_text

MET = "Kenya and Chile held talks in Oslo on Monday. "


def participants(text: str) -> list[tuple[str, ...]]:
    return [contact.participants for contact in read_text(text).contacts]


@pytest.mark.parametrize(
    "text",
    [
        "The Kenyan side was headed by Ana Petrova, the Chilean side by Jorge Lim.",
        "Kenya was represented by Ana Petrova, and Chile by Jorge Lim.",
    ],
)
def test_who_led_a_side_stands_for_it(text: str) -> None:
    assert participants(MET + text) == [("Ana Petrova", "Jorge Lim")]


@pytest.mark.parametrize(
    "text",
    [
        "The Norwegian minister, Pavel Novak, also attended.",
        "The Norwegian minister, Pavel Novak, was present.",
        "The Norwegian minister, Pavel Novak, took the chair.",
    ],
)
def test_who_was_there_besides_takes_part(text: str) -> None:
    assert participants(MET + text) == [("Kenya", "Chile", "Pavel Novak")]


@pytest.mark.parametrize(
    "text",
    [
        "The Norwegian minister, Pavel Novak, did not attend.",
        "The Norwegian minister, Pavel Novak, takes the chair in January.",
        "A diplomat who attended was content.",
    ],
)
def test_who_stayed_away_or_is_not_named_takes_no_part(text: str) -> None:
    assert participants(MET + text) == [("Kenya", "Chile")]
