"""The secretary's four questions: what stands agreed, whose word is awaited, what is open, what is pending."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal

from onetext.case.case import Case
from onetext.case.contact import Contact
from onetext.case.current import current_draft, main_plan
from onetext.case.dates import days_before
from onetext.case.once import once_a_case
from onetext.case.people import Party, Person
from onetext.case.plan import Acceptance, Criticism, Draft, Plan, Point, Proposal
from onetext.case.position import Position
from onetext.case.source import Statement
from onetext.case.work import Question
from onetext.desk.calling import title_of
from onetext.desk.changes import Change, changed_since
from onetext.desk.contacts import next_contacts, state_of
from onetext.desk.deadlines import deadlines_ahead
from onetext.disclosure.knows import knows
from onetext.drafting.openness import rival_options, verbatim_texts
from onetext.drafting.readings import brackets_left
from onetext.positions.silence import silent_issues

_LOOK_BACK = timedelta(days=7)


@dataclass(frozen=True)
class Agreed:
    """A point that every party of the plan accepted in the current draft, without reservation."""

    point: str
    draft: str
    by: tuple[str, ...]
    ad_referendum: bool


@dataclass(frozen=True)
class Awaited:
    """A party that was shown the current draft and has not reacted to it."""

    party: str
    draft: str
    since: str | None


@dataclass(frozen=True)
class Open:
    """What keeps a point open: brackets left in the draft's own words, rival options, proposals not decided."""

    point: str
    brackets: int
    options: tuple[str, ...]
    proposals: tuple[str, ...]


@dataclass(frozen=True)
class Pending:
    kind: Literal["question", "deadline", "reservation"]
    id: str
    due: str | None


@dataclass(frozen=True)
class Status:
    at: date
    plan: str | None
    draft: str | None
    agreed: tuple[Agreed, ...]
    awaited: tuple[Awaited, ...]
    open: tuple[Open, ...]
    pending: tuple[Pending, ...]
    next_contacts: tuple[Contact, ...]
    silent: tuple[str, ...]
    since: date
    changed_since: tuple[Change, ...]


@once_a_case
def status(case: Case, day: date, since: date | None = None) -> Status:
    """The state of the main plan on ``day``, from a case cut for it; ``since``: seven days before, if left out."""
    plan = main_plan(case)
    draft = current_draft(case, plan)
    start = since or days_before(day, _LOOK_BACK)
    agreed = _agreed(case, plan, draft)
    return Status(
        at=day,
        plan=plan.id if plan else None,
        draft=draft.id if draft else None,
        agreed=agreed,
        awaited=_awaited(case, draft, day),
        open=_open(case, draft, {one.point for one in agreed}),
        pending=_pending(case, draft, day),
        next_contacts=next_contacts(case, day),
        silent=silent_issues(case),
        since=start,
        changed_since=changed_since(case, start, day),
    )


def _agreed(case: Case, plan: Plan | None, draft: Draft | None) -> tuple[Agreed, ...]:
    if plan is None or draft is None or not plan.parties:
        return ()
    given = [one for one in case.all(Acceptance) if one.draft == draft.id and not one.reservation]
    found = []
    for point in case.all(Point):
        yes = [one for one in given if one.point in (None, point.id)]
        if {one.party for one in yes} >= set(plan.parties):
            referendum = any(one.ad_referendum for one in yes)
            found.append(Agreed(point.id, draft.id, plan.parties, referendum))
    return tuple(found)


def _awaited(case: Case, draft: Draft | None, day: date) -> tuple[Awaited, ...]:
    if draft is None:
        return ()
    reacted = _reacted(case, draft)
    found = []
    for party in case.all(Party):
        if party.id in reacted or _holds_pen(case, draft, party.id):
            continue
        known = next((item for item in knows(case, party.id, day).of("draft") if item.id == draft.id), None)
        if known and not known.public:
            found.append(Awaited(party.id, draft.id, known.first))
    return tuple(found)


def _holds_pen(case: Case, draft: Draft, party: str) -> bool:
    if draft.penholder == party:
        return True
    person = case.get(Person, draft.penholder) if isinstance(draft.penholder, str) else None
    return person is not None and any(role.party == party for role in person.roles)


def _reacted(case: Case, draft: Draft) -> set[str]:
    """Parties of whom anything is recorded that speaks of this draft."""
    found = {one.party for one in case.all(Acceptance) if one.draft == draft.id}
    found |= {one.party for one in case.all(Position) if one.draft == draft.id}
    found |= {one.party for one in case.all(Statement) if one.draft == draft.id and one.party}
    found |= {one.by for one in case.all(Criticism) if one.draft == draft.id and isinstance(one.by, str)}
    found |= {one.by for one in case.all(Proposal) if one.draft == draft.id and isinstance(one.by, str)}
    return found


def _open(case: Case, draft: Draft | None, agreed: set[str]) -> tuple[Open, ...]:
    found = []
    for point in case.all(Point):
        if point.id in agreed:
            continue
        brackets = sum(brackets_left(text) for text in verbatim_texts(draft, point.id)) if draft else 0
        rival = tuple(id for options in rival_options(case, point.id) for id in options)
        proposals = [one.id for one in case.all(Proposal) if one.point == point.id and one.status == "open"]
        if brackets or rival or proposals:
            found.append(Open(point.id, brackets, rival, tuple(proposals)))
    return tuple(found)


def _pending(case: Case, draft: Draft | None, day: date) -> tuple[Pending, ...]:
    questions = [Pending("question", one.id, one.due) for one in case.all(Question) if one.status != "answered"]
    deadlines = [Pending("deadline", one.deadline.id, one.on) for one in deadlines_ahead(case, day)]
    reservations = [
        Pending("reservation", one.id, one.until)
        for one in case.all(Acceptance)
        if one.reservation and draft and one.draft == draft.id
    ]
    return (*deadlines, *reservations, *questions)


def status_data(case: Case, found: Status) -> dict[str, Any]:
    """The fixed shape of ``status``."""
    return {
        "at": found.at.isoformat(),
        "plan": found.plan,
        "draft": found.draft,
        "agreed": [{**vars(one), "by": list(one.by)} for one in found.agreed],
        "awaited": [dict(vars(one)) for one in found.awaited],
        "open": [{**vars(one), "options": list(one.options), "proposals": list(one.proposals)} for one in found.open],
        "pending": [dict(vars(one)) for one in found.pending],
        "next_contacts": [_contact(case, one) for one in found.next_contacts],
        "silent": list(found.silent),
        "since": found.since.isoformat(),
        "changed_since": [
            {
                "kind": change.record.kind,
                "id": change.record.id,
                "on": change.record.on,
                "known_from": change.known_from,
                "text": title_of(case, change.record),
            }
            for change in found.changed_since
        ],
    }


def _contact(case: Case, contact: Contact) -> dict[str, Any]:
    state = state_of(contact)
    return {
        "id": contact.id,
        "on": contact.on,
        "kind": contact.contact_kind,
        "title": title_of(case, contact),
        "status": state.status,
        "disputed": state.disputed,
        "place": contact.place,
        "participants": [one.who or one.name or one.party for one in contact.participants],
    }
