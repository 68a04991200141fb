"""Correcting a suggestion before it is taken in, and marking words by hand: the same form, filled in (R1)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from pydantic import ValidationError

from onetext.case.kinds import BY_KIND
from onetext.case.misfit import misfits
from onetext.case.record import Span
from onetext.case.source import Source
from onetext.case.work import Suggestion
from onetext.disclosure.recording import write
from onetext.files.faults import Faults
from onetext.ledger.writing import Stale
from onetext.workspace.content import stored, view
from onetext.workspace.frame import Frame, enter
from onetext.workspace.pages.record.entry import passage_of
from onetext.workspace.pages.record.quick import Marked, ask
from onetext.workspace.pages.record.schemaform import SchemaForm
from onetext.workspace.pages.record.suggestions.intake import Intake, intake_of
from onetext.workspace.pages.record.suggestions.kinds import BY_HAND_KINDS, kind_called
from onetext.workspace.pages.record.suggestions.links import Offers
from onetext.workspace.pages.record.suggestions.records import Made
from onetext.workspace.pages.record.suggestions.sent import versions_sent
from onetext.workspace.pages.record.suggestions.taking import BY_HAND, Taking
from onetext.workspace.pages.record.suggestions.ties import Tie, tied


def correct(request: HttpRequest, case_id: str, source_id: str, suggestion_id: str) -> HttpResponse:
    """The form of what a suggestion would record, to be put right; saved, it is taken in as corrected."""
    frame = enter(request, case_id, "articles")
    intake = _open(frame, source_id)
    suggestion = next((one for one in intake.suggestions if one.id == suggestion_id), None)
    if suggestion is None:
        raise Http404
    if suggestion.decision:  # decided meanwhile, by oneself or by others: its card says what and by whom
        return redirect(f"{frame.address('source', source_id)}#s-{suggestion_id}")
    seen = view(frame)
    tokens = versions_sent(request) or {suggestion.id: seen.tokens(suggestion.id)}
    taking = Taking(stored(frame), seen, intake.source, tokens)
    made = taking.made(suggestion)
    ties = [Tie(offer.link.relation, offer.link.record) for offer in Offers(taking, frame).of(suggestion, made)]
    filled = replace(made, fields=tied(made.fields, made.kind, ties, taking))
    return _asked(request, frame, taking, suggestion, filled, _next_open(intake, suggestion))


def mark(request: HttpRequest, case_id: str, source_id: str) -> HttpResponse:
    """Words marked by hand: ``kind``, and characters ``start`` to ``end`` of the source."""
    frame = enter(request, case_id, "articles")
    intake = _open(frame, source_id)
    kind = request.GET.get("kind", "")
    if kind not in BY_HAND_KINDS:
        raise BadRequest(_("Choose what the words are."))
    span = _span(request, intake.source)
    labels = intake.source.labels or stored(frame).store.head.default_labels
    taking = Taking(stored(frame), view(frame), intake.source, {})
    id = taking.case.store.ledger.draw(taking.case.username, labels)[0] if request.method == "POST" else "by-hand"
    suggestion = Suggestion(id=id, labels=labels, what=kind, span=span, rule=BY_HAND)
    if request.headers.get("HX-Request"):
        return ask(request, frame, Marked(intake, taking, suggestion))
    made = taking.made(suggestion)
    fields = {**made.fields, "received": None, "act": "say"} if kind == "statement" else made.fields
    return _asked(request, frame, taking, suggestion, Made(made.kind, fields))


def _open(frame: Frame, source_id: str) -> Intake:
    if not frame.is_now or frame.asked.reader:
        raise BadRequest(_("Records are written today, by yourself. Leave the other day or reader first."))
    return intake_of(frame, view(frame), source_id)


def _span(request: HttpRequest, source: Source) -> Span:
    """The characters named in the address, without the white space around them. Raises ``BadRequest``."""
    text = source.text or ""
    numbers = [request.GET.get(name, "").strip() for name in ("start", "end")]
    if not all(number.isdecimal() and len(number) < 12 for number in numbers):
        raise BadRequest(_("Select the words in the text first, or give the two characters as numbers."))
    start, end = (min(int(number), len(text)) for number in numbers)
    words = text[start:end]
    if not words.strip():
        raise BadRequest(_("There are no words between these two characters."))
    start += len(words) - len(words.lstrip())
    return Span(source=source.id, start=start, end=start + len(words.strip()))


def _next_open(intake: Intake, suggestion: Suggestion) -> str:
    """The id of what is to be decided after this one, as after a yes; its own where nothing is left."""
    at = next(at for at, one in enumerate(intake.suggestions) if one.id == suggestion.id)
    others = (*intake.suggestions[at + 1 :], *intake.suggestions[:at])
    return next((one.id for one in others if one.decision is None), suggestion.id)


def _asked(
    request: HttpRequest, frame: Frame, taking: Taking, suggestion: Suggestion, made: Made, after: str | None = None
) -> HttpResponse:
    model = BY_KIND[made.kind]
    case = taking.seen.case()
    sent = request.POST if request.method == "POST" else None
    form = SchemaForm(model, case, _filled(made), sent)
    back = f"{frame.address('source', taking.source.id)}#s-{suggestion.id}"
    onward = f"{frame.address('source', taking.source.id)}#s-{after or suggestion.id}"
    if sent is not None and form.is_valid():
        values = {**_kept(made), **form.values()}
        if _written(form, values, taking, lambda: taking.correct(suggestion, made.kind, values)):
            return redirect(onward)
    context: dict[str, Any] = {
        "frame": frame,
        "form": form,
        "kind": made.kind,
        "passage": passage_of(taking.source, suggestion.span),
        "suggested": kind_called(suggestion.what),
        "guess": suggestion if suggestion.rule != BY_HAND else None,
        "act": _("Take in as corrected") if suggestion.rule != BY_HAND else _("Record it"),
        "back": back if suggestion.rule != BY_HAND else frame.address("source", taking.source.id),
        "versions": " ".join(f"{id}={token}" for id, tokens in taking.versions.items() for token in tokens),
    }
    return render(request, "record/form.html", context, status=400 if form.wrong() else 200)


def _filled(made: Made) -> dict[str, Any]:
    return {name: value for name, value in made.fields.items() if value is not None}


def _kept(made: Made) -> dict[str, Any]:
    """What the form does not ask for: the place in the source."""
    return {"span": made.fields["span"]} if made.fields.get("span") else {}


def _written(form: SchemaForm, values: dict[str, Any], taking: Taking, add: Callable[[], object]) -> bool:
    try:
        add()
        write(taking.case.store, taking.seen, taking.case.username, taking.writings)
    except ValidationError as error:
        form.add_faults(misfits(error, values))
    except Faults as refused:
        form.add_faults(refused.faults)
    except Stale:
        words = _("Somebody decided this suggestion while you were correcting it. What you typed is still here.")
        form.form.add_error(None, words)
    else:
        return True
    return False


urlpatterns = [
    path("source/<str:source_id>/correct/<str:suggestion_id>/", correct, name="correct"),
    path("source/<str:source_id>/mark/", mark, name="mark"),
]
