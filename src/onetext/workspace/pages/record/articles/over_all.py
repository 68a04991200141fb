"""What is open over all articles, narrowed by kind, rule, confidence, document and party; and one yes to it (R1)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.http import require_POST

from onetext.case.record import Record
from onetext.case.source import Source
from onetext.case.work import Suggestion
from onetext.desk.calling import shortened
from onetext.disclosure.view import View
from onetext.workspace.content import shown, stored, view
from onetext.workspace.frame import Frame, enter
from onetext.workspace.pages.record.suggestions.cards import Card, Cards
from onetext.workspace.pages.record.suggestions.intake import READING, place_of
from onetext.workspace.pages.record.suggestions.kinds import KINDS
from onetext.workspace.pages.record.suggestions.one_yes import decide_listed, takings
from onetext.workspace.pages.record.suggestions.sent import csrf_field, ties_sent, versions_sent, writing
from onetext.workspace.pages.record.suggestions.sieve import Sieve, parties_of
from onetext.workspace.pages.record.suggestions.taking import Taking

_HELD = ("contact", "agreement", "plan")
"""Several articles speak of the same one: each is seen in its article, beside what the case already holds (R4)."""
_SHOWN = 100
"""So many stand on one page; one yes covers those and no more."""


@dataclass(frozen=True)
class Line:
    """A card and the article it is of."""

    card: Card
    source: Source
    title: str


@dataclass(frozen=True)
class Open:
    """All that is open, with its sources, through the eyes asked for."""

    suggestions: tuple[Suggestion, ...]
    sources: dict[str, Source]
    at: dict[str, Taking]

    def passed(self, sieve: Sieve) -> list[Suggestion]:
        inside = [one for one in self.suggestions if sieve.document in ("", _document(one))]
        return [one for one in inside if sieve.passes(one, self.taking(one).place(one).names)]

    def taking(self, one: Suggestion) -> Taking:
        return self.at[_document(one)]

    def choices(self) -> dict[str, list[tuple[str, str]]]:
        """What the list can be narrowed by."""
        parties: dict[str, str] = {}
        for one in self.suggestions:
            parties |= parties_of(one, self.taking(one).place(one).names)
        kinds = {one.what for one in self.suggestions}
        documents = dict.fromkeys(_document(one) for one in self.suggestions)
        return {
            "kind": [(kind, words()) for kind, words in KINDS.items() if kind in kinds],
            "rule": [(rule, rule) for rule in sorted({one.rule for one in self.suggestions if one.rule})],
            "party": sorted(parties.items(), key=lambda pair: pair[1].casefold()),
            "document": [(id, title_of_source(self.sources[id])) for id in documents],
        }


def _document(one: Suggestion) -> str:
    return (one.span.source if one.span else None) or ""


def title_of_source(source: Source) -> str:
    return shortened(source.title or (source.text or "").strip().partition("\n")[0] or source.id)


def open_in(frame: Frame, seen: View) -> Open:
    """What is open as far as whoever looks may see it (D3, D4)."""
    if frame.asked.reader is not None:
        case = shown(frame)
        sources = {source.id: source for source in case.all(Source)}
        found: Iterable[Suggestion | None] = map(_open, case.all(Suggestion))
    else:
        found = seen.facts(Suggestion.kind, "open", _open)
        ids = {_document(one) for one in found if one}
        heads = {id: head for id in ids for head in seen.get(id)[:1]}
        sources = {id: head for id, head in heads.items() if isinstance(head, Source)}
    listed = [one for one in found if one is not None and _document(one) in sources]
    ordered = sorted(listed, key=lambda one: (_document(one), place_of(one)))
    used = {id: sources[id] for id in dict.fromkeys(_document(one) for one in ordered)}
    return Open(tuple(ordered), used, takings(stored(frame), seen, used, {}, None))


def _open(record: Record) -> Suggestion | None:
    """A suggestion at a place that nobody has decided."""
    is_open = isinstance(record, Suggestion) and record.span and record.what != READING and not record.decision
    return record if is_open and isinstance(record, Suggestion) else None


def show_open(request: HttpRequest, case_id: str) -> HttpResponse:
    """The list; the query narrows it."""
    frame = enter(request, case_id, "articles")
    seen = view(frame)
    found = open_in(frame, seen)
    sieve = Sieve.of(request.GET.dict())
    passed = found.passed(sieve)
    cards = {id: Cards(taking, frame) for id, taking in found.at.items()}
    lines = [_line(cards[_document(one)], found, one) for one in passed[:_SHOWN]]
    context = {
        "frame": frame,
        "lines": lines,
        "passed": len(passed),
        "sieve": sieve,
        "asked": sieve.asked,
        "choices": found.choices(),
        "takeable": sum(line.card.suggestion.what not in _HELD for line in lines),
        "held": any(line.card.suggestion.what in _HELD for line in lines),
        "narrowed": bool(sieve.words) and frame.is_now and frame.asked.reader is None,
        "all_versions": " ".join(line.card.versions for line in lines),
        "csrf": csrf_field(request),
    }
    return render(request, "record/articles/over_all.html", context)


def _line(cards: Cards, found: Open, one: Suggestion) -> Line:
    source = found.sources[_document(one)]
    return Line(cards.card(one), source, title_of_source(source))


@require_POST
def take_shown(request: HttpRequest, case_id: str) -> HttpResponse:
    """One yes or no over what was shown: exactly those, or none."""
    frame, seen = writing(request, case_id)
    sieve, versions = Sieve.of(request.POST.dict()), versions_sent(request)
    found = open_in(frame, seen)
    listed = [one for one in found.passed(sieve) if one.id in versions] if sieve.words else []
    act = "leave_out" if request.POST.get("act") == "leave_out" else "take_in"
    sources = {_document(one): found.sources[_document(one)] for one in listed}
    yes = decide_listed(stored(frame), seen, sources, listed, versions, sieve, act, ties=ties_sent(request), held=_HELD)
    for sentence in yes.sentences:
        messages.info(request, sentence)
    return redirect(frame.address("open-suggestions", **dict(sieve.asked)))


urlpatterns = [
    path("open/", show_open, name="open-suggestions"),
    path("open/take-in/", take_shown, name="take-shown"),
]
