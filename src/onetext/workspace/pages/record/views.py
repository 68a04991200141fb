"""The record: what happened and was said, by day; and each entry with its sources, accounts and comments."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from onetext.case.case import Case
from onetext.case.dates import last_day
from onetext.case.people import Party
from onetext.case.plan import Point
from onetext.case.record import Record
from onetext.case.work import Comment
from onetext.desk.search import involves
from onetext.disclosure.recording import Writing, new_id, write
from onetext.files.faults import Faults
from onetext.workspace.content import shown, stored, view
from onetext.workspace.frame import Frame, enter
from onetext.workspace.pages.record import change, correct
from onetext.workspace.pages.record.articles import paste
from onetext.workspace.pages.record.entry import entry_of
from onetext.workspace.pages.record.suggestions import views as suggestions
from onetext.workspace.timeline import KINDS, days_of

_PAGE = 60


def show_record(request: HttpRequest, case_id: str) -> HttpResponse:
    """The timeline, newest first; ``kind``, ``party`` and ``point`` narrow it."""
    frame = enter(request, case_id, "record")
    case = shown(frame)
    kinds = [kind for kind in request.GET.getlist("kind") if kind in KINDS] or list(KINDS)
    party, point = request.GET.get("party", ""), request.GET.get("point", "")
    first = _number(request.GET.get("after", "0"))
    found = _records(frame, case, kinds, party, point, first)
    context = {
        "frame": frame,
        "days": days_of(case, found[:_PAGE]),
        "kinds": [(kind, words(), kind in request.GET.getlist("kind")) for kind, words in KINDS.items()],
        "narrowed": bool(request.GET.getlist("kind")),
        "party": party,
        "point": point,
        "parties": [(one.id, one.name) for one in case.all(Party)],
        "points": [(one.id, one.title) for one in case.all(Point)],
        "newer": max(0, first - _PAGE) if first else None,
        "older": first + _PAGE if len(found) > _PAGE else None,
    }
    return render(request, "record/page.html", context)


def _records(frame: Frame, case: Case, kinds: list[str], party: str, point: str, first: int) -> list[Record]:
    """One page and one record more, so that the page knows whether there is another."""
    if not party and not point and frame.asked.reader is None:
        return view(frame).page(kinds, first, _PAGE + 1)
    records = [one for kind in kinds for one in case.records.get(kind, ()) if involves(case, one, party, point)]
    ordered = sorted(records, key=lambda one: (last_day(one.on) if one.on else date.min, one.id), reverse=True)
    return ordered[first : first + _PAGE + 1]


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 9 else 0


def show_entry(request: HttpRequest, case_id: str, record_id: str) -> HttpResponse:
    """All heads of one record side by side; hidden is absent (D4)."""
    frame = enter(request, case_id, "record")
    case = shown(frame)
    heads = case.heads(record_id)
    if not heads:
        raise Http404
    context = {
        "frame": frame,
        "entries": [entry_of(case, head) for head in heads],
        "comments": [one for one in case.all(Comment) if one.about == record_id],
        "versions": view(frame).authors(record_id) if frame.asked.reader is None else (),
        "record_id": record_id,
        "may_write": frame.is_now and frame.asked.reader is None,
    }
    return render(request, "record/entry.html", context)


@require_POST
def add_comment(request: HttpRequest, case_id: str, record_id: str) -> HttpResponse:
    """A comment carries the labels of what it is about (D12)."""
    frame = enter(request, case_id, "record")
    case = stored(frame)
    seen = case.view(frame.asked)
    heads = seen.get(record_id)
    if not heads:
        raise Http404
    text = request.POST.get("text", "").strip()
    if text:
        labels = tuple(sorted({*case.store.head.default_labels, *(heads[0].labels or ())}))
        comment = Comment(
            id=new_id(case.store, case.username, labels),
            about=record_id,
            by=case.username,
            text=text[:10_000],
            labels=labels,
            on=case.store.today().isoformat(),
        )
        try:
            write(case.store, seen, case.username, [Writing(comment)])
        except Faults as refused:
            context = {"frame": frame, "title": _("The comment was not kept"), "faults": refused.faults}
            return render(request, "record/refused.html", context, status=400)
    return redirect(frame.address("entry", record_id))


urlpatterns = [
    *change.urlpatterns,
    *paste.urlpatterns,
    *suggestions.urlpatterns,
    *correct.urlpatterns,
    path("", show_record, name="record"),
    path("entry/<str:record_id>/", show_entry, name="entry"),
    path("entry/<str:record_id>/comment/", add_comment, name="comment"),
]
