"""Who relays a statement: outlets by their name, their kind, or as "the agency" named before."""

import pytest

from onetext.reading.outlets import outlets_in
from onetext.reading.reading import read_text
from onetext.wording.spans import Span


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("Ana Petrova told state radio that the talks had ended.", ["state radio"]),
        ("Ana Petrova told the daily Rannok that the talks had ended.", ["Rannok"]),
        ("Ana Petrova told the Lakeshore Post that the talks had ended.", ["Lakeshore Post"]),
        ("The talks have ended, according to Meridian Wire.", ["Meridian Wire"]),
        ("Meridian Wire has the text. Ana Petrova told the agency that the talks had ended.", ["Meridian Wire"]),
        ("Ana Petrova told the agency that the talks had ended.", []),
        ("Ana Petrova told her brother that the talks had ended.", []),
    ],
)
def test_outlet_in_between_is_named(text: str, via: list[str]) -> None:
    assert [list(each.via) for each in read_text(text).statements] == [via]


def test_outlet_goes_on_with_its_speaker_past_another_voice() -> None:
    text = "Ana Petrova told state radio that Kenya asked for a pause. “We offered five days,” Petrova said."

    assert [each.via for each in read_text(text).statements if each.speaker.name == "Ana Petrova"] == [
        ("state radio",),
        ("state radio",),
    ]


def test_second_clause_in_the_tense_of_the_first_is_said_too() -> None:
    (found,) = read_text("Ana Petrova noted that Kenya would not attend, and Sudan had not answered.").statements

    assert found.text == "Kenya would not attend, and Sudan had not answered"


@pytest.mark.parametrize(
    ("words", "outlets"),
    [
        ("Local newspapers report that the road is closed.", ["Local newspapers"]),
        ("The Velmar-based website Khaz Line said that the road is closed.", ["Khaz Line"]),
        ("The atomic agency said that the road is closed.", []),
    ],
)
def test_paper_that_speaks_is_the_outlet(words: str, outlets: list[str]) -> None:
    who = Span(0, words.index(" said" if " said" in words else " report"))

    assert outlets_in(words, who, hearer=False) == outlets
