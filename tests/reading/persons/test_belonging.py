"""Whose person it is, where the text names no party beside the name."""

import pytest

from onetext.reading.reading import read_text


def parties(text: str) -> dict[str, str | None]:
    return {person.name: person.party for person in read_text(text).persons}


@pytest.mark.parametrize(
    ("text", "name", "party"),
    [
        ("Talks failed. The Orvan minister, Lena Sturm, left Tesk.", "Lena Sturm", "Orvan"),
        ("Tesk's man in Oslo, Ambassador Ivo Brandt, said no.", "Ivo Brandt", "Tesk"),
        (
            "The clerk of the river council spoke. The council's deputy, Ada Quint, agreed.",
            "Ada Quint",
            "river council",
        ),
        ("Senator Ada Quint, who leads the Southern delegation, spoke.", "Ada Quint", "Southern delegation"),
        ("Canon Fell, of the Old Rite, disagreed.", "Fell", "Old Rite"),
        ("The Sand Front refused. “Never,” said its spokesman, Major Ivo Brandt.", "Ivo Brandt", "Sand Front"),
    ],
)
def test_party_comes_from_what_stands_around_the_name(text: str, name: str, party: str) -> None:
    assert parties(text)[name] == party


def test_party_of_two_led_respectively_goes_by_their_order() -> None:
    found = parties(
        "The delegations of Kenya and Norway, led by Mr Ivo Brandt and Ms Ada Quint respectively, met in Oslo."
    )

    assert found == {"Ivo Brandt": "Kenya", "Ada Quint": "Norway"}


def test_mediator_without_an_organisation_has_no_party_r3() -> None:
    assert parties("Kenya refused. The mediator, Ada Quint, regretted it.")["Ada Quint"] is None


def test_surname_of_two_persons_goes_by_the_courtesy_before_it() -> None:
    text = "Samuel Orr of Kenya met Laura Orr, the ambassador of Norway, in Oslo. Ms. Orr said the talks were open."

    (said,) = read_text(text).statements

    assert said.speaker.name == "Laura Orr"


@pytest.mark.parametrize(
    ("text", "name", "party"),
    [
        ("Norway's Ulla Brenk left early; Tesk's Imre Voda stayed.", "Imre Voda", "Tesk"),
        ("The ferrymen's union struck. “Enough,” said the union's Oda Pring.", "Oda Pring", "union"),
        ("The African Union has named Zuri Lembe its mediator in the border talks.", "Zuri Lembe", "African Union"),
        (
            "Canon Fell of Tesk wrote to the Lake Commission, whose clerk, Orla Finch, agreed.",
            "Orla Finch",
            "Commission",
        ),
        ("A spokeswoman for the Sand Front, Maria Dane, denied it.", "Maria Dane", "Sand Front"),
        ("Zuri Lembe has been Kenya's envoy since May.", "Zuri Lembe", "Kenya"),
    ],
)
def test_name_that_stands_where_only_a_person_does_has_its_party(text: str, name: str, party: str) -> None:
    assert party in (parties(text)[name] or "")


def test_place_or_firm_behind_its_owner_is_nobody() -> None:
    assert parties("Shells fell in Ukraine's Kryva Rudka. Norway's Brant Power said nothing.") == {}


def test_resident_without_a_side_has_no_party_r3() -> None:
    (found,) = read_text("Kenya closed the road. Oda Pring, a resident of the valley, watched.").persons

    assert (found.name, found.role, found.party) == ("Oda Pring", "resident of the valley", None)
