"""An article with what was found in it: marks in the text, suggestions beside it, and a person's word on each (R1)."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from onetext.case.source import Source
from onetext.case.work import Suggestion
from onetext.workspace.content import stored, view
from onetext.workspace.frame import Frame, enter
from onetext.workspace.pages.record.suggestions.cards import Cards, versions_of
from onetext.workspace.pages.record.suggestions.intake import Intake, intake_of
from onetext.workspace.pages.record.suggestions.kinds import BY_HAND_KINDS, KINDS, LETTERS, kind_class
from onetext.workspace.pages.record.suggestions.marks import pieces
from onetext.workspace.pages.record.suggestions.marks import written as words_written
from onetext.workspace.pages.record.suggestions.names import Names
from onetext.workspace.pages.record.suggestions.one_yes import decide_listed, groups_of, take_back_group, written
from onetext.workspace.pages.record.suggestions.sent import csrf_field, ties_sent, versions_sent, writing
from onetext.workspace.pages.record.suggestions.sieve import Sieve, parties_of
from onetext.workspace.pages.record.suggestions.taking import Taking, take_back

_DECISIONS = ("take_in", "leave_out", "reopen")


def show_source(request: HttpRequest, case_id: str, source_id: str) -> HttpResponse:
    """The page of one source; the query narrows the list, and ``words=120-160`` shows those characters."""
    frame = enter(request, case_id, "articles")
    seen = view(frame)
    intake = intake_of(frame, seen, source_id)
    may_write = frame.is_now and frame.asked.reader is None
    taking = Taking(stored(frame), seen, intake.source, {})
    sieve = Sieve.of(request.GET.dict(), document=source_id)
    listed = _listed(taking, intake, sieve) if sieve.narrows else list(intake.suggestions)
    cards = Cards(taking, frame)
    about = intake.reading.fields if intake.reading else {}
    text = intake.source.text or ""
    context = {
        "frame": frame,
        "source": intake.source,
        "words": words_written(pieces(text, intake.suggestions, about.get("clutter") or (), _sought(request, text))),
        "cards": [cards.card(one) for one in listed],
        "still_open": len(intake.open),
        "total": len(intake.suggestions),
        "narrowed": sieve.narrows and may_write,
        "sieve": sieve,
        "asked": sieve.asked,
        "choices": _choices(taking, intake, sieve),
        "all_versions": " ".join(versions_of(taking, one) for one in listed) if sieve.narrows else "",
        "groups": _groups(taking, intake) if may_write else [],
        "by_hand": [(kind, LETTERS[kind], KINDS[kind](), kind_class(kind)) for kind in BY_HAND_KINDS],
        "about": about,
        "heading": intake.source.title or about.get("title") or text.strip().partition("\n")[0],
        "was_read": intake.reading is not None,
        "unread": len(text) - int(about.get("read_to") or len(text)),
        "seems": _seems(intake.source, about),
        "may_write": may_write,
        "copies": cards.linked.copies if may_write else [],
        "csrf": csrf_field(request),
    }
    return render(request, "record/suggestions/source.html", context)


def _sought(request: HttpRequest, text: str) -> tuple[int, int] | None:
    """The characters that the address asks to be shown."""
    start, _sign, end = request.GET.get("words", "").partition("-")
    if not (start.isdecimal() and end.isdecimal() and len(end) < 10 and len(start) < 10):
        return None
    return (int(start), int(end)) if int(start) < int(end) <= len(text) else None


def names_of(taking: Taking, one: Suggestion) -> Names:
    return taking.place(one).names


def _listed(taking: Taking, intake: Intake, sieve: Sieve) -> list[Suggestion]:
    """What is still open and let through."""
    return [one for one in intake.open if sieve.passes(one, names_of(taking, one))]


def _choices(taking: Taking, intake: Intake, sieve: Sieve) -> dict[str, list[tuple[str, str]]]:
    """What the list can be narrowed by: value and words, of what was found in this text."""
    found = {one.what for one in intake.suggestions}
    parties: dict[str, str] = {}
    for one in intake.open:
        parties |= parties_of(one, names_of(taking, one))
    return {
        "kind": [(kind, words()) for kind, words in KINDS.items() if kind in found],
        "rule": [(rule, rule) for rule in sorted({one.rule for one in intake.suggestions if one.rule})],
        "party": sorted(parties.items(), key=lambda pair: pair[1].casefold()),
    }


def _groups(taking: Taking, intake: Intake) -> list[dict[str, Any]]:
    """What one yes covered, with what its undoing sends back."""
    return [
        {"group": group, "versions": " ".join(versions_of(taking, one) for one in group.suggestions)}
        for group in groups_of(intake.suggestions)
    ]


def _seems(source: Source, about: dict[str, Any]) -> list[tuple[str, str]]:
    """What the text itself seems to say of where it is from, where nobody entered it (M1: a guess)."""
    asked = (
        (_("outlet"), "outlet", source.outlet),
        (_("date"), "date", source.on),
        (_("title"), "title", source.title),
    )
    return [(label, str(about[name])) for label, name, entered in asked if not entered and about.get(name)]


@require_POST
def decide(request: HttpRequest, case_id: str, source_id: str, suggestion_id: str) -> HttpResponse:
    """Take in, leave out, or take a decision back; answers with the cards concerned where only they are asked for."""
    frame, seen = writing(request, case_id)
    intake = intake_of(frame, seen, source_id)
    suggestion = next((one for one in intake.suggestions if one.id == suggestion_id), None)
    act = request.POST.get("act", "")
    if suggestion is None or act not in _DECISIONS:
        raise Http404
    taking = Taking(stored(frame), seen, intake.source, versions_sent(request), ties=ties_sent(request))
    notice = written(taking, lambda: _decided(taking, suggestion, act))
    if request.headers.get("HX-Request"):
        return _cards(request, frame, suggestion, taking, notice)
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


def _next(intake: Intake, suggestion: Suggestion, notice: str) -> str:
    """Where the page without scripts goes on: the next open suggestion, or this one when something is to be read."""
    if notice:
        return f"s-{suggestion.id}"
    later = intake.suggestions[intake.suggestions.index(suggestion) :]
    return f"s-{next((one.id for one in later if one.decision is None and one != suggestion), suggestion.id)}"


def _cards(request: HttpRequest, frame: Frame, decided: Suggestion, before: Taking, notice: str) -> HttpResponse:
    """The card decided, the cards decided with it, and the words of the open ones, which may name the new record."""
    seen = view(frame)
    intake = intake_of(frame, seen, before.source.id)
    cards = Cards(Taking(before.case, seen, intake.source, {}), frame)
    touched = decided.what in ("person", "plan", "contact") and not notice
    also = {*before.decided, *_bound_to(intake, decided)} - {decided.id} if not notice else set()
    context = {
        "frame": frame,
        "source": intake.source,
        "cards": [
            cards.card(one, notice if one.id == decided.id else "")
            for one in intake.suggestions
            if one.id == decided.id or one.id in also
        ],
        "says": [cards.card(one) for one in intake.open if one.id != decided.id] if touched else [],
        "still_open": len(intake.open),
        "total": len(intake.suggestions),
        "may_write": True,
        "csrf": csrf_field(request),
    }
    return render(request, "record/suggestions/decided.html", context)


def _bound_to(intake: Intake, decided: Suggestion) -> set[str]:
    """Deadlines that name the contact decided: their forms send back its version too."""
    return {one.id for one in intake.open if one.fields.get("bound_to") == decided.id}


@require_POST
def take_all(request: HttpRequest, case_id: str, source_id: str) -> HttpResponse:
    """One yes or no over a filtered list that was shown, recorded with its filter (R1): exactly those, or none."""
    frame, seen = writing(request, case_id)
    intake = intake_of(frame, seen, source_id)
    case, versions = stored(frame), versions_sent(request)
    sieve = Sieve.of(request.POST.dict(), document=source_id)
    taking = Taking(case, seen, intake.source, versions)
    listed = [one for one in _listed(taking, intake, sieve) if one.id in versions]
    act = "leave_out" if request.POST.get("act") == "leave_out" else "take_in"
    yes = decide_listed(case, seen, {source_id: intake.source}, listed, versions, sieve, act, ties_sent(request))
    for sentence in yes.sentences:
        messages.info(request, sentence)
    return redirect(frame.address("source", source_id))


@require_POST
def take_back_all(request: HttpRequest, case_id: str, source_id: str) -> HttpResponse:
    """Undo one yes as a whole: exactly what was shown of it, or nothing."""
    frame, seen = writing(request, case_id)
    intake = intake_of(frame, seen, source_id)
    versions = versions_sent(request)
    taking = Taking(stored(frame), seen, intake.source, versions)
    group = [one for one in intake.suggestions if one.id in versions and one.decision and one.filter]
    notice = take_back_group(taking, group)
    messages.info(request, notice or _("%(n)s are open again.") % {"n": len(group)})
    return redirect(frame.address("source", source_id))


urlpatterns = [
    path("source/<str:source_id>/", show_source, name="source"),
    path("source/<str:source_id>/decide/<str:suggestion_id>/", decide, name="decide"),
    path("source/<str:source_id>/take-in/", take_all, name="take-all"),
    path("source/<str:source_id>/take-back/", take_back_all, name="take-back"),
]
