"""Who demands what of whom, and what is no demand."""

import pytest

from onetext.reading.reading import read_text


def _demanded(text: str) -> list[tuple[str | None, str | None, str]]:
    return [(each.party, each.of, each.text) for each in read_text(f"A quiet week.\n\n{text}").demands]


@pytest.mark.parametrize(
    ("text", "demand"),
    [
        (
            "Kenya urged Norway and Togo to return to the table.",
            ("Kenya", "Norway", "Norway and Togo to return to the table"),
        ),
        ("Norway called for an immediate ceasefire.", ("Norway", None, "an immediate ceasefire")),
        ("Kenya insists that Norway withdraw its ships.", ("Kenya", "Norway", "Norway withdraw its ships")),
        (
            "Kenya rejected Norwegian demands that it hand over the suspects.",
            ("Norway", "Kenya", "it hand over the suspects"),
        ),
        ("Norway is demanding an apology from Kenya.", ("Norway", "Kenya", "an apology from Kenya")),
        ("The farmers want the border closed.", ("farmers", None, "the border closed")),
        ("The union, which wants higher pay, walked out.", ("union", None, "higher pay")),
        ("Norway has set one condition: that the army leave the town.", ("Norway", None, "the army leave the town")),
        ("Kenya made the withdrawal of troops a condition for talks.", ("Kenya", None, "the withdrawal of troops")),
        ("The rebels’ appeal for a ceasefire was rejected.", ("rebels", None, "a ceasefire")),
        ("Demonstrators had demanded that the king resign.", ("Demonstrators", None, "the king resign")),
    ],
)
def test_demand_has_its_party_and_its_words(text: str, demand: tuple[str | None, str | None, str]) -> None:
    assert [(party, of if demand[1] else None, words) for party, of, words in _demanded(text)] == [demand]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya insisted that the port was open.",
        "Norway does not demand that the port be closed.",
        "Norway denied that it had demanded a veto.",
        "Kenya could demand a veto.",
        "If Kenya demanded a veto, Norway would leave.",
        "Kenya dropped its demand that Norway apologise.",
        "Nobody in Kenya wants that.",
        "Kenya wants to open the port.",
        "Kenya demands nothing of the kind.",
        "The weather demanded patience.",
        "Kenya called Ana Petrova on Friday to say hello.",
        "Did Kenya demand that Norway leave?",
        "They received a call from the palace to say the king was ill.",
    ],
)
def test_what_is_denied_dropped_or_imagined_is_no_demand(text: str) -> None:
    assert _demanded(text) == []


@pytest.mark.parametrize(
    ("text", "party", "words"),
    [
        ("Togo will not sign unless its pilots are freed.", "Togo", "its pilots are freed"),
        ("Norway would sign only if the tolls were halved.", "Norway", "the tolls were halved"),
        ("The Kenyan minister said that Norway must pay for the bridge.", "Kenya", "Norway must pay for the bridge"),
        ("Kenya gave Norway an ultimatum: open the port or lose the trade.", "Kenya", "open the port"),
    ],
)
def test_condition_and_duty_put_by_a_party_are_its_demands(text: str, party: str, words: str) -> None:
    assert [(who, said) for who, _, said in _demanded(text)] == [(party, words)]


def test_trade_in_a_thing_and_wish_for_peace_are_no_demands() -> None:
    assert _demanded("The demand for tin has doubled, the Kenyan minister said. Both sides want peace.") == []


@pytest.mark.parametrize(
    ("text", "party", "words"),
    [
        ("Kenya asked Togo to drop the case.", "Kenya", "Togo to drop the case"),
        ("Kenya requested that permits be issued in Lome.", "Kenya", "permits be issued in Lome"),
        ("Kenya wrote to Togo to ask for a new date.", "Kenya", "a new date"),
        ("Kenya seeks guarantees from Togo.", "Kenya", "guarantees from Togo"),
        ("Kenya’s main demand, the release of ten men, has not changed.", "Kenya", "the release of ten men"),
        ("Both were urged by Kenya to stop.", "Kenya", "to stop"),
        ("Kenya will press for a date.", "Kenya", "a date"),
        ("Kenya has called for “a real mandate” in Lome.", "Kenya", "a real mandate"),
        ("Kenya will not return without a guarantee.", "Kenya", "a guarantee"),
    ],
)
def test_demand_in_softer_words(text: str, party: str, words: str) -> None:
    found = read_text(f"A quiet week.\n\n{text}").demands

    assert [(each.party, each.text) for each in found] == [(party, words)]


@pytest.mark.parametrize("text", ["Kenya asked Togo what it wanted.", "“You do not have to go,” Kenya told Togo."])
def test_asking_and_leaving_free_is_no_demand(text: str) -> None:
    assert read_text(f"A quiet week.\n\n{text}").demands == ()
