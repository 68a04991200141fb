"""Records as moments of the timeline: a day, a kind, a line, and the state where it is a contact."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from onetext.case.case import Case
from onetext.case.contact import Contact
from onetext.case.record import Record
from onetext.desk.contacts import state_of
from onetext.workspace.evidence import Evidence, evidence_line

KINDS: dict[str, Callable[[], str]] = {
    "contact": lambda: _("Contacts"),
    "statement": lambda: _("Statements"),
    "draft": lambda: _("Drafts"),
    "disclosure": lambda: _("Tellings"),
    "position": lambda: _("Positions"),
    "question": lambda: _("Questions"),
    "agreement": lambda: _("Linked agreements"),
    "deadline": lambda: _("Deadlines"),
    "proposal": lambda: _("Proposals"),
    "criticism": lambda: _("Criticisms"),
    "acceptance": lambda: _("Acceptances"),
    "comment": lambda: _("Comments"),
}
"""What the timeline shows, in the order of the filter."""


@dataclass(frozen=True)
class Moment:
    line: Evidence
    place: str | None
    status: str | None
    disputed: bool


def moments(case: Case, records: list[Record]) -> list[Moment]:
    return [_moment(case, record) for record in records]


def _moment(case: Case, record: Record) -> Moment:
    line = evidence_line(case, record)
    if isinstance(record, Contact):
        state = state_of(record)
        return Moment(line, record.place, state.status, state.disputed)
    return Moment(line, None, None, False)
