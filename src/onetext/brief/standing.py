"""What both kinds of brief say: the text, what changed, what comes, who stands where, what is open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from gettext import gettext as _
from gettext import ngettext

from onetext.brief.line import Line
from onetext.case.case import Case
from onetext.case.current import main_plan
from onetext.case.plan import Draft
from onetext.case.record import Record
from onetext.case.source import Statement
from onetext.desk.calling import called, day_called, shortened, title_of
from onetext.desk.changes import changed_since
from onetext.desk.contacts import state_of
from onetext.desk.status import Status
from onetext.disclosure.attribution import Output, attributed
from onetext.disclosure.told import is_excerpt
from onetext.positions.grid import Cell, grid
from onetext.positions.signs import said

FALLBACK = timedelta(days=14)
"""How far back "what changed" looks where nothing was handed over before."""


def text_lines(case: Case, found: Status) -> Iterator[Line]:
    """Where the text stands."""
    section = _("Where the text stands")
    draft = case.get(Draft, found.draft)
    if draft is None:
        yield Line(section, _("No draft of the text is on record."))
        return
    yield Line(section, _draft_text(draft), (draft.id,))
    plan = main_plan(case)
    if plan and plan.nothing_agreed_until_everything:
        yield Line(section, _("Nothing is agreed until everything is agreed."), (plan.id,))
    for agreed in found.agreed:
        text = _("Agreed: {point}").format(point=called(case, agreed.point))
        if agreed.ad_referendum:
            text += _(" (to be confirmed in the capitals)")
        yield Line(section, text, (agreed.point, agreed.draft))


def _draft_text(draft: Draft) -> str:
    count = draft.points or len(draft.clauses)
    name = draft.title or draft.id
    words = [_("The current draft is “{name}”").format(name=name)]
    if draft.on:
        words.append(_("of {day}").format(day=day_called(draft.on)))
    if is_excerpt(draft):
        words.append(ngettext("(excerpt: {count} point)", "(excerpt: {count} points)", count).format(count=count))
    elif count:
        words.append(ngettext("with {count} point", "with {count} points", count).format(count=count))
    return " ".join(words) + "."


def change_lines(case: Case, since: date | None, day: date, output: Output) -> Iterator[Line]:
    """What came to be known since the last brief that was handed over."""
    if since:
        section = _("Changed since {day}, when the last one was handed over").format(day=day_called(since.isoformat()))
    else:
        section = _("Changed in the last {days} days").format(days=FALLBACK.days)
    for change in changed_since(case, since or day - FALLBACK, day):
        text, level = _sentence(case, change.record, output)
        if text:
            yield Line(section, text, (change.record.id,), level)


def _sentence(case: Case, record: Record, output: Output) -> tuple[str, str | None]:
    """A record as one sentence, and the attribution level it is printed at."""
    when = f"{day_called(record.on)}: " if record.on else ""
    if isinstance(record, Statement):
        printed = attributed(record, output)
        if printed is None or not (printed.text or printed.quote):
            return "", None
        caution = f" [{printed.caution}]" if printed.caution else ""
        who = printed.speaker or called(case, printed.party)
        return (
            f"{when}{who + ': ' if who else ''}{shortened(printed.text or printed.quote or '')}{caution}",
            record.handling,
        )
    return f"{when}{title_of(case, record)}", None


def agenda_lines(case: Case, found: Status) -> Iterator[Line]:
    """Next contacts and deadlines."""
    section = _("Next contacts and deadlines")
    for contact in found.next_contacts:
        where = f", {contact.place}" if contact.place else ""
        day = contact.on or _("day not known")
        yield Line(
            section, f"{day}: {title_of(case, contact)}{where} ({_state(state_of(contact).status)})", (contact.id,)
        )
    for pending in found.pending:
        if pending.kind == "deadline":
            yield Line(
                section,
                _("Due {day}: {what}").format(day=day_called(pending.due), what=called(case, pending.id)),
                (pending.id,),
            )


def _state(status: str) -> str:
    words = {
        "planned": _("planned"),
        "expected": _("expected"),
        "held": _("held"),
        "ongoing": _("going on"),
        "suspended": _("suspended"),
        "postponed": _("postponed"),
        "unknown": _("state not known"),
    }
    return words.get(status, status)


def stand_lines(case: Case, day: date) -> Iterator[Line]:
    """Who stands where, point by point, those with the latest word first."""
    section = _("Who stands where")
    rows: dict[str, list[Cell]] = {}
    for cell in grid(case, day).cells:
        if cell.point and cell.stance != "unknown":
            rows.setdefault(cell.point, []).append(cell)
    for point, cells in sorted(rows.items(), key=lambda row: min(cell.stale_days or 0 for cell in row[1])):
        stances = "; ".join(_stance(case, cell) for cell in cells)
        grounds = tuple(id for cell in cells for id in cell.evidence)
        yield Line(section, f"{called(case, point)}: {stances}", (point, *grounds))


def _stance(case: Case, cell: Cell) -> str:
    text = f"{called(case, cell.party)} {said(cell.stance)}"
    return text + _(" (red line)") if cell.red_line else text


def open_lines(case: Case, found: Status) -> Iterator[Line]:
    """What is open: brackets, rival options, questions, issues on which the text is silent."""
    section = _("What is open")
    for one in found.open:
        parts = []
        if one.brackets:
            parts.append(ngettext("{n} bracket", "{n} brackets", one.brackets).format(n=one.brackets))
        if one.options:
            parts.append(ngettext("{n} option", "{n} options", len(one.options)).format(n=len(one.options)))
        if one.proposals:
            parts.append(ngettext("{n} proposal", "{n} proposals", len(one.proposals)).format(n=len(one.proposals)))
        yield Line(section, f"{called(case, one.point)}: {', '.join(parts)}", (one.point, *one.options, *one.proposals))
    for pending in found.pending:
        if pending.kind == "question":
            yield Line(section, _("Question: {text}").format(text=called(case, pending.id)), (pending.id,))
        if pending.kind == "reservation":
            yield Line(section, _("Reservation: {text}").format(text=called(case, pending.id)), (pending.id,))
    for point in found.silent:
        yield Line(section, _("The text is silent on: {point}").format(point=called(case, point)), (point,))
