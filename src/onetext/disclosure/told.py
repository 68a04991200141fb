"""What a maker may tell an audience: what both may read, or what the audience knows already (D2, D8)."""

from __future__ import annotations

from datetime import date
from typing import Any

from onetext.case.access import Clearance, Compartment, Grant, Marking, Release
from onetext.case.case import Case
from onetext.case.dates import last_day
from onetext.case.people import Party, Person
from onetext.case.plan import Category, Clause, Draft, Plan, Point
from onetext.case.record import Record
from onetext.case.source import Statement
from onetext.case.telling import Disclosure, Export, Line
from onetext.case.words import EXTENTS, Extent
from onetext.case.work import Comment, Suggestion
from onetext.disclosure.access import may_read_record
from onetext.disclosure.answer import Answer
from onetext.disclosure.attribution import attributed, marking_allows
from onetext.disclosure.cut import rebuilt, tied
from onetext.disclosure.knows import Knowledge, Known, knows
from onetext.disclosure.reader import Reader

_EXCERPT = "excerpt"

_OURS = (Clearance, Compartment, Grant, Release, Marking, Export, Line, Comment, Suggestion)
"""Kinds that are about our own work and go to no audience, whatever they may read."""


def may_be_told(case: Case, audience: Reader, record: Record, at: date) -> Answer:
    """Whether the maker, for whom ``case`` is already cut, may tell ``audience`` of this record on that day.

    What the audience may read or knows already; never what is under embargo or off the record, nor against its
    marking (D8).
    """
    return _may_be_told(case, audience, record, at, knows(case, audience.who, at))


def _may_be_told(case: Case, audience: Reader, record: Record, at: date, known: Knowledge) -> Answer:
    """Whether the maker, for whom ``case`` is already cut, may tell ``audience``, who know ``known``, of this record.

    Never what is under embargo or off the record, nor against its marking (D8).
    """
    if embargo := embargo_on(case, record.id, at):
        return Answer(False, f"it is under embargo until {embargo}")
    if isinstance(record, Statement) and attributed(record, "handout") is None:
        return Answer(False, "it was said off the record")
    marking = marking_allows(case, record, audience.who, at)
    if not marking:
        return marking
    readable = may_read_record(case, audience, record)
    if readable:
        return readable
    item = known.about(record.id)
    if item and item.certainty != "disputed":
        return Answer(True, f"{audience.who} knows it ({item.extent or 'extent not stated'}) by {', '.join(item.by)}")
    return Answer(False, f"{readable.reason}, and was not told of it")


def embargo_on(case: Case, record_id: str, at: date) -> str | None:
    """The latest embargo that still holds on the record on that day."""
    embargoes = [
        disclosure.embargo
        for disclosure in case.all(Disclosure)
        if disclosure.embargo
        and last_day(disclosure.embargo) > at
        and any(item.names == record_id for item in disclosure.items)
    ]
    return max(embargoes, key=last_day, default=None)


def tellable(case: Case, audience: Reader, at: date) -> Case:
    """Of the maker's own cut case, what may be told to the audience; each record narrowed to the extent it is known.

    What the audience knows of a draft brings the plan's frame with it (points and categories by title, from
    "outline" on), and the audience its own party and persons: a page must be able to call things by name.
    """
    known = knows(case, audience.who, at)
    shown: dict[int, Record] = {}
    for record in case.everything():
        if isinstance(record, _OURS) or not _may_be_told(case, audience, record, at, known):
            continue
        told = record if may_read_record(case, audience, record) else _narrowed(record, known)
        shown[id(record)] = _unsigned(told)
    for record in _frame(case, audience, known, at):
        shown.setdefault(id(record), _called_only(record))
    return rebuilt(case, tied([shown[id(record)] for record in case.everything() if id(record) in shown]))


def _unsigned(record: Record) -> Record:
    """A statement without what its attribution level keeps back (D8)."""
    if not isinstance(record, Statement):
        return record
    printed = attributed(record, "handout")
    if printed is None or record.handling in (None, "on_record"):
        return record
    speaker: dict[str, Any] = {"name": None, "person": None}
    if printed.speaker is None:
        speaker["description"] = None
    changes: dict[str, Any] = {"speaker": record.speaker.model_copy(update=speaker), "note": None, "accounts": ()}
    if printed.party is None:
        changes |= {
            "party": None,
            "quote": None,
            "contact": None,
            "to": (),
            "via": (),
            "outlet": None,
            "sources": (),
            "span": None,
        }
    return record.model_copy(update=changes)


