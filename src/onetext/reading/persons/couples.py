"""Two persons told with two parties: "led by X and Y respectively", "the ministers of A and B, X and Y"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onetext.reading.lexicon import singular
from onetext.reading.persons.mentions import Mention
from onetext.reading.persons.namesakes import Profile
from onetext.reading.tokens import Sentence


def opening_pair(rows: Sequence[Sequence[Mention]]) -> tuple[str, ...]:
    """The two parties that open the text, in their order, where two do."""
    for row in rows[:3]:
        parties = dict.fromkeys(m.party for m in row if m.kind in {"party", "adjective"} and m.party)
        if len(parties) == 2:
            return tuple(party for party in parties if party)
    return ()


def respectively(text: str, sentence: Sentence, row: list[Mention], profiles: dict[str, Profile]) -> None:
    """``the delegations of A and B, led by X and Y respectively``."""
    if "respectively" not in sentence.span.of(text):
        return
    end = text.index("respectively", sentence.span.start)
    persons = [m for m in row if m.kind == "person" and m.name in profiles and m.span.end <= end]
    before = [m for m in row if m.kind == "party" and m.party and not m.located and m.span.end <= end]
    parties = list(dict.fromkeys(m.party or "" for m in before))
    if len(persons) == len(parties) > 1:
        for person, party in zip(persons, parties, strict=True):
            profile = profiles[person.name or ""]
            profile.party = party


def two_of_two(text: str, row: list[Mention], profiles: dict[str, Profile], pair: Sequence[str]) -> None:
    """``X and Y, the prime ministers of A and B``; ``the two countries' commissioners, X and Y``, of ``pair``."""
    for group in row:
        if group.kind != "group" or not group.plural:
            continue
        parties = _their_parties(group, pair)
        persons = [m for m in row if m.kind == "person" and m.name in profiles]
        ahead = [m for m in persons if m.extent.end <= group.extent.start][-2:]
        behind = [m for m in persons if m.extent.start >= group.extent.end][:2]
        two = next((each for each in (ahead, behind) if len(each) == 2 and _beside(text, group, each)), [])
        if len(parties) != 2 or not two:
            continue
        office = re.split(r" of |['’]s? ", group.description or "")
        words = (office[-1] if "'" in (group.description or "") else office[0]).rsplit(" ", 1)
        for person, party in zip(two, parties, strict=True):
            profile = profiles[person.name or ""]
            profile.party = profile.party or party
            profile.role = profile.role or " ".join([*words[:-1], singular(words[-1])])
            person.party = profile.party


def _their_parties(group: Mention, pair: Sequence[str]) -> Sequence[str]:
    description = group.description or ""
    if len(group.parties) == 2 and " of " in description:
        return group.parties
    of_both = re.search(
        r"\b(?:two|both) (?:countries|states|sides|governments|neighbou?rs|nations|parties)\b", description
    )
    return pair if of_both else ()


def _beside(text: str, group: Mention, two: Sequence[Mention]) -> bool:
    """The two names and the words for both of them stand together."""
    joined = text[two[0].extent.end : two[1].extent.start] == " and "
    gap = (
        text[two[1].extent.end : group.extent.start]
        if two[1].extent.end <= group.extent.start
        else text[group.extent.end : two[0].extent.start]
    )
    return joined and gap in {", ", " "}
