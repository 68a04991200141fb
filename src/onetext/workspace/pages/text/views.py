"""The one text as it stands on this day: by category, with what is open beside each point; or two drafts compared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _

from onetext.case.case import Case
from onetext.case.current import current_draft, main_plan
from onetext.case.plan import Category, Clause, Draft, Option, Plan, Point
from onetext.case.work import LinkedAgreement, Question
from onetext.desk.calling import called, title_of, who_called
from onetext.drafting.compare import Entry, compare
from onetext.drafting.drafts import clauses_on
from onetext.drafting.readings import brackets_left
from onetext.positions.grid import Cell, grid
from onetext.positions.silence import silent_issues
from onetext.workspace.content import shown
from onetext.workspace.evidence import Evidence, evidence_line, evidence_of
from onetext.workspace.frame import enter
from onetext.workspace.pages.text.runs import Run, runs_of


@dataclass(frozen=True)
class Paragraph:
    """A clause as the page shows it: its text cut into runs by depth of bracket."""

    clause: Clause
    runs: tuple[Run, ...]
    brackets: int


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


@dataclass(frozen=True)
class Group:
    name: str
    places: tuple[Place, ...]


def show_text(request: HttpRequest, case_id: str) -> HttpResponse:
    frame = enter(request, case_id, "text")
    case, day = shown(frame), frame.day or date.max
    draft = _chosen(case, request.GET.get("draft", ""))
    older = _chosen(case, request.GET["from"]) if request.GET.get("from") else None
    point = request.GET.get("point", "")
    context: dict[str, Any] = {
        "frame": frame,
        "draft": draft,
        "draft_title": title_of(case, draft) if draft else None,
        "penholder": who_called(case, draft.penholder) if draft else "",
        "older": older,
        "older_title": title_of(case, older) if older else None,
        "choices": _choices(case),
        "rivals": _rivals(draft) if draft else [],
        "point": point,
    }
    if older and draft:
        context["entries"] = [_shown(case, entry) for entry in compare(case, older.id, draft.id).entries]
        return render(request, "text/difference.html", context)
    context["groups"] = list(_groups(case, draft))
    context["unplaced"] = [_paragraph(clause) for clause in draft.clauses if not clause.point] if draft else []
    context["beside"] = _beside(case, point, day) if case.get(Point, point) else None
    return render(request, "text/page.html", context)


def _chosen(case: Case, id: str) -> Draft | None:
    """The draft asked for, else the current one. One that is hidden or absent is not found (D4)."""
    if not id:
        return current_draft(case, main_plan(case))
    draft = case.get(Draft, id)
    if draft is None:
        raise Http404
    return draft


def _choices(case: Case) -> list[tuple[str, list[tuple[str, str]]]]:
    """Drafts under the plan they belong to."""
    found = []
    for plan in case.all(Plan):
        drafts = [(one.id, title_of(case, one)) for one in case.all(Draft) if one.plan == plan.id]
        if drafts:
            found.append((plan.title, drafts))
    return found


def _rivals(draft: Draft) -> list[tuple[str, str]]:
    """Rival accounts of the draft itself: who wrote it, how many points it has."""
    return [(account.field or "", f"{account.value}") for account in draft.accounts if account.value is not None]


def _groups(case: Case, draft: Draft | None) -> Iterator[Group]:
    silent = set(silent_issues(case))
    questions = [one for one in case.all(Question) if one.status != "answered"]
    places: dict[str | None, list[Place]] = {}
    for point in case.all(Point):
        clauses = clauses_on(draft, point.id) if draft else ()
        place = Place(
            id=point.id,
            title=point.title,
            paragraphs=tuple(_paragraph(clause) for clause in clauses),
            questions=sum(1 for one in questions if point.id in one.about),
            agreements=sum(1 for one in case.all(LinkedAgreement) if point.id in one.points),
            options=sum(1 for one in case.all(Option) if one.point == point.id),
            silent=point.id in silent,
        )
        places.setdefault(point.category, []).append(place)
    for category in [*(one.id for one in case.all(Category)), None]:
        if category in places:
            yield Group(called(case, category) or _("Without a category"), tuple(places[category]))


def _paragraph(clause: Clause) -> Paragraph:
    text = clause.text or ""
    return Paragraph(clause, runs_of(text), brackets_left(text))


def _beside(case: Case, id: str, day: date) -> dict[str, Any]:
    """What belongs beside a point: options, who stands where, questions, linked agreements."""
    point = case.get(Point, id)
    cells = [cell for cell in grid(case, day).cells if cell.point == id and cell.stance != "unknown"]
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
    return {"entry": entry, "title": called(case, entry.point) if entry.point else ""}


urlpatterns = [path("", show_text, name="text")]
