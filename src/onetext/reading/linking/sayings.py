"""A statement that the case already holds: the same speaker, in near-identical words.

The same words in another mouth are another statement. Words are compared by themselves and in pairs; numbers and
denials must be the same, since "will sign" and "will not sign" share nearly every word.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from gettext import gettext as _
from typing import Any

from onetext.case.case import Case
from onetext.case.once import once_a_case
from onetext.case.source import Statement
from onetext.reading.linking.actors import Actor, Actors, actors
from onetext.reading.linking.days import days_told
from onetext.reading.linking.link import Link, clear_best, rounded
from onetext.reading.linking.names import same_person
from onetext.reading.linking.origin import Origin
from onetext.wording.likeness import Traits, likeness, traits
from onetext.wording.stems import bearing, plain_words

_QUOTE_LIKE, _TELLING_LIKE = 0.8, 0.88
"""What reporters tell in their own words is nearer to each other by chance than what stands in quote marks."""
_SHORT = 6
"""Fewer words than these are said by anybody on any day: they must be the very words, within days."""
_SHORT_DAYS = 3
_COMMON = 60
"""A pair of words that more statements than this hold does not lead to any of them."""
_TELLING = frozenset({"say", "claim", "report", "announce", "confirm"})


@dataclass(frozen=True, slots=True)
class Said:
    """Words, compared: in order, counted, and what must not differ."""

    words: tuple[str, ...]
    traits: Traits
    bearing: tuple[frozenset[str], int]


@lru_cache(maxsize=1 << 14)
def said(text: str) -> Said:
    words = plain_words(text)
    return Said(words, traits(" ".join(words)), bearing(words))


@dataclass(frozen=True, slots=True)
class Saying:
    id: str
    act: str
    direct: bool
    speaker: Actor
    described: str
    on: str | None
    said: Said
    sources: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Sayings:
    all: Sequence[Saying]
    by_pair: Mapping[tuple[str, ...], Sequence[int]]


@once_a_case
def sayings(case: Case) -> Sayings:
    people = actors(case)
    every = [saying for statement in case.all(Statement) if (saying := _of_record(statement, people))]
    by_pair = defaultdict[tuple[str, ...], list[int]](list)
    for at, saying in enumerate(every):
        for pair in _ways(saying.said):
            by_pair[pair].append(at)
    return Sayings(every, by_pair)


def _ways(one: Said) -> set[tuple[str, ...]]:
    """By what a saying is found: its pairs of neighbouring words; a very short one by itself."""
    pairs = set(zip(one.words, one.words[1:], strict=False))
    return {*pairs, one.words} if len(one.words) < _SHORT else {*pairs}


def _of_record(statement: Statement, people: Actors) -> Saying | None:
    words = statement.quote or statement.text
    if not words:
        return None
    speaker = statement.speaker
    if speaker.person in people.people:
        actor = Actor(people.called[str(speaker.person)], speaker.person, frozenset(filter(None, (statement.party,))))
    else:
        actor = Actor(speaker.name or "", None, frozenset(filter(None, (statement.party,))))
        named = people.named(speaker.name) if speaker.name else actor
        actor = named if named.record else actor
    return Saying(
        statement.id,
        statement.act,
        statement.quote is not None,
        actor,
        speaker.description or "",
        statement.on,
        said(words),
        frozenset((*statement.via, *statement.sources)),
    )


def link_saying(case: Case, fields: Mapping[str, Any], speaker: Actor, origin: Origin) -> tuple[Link, ...]:
    """The statement of the case that says the same by the same speaker; none where two might."""
    words = fields.get("text")
    if not words:
        return ()
    held, told = sayings(case), said(str(words))
    described = str((fields.get("speaker") or {}).get("description") or "")
    one = Saying("", str(fields.get("act") or "say"), bool(fields.get("direct")), speaker, described, origin.on, told)
    near: dict[int, int] = defaultdict(int)
    for pair in _ways(told):
        listed = held.by_pair.get(pair, ())
        if len(listed) <= _COMMON:
            for at in listed:
                near[at] += 1
    least = min(3, max(1, len(told.words) // 4))
    found = [
        link for at, shared in near.items() if shared >= least and (link := _compared(one, held.all[at], origin))
    ]  # fmt: skip
    very = sorted((link for link in found if link.score == 1.0), key=lambda link: link.record)
    return (very[0],) if very else clear_best(found)  # the very words twice on record: either holds them


def _compared(told: Saying, held: Saying, origin: Origin) -> Link | None:
    if held.sources & origin.same and told.said.words == held.said.words and _could_be_one(told, held):
        return Link(held.id, Statement.kind, "already", 1.0, _("the same words of the same text"))
    like = _likeness(told, held)
    if like == 0:
        return None
    who, reason = _speakers(told, held)
    if who == 0:
        return None
    apart = _apart(told.on, held.on)
    if len(told.said.words) < _SHORT and (apart is None or apart > _SHORT_DAYS):
        return None
    words = _("the same words") if like == 1 else _("nearly the same words")
    later = _(", first on record from {day}").format(day=held.on) if apart and apart > _SHORT_DAYS and held.on else ""
    return Link(held.id, Statement.kind, "already", rounded(like * who), f"{reason}, {words}{later}")


def _could_be_one(told: Saying, held: Saying) -> bool:
    """In one and the same text: nobody else is named for the words."""
    a, b = told.speaker, held.speaker
    if a.person or b.person or (a.name and b.name):
        return _speakers(told, held)[0] > 0
    return not a.name and not b.name


def _likeness(told: Saying, held: Saying) -> float:
    a, b = told.said, held.said
    if a.words == b.words:
        return 1.0
    if min(len(a.words), len(b.words)) < _SHORT or not _acts_fit(told, held):
        return 0.0
    short, long = sorted((a, b), key=lambda one: len(one.words))
    if told.direct and held.direct and f" {' '.join(short.words)} " in f" {' '.join(long.words)} ":
        return 0.95  # one of the two outlets cut the quotation shorter
    if a.bearing != b.bearing:
        return 0.0
    like = likeness(a.traits, b.traits)
    return like if like >= (_QUOTE_LIKE if told.direct and held.direct else _TELLING_LIKE) else 0.0


def _acts_fit(told: Saying, held: Saying) -> bool:
    return told.act == held.act or {told.act, held.act} <= _TELLING or (told.direct and held.direct)


def _speakers(told: Saying, held: Saying) -> tuple[float, str]:
    """How sure it is that the two speakers are one, and in which words."""
    a, b = told.speaker, held.speaker
    if a.person or b.person:
        return (1.0, _("the same speaker")) if a.person == b.person else (0.0, "")
    if a.is_party or b.is_party:
        return (0.95, _("the same side")) if a.parties & b.parties and a.is_party == b.is_party else (0.0, "")
    if a.name and b.name:
        return (1.0, _("the same speaker")) if same_person(a.name, b.name) in ("same", "spelling") else (0.0, "")
    if a.name or b.name:
        return 0.0, ""
    if a.parties and b.parties and not a.parties & b.parties:
        return 0.0, ""
    if told.described and held.described:
        alike = likeness(traits(told.described.casefold()), traits(held.described.casefold()))
        return (0.85, _("an unnamed speaker described alike")) if alike >= 0.5 else (0.0, "")
    long = min(len(told.said.words), len(held.said.words)) >= 10
    return (
        (0.7, _("nobody is named for it in one of the two"))
        if long and told.said.words == held.said.words
        else (0.0, "")
    )


def _apart(a: str | None, b: str | None) -> int | None:
    one, other = days_told(a), days_told(b)
    return one.apart(other) if one and other else None
