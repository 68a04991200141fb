"""The two parties that a text is about, where it is plainly about two; who "both sides" and "the two ministers" are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from onetext.reading.persons.mentions import Mention
from onetext.reading.persons.namesakes import Profile
from onetext.reading.persons.people import Cast
from onetext.wording.words import listed

SIDES = listed(
    "side party government capital country state neighbour neighbor army delegation community church synod commission "
    "movement nation navy command union kingdom republic"
)
"""Nouns whose plural with "the two" or "both" stands for the two parties of the text."""
LEADERS = listed("leader president minister envoy counterpart man woman negotiator premier ambassador diplomat chief")


def main_pair(found: Cast) -> tuple[str, ...]:
    """The two parties named most, when nobody else comes near them; empty where that is not plain."""
    counts = Counter(party for row in found.per_sentence for mention in row for party in _parties(mention))
    for row in found.per_sentence[:2]:
        lead = {party for mention in row for party in _parties(mention)}
        counts.update({party: 3 if len(lead) == 2 else 1 for party in sorted(lead)})
    ranked = counts.most_common(3)
    if len(ranked) < 2 or ranked[1][1] < 2:
        return ()
    third = ranked[2][1] if len(ranked) > 2 else 0
    if third > 0.6 * ranked[1][1]:
        return ()
    first = {party: place for place, party in enumerate(counts)}
    return tuple(sorted((party for party, _ in ranked[:2]), key=lambda party: first[party]))


def _parties(mention: Mention) -> Iterable[str]:
    if mention.capital:
        return ()  # as often the place where others talk
    if mention.kind in {"party", "adjective", "person"} and mention.party:
        return (mention.party,)
    return mention.parties if mention.kind == "group" else ()


def members_of(mention: Mention, row: Sequence[Mention], before: Sequence[Sequence[Mention]], found: Cast) -> list[str]:
    """Who "the two ministers", "both governments", "the sides" are; nobody where it cannot be told."""
    if mention.noun in LEADERS:
        two = _two_persons(mention, row, before, found.profiles)
        sides = {found.profiles[name].party for name in two}
        return two if not found.pair or (two and sides <= {*found.pair, None}) else list(found.pair)
    if mention.noun not in SIDES:
        return []
    if found.pair:
        return list(found.pair)
    named: list[str] = []
    for each in (*before[-3:], [m for m in row if m.span.end <= mention.span.start]):
        named += [m.party for m in each if m.party and m.kind in {"party", "adjective", "person"} and not m.located]
    two = list(dict.fromkeys(named))
    return two if len(two) == 2 else []


def _two_persons(
    mention: Mention, row: Sequence[Mention], before: Sequence[Sequence[Mention]], profiles: dict[str, Profile]
) -> list[str]:
    """The two persons named last who have such an office, of two parties where parties are known."""
    earlier = [m for m in row if m.span.end <= mention.extent.start]
    named = [m for each in (*before, earlier) for m in each if m.kind == "person" and m.name in profiles]
    kind = [w for w in (mention.description or "").lower().split()[:-1] if w not in {"two", "both", "the", "rival"}]
    two: list[str] = []
    for person in sorted(named, key=lambda m: -m.span.start):
        name = person.name or ""
        role = (profiles[name].role or "").lower()
        fits = mention.noun in {"man", "woman", "counterpart"} or (mention.noun in role and _has(kind, role))
        fits = fits or (mention.noun == "leader" and bool(_HEADS.search(role)))
        if name in two or not fits or any(_one_side(name, other, profiles) for other in two):
            continue
        two.append(name)
        if len(two) == 2:
            return two[::-1]
    return []


def _has(kind: Sequence[str], role: str) -> bool:
    """``The two energy ministers`` are ministers of energy."""
    return all(word in role for word in kind)


_HEADS = re.compile(
    r"president|premier|prime minister|king|queen|chancellor|emir|leader|head|chair|sultan|prince|chief"
)


def _one_side(one: str, other: str, profiles: dict[str, Profile]) -> bool:
    party = profiles[one].party
    return party is not None and party == profiles[other].party


def joint_bodies(text: str, found: Cast) -> dict[str, tuple[str, ...]]:
    """``The Joint Commission of A, B and C``: who meets when the Commission meets, by its name and its noun."""
    joint: dict[str, tuple[str, ...]] = {}
    for row in found.per_sentence:
        for body in row:
            noun = (body.name or body.description or "").split()[-1:]
            if body.kind not in {"party", "group"} or not noun or noun[0].lower() not in JOINT:
                continue
            named, end = list[str](), body.span.end
            for other in row:
                gap = text[end : other.extent.start] if other.extent.start >= end else ""
                if other.kind == "party" and other.party and _LISTS.fullmatch(gap):
                    named.append(other.party)
                    end = other.extent.end
            if len(named) > 1:
                joint[body.party or noun[0]] = joint[noun[0].lower()] = tuple(dict.fromkeys(named))
    return joint


JOINT = listed("commission committee council")
_LISTS = re.compile(r"(?:,? (?:of|and|between) |, )(?:the )?(?:(?:Republic|Kingdom|State|Federation) of )?(?:the )?")
