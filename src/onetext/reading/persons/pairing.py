"""The two parties that a text is about, where it is plainly about two; who "both sides" and "the two ministers" are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from onetext.reading.persons.mentions import Mention
from onetext.reading.persons.namesakes import Profile
from onetext.reading.persons.people import Cast
from onetext.wording.words import listed

_SIDES = listed(
    "side party government capital country state neighbour neighbor army delegation community church synod commission "
    "movement nation navy command union kingdom republic"
)
"""Nouns whose plural with "the two" or "both" stands for the two parties of the text."""
_LEADERS = listed("leader president minister envoy counterpart man woman negotiator premier ambassador diplomat chief")


def main_pair(text: str, found: Cast) -> tuple[str, ...]:
    """The two parties that the text plainly sets against each other; empty where that is not plain.

    First by how often they are named side by side ("between X and Y", "X's and Y's delegations"), else the two named
    most, when nobody else comes near them.
    """
    counts = Counter(party for row in found.per_sentence for mention in row for party in _parties(mention))
    joined = Counter[frozenset[str]]()
    for row in found.per_sentence:
        for pair, weight in _side_by_side(text, row):
            joined[frozenset(pair)] += weight
    named = _most_named(found, counts)
    scores = {pair: float(weight + min(counts[party] for party in pair)) for pair, weight in joined.items()}
    if named:
        scores.setdefault(frozenset(named), 0.7 * min(counts[party] for party in named))
    ranked = sorted(scores, key=lambda pair: (scores[pair], sum(counts[party] for party in pair)), reverse=True)
    if not ranked or scores[ranked[0]] < _PLAIN or (len(ranked) > 1 and scores[ranked[1]] == scores[ranked[0]]):
        return named
    first = {party: place for place, party in enumerate(counts)}
    return tuple(sorted(ranked[0], key=lambda party: first[party]))


def _most_named(found: Cast, counts: Counter[str]) -> tuple[str, ...]:
    """The two parties named most, when nobody else comes near them but those who only convene."""
    weighed = counts.copy()
    for row in found.per_sentence[:2]:
        lead = {party for mention in row for party in _parties(mention)}
        weighed.update({party: 3 if len(lead) == 2 else 1 for party in sorted(lead)})
    ranked = [(party, count) for party, count in weighed.most_common() if not _CONVENES.search(party)]
    if len(ranked) < 2 or ranked[1][1] < 2:
        return ()
    third = ranked[2][1] if len(ranked) > 2 else 0
    return () if third > 0.6 * ranked[1][1] else (ranked[0][0], ranked[1][0])


_CONVENES = re.compile(
    r"\b(?:United Nations|European Union|African Union|Security Council|Red Cross|OSCE|[Mm]inistry|[Cc]ommission"
    r"|[Cc]ommittee|[Ww]orking [Gg]roup)\b|^(?:Council|Ministry|Cabinet)$"
)
_PLAIN = 5
_AND = re.compile(
    r"(?: \([^)]{1,30}\))?(?:['’]s?)?(?: [\w-]+){0,2}?,? (?:and|with) (?:of |for |by |from |with )?"
    r"(?:(?:the|a|an|its|his) )?(?:[\w-]+ ){0,2}?"
)
_OF_ONE = re.compile(r" of [^,.;:]{1,50},? and (?:the |a )?")
_BETWEEN = re.compile(
    r"(?<!border )(?<!line )(?<!frontier )(?<!road )(?<!river )(?<!bridge )(?<!way )"
    r"\bbetween (?:(?:the|a|an) )?(?:[\w’'-]+ ){0,3}$"
)


_BOTH_SIDES = re.compile(r"\b(?:[Bb]oth|[Tt]wo)\b")


def _side_by_side(text: str, row: Sequence[Mention]) -> list[tuple[tuple[str, str], int]]:
    """Two parties of one sentence that "and" or "between" joins, and how much that says."""
    found: list[tuple[tuple[str, str], int]] = []
    sides = [m for m in row if _parties(m) and m.kind in {"party", "adjective", "group"} and not m.located]
    for mention in sides:
        parties = tuple(dict.fromkeys(_parties(mention)))
        if mention.kind == "group" and mention.plural and len(parties) == 2:
            found.append(((parties[0], parties[1]), 2))
    two = _two_named([m for m in row if not m.capital and m.kind != "person"])
    if two and any(m.kind == "group" and m.noun in _SIDES and _BOTH_SIDES.search(m.extent.of(text)) for m in row):
        found.append(((two[0], two[1]), 3))
    for before, one, other in zip([None, *sides], sides, sides[1:], strict=False):
        if len({*_parties(one)}) != 1 or len({*_parties(other)}) != 1:
            continue
        pair = (next(iter(_parties(one))), next(iter(_parties(other))))
        gap, lead = text[one.extent.end : other.extent.start], text[max(0, one.extent.start - 60) : one.extent.start]
        listed_on = before is not None and re.fullmatch(r",(?: the)? ", text[before.extent.end : one.extent.start])
        if pair[0] == pair[1] or listed_on or re.search(r"\bby (?:the )?$", lead):
            continue
        between = _BETWEEN.search(lead)
        if gap in {"-", "–"} or (between and (_AND.fullmatch(gap) or _OF_ONE.fullmatch(gap))):
            found.append((pair, 5 if between else 3))
        elif _AND.fullmatch(gap):
            found.append((pair, 2))
    return found


def _parties(mention: Mention) -> Iterable[str]:
    if mention.capital:
        return ()  # as often the place where others talk
    if mention.kind in {"party", "adjective", "person"} and mention.party:
        return (mention.party,)
    return mention.parties if mention.kind == "group" else ()


def members_of(mention: Mention, row: Sequence[Mention], before: Sequence[Sequence[Mention]], found: Cast) -> list[str]:
    """Who "the two ministers", "both governments", "the sides" are; nobody where it cannot be told."""
    words = mention.description or ""
    if _OWNED.search(words) and not _OF_SIDES.search(words):
        return []
    if mention.noun in _LEADERS and not _OF_SIDES.search(words):
        two = _two_persons(mention, row, before, found.profiles)
        sides = {found.profiles[name].party for name in two}
        if mention.noun in _ANYBODY:
            return two
        return two if not found.pair or (two and sides <= {*found.pair, None}) else list(found.pair)
    if mention.noun not in _SIDES | _LEADERS:
        return []
    if found.pair:
        return list(found.pair)
    return _two_named([m for each in (*before[-3:], row) for m in each if m.span.end <= mention.span.start])


_OWNED = re.compile(r"['’]s? |\b(?:of|from|in)\b")
"""``The bloc's ministers``, ``the leaders of the movement``: not those of the two sides."""
_ANYBODY = listed("man woman")
_OF_SIDES = re.compile(
    r"\b(?:of|from) (?:both|(?:the )?two) (?:\w+ )?(?:countr|state|government|side|republic|capital|part)"
)


