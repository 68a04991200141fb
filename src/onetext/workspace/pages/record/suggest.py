"""An article with what was found in it: marks in the text, suggestions beside it, and a person's word on each (R1)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from pydantic import ValidationError

from onetext.case.misfit import misfits
from onetext.case.record import Record
from onetext.case.source import Source
from onetext.case.work import Suggestion
from onetext.disclosure.recording import write
from onetext.disclosure.view import View
from onetext.files.faults import Faults
from onetext.ledger.writing import Stale
from onetext.workspace.content import shown, stored, view
from onetext.workspace.frame import Frame, enter
from onetext.workspace.pages.record.paste import READING
from onetext.workspace.pages.record.suggest_cards import KINDS, card_of
from onetext.workspace.pages.record.suggest_decide import Taking, Versions, take_back
from onetext.workspace.pages.record.suggest_text import LETTERS, pieces

_DECISIONS = ("take_in", "leave_out", "reopen")


@dataclass(frozen=True)
class Intake:
    """A source with its suggestions in text order, as far as they may be seen."""

    source: Source
    suggestions: tuple[Suggestion, ...]
    reading: Suggestion | None

    @property
    def open(self) -> tuple[Suggestion, ...]:
        return tuple(one for one in self.suggestions if one.decision is None)


def show_source(request: HttpRequest, case_id: str, source_id: str) -> HttpResponse:
    """The page of one source. ``kind`` and ``above`` (percent) narrow the list of what is still to be decided."""
    frame = enter(request, case_id, "record")
    intake = intake_of(frame, source_id)
    may_write = frame.is_now and frame.asked.reader is None
    taking = _taking(frame, intake, {})
    narrowed = _narrowed(intake, request.GET.get("kind", ""), request.GET.get("above", ""))
    cards = [card_of(taking, one) for one in (intake.suggestions if narrowed is None else narrowed)]
    about = intake.reading.fields if intake.reading else {}
    found = sorted({one.what for one in intake.suggestions}, key=list(KINDS).index)
    context = {
        "frame": frame,
        "source": intake.source,
        "pieces": pieces(intake.source.text or "", intake.suggestions, about.get("clutter") or ()),
        "cards": cards,
        "current": next((card.suggestion.id for card in cards if card.open), None),
        "still_open": len(intake.open),
        "total": len(intake.suggestions),
        "narrowed": narrowed is not None and may_write,
        "filter": _filter_words(request.GET.get("kind", ""), request.GET.get("above", "")),
        "all_versions": " ".join(card.versions for card in cards if card.open),
        "kinds": [(kind, KINDS[kind](), kind == request.GET.get("kind")) for kind in found],
        "by_hand": [(kind, letter, KINDS[kind]()) for kind, letter in LETTERS.items() if kind in BY_HAND_KINDS],
        "kind": request.GET.get("kind", ""),
        "above": request.GET.get("above", ""),
        "about": about,
        "unread": len(intake.source.text or "") - int(about.get("read_to") or len(intake.source.text or "")),
        "seems": _seems(intake.source, about),
        "may_write": may_write,
    }
    return render(request, "record/source.html", context)


BY_HAND_KINDS = ("statement", "contact", "disclosure", "question", "deadline", "agreement", "person", "position")


def intake_of(frame: Frame, source_id: str) -> Intake:
    """The source and its suggestions; hidden is absent (D4)."""
    if frame.asked.reader is not None:
        case = shown(frame)
        return _intake(case.get(Source, source_id), list(case.all(Suggestion)), source_id)
    seen = view(frame)
    heads = seen.get(source_id)
    source = next((head for head in heads if isinstance(head, Source)), None)
    return _intake(source, suggestions_of(seen, source_id), source_id)


def suggestions_of(seen: View, source_id: str) -> list[Suggestion]:
    """The suggestions at a source, in no order."""
    listed = seen.facts("suggestion", "source", _source_of)
    heads = [head for source, id in listed if source == source_id for head in seen.get(id)[:1]]
    return [head for head in heads if isinstance(head, Suggestion)]


def _source_of(record: Record) -> tuple[str | None, str]:
    span = record.span if isinstance(record, Suggestion) else None
    return (span.source if span else None), record.id


def _intake(source: Source | None, suggestions: list[Suggestion], source_id: str) -> Intake:
    if source is None:
        raise Http404
    here = [one for one in suggestions if one.span and one.span.source == source_id]
    found = sorted((one for one in here if one.what != READING), key=_place)
    reading = next((one for one in here if one.what == READING), None)
    return Intake(source, tuple(found), reading)


def _place(one: Suggestion) -> tuple[int, int, str]:
    return (one.span.start, -one.span.end, one.id) if one.span else (0, 0, one.id)


def _taking(frame: Frame, intake: Intake, versions: Versions, chosen_by: str | None = None) -> Taking:
    return Taking(stored(frame), view(frame), intake.source, versions, chosen_by)


def _narrowed(intake: Intake, kind: str, above: str) -> list[Suggestion] | None:
    """What is still open of a kind and at least that sure; None when nothing narrows the list."""
    if not kind and not above:
        return None
    least = int(above) / 100 if above.isdecimal() and len(above) < 4 else 0.0
    return [one for one in intake.open if kind in ("", one.what) and round(one.confidence or 0, 4) >= least]


def _filter_words(kind: str, above: str) -> str:
    """R1: the filter, as it is recorded with each decision."""
    least = [f"confidence>={int(above) / 100:.2f}"] if above.isdecimal() and len(above) < 4 else []
    return " ".join([*([f"kind={kind}"] if kind in KINDS else []), *least])


def _seems(source: Source, about: dict[str, Any]) -> list[tuple[str, str]]:
    """What the text itself seems to say of where it is from, where nobody entered it (M1: a guess)."""
    asked = (
        (_("outlet"), "outlet", source.outlet),
        (_("date"), "date", source.on),
        (_("title"), "title", source.title),
    )
    return [(label, str(about[name])) for label, name, entered in asked if not entered and about.get(name)]


def versions_sent(request: HttpRequest) -> Versions:
    """The versions a page was made from, by id."""
    found: dict[str, tuple[str, ...]] = {}
    for pair in request.POST.get("versions", "").split():
        id, _sign, token = pair.partition("=")
        if token not in found.get(id, ()):
            found[id] = (*found.get(id, ()), token)
    return found


@require_POST
def decide(request: HttpRequest, case_id: str, source_id: str, suggestion_id: str) -> HttpResponse:
    """Take in, leave out, or take a decision back; answers with the card alone where only that is asked for."""
    frame = enter(request, case_id, "record")
    intake = intake_of(frame, source_id)
    suggestion = next((one for one in intake.suggestions if one.id == suggestion_id), None)
    act = request.POST.get("act", "")
    if suggestion is None or act not in _DECISIONS or not frame.is_now or frame.asked.reader:
        raise Http404
    taking = _taking(frame, intake, versions_sent(request))
    notice = _written(taking, lambda: _decided(taking, suggestion, act))
    if request.headers.get("HX-Request"):
        return _cards(request, frame, source_id, suggestion_id, taking, notice)
    if notice:
        messages.warning(request, notice)
    return redirect(frame.address("source", source_id) + f"#{_next(intake, suggestion, notice)}")


def _decided(taking: Taking, suggestion: Suggestion, act: str) -> None:
    if act == "take_in":
        taking.take(suggestion)
    elif act == "leave_out":
        taking.decide(suggestion, "left_out")
    else:
        take_back(taking, suggestion)


def _written(taking: Taking, add: Any) -> str:
    """Write what ``add`` adds; gives a sentence when it was not written, with what to do."""
    try:
        add()
        write(taking.case.store, taking.seen, taking.case.username, taking.writings)
    except ValidationError as error:
        return "; ".join(f"{fault.address}: {fault.problem} ({fault.remedy})" for fault in misfits(error, {}))
    except Faults as refused:
        return "; ".join(f"{fault.problem} ({fault.remedy})" for fault in refused.faults)
    except Stale:
        return _("Somebody decided this before you; what stands now is shown. Nothing of yours was written.")
    return ""


def _next(intake: Intake, suggestion: Suggestion, notice: str) -> str:
    """Where the page without scripts goes on: the next open suggestion, or this one when something is to be read."""
    if notice:
        return f"s-{suggestion.id}"
    later = intake.suggestions[intake.suggestions.index(suggestion) :]
    return f"s-{next((one.id for one in later if one.decision is None and one != suggestion), suggestion.id)}"


def _cards(
    request: HttpRequest, frame: Frame, source_id: str, suggestion_id: str, before: Taking, notice: str
) -> HttpResponse:
    """The card decided, the cards decided with it, and the words of the open ones, which may name the new record."""
    intake = intake_of(frame, source_id)
    taking = _taking(frame, intake, {})
    cards = {one.id: card_of(taking, one) for one in intake.suggestions}
    card = card_of(taking, next(one for one in intake.suggestions if one.id == suggestion_id), notice)
    also = [cards[id] for id in before.decided if id != suggestion_id and id in cards] if not notice else []
    touched = card.suggestion.what in ("person", "plan", "contact")
    context = {
        "frame": frame,
        "source": intake.source,
        "card": card,
        "also": also,
        "words": [one for one in cards.values() if one.open and one is not card] if touched else [],
        "still_open": len(intake.open),
        "total": len(intake.suggestions),
        "may_write": True,
    }
    return render(request, "record/decided.html", context)


def _take_each(taking: Taking, listed: list[Suggestion]) -> None:
    for one in listed:
        taking.take(one)


@require_POST
def take_all(request: HttpRequest, case_id: str, source_id: str) -> HttpResponse:
    """One yes over a filtered list that was shown, recorded with its filter (R1): exactly those, or none."""
    frame = enter(request, case_id, "record")
    intake = intake_of(frame, source_id)
    if not frame.is_now or frame.asked.reader:
        raise Http404
    kind, above = request.POST.get("kind", ""), request.POST.get("above", "")
    versions = versions_sent(request)
    taking = _taking(frame, intake, versions, _filter_words(kind, above) or None)
    listed = [one for one in _narrowed(intake, kind, above) or () if one.id in versions]
    # persons first: what they say is then tied to them
    ordered = sorted(listed, key=lambda one: (one.what not in ("person", "plan"), _place(one)))
    left = [one for one in ordered if taking.made(one).wants]
    notice = _written(taking, lambda: _take_each(taking, [one for one in ordered if one not in left]))
    if notice:
        messages.warning(request, notice)
    else:
        messages.success(request, _("%(n)s were taken in.") % {"n": len(taking.decided)})
        if left:
            messages.warning(request, _("%(n)s lack something: correct them first.") % {"n": len(left)})
    return redirect(frame.address("source", source_id))


urlpatterns = [
    path("source/<str:source_id>/", show_source, name="source"),
    path("source/<str:source_id>/decide/<str:suggestion_id>/", decide, name="decide"),
    path("source/<str:source_id>/take-in/", take_all, name="take-all"),
]
