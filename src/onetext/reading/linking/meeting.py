"""Contacts as they are compared: who, on which days, where, in which words; those of a case are found by each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from onetext.case.case import Case
from onetext.case.contact import Contact
from onetext.case.once import once_a_case
from onetext.case.source import Source
from onetext.reading.linking.actors import Actor, Actors, actor_of, actors
from onetext.reading.linking.days import When, days_told, when_told
from onetext.reading.linking.origin import Origin
from onetext.wording.likeness import Traits, likeness, traits
from onetext.wording.stems import plain_words
from onetext.wording.words import listed

SAME_WORDS = 0.8
"""From this likeness on, two passages tell of a meeting in the same words."""
_COMMON = 40
"""Words that more contacts hold side by side do not lead to any of them."""
_IN_PLACE = listed("in at the near of outside city town hotel embassy palace")

K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class Meeting:
    """A contact as it is compared."""

    kind: str
    who: tuple[Actor, ...]
    days: tuple[When, ...]
    place: str | None
    statuses: frozenset[str]
    words: Traits
    id: str = ""
    sources: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Meetings:
    """The contacts of a case, by id; ``by_who`` finds those of a person, a party or an unknown name."""

    all: Mapping[str, Meeting]
    by_who: Mapping[str, frozenset[str]]
    by_place: Mapping[str, frozenset[str]]
    by_source: Mapping[str, frozenset[str]]
    by_pair: Mapping[tuple[str, ...], frozenset[str]]

    def in_the_same_words(self, words: Traits) -> frozenset[str]:
        """The contacts that are told in the words of this passage."""
        near = Counter[str]()
        for pair in words:
            ids = self.by_pair.get(pair, frozenset()) if len(pair) > 1 else frozenset()
            if len(ids) <= _COMMON:
                near.update(ids)
        return frozenset(
            id for id, shared in near.items()
            if 3 * shared >= len(words) // 2 and likeness(words, self.all[id].words) >= SAME_WORDS
        )  # fmt: skip


@once_a_case
def meetings(case: Case) -> Meetings:
    people = actors(case)
    sources = {source.id: source.on for source in case.all(Source)}
    every = {contact.id: _of_record(contact, people, sources) for contact in case.all(Contact)}
    by_who, by_place, by_source = (defaultdict[str, set[str]](set) for _ in range(3))
    by_pair = defaultdict[tuple[str, ...], set[str]](set)
    for meeting in every.values():
        for pair in meeting.words:
            by_pair[pair].add(meeting.id)
        for source in meeting.sources:
            by_source[source].add(meeting.id)
        for key in keys(meeting.who):
            by_who[key].add(meeting.id)
        for word in place_words(meeting.place):
            by_place[word].add(meeting.id)
    return Meetings(every, _frozen(by_who), _frozen(by_place), _frozen(by_source), _frozen(by_pair))


def _frozen(index: Mapping[K, set[str]]) -> Mapping[K, frozenset[str]]:
    return {key: frozenset(ids) for key, ids in index.items()}


def keys(who: Iterable[Actor]) -> set[str]:
    """By what contacts are found: persons and parties, and the last word of names without a record."""
    found = set()
    for actor in who:
        found |= {f"#{id}" for id in (actor.person, *actor.parties) if id}
        if not actor.record:
            found.add(plain_words(actor.name)[-1] if plain_words(actor.name) else "")
    return found


def _of_record(contact: Contact, people: Actors, sources: Mapping[str, str | None]) -> Meeting:
    told = [account for account in contact.accounts if account.status]
    named = {id for account in contact.accounts for id in account.sources} | set(contact.sources)
    days = [contact.on, *(str(a.value) for a in contact.accounts if a.field == "on" and isinstance(a.value, str))]
    found = [when for when in (days_told(on, contact.end if on == contact.on else None) for on in days) if when]
    if not found:
        status = told[-1].status if told else None
        found = [when for id in sorted(named) if (when := when_told(None, None, sources.get(id), status))]
    return Meeting(
        kind=contact.contact_kind,
        who=tuple(
            actor_of(people, one.who, one.party, one.name)
            for one in contact.participants if (one.role or "") not in ("host", "mediator")
        ),
        days=tuple(found),
        place=contact.place,
        statuses=frozenset(account.status for account in told if account.status),
        words=traits(contact.text or ""),
        id=contact.id,
        sources=frozenset(named),
    )  # fmt: skip


def of_suggestion(fields: Mapping[str, Any], words: str, people: Actors, origin: Origin) -> Meeting:
    """A suggested contact, as it is compared."""
    status = fields.get("status")
    statuses = {str(mark["status"]) for mark in fields.get("history") or ()} | ({str(status)} if status else set())
    when = when_told(fields.get("date"), fields.get("date_text"), origin.on, status)
    names = fields.get("participants") or ()
    return Meeting(
        kind=str(fields.get("kind") or "meeting"),
        who=tuple(people.named(name, origin.party_of(name), origin.on) for name in names),
        days=(when,) if when else (),
        place=fields.get("place"),
        statuses=frozenset(statuses),
        words=traits(words),
    )


def place_words(place: str | None) -> frozenset[str]:
    return frozenset(plain_words(place or "")) - _IN_PLACE