def _two_named(mentions: Sequence[Mention]) -> list[str]:
    """The parties that act in these mentions, where they are two."""
    named = [m.party for m in mentions if m.party and m.kind in {"party", "adjective", "person"} and not m.located]
    two = list(dict.fromkeys(named))
    return two if len(two) == 2 else []


def _two_persons(
    mention: Mention, row: Sequence[Mention], before: Sequence[Sequence[Mention]], profiles: dict[str, Profile]
) -> list[str]:
    """The two persons named last who have such an office, of two parties where parties are known.

    Whoever acts on "both women" in the same clause is none of them.
    """
    earlier = [m for m in row if m.span.end <= mention.extent.start]
    acts = mention.plural and earlier and _BOTH.match(mention.description or "")
    named = [m for each in (*before, () if acts else earlier) for m in each if m.kind in {"person", "pronoun"}]
    named = [m for m in named if m.name in profiles]
    kind = [w for w in (mention.description or "").lower().split()[:-1] if w not in {"two", "both", "the", "rival"}]
    two: list[str] = []
    for person in sorted(named, key=lambda m: -m.span.start):
        name = person.name or ""
        role = (profiles[name].role or "").lower()
        fits = mention.noun == "counterpart" or (mention.noun in role and _has(kind, role))
        fits = fits or (mention.noun in _ANYBODY and profiles[name].pronoun in {None, _ANY_OF[mention.noun]})
        fits = fits or (mention.noun == "leader" and bool(_HEADS.search(role)))
        if name in two or not fits or any(_one_side(name, other, profiles) for other in two):
            continue
        two.append(name)
        if len(two) == 2:
            return two[::-1]
    return []


