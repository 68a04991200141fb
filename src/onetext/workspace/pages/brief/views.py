"""A page for each reader that says only what that reader may know: shown as it prints, then taken out on record."""

from __future__ import annotations

import hashlib
import json
import re
from datetime import date
from pathlib import Path
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from onetext.brief.audience import must_not_say
from onetext.brief.compose import BRIEFS, HANDOUT
from onetext.brief.heading import byline, footer
from onetext.brief.learning import will_know
from onetext.brief.leaving import bytes_of, items_of, record_of
from onetext.brief.line import Brief
from onetext.case.case import Case
from onetext.case.record import MEMBER
from onetext.case.telling import Disclosure, Export, Item
from onetext.desk.calling import called, who_called
from onetext.disclosure.reader import reader_of
from onetext.disclosure.recording import record_export
from onetext.files.faults import Faults
from onetext.workspace.content import shown, stored
from onetext.workspace.frame import Frame, enter
from onetext.workspace.pages.brief import handing
from onetext.workspace.pages.brief.present import present
from onetext.workspace.pages.brief.wish import ME, NAMES, Wish, audiences, our_own, read_wish, sheet_of

_TYPES = {"pdf": "application/pdf", "html": "text/html; charset=utf-8", "md": "text/markdown; charset=utf-8"}


def show_brief(request: HttpRequest, case_id: str) -> HttpResponse:
    frame = enter(request, case_id, "brief")
    return _page(request, frame, read_wish(request.GET.dict()))


@require_POST
def take_out(request: HttpRequest, case_id: str) -> HttpResponse:
    """The file asked for. Its export is on record before its first byte leaves; no record, no content (D6)."""
    frame = enter(request, case_id, "brief")
    ending = request.POST.get("format", "")
    wish = read_wish(request.POST.dict())
    if ending not in _TYPES or not wish.complete or frame.reader is not None:
        raise Http404
    opened, case, day = stored(frame), shown(frame), frame.day or date.max
    try:
        sheet = sheet_of(case, present(frame), wish, opened.reader, day, hindsight=frame.asked.hindsight)
        brief, leaving = bytes_of(sheet, Path(f"brief.{ending}"))
    except Faults as refused:
        return _page(request, frame, wish, refused=refused)
    if request.POST.get("seen") != fingerprint(brief):
        return _page(request, frame, wish, moved=True)
    today = frame.today.isoformat() if frame.today else None
    record = record_of(case, brief, leaving, by=opened.username, on=today)
    record_export(opened.store, opened.view(frame.asked), opened.username, record)
    response = HttpResponse(leaving.data, content_type=_TYPES[ending])
    name = re.sub(r"[^\w.-]+", "-", f"{case.head.id}-{_naming(wish)}-{day.isoformat()}.{ending}")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _naming(wish: Wish) -> str:
    """What the file is called after: a note about a party must not be taken for the handout to it."""
    return f"note-for-{wish.for_}-about-{wish.about}" if wish.about else wish.for_


def fingerprint(brief: Brief) -> str:
    """Of all that is shown: what leaves is what was looked at, or the page is shown again."""
    notes = [(note.line, note.words) for note in brief.notes]
    text = json.dumps([brief.data(), notes, byline(brief.heading), footer(brief)], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _page(
    request: HttpRequest, frame: Frame, wish: Wish, *, refused: Faults | None = None, moved: bool = False
) -> HttpResponse:
    case, day = shown(frame), frame.day or date.max
    context: dict[str, Any] = {
        "frame": frame,
        "wish": wish,
        "names": [*NAMES],
        "audiences": audiences(case),
        "own": our_own(case),
        "copies": case.head.basis != "public_record",
        "exports": _exports(present(frame)),
        "faults": refused.faults if refused else (),
        "moved": moved,
        "unsaid": "kind" in request.GET and not wish.complete,
        "may_take": frame.reader is None,
    }
    if wish.complete and not refused:
        try:
            context |= _preview(frame, case, wish, day)
        except Faults as error:
            context["faults"] = error.faults
    return render(request, "brief/page.html", context, status=400 if context["faults"] else 409 if moved else 200)


def _preview(frame: Frame, case: Case, wish: Wish, day: date) -> dict[str, Any]:
    me = stored(frame).reader
    brief, leaving = bytes_of(
        sheet_of(case, present(frame), wish, me, day, hindsight=frame.asked.hindsight), Path("brief.pdf")
    )
    items = items_of(case, brief)
    who = brief.heading.for_
    last = _last(present(frame), wish, me.who)
    before = {item.names for item in last.items} if last else set()
    return {
        "brief": brief,
        "byline": byline(brief.heading),
        "footer": footer(brief),
        "sections": [
            (
                name,
                [
                    (line, brief.numbers(line), bool(last and line.grounds and not set(line.grounds) <= before))
                    for line in lines
                ],
            )
            for name, lines in brief.sections()
        ],
        "seen": fingerprint(brief),
        "size": len(leaving.data),
        "last": last,
        "gone": _gone(case, last, items),
        **({} if wish.for_ == ME else handing.learnt_rows(case, items, who, day)),
        "will_know": [_who(case, id) for id in will_know(case, who, day)],
        "must_not": [line.text for line in must_not_say(case, reader_of(case, who, day), day)]
        if wish.kind == HANDOUT
        else [],
        "hidden": wish.pairs(),
    }


def _last(case: Case, wish: Wish, me: str) -> Export | None:
    """The last brief of this kind taken out for the same reader about the same audience."""
    who = me if wish.for_ == ME else wish.for_
    found = [
        one
        for one in case.all(Export)
        if one.what == wish.kind and one.for_ == who and (one.about or "") == wish.about and one.items
    ]
    return max(found, key=lambda one: one.on or "", default=None)


def _gone(case: Case, last: Export | None, items: tuple[Item, ...]) -> list[str]:
    """What the last one rested on and this one does not."""
    now = {item.names for item in items}
    return [called(case, item.names) for item in last.items if item.names not in now] if last else []


def _exports(case: Case) -> list[dict[str, Any]]:
    """Briefs taken out, newest first, with when each was handed over."""
    handed = {one.export: one for one in case.all(Disclosure) if one.export and one.status == "done"}
    found = [one for one in case.all(Export) if one.what in BRIEFS]
    rows = [
        {
            "export": one,
            "kind": _("handout") if one.what == HANDOUT else _("speaking note"),
            "for": _who(case, one.for_),
            "about": _who(case, one.about),
            "handed": handed.get(one.id),
            "may_hand": bool(one.for_) and not str(one.for_).startswith(MEMBER),
        }
        for one in reversed(found)
    ]
    return sorted(rows, key=lambda row: row["export"].on or "", reverse=True)


def _who(case: Case, who: str | None) -> str:
    return _("the public") if who == "public" else who_called(case, who).removeprefix(MEMBER)


urlpatterns = [
    path("", show_brief, name="brief"),
    path("take/", take_out, name="take-brief"),
    path("handed/<str:export_id>/", handing.hand_over, name="hand-over"),
]
