"""The frontier as small pictures, one a pair of parties, as numbers for a template to draw."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from onetext.dealspace.answers import Name
from onetext.dealspace.draft_place import DraftPlace
from onetext.dealspace.solve import Solution

SIDE = 200
"""The square of utilities, in units of the picture; its lower left corner is at (LEFT, TOP + SIDE)."""
LEFT, TOP = 34, 10
_MOST_POINTS = 600
_LETTERS: dict[Name, str] = {"nash": "N", "kalai_smorodinsky": "K", "leximin": "L", "utilitarian": "S"}
_LINE, _WIDE = 11, 26


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

    @property
    def below(self) -> float:
        return round(self.y + self.height + 10, 1)


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
    ticks_across: tuple[tuple[str, float], ...]
    ticks_up: tuple[tuple[str, float], ...]


def plots(solution: Solution, parties: tuple[str, ...], place: DraftPlace | None) -> Iterator[Plot]:
    """One for each pair of parties, in the order of the parties."""
    for first, second in combinations(range(len(parties)), 2):
        yield _plot(solution, parties, place, first, second)


@dataclass(frozen=True)
class _Scale:
    """From ``low`` to 1 along one side; it begins at the tenth below everything drawn, so that little stays empty."""

    low: float

    def x(self, utility: float) -> float:
        return round(LEFT + SIDE * self._part(utility), 1)

    def y(self, utility: float) -> float:
        return round(TOP + SIDE * (1 - self._part(utility)), 1)

    def _part(self, utility: float) -> float:
        return (min(1.0, max(self.low, utility)) - self.low) / (1 - self.low)

    def ticks(self) -> tuple[float, float, float]:
        return self.low, (self.low + 1) / 2, 1.0


def _scale(solution: Solution, place: DraftPlace | None, party: int) -> _Scale:
    tally = solution.tally
    drawn = [float(tally.utility(party, vector[party])) for vector in solution.frontier.packages]
    drawn += [float(tally.utility(party, tally.floors[party]))] if tally.limited[party] else []
    drawn += [float(place.low[party])] if place else []
    return _Scale(min(0.9, max(0.0, math.floor(10 * min(drawn, default=0.0)) / 10)))


def _plot(solution: Solution, parties: tuple[str, ...], place: DraftPlace | None, first: int, second: int) -> Plot:
    tally = solution.tally
    across, up = _scale(solution, place, first), _scale(solution, place, second)

    def spot(vector: tuple[int, ...]) -> tuple[float, float]:
        return across.x(float(tally.utility(first, vector[first]))), up.y(float(tally.utility(second, vector[second])))

    def floor(party: int) -> float | None:
        return float(tally.utility(party, tally.floors[party])) if tally.limited[party] else None

    spots = list(dict.fromkeys(spot(vector) for vector in solution.frontier.packages))
    groups: dict[tuple[float, float], str] = {}
    for name, answer in solution.answers.items():
        where = spot(answer.vector)
        groups[where] = f"{groups.get(where, '')} {_LETTERS[name]}".strip()
    floor_x, floor_y = floor(first), floor(second)
    return Plot(
        across=parties[first],
        up=parties[second],
        dots=tuple(Dot(x, y) for x, y in spots[:_MOST_POINTS]),
        left_out=max(0, len(spots) - _MOST_POINTS),
        marks=tuple(_marks(groups)),
        draft=_box(place, first, second, across, up) if place else None,
        floor_x=None if floor_x is None else across.x(floor_x),
        floor_y=None if floor_y is None else up.y(floor_y),
        ticks_across=tuple((f"{tick:.3g}", across.x(tick)) for tick in across.ticks()),
        ticks_up=tuple((f"{tick:.3g}", up.y(tick)) for tick in up.ticks()),
    )


def _marks(groups: dict[tuple[float, float], str]) -> Iterator[Mark]:
    """Labels stand to the right of their marks, pushed down where one would cover another."""
    taken: list[tuple[float, float]] = []
    for (x, y), letters in sorted(groups.items(), key=lambda each: (each[0][1], each[0][0])):
        label_x, label_y = x + 7, y + 4
        while any(abs(label_y - other_y) < _LINE and abs(label_x - other_x) < _WIDE for other_x, other_y in taken):
            label_y += _LINE
        taken.append((label_x, label_y))
        yield Mark(x, y, letters, round(label_x, 1), round(label_y, 1))


def _box(place: DraftPlace, first: int, second: int, across: _Scale, up: _Scale) -> Box:
    """Three units wider than the draft, so that a draft that leaves nothing open is seen too."""
    x, right = across.x(float(place.low[first])), across.x(float(place.high[first]))
    y, bottom = up.y(float(place.high[second])), up.y(float(place.low[second]))
    return Box(round(x - 3, 1), round(y - 3, 1), round(right - x + 6, 1), round(bottom - y + 6, 1))
