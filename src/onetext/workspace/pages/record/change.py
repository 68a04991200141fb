"""Writing a record by form: a new one, or a version over the one that was read; nobody's words are overwritten (L2)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from pydantic import ValidationError

from onetext.case.case import Case
from onetext.case.kinds import BY_KIND
from onetext.case.misfit import misfits
from onetext.case.record import Record
from onetext.disclosure.payload import record_of
from onetext.disclosure.recording import Writing, named_anew, write
from onetext.files.faults import Faults
from onetext.ledger.writing import Stale
from onetext.workspace.content import stored
from onetext.workspace.frame import Frame, enter
from onetext.workspace.pages.record.entry import Entry, entry_of
from onetext.workspace.pages.record.nature import natures
from onetext.workspace.pages.record.schemaform import SchemaForm
from onetext.workspace.stored import StoredCase
from onetext.workspace.writing import chosen_labels, own_compartments, whole

_NEW = "new"
"""Stands for the id until the labels are settled under which it is drawn."""
KEPT_APART = frozenset({"clearance", "grant", "release", "export", "suggestion", "edit"})
"""Kinds that are written on pages of their own, by their own rules."""
ELSEWHERE = {"assessment": ("new-assessment", "assessment")}
"""Kinds that have a page made for them: for a new one, and for one that is there."""


def choose_kind(request: HttpRequest, case_id: str) -> HttpResponse:
    frame = enter(request, case_id, "record")
    kinds = [(kind, model.__name__) for kind, model in BY_KIND.items() if kind not in KEPT_APART]
    return render(request, "record/kinds.html", {"frame": frame, "kinds": kinds})


def new_record(request: HttpRequest, case_id: str, kind: str) -> HttpResponse:
    """A form for a new record; what stands in the address is filled in."""
    frame = enter(request, case_id, "record")
    if kind in ELSEWHERE:
        return redirect(frame.address(ELSEWHERE[kind][0]))
    model = BY_KIND.get(kind)
    if model is None or kind in KEPT_APART:
        raise Http404
    case = stored(frame)
    seen = case.view(frame.asked)
    sent = request.POST if request.method == "POST" else None
    form = SchemaForm(model, seen.case(), None if sent is not None else _given(request, model), sent)
    if request.method == "POST" and form.is_valid():
        outcome = _save(case, frame, form, {"id": _NEW, "labels": chosen_labels(request, case)})
        if outcome.written:
            return redirect(frame.address("entry", outcome.written))
    return _page(request, frame, form, kind, None)


def _given(request: HttpRequest, model: type[Record]) -> dict[str, Any]:
    """What the address fills in."""
    asked = {name: found for name, found in natures(model).items() if name in request.GET and not found.part}
    return {name: request.GET.getlist(name) if found.many else request.GET[name] for name, found in asked.items()}


def edit_record(request: HttpRequest, case_id: str, record_id: str) -> HttpResponse:
    """A form over the version that is shown; stale, it shows both texts and keeps what was typed."""
    frame = enter(request, case_id, "record")
    case = stored(frame)
    seen = case.view(frame.asked)
    heads, tokens = seen.get(record_id), seen.tokens(record_id)
    if not heads or type(heads[0]).kind in KEPT_APART:
        raise Http404
    if heads[0].kind in ELSEWHERE:
        return redirect(frame.address(ELSEWHERE[heads[0].kind][1], record_id))
    head = whole(seen, heads[0])
    form = SchemaForm(type(head), seen.case(), head, request.POST if request.method == "POST" else None)
    bases = tuple(request.POST.get("bases", "").split()) or tokens
    newest: list[Entry] = []
    if request.method == "POST" and form.is_valid():
        labels = tuple(sorted({label for one in heads for label in one.labels or ()}))  # what unites heads carries all
        kept = {**form.kept, "id": head.id, "labels": labels}
        outcome = _save(case, frame, form, kept, bases)
        if outcome.written:
            return redirect(frame.address("entry", record_id))
        if outcome.stale:
            newest = _texts(seen.case(), outcome.stale)
            bases = tuple(one.token for one in (*outcome.stale.base, *outcome.stale.newest))
    return _page(request, frame, form, head.kind, head, bases=" ".join(bases), newest=newest)


def _texts(case: Case, stale: Stale) -> list[Entry]:
    """What others wrote meanwhile, as far as this writer may read it."""
    found = (record_of(one.kind, one.payload, one.labels) for one in stale.newest if one.payload)
    return [entry_of(case, record) for record in found]


@dataclass(frozen=True)
class Outcome:
    """The id under which it was written; if not because somebody wrote first, what they wrote and over what."""

    written: str | None
    stale: Stale | None = None


def _save(
    case: StoredCase, frame: Frame, form: SchemaForm, kept: dict[str, Any], bases: tuple[str, ...] = ()
) -> Outcome:
    """Write the record. What is wrong stands beside its fields afterwards, and nothing typed is lost."""
    entry = {**kept, **form.values()}
    try:
        record = form.model.model_validate(entry)
        if record.id == _NEW:
            record = named_anew(case.store, case.reader, case.username, record)
        write(case.store, case.view(frame.asked), case.username, [Writing(record, bases)])
    except ValidationError as error:
        form.add_faults(misfits(error, entry))
    except Faults as refused:
        form.add_faults(refused.faults)
    except Stale as stale:
        words = _("Somebody wrote this record after you opened it. Both texts are here: bring them together.")
        form.form.add_error(None, words)
        return Outcome(None, stale)
    else:
        return Outcome(record.id)
    return Outcome(None)


def _page(
    request: HttpRequest, frame: Frame, form: SchemaForm, kind: str, record: Record | None, **more: Any
) -> HttpResponse:
    case = stored(frame)
    labels = chosen_labels(request, case)
    context = {
        "frame": frame,
        "form": form,
        "kind": kind,
        "record": record,
        "compartments": own_compartments(case),
        "labels": labels,
        **more,
    }
    return render(request, "record/form.html", context, status=400 if form.wrong() else 200)


urlpatterns = [
    path("new/", choose_kind, name="new"),
    path("new/<str:kind>/", new_record, name="new-record"),
    path("entry/<str:record_id>/change/", edit_record, name="edit"),
]
