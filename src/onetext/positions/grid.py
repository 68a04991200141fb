"""The grid: points by parties on a day, each cell with stance, source weight and evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Literal

from onetext.case.case import Case
from onetext.case.once import once_a_case
from onetext.case.people import Party
from onetext.case.plan import Category, Plan, Point
from onetext.case.position import Position
from onetext.case.words import Move, Stance
from onetext.positions.standing import Weighed, begun, deciding, in_order, standing
from onetext.positions.weight import Weights

CellStance = Stance | Literal["mixed"]


@dataclass(frozen=True)
class Rival:
    """A position that says something else than another one beside it."""

    position: str
    stance: Stance
    option: str | None
    weight: int


@dataclass(frozen=True)
class Cell:
    """Where a party stands on a point. ``evidence`` holds ids of positions, in order."""

    point: str | None
    party: str
    stance: CellStance = "unknown"
    red_line: bool = False
    weight: int | None = None
    """1 to 3; null where no position stands."""
    stale_days: int | None = None
    """Days since the deciding positions; null where they have no date or there are none."""
    evidence: tuple[str, ...] = ()
    rivals: tuple[Rival, ...] = ()
    """Where the stance is ``mixed``: every deciding position with its own stance."""
    moves: tuple[Move, ...] = ()
    lighter: tuple[Rival, ...] = ()
    """Positions of lower weight that are newer than the deciding ones and say otherwise."""
    uncertain: tuple[str, ...] = ()
    """Positions whose partial date may already have come; they do not count yet."""


@dataclass(frozen=True)
class Grid:
    """``points`` in rows, grouped by category; ``cells`` row by row; ``overall`` on the plan as a whole."""

    at: date
    points: tuple[str, ...]
    parties: tuple[str, ...]
    cells: tuple[Cell, ...]
    overall: tuple[Cell, ...]

    def cell(self, point: str | None, party: str) -> Cell:
        """The cell of a point (None: the plan as a whole) and a party. Raises ``KeyError`` where there is none."""
        for cell in self.overall if point is None else self.cells:
            if (cell.point, cell.party) == (point, party):
                return cell
        raise KeyError((point, party))

    def as_data(self) -> dict[str, Any]:
        """The shape of ``grid --json``."""
        return {
            "at": self.at.isoformat(),
            "points": list(self.points),
            "parties": list(self.parties),
            "cells": [_cell_data(cell) for cell in self.cells],
            "overall": [_cell_data(cell) for cell in self.overall],
        }


def _cell_data(cell: Cell) -> dict[str, Any]:
    return {key: list(value) if isinstance(value, tuple) else value for key, value in asdict(cell).items()}


@once_a_case
def grid(case: Case, day: date) -> Grid:
    """Who stands where on ``day``, from a case that was cut before.

    The rule: the latest position of the highest source weight. Of the positions that stand (``standing``), those of
    the highest weight (``weight``) are looked at, and of these the ones of the latest day decide; a partial date is
    its last possible day, no date is older than any. Several deciding positions of unlike stance are ``mixed`` and
    stand as each other's rivals; a cell without any is ``unknown``; ``silent`` is only where it was recorded (C1).
    A cell is a red line when a deciding position is one. A position on no point is on the plan as a whole and is kept
    apart. The order of the positions in the file moves nothing.

    Rows: every point, in the order of the categories, points without one last. Columns: the parties of the plans,
    then every other party that has taken a position by ``day``, in the order of the file.
    """
    weights = Weights(case)
    places: dict[tuple[str | None, str], list[Weighed]] = {}
    for position in case.all(Position):
        if begun(position, day):
            place = places.setdefault((position.point, position.party), [])
            place.append(Weighed(position, weights.of(position)))
    points = tuple(_rows(case))
    parties = tuple(_columns(case, {party for _, party in places}))
    return Grid(
        at=day,
        points=points,
        parties=parties,
        cells=tuple(_cell(point, party, places.get((point, party), ()), day) for point in points for party in parties),
        overall=tuple(_cell(None, party, places.get((None, party), ()), day) for party in parties),
    )


def _rows(case: Case) -> Iterator[str]:
    order = {id: index for index, id in enumerate(_once(category.id for category in case.all(Category)))}
    points = {point.id: order.get(point.category or "", len(order)) for point in reversed(case.all(Point))}
    yield from sorted(_once(point.id for point in case.all(Point)), key=lambda id: points[id])


def _columns(case: Case, taking: set[str]) -> Iterable[str]:
    of_plans = [party for plan in case.all(Plan) for party in plan.parties]
    others = [party.id for party in case.all(Party) if party.id in taking]
    return _once([*of_plans, *others, *sorted(taking)])


def _once(ids: Iterable[str]) -> Iterable[str]:
    return dict.fromkeys(ids)


def _cell(point: str | None, party: str, positions: Sequence[Weighed], day: date) -> Cell:
    uncertain = tuple(sorted({one.position.id for one in positions if one.day > day}))
    stand = standing(positions, day)
    decide = deciding(stand)
    if not decide:
        return Cell(point, party, uncertain=uncertain)
    stances = {one.position.stance for one in decide}
    weight, latest = decide[0].weight, decide[0].day
    unlike = [one for one in stand if one.weight < weight and one.day > latest and one.position.stance not in stances]
    return Cell(
        point=point,
        party=party,
        stance="mixed" if len(stances) > 1 else decide[0].position.stance,
        red_line=any(one.position.red_line for one in decide),
        weight=weight,
        stale_days=None if latest == date.min else (day - latest).days,
        evidence=tuple(_once(one.position.id for one in decide)),
        rivals=_rivals(decide) if len(stances) > 1 else (),
        moves=tuple(_moves(decide)),
        lighter=_rivals(in_order(unlike)),
        uncertain=uncertain,
    )


def _rivals(positions: Iterable[Weighed]) -> tuple[Rival, ...]:
    return tuple(Rival(one.position.id, one.position.stance, one.position.option, one.weight) for one in positions)


def _moves(positions: Iterable[Weighed]) -> list[Move]:
    return sorted({one.position.move for one in positions if one.position.move})
