"""What both kinds of brief say: the text, what changed, what comes, who stands where, what is open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from gettext import gettext as _
from gettext import ngettext

from onetext.brief.line import Line
from onetext.brief.sentences import contact_sentence, sentence
from onetext.brief.stances import cell_stands
from onetext.case.case import Case
from onetext.case.current import main_plan
from onetext.case.dates import days_before
from onetext.case.plan import Draft
from onetext.desk.calling import called, day_called
from onetext.desk.changes import changed_since
from onetext.desk.status import Open, Status
from onetext.disclosure.attribution import Output
from onetext.disclosure.told import is_excerpt
from onetext.positions.grid import Cell, grid

FALLBACK = timedelta(days=14)
"""How far back "what changed" looks where nothing was handed over before."""


def text_lines(case: Case, found: Status, output: Output) -> Iterator[Line]:
    """Where the text stands.

    A handout without a draft says nothing of drafts: "there is none" would be our word for what we only may not show.
    """
    section = _("Where the text stands")
    draft = case.get(Draft, found.draft)
    if draft is None:
        if output == "own":
            yield Line(section, _("No draft of the text is on record."))
        return
    yield Line(section, _draft_text(draft), (draft.id,))
    plan = main_plan(case)
    if plan and plan.nothing_agreed_until_everything:
        yield Line(section, _("Nothing is agreed until everything is agreed."), (plan.id,))
    for agreed in found.agreed:
        text = _("Agreed by all parties: {point}").format(point=called(case, agreed.point))
        if agreed.ad_referendum:
            text += _(" (to be confirmed in the capitals)")
        yield Line(section, text, (agreed.draft, *_yes(case, agreed.point, agreed.draft)))


def _yes(case: Case, point: str, draft: str) -> tuple[str, ...]:
    """The acceptances by which a point is agreed."""
    return tuple(
        one.id
        for one in case.records.get("acceptance", ())
        if getattr(one, "draft", None) == draft and getattr(one, "point", None) in (None, point)
    )


def _draft_text(draft: Draft) -> str:
    count = draft.points or len(draft.clauses)
    words = [_("The current draft is “{name}”").format(name=draft.title) if draft.title else _("The current draft is")]
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
        section = _("Changed since {day}").format(day=day_called(since.isoformat()))
    else:
        section = _("Changed in the last {days} days").format(days=FALLBACK.days)
    for change in changed_since(case, since or days_before(day, FALLBACK), day):
        said = sentence(case, change.record, output)
        if said:
            yield Line(section, said.text, (change.record.id,), said.level)


def agenda_lines(case: Case, found: Status) -> Iterator[Line]:
    """Next contacts and deadlines."""
    section = _("Next contacts and deadlines")
    for contact in found.next_contacts:
        yield Line(section, f"{day_called(contact.on)}: {contact_sentence(case, contact)}", (contact.id,))
    for pending in found.pending:
        if pending.kind == "deadline":
            due = _("Due {day}: {what}") if pending.due else _("Due, {day}: {what}")
            yield Line(section, due.format(day=day_called(pending.due), what=called(case, pending.id)), (pending.id,))


def stand_lines(case: Case, day: date) -> Iterator[Line]:
    """Who stands where, point by point, those with the latest word first."""
    section = _("Who stands where")
    rows: dict[str, list[Cell]] = {}
    for cell in grid(case, day).cells:
        if cell.point and cell.stance != "unknown":
            rows.setdefault(cell.point, []).append(cell)
    for point, cells in sorted(rows.items(), key=lambda row: min(_stale(cell) for cell in row[1])):
        stances = "; ".join(cell_stands(case, cell) for cell in cells)
        grounds = tuple(id for cell in cells for id in cell.evidence)
        yield Line(section, f"{called(case, point)}: {stances}", grounds)


def _stale(cell: Cell) -> int:
    """Days since the last word; no date is older than any."""
    return 10**6 if cell.stale_days is None else cell.stale_days


def further_points(count: int) -> str:
    return ngettext(
        "{n} further point with positions is left out for space",
        "{n} further points with positions are left out for space",
        count,
    ).format(n=count)


def open_lines(case: Case, found: Status) -> Iterator[Line]:
    """What is open: brackets, rival options, questions, reservations, issues on which the text is silent."""
    section = _("What is open")
    draft = case.get(Draft, found.draft)
    for one in found.open:
        bracketed = (draft.id,) if draft and one.brackets else ()
        grounds = (*bracketed, *one.options, *one.proposals)
        yield Line(section, f"{called(case, one.point)}: {_counts(one)}", grounds)
    for pending in found.pending:
        if pending.kind == "question":
            yield Line(section, _("Question: {text}").format(text=called(case, pending.id)), (pending.id,))
        if pending.kind == "reservation":
            yield Line(section, _("Reservation: {text}").format(text=called(case, pending.id)), (pending.id,))
    if draft and not is_excerpt(draft):  # what an excerpt leaves out is not what the text is silent on
        for point in found.silent:
            yield Line(section, _("The text is silent on: {point}").format(point=called(case, point)), (draft.id,))


def _counts(one: Open) -> str:
    parts = []
    if one.brackets:
        parts.append(ngettext("{n} bracket", "{n} brackets", one.brackets).format(n=one.brackets))
    if one.options:
        parts.append(ngettext("{n} option", "{n} options", len(one.options)).format(n=len(one.options)))
    if one.proposals:
        parts.append(ngettext("{n} proposal", "{n} proposals", len(one.proposals)).format(n=len(one.proposals)))
    return ", ".join(parts)
