"""The best ground for a party is taken, wherever in the text it stands."""

from __future__ import annotations

import pytest

from onetext.reading.reading import read_text

_STATES = "The Republic of Arvany and the Kingdom of Tesk began talks on the ferry. "


def parties(text: str) -> dict[str, str | None]:
    return {person.name: person.party for person in read_text(text).persons}


@pytest.mark.parametrize(
    ("text", "name", "party"),
    [
        ("Egypt was represented by Adel Morsi, and Sudan by its envoy, Hala Bashir.", "Hala Bashir", "Sudan"),
        ("The Kenyan side was headed by Asha Mutua, the Ugandan side by Peter Okot.", "Peter Okot", "Uganda"),
        ("Peru's delegate, Rosa Lind, and Chile's, Ivo Brandt, laughed.", "Ivo Brandt", "Chile"),
        ("The list had, on the Kenyan side, Asha Mutua and Peter Okot.", "Peter Okot", "Kenya"),
        ("Thailand sent Somchai Dee, the secretary of its security council.", "Somchai Dee", "Thailand"),
        ("A Norwegian delegation under Arne Kvam flew to Lima.", "Arne Kvam", "Norway"),
        ("Speaking for the Karst League, Jelka Novin declined.", "Jelka Novin", "Karst League"),
        ("Ada Korr, who heads the Armenian delegation in the commission, was late.", "Ada Korr", "Armenia"),
        ("The Tidal Party of Prime Minister Ada Korr lost a seat.", "Ada Korr", "Tidal Party"),
        ("The Dunmore Gazette stands by it. Its editor, Ada Korr, said so.", "Ada Korr", "Dunmore Gazette"),
        ("Hugo Stein, an adviser to the Lebanese president, agreed.", "Hugo Stein", "Lebanon"),
        ("The World Bank will wait. Its representative in Bolivia, Ada Korr, said so.", "Ada Korr", "World Bank"),
        ("The shipyard was cleared, says Ada Korr, who speaks for the Port Alliance.", "Ada Korr", "Port Alliance"),
        ("The Blues waited. For the Blues, Ada Korr asked for time.", "Ada Korr", "Blues"),
        ("The Latvian minister, Juris Kalns, and his Finnish counterpart, Ada Korr, met.", "Ada Korr", "Finland"),
        ("Ada Korr wrote to the firm. She is the head of the Salt Commission.", "Ada Korr", "Salt Commission"),
        ("The fishermen's league, whose president is Ada Korr, refused.", "Ada Korr", "fishermen's league"),
    ],
)
def test_party_comes_from_the_phrase_that_says_it_best(text: str, name: str, party: str) -> None:
    assert parties(text)[name] == party


@pytest.mark.parametrize(
    ("text", "name", "party"),
    [
        ("President Ivo Brandt received the envoys.", "Ivo Brandt", "Arvany"),
        ("King Osric received the envoys.", "Osric", "Tesk"),
        ("She was received in Tesk by Prime Minister Ada Korr.", "Ada Korr", "Tesk"),
        ("Arvany's prime minister, Ivo Brandt, telephoned Prime Minister Ada Korr.", "Ada Korr", "Tesk"),
    ],
)
def test_office_without_a_state_goes_to_the_state_that_fits(text: str, name: str, party: str) -> None:
    assert parties(_STATES + text)[name] == party


def test_special_representative_of_the_secretary_general_is_of_the_united_nations() -> None:
    text = "The Special Representative of the Secretary-General for Arvany, Mr. Ivo Brandt, spoke on Monday."

    assert parties(text) == {"Ivo Brandt": "United Nations"}


def test_rebels_are_the_armed_body_that_the_text_names() -> None:
    text = "Arvany's government and the Salt Front met. The rebels' military chief, Ivo Brandt, was tired."

    assert parties(text) == {"Ivo Brandt": "Salt Front"}


def test_deputy_of_somebody_has_their_party() -> None:
    text = "Kenya's minister, Asha Mutua, was ill. Mutua sent her deputy, Peter Okot, instead."

    assert parties(text) == {"Asha Mutua": "Kenya", "Peter Okot": "Kenya"}


def test_former_negotiator_has_no_party_for_what_is_over_r3() -> None:
    assert parties("Yara Haddad, who once negotiated for Lebanon, teaches in Boston.") == {"Yara Haddad": None}
