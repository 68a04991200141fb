"""Where each clause of one draft went in another, what became of it and why; and what slipped on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from onetext.case.case import Case
from onetext.case.plan import Clause, Concordance, Draft
from onetext.case.source import Source
from onetext.desk.calling import called, shortened, title_of
from onetext.drafting.compare import Comparison, Entry, compare
from onetext.drafting.drift import Finding, Slip, over_rounds, slips
from onetext.drafting.matching import untied
from onetext.drafting.proposing import Tie, propose
from onetext.wording.difference import Change as WordChange
from onetext.workspace.content import shown
from onetext.workspace.fieldwords import word_words
from onetext.workspace.frame import enter
from onetext.workspace.pages.text.choosing import draft_asked, draft_before, draft_choices

Numbers = tuple[str, ...]

_SLIPS: Mapping[Slip, Callable[[], str]] = {
    "opposite": lambda: _("The opposite"),
    "weaker": lambda: _("Weaker duty"),
    "stronger": lambda: _("Stronger duty"),
    "duty": lambda: _("Duty put in or left out"),
    "subject": lambda: _("Nobody has the duty any more"),
    "number": lambda: _("Another number"),
    "date": lambda: _("Another date"),
    "reference": lambda: _("Another reference"),
    "ping_pong": lambda: _("Words that come and go"),
    "late": lambda: _("Put in late"),
}
"""In the order of the page: what binds most first."""


@dataclass(frozen=True)
class Row:
    """A line of the table. ``words`` only where both sides are verbatim (T5); ``score`` only of what is proposed."""

    old: Numbers
    new: Numbers
    change: str
    points: tuple[tuple[str, str], ...]
    why: str
    sources: tuple[Source, ...] = ()
    words: tuple[WordChange, ...] | None = None
    score: int | None = None
    sure: bool = False


def show_concordance(request: HttpRequest, case_id: str) -> HttpResponse:
    frame = enter(request, case_id, "text")
    case = shown(frame)
    draft = draft_asked(case, request.GET.get("draft", ""))
    asked = request.GET.get("from", "")
    older = draft_asked(case, asked) if asked else draft_before(case, draft) if draft else None
    context: dict[str, Any] = {"frame": frame, "draft": draft, "older": older, "choices": draft_choices(case)}
    if draft and older:
        found = compare(case, older.id, draft.id)
        recorded = [entry for entry in found.entries if entry.change is not None]
        context |= {
            "draft_title": title_of(case, draft),
            "older_title": title_of(case, older),
            "recorded": [_recorded(case, found, entry) for entry in recorded],
            "found": list(_found(case, found, older, draft)),
            "slips": _by_slip(case, found),
        }
    return render(request, "text/concordance.html", context)


def _recorded(case: Case, found: Comparison, entry: Entry) -> Row:
    points, sources = [entry.point], dict[str, None]()
    for concordance in case.all(Concordance):
        backwards = (concordance.to, concordance.from_) == (found.older, found.newer)
        if not backwards and (concordance.from_, concordance.to) != (found.older, found.newer):
            continue
        for pair in concordance.pairs:
            sides = (pair.to, pair.from_) if backwards else (pair.from_, pair.to)
            if _within(entry.numbers_from, sides[0]) and _within(entry.numbers_to, sides[1]):
                points += pair.points
                sources |= dict.fromkeys(pair.sources or concordance.sources)
    listed = tuple(source for id in sources if (source := case.get(Source, id)))
    return _row(case, entry, points, word_words(entry.change or ""), listed)


def _within(part: Numbers, whole: Numbers) -> bool:
    return set(part) <= set(whole)


def _row(case: Case, entry: Entry, points: list[str | None], change: str, sources: tuple[Source, ...] = ()) -> Row:
    why = entry.note if entry.note and entry.note not in entry.texts else ""
    differs = entry.words if entry.words and any(sign != "=" for sign, _words in entry.words) else None
    return Row(entry.numbers_from, entry.numbers_to, change, _named(case, points), why, sources, differs)


def _named(case: Case, points: list[str | None]) -> tuple[tuple[str, str], ...]:
    return tuple((id, called(case, id)) for id in dict.fromkeys(points) if id)


def _found(case: Case, found: Comparison, older: Draft, newer: Draft) -> Iterator[Row]:
    """What no concordance records: clauses on one point, then those that only their words tie, to be confirmed."""
    loose = untied(case, older, newer)
    old, new = (tuple(clause.number for clause in side) for side in loose)
    for entry in found.entries:
        if entry.change is None and not (_within(entry.numbers_from, old) and _within(entry.numbers_to, new)):
            yield _row(case, entry, [entry.point], word_words(entry.group) if entry.group != "unknown" else "")
    for tie in propose(*loose):
        yield _proposed(case, tie, *loose)


def _proposed(case: Case, tie: Tie, old: list[Clause], new: list[Clause]) -> Row:
    points = [clause.point for clause in old if clause.number in tie.old]
    points += [clause.point for clause in new if clause.number in tie.new]
    why = _("in common: %(words)s") % {"words": ", ".join(tie.shared)} if tie.shared else ""
    score = round(100 * tie.score) if tie.old and tie.new else None
    return Row(tie.old, tie.new, word_words(tie.change), _named(case, points), why, score=score, sure=tie.sure)


def _by_slip(case: Case, found: Comparison) -> list[tuple[str, list[dict[str, Any]]]]:
    findings = [*slips(found), *over_rounds(case, found)]
    kinds = [(words(), [_slip(case, one) for one in findings if one.slip == slip]) for slip, words in _SLIPS.items()]
    return [(words, listed) for words, listed in kinds if listed]


def _slip(case: Case, one: Finding) -> dict[str, Any]:
    return {
        "of": one,
        "title": called(case, one.point) if one.point else "",
        "old": shortened(one.old[0]) if one.old else "",
        "new": shortened(one.new[0]) if one.new else "",
        "drafts": [called(case, id) for id in one.drafts] if one.slip == "ping_pong" else [],
    }
