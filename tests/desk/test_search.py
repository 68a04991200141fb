"""All that somebody said on something."""

from __future__ import annotations

from onetext.desk.search import involves, search
from tests.desk.cases import case_with

SAID = """
statements:
- {id: s1, on: 2025-03-01, party: north, speaker: {name: Ida Field}, text: No toll on the ferry., about: [p2]}
- {id: s2, on: 2025-03-03, party: south, speaker: {name: Tom Weir}, text: The toll stays., about: [p2]}
- {id: s3, on: 2025-03-02, party: north, speaker: {name: Ida Field}, text: The landing is ours., about: [p1]}
- {id: s4, party: south, speaker: {name: Tom Weir}, handling: off_record, text: Tolls can fall., about: [p2]}
positions: [{id: x1, party: north, person: ida, point: p2, stance: reject, on: 2025-03-04}]
"""


def ids(words: str = "", who: str | None = None, about: str | None = None) -> list[str]:
    return [hit.id for hit in search(case_with(SAID), words, who, about)]


def test_words_are_found_by_their_beginnings_newest_first() -> None:
    assert ids("tol") == ["s2", "s1", "p2"]
    assert ids("toll stays") == ["s2"]
    assert ids("oll") == []


def test_word_off_the_record_is_not_found_by_its_words() -> None:
    """D8: it is listed among all that its speaker said, for our own."""
    assert ids("fall") == []
    assert ids(who="south") == ["s2", "s4"]


def test_who_and_about_alone_give_all_they_said_on_it() -> None:
    assert ids(who="north", about="p2") == ["x1", "s1"]
    assert ids(who="ida") == ["x1", "s3", "s1"]


def test_hit_has_the_fixed_shape() -> None:
    [hit] = search(case_with(SAID), "landing ours")

    assert hit.as_dict() == {
        "kind": "statement",
        "id": "s3",
        "on": "2025-03-02",
        "text": "The landing is ours.",
        "speaker": "Ida Field",
        "party": "north",
        "about": ["p1"],
    }


def test_record_involves_the_party_of_a_person_it_names() -> None:
    case = case_with("contacts: [{id: c1, on: 2025-03-01, participants: [{who: ida}]}]")
    contact = case.records["contact"][0]

    assert involves(case, contact, party="north")
    assert not involves(case, contact, party="south")
    assert not involves(case, contact, point="p1")
