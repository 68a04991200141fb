"""The packages all parties could sign, under one named assessment; two are compared, never mixed (S7)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from onetext.case.case import Case
from onetext.case.plan import Option
from onetext.case.position import Assessment, Position
from onetext.dealspace.from_case import assessments, from_case
from onetext.desk.calling import who_called
from onetext.disclosure.recording import Writing, new_id, write
from onetext.files.faults import Fault, Faults
from onetext.workspace.cases import Asked
from onetext.workspace.content import shown, stored
from onetext.workspace.frame import Frame, enter
from onetext.workspace.pages.packages import assessment_views
from onetext.workspace.pages.packages.asking import asking_of, question
from onetext.workspace.pages.packages.column import Wish, column
from onetext.workspace.pages.packages.panel import Trying, trying_of
from onetext.workspace.pages.packages.solved import solved
from onetext.workspace.pages.packages.suggesting import guess
from onetext.workspace.pages.packages.trying import tried_case


def show_packages(request: HttpRequest, case_id: str) -> HttpResponse:
    """``assessment`` and ``beside`` name what to reckon with; ``try`` opens the what-if panel at a party."""
    frame = enter(request, case_id, "packages")
    return packages_page(request, frame)


def packages_page(request: HttpRequest, frame: Frame, faults: Sequence[Fault] = ()) -> HttpResponse:
    case, day = shown(frame), frame.day or date.max
    public_record = case.head.basis == "public_record"
    found = assessments(case)
    chosen = [_chosen(found, request.GET[name]) for name in ("assessment", "beside") if request.GET.get(name)]
    context: dict[str, Any] = {
        "frame": frame,
        "choices": [(one, who_called(case, one.by)) for one in found],
        "first": request.GET.get("assessment", ""),
        "second": request.GET.get("beside", ""),
        "public_record": public_record,
        "has_options": bool(case.all(Option)),
        "has_positions": bool(case.all(Position)),
        "faults": faults,
        "partly": request.headers.get("HX-Request") == "true",
        "may_write": frame.is_now and frame.reader is None,
    }
    if not public_record:
        trying = trying_of(case, frame, chosen)
        if trying and trying.stray(request):
            return redirect(trying.address)
        context["trying"] = trying
        context["columns"] = [_column(case, one, frame, trying) for one in {one.id: one for one in chosen}.values()]
        context["asking"] = asking_of(
            frame, case, context["columns"], begin=request.headers.get("HX-Target") != "found"
        )
        if request.GET.get("guess") == "1":
            context["guess"] = guess(case, day)
    response = render(request, "packages/page.html", context, status=400 if faults else 200)
    if context["partly"] and context.get("trying"):
        response["HX-Replace-Url"] = context["trying"].address
    return response


def _chosen(found: list[Assessment], id: str) -> Assessment:
    """One that is hidden or absent is not found (D4)."""
    for one in found:
        if one.id == id:
            return one
    raise Http404


def _column(case: Case, assessment: Assessment, frame: Frame, trying: Trying | None) -> dict[str, Any]:
    """The column, or why it cannot be computed."""
    query = dict(frame.query)
    wish = Wish(query.get("pick", ""), query.get("against", ""), query.get("patient") == "1")
    tried = trying.tried if trying and assessment.id == query.get("assessment") else None
    try:
        if trying and tried:
            before = solved(trying.scenario, wish.patient, spans=False)
            scenario = from_case(tried_case(case, tried.assessment), assessment.id)
            done = column(case, scenario, tried.assessment, wish, before)
        else:
            scenario = from_case(case, assessment.id)
            done = column(case, scenario, assessment, wish)
    except Faults as refused:
        return {"assessment": assessment, "faults": refused.faults, "tried": tried}
    return {"assessment": assessment, "column": done, "tried": tried, "scenario": scenario}


@require_POST
def stop_asking(request: HttpRequest, case_id: str) -> HttpResponse:
    """Ends the work that the page of this address has begun; it shows what was found by then."""
    frame = enter(request, case_id, "packages")
    case = shown(frame)
    if case.head.basis != "public_record":
        found = assessments(case)
        chosen = [_chosen(found, request.GET[name]) for name in ("assessment", "beside") if request.GET.get(name)]
        trying = trying_of(case, frame, chosen)
        columns = [_column(case, one, frame, trying) for one in {one.id: one for one in chosen}.values()]
        if columns and "column" in columns[0]:
            _offered, enquiry = question(frame, case, columns)
            if enquiry:
                enquiry.stop()
    return redirect(frame.here().replace(frame.path, frame.path.removesuffix("stop/"), 1) + "#asked")


@require_POST
def keep_guess(request: HttpRequest, case_id: str) -> HttpResponse:
    """The guess becomes an assessment by a person's yes, with the mark that it was guessed (M1, R1)."""
    frame = enter(request, case_id, "packages")
    if frame.reader is not None or not frame.is_now:
        raise Http404
    opened, case, day = stored(frame), shown(frame), frame.day or date.max
    try:
        found = guess(case, day)
        today = opened.store.today().isoformat()
        title = request.POST.get("title", "").strip()[:200] or found.assessment.title
        changes = {
            "id": new_id(opened.store, opened.username, found.labels),
            "labels": found.labels,
            "title": title,
            "by": opened.username,
            "on": today,
            "known_from": today,
        }
        kept = found.assessment.model_copy(update=changes)
        write(opened.store, opened.view(Asked()), opened.username, [Writing(kept)])
    except Faults as refused:
        return packages_page(request, frame, refused.faults)
    messages.success(request, _("Kept as an assessment. Correct its numbers before you rely on it."))
    return redirect(frame.address("packages", assessment=kept.id))


urlpatterns = [
    path("", show_packages, name="packages"),
    path("stop/", stop_asking, name="stop-asking"),
    path("keep/", keep_guess, name="keep-guess"),
    *assessment_views.urlpatterns,
]