def _narrowed(record: Record, known: Knowledge) -> Record:
    """A record known but not readable: no more of it than was told."""
    item = known.about(record.id)
    if item is None or not isinstance(record, Draft):
        return _bare(record, item)
    bare: dict[str, Any] = {"note": None, "accounts": (), "penholder": None, "text": None}
    if not _reaches(item.extent, "part"):
        return record.model_copy(
            update={**bare, "clauses": (), "points": record.points if _reaches(item.extent, "outline") else None}
        )
    whole = item.extent == "full"
    told = tuple(_unnoted(clause) for clause in record.clauses if whole or clause.point in item.points)
    if whole:
        return record.model_copy(update={**bare, "clauses": told})
    return record.model_copy(update={**bare, "note": _EXCERPT, "points": len(told), "clauses": renumbered(told)})


def renumbered(clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """An excerpt has numbers of its own: a gap would say how much is withheld (T2)."""
    return tuple(clause.model_copy(update={"number": str(n)}) for n, clause in enumerate(clauses, 1))


def _unnoted(clause: Clause) -> Clause:
    """The clause without our notes and rival accounts."""
    return clause.model_copy(update={"note": None, "accounts": ()})


def is_excerpt(draft: Draft) -> bool:
    """Whether the draft was narrowed to the part that its audience was told (T2)."""
    return draft.note == _EXCERPT


def _bare(record: Record, item: Known | None) -> Record:
    """Without our notes and rival accounts; told of its existence only, without its words too."""
    changes: dict[str, Any] = {"note": None, "accounts": ()}
    if item is None or not _reaches(item.extent, "outline"):
        changes |= {name: None for name in ("text", "quote") if name in type(record).model_fields}
    rest = {name: value for name, value in changes.items() if not type(record).model_fields[name].is_required()}
    return record.model_copy(update=rest)


def _reaches(extent: Extent | None, least: Extent) -> bool:
    return extent is not None and EXTENTS.index(extent) >= EXTENTS.index(least)


def _frame(case: Case, audience: Reader, known: Knowledge, at: date) -> list[Record]:
    """The records by which what is known is called: plans and points of known drafts, the audience's own people.

    Names and titles only; nothing that is under embargo or marked against leaving, and nothing of a draft that is.
    """
    found: list[Record] = [party for party in case.all(Party) if party.id == audience.who]
    found += [
        person
        for person in case.all(Person)
        if person.id == audience.who or any(role.party == audience.who for role in person.roles)
    ]
    point_ids: set[str] = set()
    for item in known.of("draft"):
        draft = case.get(Draft, item.id)
        if draft is None or item.certainty == "disputed" or not _may_leave(case, audience, draft, at):
            continue
        found += [plan for plan in case.all(Plan) if plan.id == draft.plan]
        if _reaches(item.extent, "outline"):
            told = (
                set(item.points)
                if item.extent == "part"
                else {clause.point for clause in draft.clauses if clause.point}
            )
            point_ids |= {point for point in told if point}
    points = [point for point in case.all(Point) if point.id in point_ids]
    categories = {point.category for point in points}
    found += [category for category in case.all(Category) if category.id in categories]
    return [record for record in (*found, *points) if _may_leave(case, audience, record, at)]


def _may_leave(case: Case, audience: Reader, record: Record, at: date) -> bool:
    """Whether neither an embargo nor a marking holds the record back from this audience."""
    return embargo_on(case, record.id, at) is None and bool(marking_allows(case, record, audience.who, at))


def _called_only(record: Record) -> Record:
    """The record by its name: without our notes, rival accounts and words about it."""
    changes: dict[str, Any] = {"note": None, "accounts": ()}
    if isinstance(record, Point):
        changes["text"] = None
    if isinstance(record, Person):
        roles = (role.model_copy(update={"note": None, "accounts": ()}) for role in record.roles)
        changes["roles"] = tuple(roles)
    return record.model_copy(update=changes)
