"""Writing assessments: a new one under a name, then party by party; each save is a new version (L1, L2, S7)."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from pydantic import ValidationError

from onetext.case.case import Case
from onetext.case.current import main_plan
from onetext.case.misfit import misfits
from onetext.case.people import Party
from onetext.case.position import Assessment
from onetext.dealspace.from_case import assessments, from_case, issues_of
from onetext.desk.calling import called, who_called
from onetext.disclosure.payload import record_of
from onetext.disclosure.recording import Writing, named_anew, write
from onetext.files.faults import Faults
from onetext.ledger.writing import Stale
from onetext.workspace.content import stored
from onetext.workspace.frame import Frame, enter
from onetext.workspace.pages.packages.assessing import PartyForm, party_form, written
from onetext.workspace.pages.packages.differing import differing, line
from onetext.workspace.pages.packages.trying import tried_case
from onetext.workspace.stored import StoredCase
from onetext.workspace.writing import chosen_labels, own_compartments, whole

_NEW = "new"
"""Stands for the id until the labels are settled under which it is drawn."""
_LONGEST = 200


def _entered(request: HttpRequest, case_id: str) -> Frame:
    """Raises ``BadRequest`` but for today and one's own eyes, and on a public record: nobody's preferences there."""
    frame = enter(request, case_id, "packages")
    if not frame.is_now or frame.asked.reader:
        raise BadRequest(_("Assessments are written today, by yourself. Leave the other day or reader first."))
    if frame.case and frame.case.basis == "public_record":
        raise BadRequest(
            _(
                "This case is a public record about living people, and holds no preferences of theirs. "
                "Work on a copy of the case whose basis is “invented”."
            )
        )
    return frame


def new_assessment(request: HttpRequest, case_id: str) -> HttpResponse:
    """Its name and author; its values may begin as those of another, and are then this one's own."""
    frame = _entered(request, case_id)
    case = stored(frame)
    seen = case.view(frame.asked)
    shown = seen.case()
    sent = request.POST if request.method == "POST" else None
    faults: list[str] = []
    if sent is not None:
        try:
            record = named_anew(case.store, case.reader, case.username, _begun(request, case, shown))
            write(case.store, seen, case.username, [Writing(record)])
            return redirect(frame.address("assessment", record.id))
        except ValidationError as error:
            faults = [f"{one.address}: {one.problem} ({one.remedy})" for one in misfits(error, {})]
        except Faults as refused:
            faults = [f"{one.problem} ({one.remedy})" for one in refused.faults]
    context: dict[str, Any] = {
        "frame": frame,
        "faults": faults,
        "title": sent.get("title", "") if sent else "",
        "by": sent.get("by", "") if sent else case.username,
        "note": sent.get("note", "") if sent else "",
        "begin": sent.get("begin", "") if sent else "",
        "others": [(one.id, one.title, who_called(shown, one.by)) for one in assessments(shown)],
        "compartments": own_compartments(case),
        "labels": chosen_labels(request, case),
    }
    return render(request, "packages/new.html", context, status=400 if faults else 200)


def _begun(request: HttpRequest, case: StoredCase, shown: Case) -> Assessment:
    """Raises ``Faults`` through ``misfits`` for a title that is missing, ``Http404`` for a start that is hidden."""
    asked = request.POST.get("begin", "")
    start = next((one for one in assessments(shown) if one.id == asked), None)
    if asked and start is None:
        raise Http404
    own = _own_words(request, case.username)
    labels = {*chosen_labels(request, case), *((start.labels or ()) if start else ())}
    base = start or Assessment(id=_NEW, title=own["title"])
    day = case.store.today().isoformat()
    apart: dict[str, Any] = {"id": _NEW, "labels": tuple(sorted(labels)), "on": day, "known_from": day}
    return base.model_copy(update={**own, **apart, "sources": (), "accounts": ()})


def _own_words(request: HttpRequest, username: str) -> dict[str, Any]:
    title = request.POST.get("title", "").strip()[:_LONGEST]
    by = request.POST.get("by", "").strip()[:_LONGEST] or username
    return {"title": title or _("Assessment by {name}").format(name=by), "by": by, "note": _note(request)}


def _note(request: HttpRequest) -> str | None:
    return request.POST.get("note", "").replace("\r\n", "\n").strip()[:10_000] or None


