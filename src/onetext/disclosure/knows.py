"""What somebody knows on a day: a fact of the record, made of disclosures alone (D2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import count
from typing import Literal

from onetext.case.case import Case
from onetext.case.dates import first_day, last_day
from onetext.case.once import once_a_case
from onetext.case.people import Person
from onetext.case.plan import Draft
from onetext.case.record import PUBLIC, Named
from onetext.case.telling import Disclosure, Item
from onetext.case.words import EXTENTS, Certainty, Extent

Subject = Literal["draft", "point", "statement", "record", "topic"]
_COUNTED = frozenset({"done", "ongoing", "disputed"})
_SUREST: tuple[Certainty, ...] = ("recorded", "claimed", "unverified", "disputed")


@dataclass(frozen=True)
class Known:
    """One thing known: to the greatest extent told, since the day of that extent, by these disclosures."""

    subject: Subject
    id: str
    extent: Extent | None
    since: str | None
    by: tuple[str, ...]
    certainty: Certainty
    public: bool
    draft: str | None = None
    """For a point, the draft in which it was told."""
    first: str | None = None
    """The first day anything of it was told."""
    points: tuple[str, ...] = ()
    """For a draft told in part, the points told."""


@dataclass(frozen=True)
class Knowledge:
    who: str
    at: date
    items: tuple[Known, ...]

    def of(self, subject: Subject) -> tuple[Known, ...]:
        return tuple(item for item in self.items if item.subject == subject)

    def about(self, id: str) -> Known | None:
        """What is known of a record or topic, if anything."""
        return next((item for item in self.items if item.id == id and item.subject != "point"), None)


@dataclass(frozen=True)
class _Telling:
    """One item of one disclosure that reached somebody; its number in the book."""

    number: int
    disclosure: Disclosure
    item: Item
    public: bool

    @property
    def key(self) -> tuple[Subject, str]:
        if self.item.draft:
            return "draft", self.item.draft
        if self.item.statement:
            return "statement", self.item.statement
        if self.item.record:
            return "record", self.item.record
        return "topic", self.item.topic or ""


@once_a_case
def knows(case: Case, who: str, at: date) -> Knowledge:
    """What ``who`` (a party, a person, or ``public``) knows at the end of day ``at``.

    ``case`` is already cut for whoever asks. What was told to the public is known to all from that day; a party
    knows what was told to it or to a person while they held a role for it; a person does not thereby know what
    their party knows; what was told to unnamed people of a party is known to them, not to the party. Exports and
    reads count for nothing (D6).
    """
    return _book(case, at).of(who)


def reaches(case: Case, disclosure: Disclosure, who: str) -> Literal["public", "told"] | None:
    """Whether a disclosure reaches ``who`` directly, as the public, or not at all."""
    if PUBLIC in disclosure.to:
        return "public"
    told = {recipient for recipient in disclosure.to if not isinstance(recipient, Named)}
    if who in told:
        return "told"
    persons = (person for id in told if (person := case.get(Person, id)))
    return "told" if any(speaks_for(person, who, disclosure.on) for person in persons) else None


def speaks_for(person: Person, party: str, on: str | None) -> bool:
    """Whether the person held a role for the party on that day; an open end holds on."""
    for role in person.roles:
        if role.party != party:
            continue
        if on is None:
            return True
        begun = role.from_ is None or first_day(role.from_) <= last_day(on)
        ended = role.to is not None and last_day(role.to) < first_day(on)
        if begun and not ended:
            return True
    return False


class _Book:
    """The tellings that count by a day, made once for all audiences; what the same tellings amount to, likewise."""

    def __init__(self, case: Case, at: date) -> None:
        self._case = case
        self._at = at
        self._counted = [one for one in case.all(Disclosure) if _counts(one, at)]
        numbers = count()
        self._public, self._told = (
            [[_Telling(next(numbers), one, item, public) for item in one.items] for one in self._counted]
            for public in (True, False)
        )
        self._known: dict[tuple[Subject, str, str | None, tuple[int, ...]], Known] = {}

    def of(self, who: str) -> Knowledge:
        tellings = [telling for each in self._reaching(who) for telling in each]
        groups: dict[tuple[Subject, str], list[_Telling]] = {}
        for telling in tellings:
            groups.setdefault(telling.key, []).append(telling)
        items = [self._amount(subject, id, None, group) for (subject, id), group in groups.items()]
        told = _by_point(self._case, tellings).items()
        points = [self._amount("point", point, draft or None, group) for (draft, point), group in told]
        return Knowledge(who, self._at, (*items, *points))

    def _reaching(self, who: str) -> Iterator[list[_Telling]]:
        for one, public, told in zip(self._counted, self._public, self._told, strict=True):
            way = reaches(self._case, one, who)
            if way:
                yield public if way == "public" else told

    def _amount(self, subject: Subject, id: str, draft: str | None, group: list[_Telling]) -> Known:
        name = (subject, id, draft, tuple(telling.number for telling in group))
        if name not in self._known:
            self._known[name] = _known(subject, id, group, draft)
        return self._known[name]


@once_a_case
def _book(case: Case, at: date) -> _Book:
    return _Book(case, at)


def _counts(disclosure: Disclosure, at: date) -> bool:
    return disclosure.status in _COUNTED and not (disclosure.on and first_day(disclosure.on) > at)


def _known(subject: Subject, id: str, tellings: list[_Telling], draft: str | None = None) -> Known:
    most = max(_rank(telling.item.extent) for telling in tellings)
    top = [telling for telling in tellings if _rank(telling.item.extent) == most]
    points = {point for telling in tellings for point in telling.item.points}
    return Known(
        subject,
        id,
        top[0].item.extent,
        _first(top),
        tuple(dict.fromkeys(telling.disclosure.id for telling in tellings)),
        min((certainty_of(telling.disclosure) for telling in top), key=_SUREST.index),
        any(telling.public for telling in top),
        draft,
        _first(tellings),
        tuple(sorted(points)),
    )


def _rank(extent: Extent | None) -> int:
    return -1 if extent is None else EXTENTS.index(extent)


def _first(tellings: list[_Telling]) -> str | None:
    days = [telling.disclosure.on for telling in tellings]
    dated = [day for day in days if day]
    return None if len(dated) < len(days) else min(dated, key=lambda day: (last_day(day), day))


def certainty_of(disclosure: Disclosure) -> Certainty:
    """Disputed by its status; claimed where somebody's account of it is disputed or claimed; else recorded."""
    if disclosure.status == "disputed":
        return "disputed"
    words = {account.certainty for account in disclosure.accounts}
    return "claimed" if words & {"disputed", "claimed"} else "recorded"


def _by_point(case: Case, tellings: list[_Telling]) -> dict[tuple[str, str], list[_Telling]]:
    """Draft and point, told by: the points named, or all of a draft told in full."""
    groups: dict[tuple[str, str], list[_Telling]] = {}
    for telling in tellings:
        draft = case.get(Draft, telling.item.draft)
        points = telling.item.points
        if draft and not points and telling.item.extent == "full":
            points = tuple(dict.fromkeys(clause.point for clause in draft.clauses if clause.point))
        for point in points:
            groups.setdefault((telling.item.draft or "", point), []).append(telling)
    return groups
