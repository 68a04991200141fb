"""All that somebody said on something: words, narrowed by speaker and by point."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from onetext.case.case import Case
from onetext.case.contact import Contact
from onetext.case.dates import last_day
from onetext.case.once import once_a_case
from onetext.case.people import Person
from onetext.case.plan import Draft
from onetext.case.position import Position
from onetext.case.record import Record
from onetext.case.references import references
from onetext.case.source import Statement
from onetext.desk.calling import called, shortened, title_of
from onetext.disclosure.attribution import attributed
from onetext.disclosure.payload import search_text
from onetext.ledger.words import words_of

_ELSEWHERE = frozenset({"clearance", "grant", "compartment", "suggestion", "export"})
"""Kinds that have pages of their own and are not what anybody searches for."""


@dataclass(frozen=True)
class Hit:
    kind: str
    id: str
    on: str | None
    text: str
    speaker: str | None
    party: str | None
    about: tuple[str, ...]

    def as_dict(self) -> dict[str, Any]:
        return {**vars(self), "about": list(self.about)}


def search(case: Case, words: str, who: str | None = None, about: str | None = None) -> tuple[Hit, ...]:
    """Hits in a case cut for its reader, newest first; each word must begin a word of the record.

    No words: everything, so that ``who`` and ``about`` alone give all that X said on Y.
    """
    asked = words_of(words)
    if words.strip() and not asked:
        return ()  # signs alone: nothing is found by them, least of all everything
    found = (record for record in case.everything() if _has(words_of(search_text(record)), asked))
    return hits(case, found, who, about)


def hits(case: Case, records: Iterable[Record], who: str | None = None, about: str | None = None) -> tuple[Hit, ...]:
    """The records as hits, those of ``who`` (a person or party) about ``about`` only, newest first."""
    found = [
        _hit(case, record)
        for record in records
        if record.kind not in _ELSEWHERE
        and (who is None or who in set(_speakers(case, record)))
        and (about is None or about in _subjects(record))
    ]
    return tuple(sorted(found, key=lambda hit: (last_day(hit.on) if hit.on else date.min, hit.id), reverse=True))


def _has(words: tuple[str, ...], asked: tuple[str, ...]) -> bool:
    return all(any(word.startswith(start) for word in words) for start in asked)


def _hit(case: Case, record: Record) -> Hit:
    if isinstance(record, Statement):
        printed = attributed(record, "own")
        text = (printed.text or printed.quote) if printed else None
        speaker = printed.speaker if printed else None
        return Hit(record.kind, record.id, record.on, shortened(text or ""), speaker, record.party, record.about)
    if isinstance(record, Position):
        text = record.text or f"{record.stance} {called(case, record.option or record.point)}"
        about = (record.point,) if record.point else ()
        return Hit(record.kind, record.id, record.on, shortened(text), record.speaker, record.party, about)
    return Hit(record.kind, record.id, record.on, title_of(case, record), None, None, tuple(_subjects(record)))


def _speakers(case: Case, record: Record) -> Iterator[str]:
    """The persons and parties whose word the record is."""
    if isinstance(record, Statement):
        yield from filter(None, (record.party, record.speaker.person))
        if not record.speaker.person and record.speaker.name:
            yield from (person.id for person in case.all(Person) if person.name == record.speaker.name)
    elif isinstance(record, Position):
        yield from filter(None, (record.party, record.person))
    elif isinstance(record, Contact):
        for one in record.participants:
            yield from filter(None, (one.who, one.party))
    elif isinstance(by := getattr(record, "by", None), str):
        yield by


def _subjects(record: Record) -> tuple[str, ...]:
    """The points, drafts and other things a record is about."""
    lists = [getattr(record, name, ()) for name in ("about", "points")] if not isinstance(record, Draft) else []
    about = [one for found in lists if isinstance(found, tuple) for one in found]
    named = [tie.id for tie in references(record) if tie.address in ("point", "draft", "contact")]
    return tuple(dict.fromkeys(one for one in [*about, *named] if isinstance(one, str)))


def involves(case: Case, record: Record, party: str = "", point: str = "") -> bool:
    """Whether a record is by, with or of ``party`` (or one of its people), and about ``point``; empty: any."""
    parties, subjects = _involved(case).get(id(record)) or _both(case, record)
    return (not party or party in parties) and (not point or point in subjects)


@once_a_case
def _involved(case: Case) -> Mapping[int, tuple[frozenset[str], frozenset[str]]]:
    """Parties and subjects of every record, by ``id()`` of the object, which lives as long as the case."""
    return {id(record): _both(case, record) for record in case.everything()}


def _both(case: Case, record: Record) -> tuple[frozenset[str], frozenset[str]]:
    return _parties(case, record), frozenset(_subjects(record))


def _parties(case: Case, record: Record) -> frozenset[str]:
    named = {tie.id for tie in references(record)}
    people = (case.get(Person, id) for id in named)
    return frozenset(named | {role.party for person in people if person for role in person.roles if role.party})
