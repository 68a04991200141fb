"""A record as a line of evidence: who, what, when, how it reached us; and a link to its entry."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from onetext.case.case import Case
from onetext.case.position import Position
from onetext.case.record import Record
from onetext.case.source import Source, Statement
from onetext.desk.calling import called, title_of
from onetext.disclosure.attribution import attributed

_RECEIVED = {
    "on_record": lambda: _("on the record"),
    "anonymous": lambda: _("unnamed source"),
    "second_hand": lambda: _("second hand"),
    "leaked": lambda: _("leaked"),
    "document": lambda: _("document"),
    "joint": lambda: _("joint statement"),
}


@dataclass(frozen=True)
class Evidence:
    """What ``parts/evidence.html`` shows of a record."""

    id: str
    kind: str
    text: str
    who: str | None = None
    on: str | None = None
    received: str | None = None
    stance: str | None = None
    red_line: bool = False
    outlets: tuple[str, ...] = ()


def evidence_of(case: Case, id: str) -> Evidence:
    """The record as a line; its id alone where the case shows none."""
    heads = case.heads(id)
    return evidence_line(case, heads[0]) if heads else Evidence(id, "", id)


def evidence_line(case: Case, record: Record) -> Evidence:
    outlets = _outlets(case, record)
    if isinstance(record, Statement):
        printed = attributed(record, "own")
        text = (printed.text or printed.quote or record.id) if printed else record.id
        who = printed.speaker if printed else None
        how = _RECEIVED[record.received]() if record.received else None
        caution = f" [{printed.caution}]" if printed and printed.caution else ""
        return Evidence(record.id, record.kind, text + caution, who, record.on, how, outlets=outlets)
    if isinstance(record, Position):
        text = record.text or called(case, record.option or record.point) or _("the plan as a whole")
        who = record.speaker or called(case, record.party)
        how = _RECEIVED[record.received]() if record.received else None
        return Evidence(record.id, record.kind, text, who, record.on, how, record.stance, record.red_line, outlets)
    return Evidence(record.id, record.kind, title_of(case, record), None, record.on, outlets=outlets)


def _outlets(case: Case, record: Record) -> tuple[str, ...]:
    ids = (*record.sources, *getattr(record, "via", ()))
    found = (case.get(Source, id) for id in dict.fromkeys(ids))
    return tuple(source.outlet or title_of(case, source) for source in found if source)