_BOTH = re.compile(r"both\b")
_ANY_OF = {"man": "he", "woman": "she"}


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
    """Who meets when a joint body meets, by its name and its noun: those it is said to be of, else the two sides."""
    joint: dict[str, tuple[str, ...]] = {}
    for row in found.per_sentence:
        for body in row:
            words = (body.name or body.description or "").lower().split()
            noun = next((word for word in words if word in _JOINT), None)
            if body.kind not in {"party", "group"} or noun is None or _SOLE.search(body.name or ""):
                continue
            members = _members_behind(text, row, body) or _members_before(text, row, body, found)
            if len(members) > 1:
                names = {name for name in (body.party, noun, body.description) if name}
                joint |= {name: members for name in names if name not in joint}
    alone = {word: sum(_ends_in(body, word) for row in found.per_sentence for body in row) for word in _JOINT}
    return {name: members for name, members in joint.items() if alone.get(name, 0) == 0}


def _ends_in(body: Mention, word: str) -> bool:
    """Is this another body of that noun, with a name of its own."""
    name = body.name or ""
    return body.kind == "party" and bool(_SOLE.search(name)) and word in name.lower()


def _members_behind(text: str, row: Sequence[Mention], body: Mention) -> tuple[str, ...]:
    """``The Joint Commission of A, B and C``."""
    named, end = list[str](), body.span.end
    for other in row:
        gap = text[end : other.extent.start] if other.extent.start >= end else ""
        if other.kind == "party" and other.party and _LISTS.fullmatch(gap):
            named.append(other.party)
            end = other.extent.end
    return tuple(dict.fromkeys(named))


def _members_before(text: str, row: Sequence[Mention], body: Mention, found: Cast) -> tuple[str, ...]:
    """``The Arlen-Velmar commission``, ``the joint commission``, ``the two countries' committee``."""
    lead = text[max(0, min(body.extent.start, body.span.start) - 60) : body.span.end]
    near = [m for m in row if m.party and m.kind in {"adjective", "party"} and m is not body]
    near = [m for m in near if 0 <= body.span.end - m.span.end < 60 and m.span.start < body.span.end]
    owners = tuple(dict.fromkeys(m.party for m in near[-2:] if m.party))
    if len(owners) == 2 and re.fullmatch(r" ?[-–/] ?| and ", text[near[-2].span.end : near[-1].span.start]):
        return owners
    return found.pair if _SHARED.search(lead) else ()


_JOINT = listed("commission committee council group")
_SOLE = re.compile(r"\b(?:Security|European|Resistance|Transitional|National|Electoral|African|Red Cross)\b")
_SHARED = re.compile(
    r"\b(?:joint|mixed|bilateral|intergovernmental|trilateral|tripartite|border|boundary|delimitation|demarcation"
    r"|(?:two|both) (?:countries|states|governments|sides)['’]?)\b[^.;,:]*$",
    re.IGNORECASE,
)
_LISTS = re.compile(r"(?:,? (?:of|and|between) |, )(?:the )?(?:(?:Republic|Kingdom|State|Federation) of )?(?:the )?")
