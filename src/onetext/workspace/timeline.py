"""Records as moments of the timeline: a day, a kind, a line, and the state where it is a contact."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _

from onetext.case.case import Case
from onetext.case.contact import Contact
from onetext.case.record import Record
from onetext.desk.contacts import state_of
from onetext.workspace.evidence import Evidence, evidence_line
from onetext.workspace.fieldwords import kind_words

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
    kind: str
    place: str | None
    status: str | None
    disputed: bool


@dataclass(frozen=True)
class Day:
    """The moments of one day; ``on`` is None for those without one."""

    on: str | None
    moments: tuple[Moment, ...]


def days_of(case: Case, records: Iterable[Record]) -> list[Day]:
    """The records in their order, under their days."""
    lines = (moment(case, record) for record in records)
    return [Day(on, tuple(found)) for on, found in groupby(lines, key=lambda one: one.line.on)]


def moment(case: Case, record: Record) -> Moment:
    """A record as one line of a timeline."""
    line = evidence_line(case, record)
    if isinstance(record, Contact):
        state = state_of(record)
        return Moment(line, kind_words(record.kind), record.place, state.status, state.disputed)
    return Moment(line, kind_words(record.kind), None, None, False)
