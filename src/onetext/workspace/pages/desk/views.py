"""The four questions: agreed, awaited, open, pending; what changed since I last looked, and what is next."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from onetext.case.case import Case
from onetext.case.current import current_draft
from onetext.case.dates import days_before, last_day
from onetext.case.plan import Plan
from onetext.case.source import Statement
from onetext.desk.calling import called, title_of
from onetext.desk.contacts import state_of
from onetext.desk.status import Status, status
from onetext.workspace.cases import case_or_404, today_in
from onetext.workspace.content import shown
from onetext.workspace.frame import enter
from onetext.workspace.timeline import Day, moment

_LOOK_BACK = timedelta(days=7)
_LONG_PAST = timedelta(days=30)
_LAST_LOOK = "looked:"
_MOST = 18
"""Changes shown at once; the record has them all."""


def show_desk(request: HttpRequest, case_id: str) -> HttpResponse:
    frame = enter(request, case_id, "desk")
    case, day = shown(frame), frame.day or date.max
    since = _since(request, case_id, day)
    found = status(case, day, since)
    plan = case.get(Plan, found.plan)
    draft = current_draft(case, plan)
    context = {
        "frame": frame,
        "found": found,
        "since": since,
        "plan": plan,
        "draft": draft,
        "draft_title": title_of(case, draft) if draft else None,
        "empty": not case.records.get("point") and not case.records.get("statement"),
        **_questions(case, found),
        "contacts": _contacts(case, found),
        "deadlines": [(one, called(case, one.id)) for one in found.pending if one.kind == "deadline"],
        "changes": _news(case, found),
        "most": _MOST,
        "warnings": _warnings(found, case),
        "last_news": _last_news(case, day) if frame.is_now and not found.changed_since else None,
    }
    return render(request, "desk/page.html", context)


@require_POST
def looked(request: HttpRequest, case_id: str) -> HttpResponse:
    """From now on, "since I last looked" begins today."""
    opened = case_or_404(request, case_id)
    request.session[_LAST_LOOK + case_id] = today_in(opened.head.timezone).isoformat()
    return redirect("desk", case_id)


def _since(request: HttpRequest, case_id: str, day: date) -> date:
    """The day of the last look, if it is before the day shown; else a week before it."""
    last = request.session.get(_LAST_LOOK + case_id)
    looked = date.fromisoformat(last) if isinstance(last, str) else None
    return looked if looked and looked < day else days_before(day, _LOOK_BACK)


def _last_news(case: Case, day: date) -> date | None:
    """The last day anything was said on record, where that is long past: a way into a case that has ended."""
    days = [last_day(one.on) for one in case.all(Statement) if one.on]
    last = max((one for one in days if one <= day), default=None)
    return last if last and day - last > _LONG_PAST else None


def _questions(case: Case, found: Status) -> dict[str, object]:
    return {
        "agreed": [(one, called(case, one.point)) for one in found.agreed],
        "awaited": [(one, called(case, one.party)) for one in found.awaited],
        "open": [(one, called(case, one.point)) for one in found.open],
        "pending": [(one, called(case, one.id)) for one in found.pending if one.kind != "deadline"],
        "silent": [(point, called(case, point)) for point in found.silent],
    }


def _news(case: Case, found: Status) -> list[Day]:
    """The newest changes under the days on which they came to be known."""
    newest = found.changed_since[:_MOST]
    days = groupby(newest, key=lambda one: one.known_from)
    return [Day(on, tuple(moment(case, one.record) for one in changes)) for on, changes in days]


def _contacts(case: Case, found: Status) -> list[dict[str, object]]:
    return [{"contact": one, "title": title_of(case, one), "state": state_of(one)} for one in found.next_contacts]


def _warnings(found: Status, case: Case) -> list[str]:
    """What a secretary would point out: contacts said differently, deadlines soon."""
    warnings = [
        _("Accounts of “%(contact)s” differ.") % {"contact": title_of(case, one)}
        for one in found.next_contacts
        if state_of(one).disputed
    ]
    soon = [
        one for one in found.pending if one.kind == "deadline" and one.due and (last_day(one.due) - found.at).days <= 3
    ]
    warnings += [_("Due within three days: %(what)s.") % {"what": called(case, one.id)} for one in soon]
    return warnings


urlpatterns = [path("", show_desk, name="desk"), path("looked/", looked, name="looked")]
