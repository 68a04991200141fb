"""The frontier as small pictures, one a pair of parties, as numbers for a template to draw."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from onetext.dealspace.answers import Name
from onetext.dealspace.draft_place import DraftPlace
from onetext.dealspace.solve import Solution

SIDE = 200
"""The square of 0 to 1 by 0 to 1, in units of the picture; its lower left corner is at (LEFT, TOP + SIDE)."""
LEFT, TOP = 34, 10
_MOST_POINTS = 600
_LETTERS: dict[Name, str] = {"nash": "N", "kalai_smorodinsky": "K", "leximin": "L", "utilitarian": "S"}
_LINE = 11


@dataclass(frozen=True)
class Dot:
    x: float
    y: float


@dataclass(frozen=True)
class Mark:
    """An answer, or several that fall on one spot, named by letters beside it."""

    x: float
    y: float
    letters: str
    label_x: float
    label_y: float


@dataclass(frozen=True)
class Box:
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Plot:
    """Two parties: the first along, the second up. ``floors``: their reservations, where they have one."""

    across: str
    up: str
    dots: tuple[Dot, ...]
    left_out: int
    marks: tuple[Mark, ...]
    draft: Box | None
    floor_x: float | None
    floor_y: float | None
    ticks: tuple[tuple[str, float, float], ...]


def plots(solution: Solution, parties: tuple[str, ...], place: DraftPlace | None) -> Iterator[Plot]:
    """One for each pair of parties, in the order of the parties."""
    for first, second in combinations(range(len(parties)), 2):
        yield _plot(solution, parties, place, first, second)


def _plot(solution: Solution, parties: tuple[str, ...], place: DraftPlace | None, first: int, second: int) -> Plot:
    tally = solution.tally

    def spot(vector: tuple[int, ...]) -> tuple[float, float]:
        return _x(float(tally.utility(vector[first]))), _y(float(tally.utility(vector[second])))

    spots = list(dict.fromkeys(spot(vector) for vector in solution.frontier.packages))
    groups: dict[tuple[float, float], str] = {}
    for name, answer in solution.answers.items():
        where = spot(answer.vector)
        groups[where] = f"{groups.get(where, '')} {_LETTERS[name]}".strip()
    floors = [
        float(tally.utility(tally.floors[number])) if tally.limited[number] else None for number in (first, second)
    ]
    return Plot(
        across=parties[first],
        up=parties[second],
        dots=tuple(Dot(x, y) for x, y in spots[:_MOST_POINTS]),
        left_out=max(0, len(spots) - _MOST_POINTS),
        marks=tuple(_marks(groups)),
        draft=_box(place, first, second) if place else None,
        floor_x=None if floors[0] is None else _x(floors[0]),
        floor_y=None if floors[1] is None else _y(floors[1]),
        ticks=tuple((f"{tick / 2:g}", _x(tick / 2), _y(tick / 2)) for tick in range(3)),
    )


def _marks(groups: dict[tuple[float, float], str]) -> Iterator[Mark]:
    """Labels stand to the right of their marks, pushed down where one would cover another."""
    taken: list[tuple[float, float]] = []
    for (x, y), letters in sorted(groups.items(), key=lambda each: (each[0][1], each[0][0])):
        label_x, label_y = x + 7, y + 4
        while any(abs(label_y - other_y) < _LINE and abs(label_x - other_x) < 26 for other_x, other_y in taken):
            label_y += _LINE
        taken.append((label_x, label_y))
        yield Mark(x, y, letters, round(label_x, 1), round(label_y, 1))


def _box(place: DraftPlace, first: int, second: int) -> Box:
    x, right = _x(float(place.low[first])), _x(float(place.high[first]))
    y, bottom = _y(float(place.high[second])), _y(float(place.low[second]))
    return Box(x - 3, y - 3, round(right - x + 6, 1), round(bottom - y + 6, 1))


def _x(utility: float) -> float:
    return round(LEFT + SIDE * min(1.0, max(0.0, utility)), 1)


def _y(utility: float) -> float:
    return round(TOP + SIDE * (1 - min(1.0, max(0.0, utility))), 1)
