"""A paper handed over: what leaves the house, who then knows it, and the telling recorded of it (D6)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from onetext.brief.compose import BRIEFS, HANDOUT
from onetext.brief.learning import learnt, will_know
from onetext.case.case import Case
from onetext.case.people import Person
from onetext.case.record import MEMBER
from onetext.case.telling import Disclosure, Export, Item
from onetext.desk.calling import called, day_called, who_called
from onetext.desk.saying import extent_said
from onetext.disclosure.reader import reader_of
from onetext.disclosure.recording import Writing, new_id, write
from onetext.disclosure.telling import Telling, disclosure_of
from onetext.files.faults import Fault, Faults
from onetext.workspace.cases import Asked
from onetext.workspace.content import stored
from onetext.workspace.frame import Frame, enter
from onetext.workspace.pages.brief.present import present


def hand_over(request: HttpRequest, case_id: str, export_id: str) -> HttpResponse:
    """Before it is recorded the page says who will then know what; once recorded it stays (D2)."""
    frame = enter(request, case_id, "brief")
    export = present(frame).get(Export, export_id)
    if export is None or export.what not in BRIEFS or frame.reader is not None:
        raise Http404
    if export.for_ is None or export.for_.startswith(MEMBER):
        raise Http404
    if request.method == "POST":
        return _record(request, frame, export, export.for_)
    return _page(request, frame, export, export.for_)


def _record(request: HttpRequest, frame: Frame, export: Export, to: str) -> HttpResponse:
    opened = stored(frame)
    on, by = request.POST.get("on", ""), request.POST.get("by", "") or None
    case = present(frame)
    try:
        told = disclosure_of(case, Telling([to], [export.id], by, _past_day(on, frame)), "new")
        labels = told.labels or case.head.default_labels
        telling = told.model_copy(update={"id": new_id(opened.store, opened.username, labels)})
        write(opened.store, opened.view(Asked()), opened.username, [Writing(telling)])
    except Faults as refused:
        return _page(request, frame, export, to, refused.faults, on=on, by=by or "")
    words = _("On record: handed over to {who} on {day}.").format(who=_called(case, to), day=day_called(on))
    messages.success(request, words)
    return redirect(frame.address("knows", who=to))


def _past_day(text: str, frame: Frame) -> str:
    """Raises ``Faults`` for what is no day, and for one that has not come."""
    try:
        given = date.fromisoformat(text)
    except ValueError as error:
        raise Faults([Fault("on", _("this is not a day"), _("write it like 2025-11-19"))]) from error
    if frame.today and given > frame.today:
        raise Faults([Fault("on", _("this day has not come"), _("record it once it was handed over"))])
    return text


def _page(
    request: HttpRequest,
    frame: Frame,
    export: Export,
    to: str,
    faults: Sequence[Fault] = (),
    *,
    on: str = "",
    by: str = "",
) -> HttpResponse:
    case, day = present(frame), frame.today or date.max
    context: dict[str, Any] = {
        "frame": frame,
        "export": export,
        "to": _called(case, to),
        "kind": _("Handout") if export.what == HANDOUT else _("Speaking note"),
        "will_know": [_called(case, who) for who in will_know(case, to, day)],
        **learnt_rows(case, export.items, to, day),
        "items": len(export.items),
        "before": [one for one in case.all(Disclosure) if one.export == export.id],
        "persons": [(one.id, one.name) for one in case.all(Person)],
        "faults": faults,
        "on": on or (frame.today.isoformat() if frame.today else ""),
        "by": by,
    }
    return render(request, "brief/handing.html", context, status=400 if faults else 200)


def learnt_rows(case: Case, items: Sequence[Item], to: str, day: date) -> dict[str, Any]:
    """What they will learn, for a page: what is closed to them now in a list, what they may read anyway as a count."""
    found = learnt(case, items, reader_of(case, to, day), day)
    rows = [
        {
            "id": one.id,
            "name": one.name,
            "now": extent_said(one.extent),
            "before": extent_said(one.before) if one.known else "",
        }
        for one in found
        if not one.open
    ]
    return {"learnt": rows, "open_count": len(found) - len(rows)}


def _called(case: Case, who: str) -> str:
    return _("the public") if who == "public" else called(case, who) or who_called(case, who)
