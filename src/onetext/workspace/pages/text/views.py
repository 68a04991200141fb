"""The one text as it stands on this day: by category, with what is open beside each point; or two drafts compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _

from onetext.case.case import Case
from onetext.case.plan import Category, Clause, Draft, Option, Plan, Point
from onetext.case.seal import is_sealed
from onetext.case.work import LinkedAgreement, Question
from onetext.desk.calling import called, title_of, who_called
from onetext.drafting.compare import Entry, compare
from onetext.drafting.drafts import clauses_on
from onetext.drafting.readings import brackets_left
from onetext.positions.grid import Cell, grid
from onetext.positions.silence import silent_issues
from onetext.workspace.content import shown
from onetext.workspace.evidence import Evidence, evidence_line, evidence_of
from onetext.workspace.fieldwords import field_words, word_words
from onetext.workspace.frame import Frame, enter
from onetext.workspace.naming import capital, numbered
from onetext.workspace.pages.text import editing
from onetext.workspace.pages.text.below import below
from onetext.workspace.pages.text.choosing import draft_asked
from onetext.workspace.pages.text.lens import OPEN, lenses, seen_through
from onetext.workspace.pages.text.runs import Run, runs_of
from onetext.workspace.pages.text.suggested import Suggestion, Suggestions, suggestions_of
from onetext.workspace.stored import StoredCase
from onetext.workspace.templatetags.days import day


@dataclass(frozen=True)
class Paragraph:
    """A clause as the page shows it: its text cut where brackets begin and end; in a summary none counts (T1)."""

    clause: Clause
    runs: tuple[Run, ...]
    brackets: int
    suggestions: tuple[Suggestion, ...] = ()
    new_after: tuple[Suggestion, ...] = ()

    @property
    def anchor(self) -> str:
        return self.clause.number.replace(" ", "-")


@dataclass(frozen=True)
class Place:
    """A point with its clauses in the draft shown, and how much is open beside it."""

    id: str
    title: str
    paragraphs: tuple[Paragraph, ...]
    questions: int
    agreements: int
    options: int
    silent: bool

    @property
    def brackets(self) -> int:
        return sum(one.brackets for one in self.paragraphs)

    @property
    def shown(self) -> str:
        """The number of the point, where no clause bears one of its own."""
        return "" if self.paragraphs else numbered(self.id)


@dataclass(frozen=True)
class Group:
    name: str
    places: tuple[Place, ...]


def show_text(request: HttpRequest, case_id: str) -> HttpResponse:
    frame = enter(request, case_id, "text")
    case, at = shown(frame), frame.day or date.max
    draft = _version(case, draft_asked(case, request.GET.get("draft", "")), request.GET.get("version", ""))
    older = draft_asked(case, request.GET["from"]) if request.GET.get("from") else None
    point = request.GET.get("point", "")
    context: dict[str, Any] = {
        "frame": frame,
        "draft": draft,
        "draft_title": title_of(case, draft) if draft else None,
        "penholder": who_called(case, draft.penholder) if draft else "",
        "older": older,
        "older_title": title_of(case, older) if older else None,
        "choices": _choices(case),
        "versions": _versions(case, draft) if draft else [],
        "rivals": _rivals(case, draft) if draft else [],
        "status": word_words(draft.status) if draft and draft.status != "unknown" else "",
        "point": point,
    }
    if older and draft:
        entries = compare(case, older.id, draft.id).entries
        context["entries"] = [_shown(case, entry) for entry in entries]
        context["by_word"] = any(entry.words is not None for entry in entries)
        context["tally"] = Counter(GROUPS[entry.group]() for entry in entries).items()
        return render(request, "text/difference.html", context)
    bases = {clause.basis for clause in draft.clauses} if draft else set()
    context["basis"] = next(iter(bases)) if len(bases) == 1 else None
    context["brackets"] = sum(brackets_left(clause.text or "") for clause in draft.clauses) if draft else 0
    context |= _editing(frame, case, draft, len(context["versions"]))
    context |= _looking(case, request.GET.get("lens", ""))
    paragraphs = _paragraphs(draft, context.get("suggestions"))
    paragraphs = [_through(case, one, context["lens"]) for one in paragraphs if _is_seen(one, context["lens"])]
    context["groups"] = list(_groups(case, draft, paragraphs))
    context["unplaced"] = [one for one in paragraphs if not one.clause.point]
    context["beside"] = _beside(case, point, at) if case.get(Point, point) else None
    return render(request, "text/page.html", context)


def _choices(case: Case) -> list[tuple[str, list[tuple[str, str]]]]:
    """Drafts under the plan they belong to."""
    found = []
    for plan in case.all(Plan):
        drafts = {one.id: title_of(case, one) for one in case.all(Draft) if one.plan == plan.id}
        if drafts:
            found.append((plan.title, list(drafts.items())))
    return found


def _rivals(case: Case, draft: Draft) -> list[tuple[str, str]]:
    """Rival accounts of the draft itself: who wrote it, how many points it has; one line for each field."""
    found: dict[str, list[str]] = {}
    for account in draft.accounts:
        if account.field and account.value is not None:
            value = f"{account.value}"
            found.setdefault(account.field, []).append(called(case, value) if case.heads(value) else day(value))
    return [(field_words(field), ", ".join(dict.fromkeys(values))) for field, values in found.items()]


def _version(case: Case, draft: Draft | None, number: str) -> Draft | None:
    """Of a draft with several heads the one asked for, counted from 1; else the one given."""
    heads = [head for head in case.heads(draft.id) if isinstance(head, Draft)] if draft else []
    return heads[int(number) - 1] if number.isdecimal() and 0 < int(number) <= len(heads) else draft


def _versions(case: Case, draft: Draft) -> list[tuple[str, str, bool]]:
    """The heads of a draft written under unlike labels: number, name, whether it is the one shown (L2)."""
    heads = [head for head in case.heads(draft.id) if isinstance(head, Draft)]
    named = [f"{title_of(case, head)} ({', '.join(head.labels or case.head.default_labels)})" for head in heads]
    shown = [head is draft for head in heads]
    numbers = [str(at) for at in range(1, len(heads) + 1)]
    return list(zip(numbers, named, shown, strict=True)) if len(heads) > 1 else []


def _editing(frame: Frame, case: Case, draft: Draft | None, versions: int) -> dict[str, Any]:
    """What is suggested for the draft, and whether whoever looks may suggest: today, with their own eyes (D2)."""
    if draft is None or not isinstance(frame.opened, StoredCase):
        return {}
    found = suggestions_of(case, draft)
    return {
        "editable": frame.is_now and not frame.asked.reader and not is_sealed(draft) and not versions,
        "suggestions": found,
        "open_edits": found.open,
        "homeless": found.homeless,
        "decided": found.decided,
        "decisions": found.decisions,
        "last": draft.clauses[-1].number if draft.clauses else None,
    }


def _looking(case: Case, asked: str) -> dict[str, Any]:
    """The lens asked for, where there is one of that name; through one that changes words nothing is edited."""
    offered = lenses(case)
    lens = asked if asked in dict(offered) else ""
    return {"lens": lens, "lenses": offered, **({} if lens in {"", OPEN} else {"editable": False})}


def _is_seen(one: Paragraph, lens: str) -> bool:
    return lens != OPEN or bool(one.brackets or one.suggestions or one.new_after)


def _through(case: Case, one: Paragraph, lens: str) -> Paragraph:
    return replace(one, runs=runs_of(seen_through(case, one.clause, lens)))


def _paragraphs(draft: Draft | None, found: Suggestions | None) -> list[Paragraph]:
    """The clauses of the draft in its order, each with what is suggested for it."""
    listed = [_paragraph(clause) for clause in draft.clauses] if draft else []
    if found is None:
        return listed
    last = {one.clause.number: at for at, one in enumerate(listed)}
    return [
        replace(
            one,
            suggestions=found.of_clause.get((one.clause.number, one.clause.language), ()),
            new_after=found.new_after.get(one.clause.number, ()) if last[one.clause.number] == at else (),
        )
        for at, one in enumerate(listed)
    ]


def _groups(case: Case, draft: Draft | None, paragraphs: list[Paragraph]) -> Iterator[Group]:
    silent = set(silent_issues(case))
    questions = [one for one in case.all(Question) if one.status != "answered"]
    places: dict[str | None, list[Place]] = {}
    for point in case.all(Point):
        clauses = clauses_on(draft, point.id) if draft else ()
        place = Place(
            id=point.id,
            title=point.title,
            paragraphs=tuple(one for one in paragraphs if one.clause.point == point.id),
            questions=sum(1 for one in questions if point.id in one.about),
            agreements=sum(1 for one in case.all(LinkedAgreement) if point.id in one.points),
            options=sum(1 for one in case.all(Option) if one.point == point.id),
            silent=point.id in silent and not clauses,
        )
        places.setdefault(point.category, []).append(place)
    for category in [*(one.id for one in case.all(Category)), None]:
        if category in places:
            yield Group(capital(called(case, category)) or _("Without a group"), tuple(places[category]))


GROUPS: dict[str, Callable[[], str]] = {
    "kept": lambda: _("kept"),
    "changed": lambda: _("changed"),
    "moved": lambda: _("moved"),
    "added": lambda: _("added"),
    "dropped": lambda: _("dropped"),
    "merged": lambda: _("merged"),
    "split": lambda: _("split"),
    "unknown": lambda: _("cannot be told"),
}


def _paragraph(clause: Clause) -> Paragraph:
    text = clause.text or ""
    return Paragraph(clause, runs_of(text), brackets_left(text) if clause.basis == "verbatim" else 0)


def _beside(case: Case, id: str, at: date) -> dict[str, Any]:
    """What belongs beside a point: options, who stands where, questions, linked agreements."""
    point = case.get(Point, id)
    cells = [cell for cell in grid(case, at).cells if cell.point == id and cell.stance != "unknown"]
    return {
        "title": point.title if point else id,
        "text": point.text if point else None,
        "cells": [(called(case, cell.party), cell, _first(case, cell)) for cell in cells],
        "options": [(one, _proposers(case, one)) for one in case.all(Option) if one.point == id],
        "questions": [one for one in case.all(Question) if id in one.about],
        "agreements": [one for one in case.all(LinkedAgreement) if id in one.points],
        "said": [evidence_line(case, one) for one in reversed(_about(case, id))][:12],
    }


def _first(case: Case, cell: Cell) -> Evidence | None:
    return evidence_of(case, cell.evidence[0]) if cell.evidence else None


def _proposers(case: Case, option: Option) -> str:
    names = [called(case, one.party or one.draft) for one in option.proposed_by if one.party or one.draft]
    return ", ".join(dict.fromkeys(names))


def _about(case: Case, id: str) -> list[Any]:
    found = [one for one in case.records.get("statement", ()) if id in getattr(one, "about", ())]
    return sorted(found, key=lambda one: one.on or "")


def _shown(case: Case, entry: Entry) -> dict[str, Any]:
    """An entry of the comparison with the words a page needs."""
    moved = bool(entry.numbers_from and entry.numbers_to and entry.numbers_from != entry.numbers_to)
    change = entry.change if entry.change != entry.group else None
    return {
        "entry": entry,
        "title": called(case, entry.point) if entry.point else "",
        "moved": moved,
        "group": GROUPS[entry.group](),
        "change": word_words(change) if change else "",
        "note": entry.note if entry.note not in entry.texts else None,
        "same": entry.group == "kept" and entry.words is not None and all(sign == "=" for sign, _words in entry.words),
    }


urlpatterns = [path("", show_text, name="text"), *editing.urlpatterns, *below]
