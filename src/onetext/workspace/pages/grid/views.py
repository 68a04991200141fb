"""Who stands where on every point, and on what evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _

from onetext.case.case import Case
from onetext.case.dates import last_day
from onetext.case.people import Party
from onetext.case.plan import Category, Plan, Point
from onetext.case.position import Position
from onetext.desk.calling import called
from onetext.positions.grid import Cell, Grid, grid
from onetext.positions.silence import silent_issues
from onetext.workspace.cases import Asked
from onetext.workspace.content import opened as opened_as
from onetext.workspace.content import shown
from onetext.workspace.evidence import Evidence, evidence_of
from onetext.workspace.frame import enter
from onetext.workspace.marks import STANCES
from onetext.workspace.naming import capital, numbered

_FITTING = 6
"""Columns that fit a small laptop beside 28 lines."""
_STALE = 60
"""Days without a word after which a cell is hatched."""


@dataclass(frozen=True)
class Place:
    """A cell as the page shows it. ``key`` opens it."""

    cell: Cell
    key: str
    party: str
    stale: bool

    @property
    def classes(self) -> str:
        """Unknown is quiet; how the deciding words reached us is seen too."""
        weight = f"weight-{self.cell.weight}" if self.cell.weight else self.cell.stance
        return f"{weight} stale" if self.stale else weight


@dataclass(frozen=True)
class Row:
    id: str
    number: str
    title: str
    places: tuple[Place, ...]
    silent: bool = False


@dataclass(frozen=True)
class Group:
    """The rows of one category."""

    name: str
    rows: tuple[Row, ...]


def show_grid(request: HttpRequest, case_id: str) -> HttpResponse:
    frame = enter(request, case_id, "grid")
    case = shown(frame)
    day = frame.day or date.max
    made = grid(case, day)
    main = main_columns(case, made)
    everybody = request.GET.get("parties") == "all"
    columns = made.parties if everybody else main
    groups = list(_groups(case, made, columns))
    opened = _opened(groups, request.GET.get("open", ""))
    days = _days(opened_as(frame).case(Asked(reader=frame.asked.reader)))
    context = {
        "frame": frame,
        "parties": [(_short(case, party), made.parties.index(party)) for party in columns],
        "more": len(made.parties) - len(columns),
        "all": everybody and len(main) < len(made.parties),
        "groups": groups,
        "opened": opened,
        "point": called(case, opened.cell.point) if opened and opened.cell.point else _("The plan as a whole"),
        "evidence": [evidence_of(case, id) for id in opened.cell.evidence] if opened else [],
        "rivals": _rivals(case, opened) if opened else [],
        "history": _history(case, opened) if opened else [],
        "days": days,
        "stances": list(STANCES),
        **_neighbours(days, day),
    }
    return render(request, "grid/page.html", context)


def main_columns(case: Case, made: Grid) -> tuple[str, ...]:
    """The parties shown at once: those whose consent a plan needs, then those with most positions, as many as fit."""
    if len(made.parties) <= _FITTING:
        return made.parties
    needed = {party for plan in case.all(Plan) for party in plan.parties}
    taken = Counter(cell.party for cell in (*made.cells, *made.overall) if cell.stance != "unknown")
    order = sorted(made.parties, key=lambda party: (party not in needed, -taken[party], made.parties.index(party)))
    chosen = set(order[:_FITTING]) | needed
    return tuple(party for party in made.parties if party in chosen)


def _groups(case: Case, made: Grid, columns: tuple[str, ...]) -> Iterator[Group]:
    """Rows by category in the order of the grid; the plan as a whole last."""
    silent = set(silent_issues(case))
    names: dict[str | None, list[Row]] = {}
    cells: dict[str | None, list[Cell]] = {}
    for cell in (*made.cells, *made.overall):
        if cell.party in columns:
            cells.setdefault(cell.point, []).append(cell)
    for id in made.points:
        point = case.get(Point, id)
        places = tuple(_place(case, cell) for cell in cells.get(id, ()))
        row = Row(id, numbered(id), called(case, id), places, id in silent)
        names.setdefault(point.category if point else None, []).append(row)
    for category, rows in names.items():
        found = case.get(Category, category)
        yield Group(capital(found.name) if found else _("Without a group"), tuple(rows))
    if any(cell.stance != "unknown" for cell in made.overall):
        whole = tuple(_place(case, cell) for cell in cells.get(None, ()))
        yield Group(_("Overall"), (Row("", "", _("The plan as a whole"), whole),))


def _place(case: Case, cell: Cell) -> Place:
    stale = cell.stale_days is not None and cell.stale_days > _STALE
    return Place(cell, f"{cell.point or ''}:{cell.party}", called(case, cell.party), stale)


def _opened(groups: list[Group], key: str) -> Place | None:
    places = (place for group in groups for row in group.rows for place in row.places)
    return next((place for place in places if place.key == key), None)


def _short(case: Case, id: str) -> str:
    party = case.get(Party, id)
    return party.short or party.name if party else id


def _rivals(case: Case, opened: Place) -> list[Evidence]:
    return [evidence_of(case, rival.position) for rival in opened.cell.rivals]


def _history(case: Case, opened: Place) -> list[Evidence]:
    """Every other position of the cell, newest first."""
    found = [
        one
        for one in case.all(Position)
        if (one.party, one.point) == (opened.cell.party, opened.cell.point) and one.id not in opened.cell.evidence
    ]
    ordered = sorted(found, key=lambda one: last_day(one.on) if one.on else date.min, reverse=True)
    return [evidence_of(case, one.id) for one in ordered]


def _days(case: Case) -> list[str]:
    """The days on which a position was taken, for the slider.

    Of the case as it stands now: whoever steps back must find the way forward again.
    """
    return sorted({last_day(one.on).isoformat() for one in case.all(Position) if one.on})


def _neighbours(days: list[str], day: date) -> dict[str, str | None]:
    """The nearest days with a new position before and after the one shown."""
    here = day.isoformat()
    return {
        "earlier": max((one for one in days if one < here), default=None),
        "later": min((one for one in days if one > here), default=None),
    }


urlpatterns = [path("", show_grid, name="grid")]
