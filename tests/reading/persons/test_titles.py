"""Names are whole, whatever stands before them or inside them."""

from __future__ import annotations

import pytest

from onetext.reading.reading import read_text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The mediator, Salka mint Vall, flew home. Mint Vall declined to speak.", "Salka mint Vall"),
        ("Attaher ag Mossa, who leads the league, refused.", "Attaher ag Mossa"),
        ("Pieter van der Hoek said so.", "Pieter van der Hoek"),
        ("South Korea's Han Ji-woo spoke by phone.", "Han Ji-woo"),
        ("The lawyer, Per Lund, waited.", "Per Lund"),
        ("Mines Minister Ada Korr resigned.", "Ada Korr"),
        ("Deputy Minister of Defence Ada Korr resigned.", "Ada Korr"),
        ("Sheikha Noura al-Amri spoke first.", "Noura al-Amri"),
        ("A trader called Moussa ag Bilal wants two lorries.", "Moussa ag Bilal"),
        ('"He came home," says his wife, Grace.', "Grace"),
        ("Our reporter Jonah Ware shouted a question.", "Jonah Ware"),
    ],
)
def test_name_is_whole_without_its_title(text: str, name: str) -> None:
    assert [person.name for person in read_text(text).persons] == [name]


def test_short_form_of_a_name_with_two_surnames_is_the_same_person() -> None:
    text = "Peru's minister, Rosa Benavides Llosa, and Ambassador Benavides's driver came. Ambassador Benavides left."

    assert [person.name for person in read_text(text).persons] == ["Rosa Benavides Llosa"]


def test_town_behind_its_noun_is_nobody() -> None:
    text = "The two met in Selim Kale. The capital, Mina Sharq, was quiet."

    assert read_text(text).persons == ()


def test_offices_with_capitals_are_nobodys_name() -> None:
    text = "Kenya hosted consultations between the Deputy Foreign Ministers of Armenia and Chile, Ana Zor and Jon Bel."

    assert {person.name for person in read_text(text).persons} == {"Ana Zor", "Jon Bel"}
