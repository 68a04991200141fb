"""Questions, demands, linked agreements, deadlines, tellings, plans and persons that the case already holds.

Short texts in reporters' own words: their stems are compared (Dice), numbers must be the same, and whoever they are of.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from gettext import gettext as _
from typing import Any

from onetext.case.case import Case
from onetext.case.once import once_a_case
from onetext.case.people import Person
from onetext.case.plan import Draft
from onetext.case.position import Position
from onetext.case.record import Named, Record
from onetext.case.telling import Disclosure
from onetext.case.work import Deadline, LinkedAgreement, Question
from onetext.reading.linking.actors import Actor, Actors, actor_of, actors
from onetext.reading.linking.days import days_told, when_told
from onetext.reading.linking.link import Link, Relation, clear_best, rounded
from onetext.reading.linking.meetings import alike
from onetext.reading.linking.origin import Origin
from onetext.wording.stems import bearing, plain_words, stems

_ALIKE = 0.6
"""Of two short texts, the share of stems in common from which they are taken for one; two shared stems at least."""
_TELLING_DAYS = 10


@dataclass(frozen=True, slots=True)
class Words:
    """A short text as it is compared."""

    id: str
    stems: frozenset[str]
    bearing: tuple[frozenset[str], int]
    record: Record


@once_a_case
def _questions(case: Case) -> tuple[Words, ...]:
    return tuple(_words(one, one.text) for one in case.all(Question))


@once_a_case
def _demands(case: Case) -> tuple[Words, ...]:
    return tuple(_words(one, one.text) for one in case.all(Position) if one.text)


@once_a_case
def _agreements(case: Case) -> tuple[Words, ...]:
    return tuple(_words(one, one.name) for one in case.all(LinkedAgreement))


@once_a_case
def _deadlines(case: Case) -> tuple[Words, ...]:
    return tuple(_words(one, one.title) for one in case.all(Deadline))


def _words(record: Record, text: str | None) -> Words:
    return Words(record.id, frozenset(stems(text or "")), bearing(plain_words(text or "")), record)


def _alike(a: Words, b: Words) -> float:
    """Dice over stems; 0 where numbers or denials differ, or where fewer than two stems are shared."""
    shared = len(a.stems & b.stems)
    if a.bearing != b.bearing or shared < max(1, min(2, len(a.stems | b.stems))):
        return 0.0
    return 2 * shared / (len(a.stems) + len(b.stems))


def _told(text: object) -> Words:
    return Words("", frozenset(stems(str(text or ""))), bearing(plain_words(str(text or ""))), _NOTHING)


_NOTHING = Record(id="nothing")


def link_question(case: Case, fields: Mapping[str, Any]) -> tuple[Link, ...]:
    told = _told(fields.get("text"))
    return clear_best(
        Link(held.id, Question.kind, "already", rounded(like), _("asked in nearly the same words"))
        for held in _questions(case) if (like := _alike(told, held)) >= _ALIKE
    )  # fmt: skip


def link_demand(case: Case, fields: Mapping[str, Any]) -> tuple[Link, ...]:
    """A position of the same party in nearly the same words, which asks or was asked."""
    told, party = _told(fields.get("text")), actors(case).party(fields.get("party"))
    if party is None:
        return ()
    found = []
    for held in _demands(case):
        position = held.record
        if not isinstance(position, Position) or position.party != party or position.move not in ("demand", None):
            continue
        if (like := _alike(told, held)) >= _ALIKE:
            found.append(
                Link(held.id, Position.kind, "already", rounded(like), _("of the same party, in nearly the same words"))
            )
    return clear_best(found)


_FORMS = frozenset(
    stems(
        "agreement accord protocol treaty pact deal memorandum convention regulations arrangement understanding "
        "declaration communique framework process formula"
    )
)
"""Words for a form of paper, which one outlet calls so and another otherwise."""


def link_agreement(case: Case, fields: Mapping[str, Any], origin: Origin) -> tuple[Link, ...]:
    """The agreement of the same name. What its name is beside the form of paper must be the same, years too."""
    told = _told(fields.get("name"))
    own = told.stems - _FORMS
    found = []
    for held in _agreements(case):
        theirs = held.stems - _FORMS
        if not own or not theirs or not (own <= theirs or theirs <= own):
            continue
        if told.bearing[0] and held.bearing[0] and told.bearing[0] != held.bearing[0]:
            continue
        forms = (told.stems & _FORMS, held.stems & _FORMS)
        if forms[0] and forms[1] and not forms[0] & forms[1]:
            continue
        score = 0.95 if own == theirs else 0.75
        relation, reason = _claim(held.record, fields, origin)
        found.append(Link(held.id, LinkedAgreement.kind, relation, score, reason))
    return clear_best(found)


def _claim(record: Record, fields: Mapping[str, Any], origin: Origin) -> tuple[Relation, str]:
    """Another status, or the same by somebody else, is an account of its own (C3)."""
    status = fields.get("status")
    ours = bool(set(record.sources) & origin.same)
    if not status or ours:
        return "already", _("the same name")
    return "account", _("the same name; here its status is: {status}").format(status=str(status).replace("_", " "))


def link_deadline(case: Case, fields: Mapping[str, Any], contact: str | None) -> tuple[Link, ...]:
    """The deadline with the same day or the same meeting, for the same thing. ``contact`` is the meeting's record."""
    told, day = _told(fields.get("what")), days_told(fields.get("date"))
    found = []
    for held in _deadlines(case):
        due = held.record
        if not isinstance(due, Deadline):
            continue
        like, theirs = _alike(told, held), days_told(due.on)
        if contact and due.contact == contact and like >= _ALIKE / 2:
            found.append(
                Link(held.id, Deadline.kind, "already", rounded(0.7 + 0.3 * like), _("bound to the same meeting"))
            )
        elif day and theirs and day.apart(theirs) == 0 and like >= _ALIKE / 2:
            found.append(Link(held.id, Deadline.kind, "already", rounded(0.6 + 0.4 * like), _("due on the same day")))
        elif (day is None or theirs is None) and like >= 0.8:
            found.append(Link(held.id, Deadline.kind, "already", rounded(like), _("in nearly the same words")))
    return clear_best(found)