def edit_assessment(request: HttpRequest, case_id: str, record_id: str) -> HttpResponse:
    """One party of it on one page, named by ``party``; saved, it is a new version over the one that was read."""
    frame = _entered(request, case_id)
    case = stored(frame)
    seen = case.view(frame.asked)
    heads, tokens = seen.get(record_id), seen.tokens(record_id)
    if not heads or not isinstance(heads[0], Assessment):
        raise Http404
    head, shown = whole(seen, heads[0]), seen.case()
    party = _party(request, shown, head)
    sent = request.POST if request.method == "POST" else None
    form = party_form(head, party, issues_of(shown), sent)
    bases = tuple(request.POST.get("bases", "").split()) or tokens
    theirs: list[str] = []
    if sent is not None and not form.wrong():
        labels = tuple(sorted({label for one in heads for label in one.labels or ()}))
        record = written(head.model_copy(update={**_kept_words(request, shown, head), "labels": labels}), form)
        try:
            from_case(tried_case(shown, _alone(record, party)), record.id)
            write(case.store, seen, case.username, [Writing(record, bases)])
        except Faults as refused:
            form.faults += [f"{one.problem} ({one.remedy})" for one in refused.faults]
        except Stale as stale:
            form.faults.append(
                _("Somebody wrote this assessment after you opened it. Keep yours, or take over theirs:")
            )
            theirs = _theirs(shown, stale, party)
            bases = tuple(one.token for one in (*stale.base, *stale.newest))
        else:
            messages.success(request, _("Kept: {party}.").format(party=called(shown, party)))
            return redirect(frame.address("assessment", record_id, party=party))
    return _page(request, frame, form, head, shown, bases=" ".join(bases), theirs=theirs)


def _kept_words(request: HttpRequest, case: Case, head: Assessment) -> dict[str, Any]:
    """Title, author and note as sent; an author who is a record or described stays so while the words stay."""
    by: Any = request.POST.get("by", "").strip()[:_LONGEST]
    if by == who_called(case, head.by):
        by = head.by
    return {
        "title": request.POST.get("title", "").strip()[:_LONGEST] or head.title,
        "by": by or head.by,
        "note": _note(request),
    }


def _alone(record: Assessment, party: str) -> Assessment:
    """The part of one party by itself, so that its faults are found, and not those of parts still unwritten."""
    names = ("reservations", "weights", "scores", "red_lines", "interactions", "orders")
    only = {name: {party: row[party]} if party in (row := getattr(record, name)) else {} for name in names}
    if not any(only.values()):
        only["scores"] = {party: {}}  # a party of whom nothing is known yet is no fault
    return record.model_copy(update=only)


def _theirs(case: Case, stale: Stale, party: str) -> list[str]:
    """What others wrote of this party meanwhile, as far as this writer may read it."""
    old, new = (
        [record_of(one.kind, one.payload, one.labels) for one in found if one.payload]
        for found in (stale.base, stale.newest)
    )
    if not (old and new and isinstance(old[-1], Assessment) and isinstance(new[-1], Assessment)):
        return []
    plan = issues_of(case)
    return [line(one, plan[1]) for one in differing(old[-1], new[-1], party, plan[0])]


def _parties(case: Case, head: Assessment) -> list[str]:
    """Those of the plan and those it speaks of; of a case without a plan's parties, all."""
    plan = main_plan(case)
    named = {*(plan.parties if plan else ()), *head.weights, *head.scores, *head.reservations, *head.red_lines}
    known = list(dict.fromkeys(one.id for one in case.all(Party)))
    return [id for id in known if id in named] or known


def _party(request: HttpRequest, case: Case, head: Assessment) -> str:
    parties = _parties(case, head)
    asked = request.GET.get("party", "") or (parties[0] if parties else "")
    if asked not in {one.id for one in case.all(Party)}:
        raise Http404
    return asked


def _page(
    request: HttpRequest, frame: Frame, form: PartyForm, head: Assessment, case: Case, **more: Any
) -> HttpResponse:
    sent = request.POST if request.method == "POST" else None
    issues, titles = issues_of(case)
    said = {*head.weights, *head.scores, *head.reservations, *head.red_lines}
    context = {
        "frame": frame,
        "form": form,
        "head": head,
        "title": sent.get("title", "") if sent else head.title,
        "by": sent.get("by", "") if sent else who_called(case, head.by),
        "note": sent.get("note", "") if sent else head.note or "",
        "party": called(case, form.party),
        "parties": [(id, called(case, id), id in said) for id in _parties(case, head)],
        "place": next((at for at, one in enumerate(case.all(Party)) if one.id == form.party), 0),
        "points": [(id, titles.get(id, id)) for id in issues],
        "choices": [(titles.get(id, id), [(one, titles.get(one, one)) for one in row]) for id, row in issues.items()],
        **more,
    }
    return render(request, "packages/assessment.html", context, status=400 if form.wrong() else 200)


urlpatterns = [
    path("assessment/new/", new_assessment, name="new-assessment"),
    path("assessment/<str:record_id>/", edit_assessment, name="assessment"),
]