def link_telling(case: Case, fields: Mapping[str, Any], origin: Origin) -> tuple[Link, ...]:
    """The disclosure by the same to the same, of the same thing or on the same days."""
    people = actors(case)
    by, to = _who(people, fields.get("by"), origin), [_who(people, name, origin) for name in fields.get("to") or ()]
    when = when_told(fields.get("date"), None, origin.on, _STATUS.get(str(fields.get("status"))))
    topic = _told(fields.get("what"))
    found = []
    for held in case.all(Disclosure):
        who = _told_to(people, by, to, held)
        if who == 0 or not _modes_fit(fields.get("mode"), held.mode):
            continue
        theirs = days_told(held.on, held.end)
        if when and theirs and when.apart(theirs) > (0 if when.told else _TELLING_DAYS):
            continue
        like = max((_alike(topic, _told(item.topic)) for item in held.items if item.topic), default=0.0)
        about = bool(held.items and any(item.names for item in held.items))
        days = 1.0 if when and theirs and when.told else 0.6 if when and theirs else 0.0
        score = 0.5 * who + 0.25 * max(like, 0.5 if about else 0.0) + 0.25 * days
        reason = _("by the same to the same") + (_(", of the same thing") if like >= _ALIKE else "")
        relation: Relation = "already" if set(held.sources) & origin.same else "account"
        found.append(Link(held.id, Disclosure.kind, relation, rounded(score), reason))
    return clear_best(found)


_STATUS = {"done": "held", "ongoing": "held", "planned": "planned"}


def _who(people: Actors, name: str | None, origin: Origin) -> Actor:
    return people.named(name, origin.party_of(name), origin.on) if name else Actor("")


def _told_to(people: Actors, by: Actor, to: Iterable[Actor], held: Disclosure) -> float:
    """1 where both tell and all who are told are the same; less where one list is longer; 0 where anyone differs."""
    teller = _audience(people, held.by)
    hearers = [_audience(people, who) for who in held.to]
    named = list(to)
    if not named or not hearers or not (by.name and teller.name) or not alike(by, teller):
        return 0.0
    same = sum(any(alike(one, other) for other in hearers) for one in named)
    return same / max(len(named), len(hearers)) if same == min(len(named), len(hearers)) else 0.0


def _audience(people: Actors, who: str | Named | None) -> Actor:
    if who == "public":
        return Actor("public")
    return actor_of(people, who) if who else Actor("")


def _modes_fit(told: object, held: str | None) -> bool:
    return told is None or held is None or told == held or {str(told), held} <= {"briefing", "consultation"}


def link_plan(case: Case, fields: Mapping[str, Any]) -> tuple[Link, ...]:
    """The draft of that many points; which of several is meant is not guessed."""
    points = fields.get("points")
    found = [draft for draft in case.all(Draft) if points and (draft.points or len(draft.clauses) or None) == points]
    if len(found) != 1:
        return ()
    return (Link(found[0].id, Draft.kind, "already", 0.8, _("a draft of {n} points").format(n=points)),)


def link_person(case: Case, fields: Mapping[str, Any], origin: Origin) -> tuple[Link, ...]:
    """The person of the case that is meant; none where it may be a namesake."""
    found = actors(case).named(fields.get("name"), fields.get("party"), origin.on)
    if not found.person:
        return ()
    return (Link(found.person, Person.kind, "already", rounded(found.score), found.reason),)
