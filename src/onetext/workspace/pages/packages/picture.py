"""The frontier as pictures: two parties at a time, or all of them as parallel lines; numbers for a template to draw.

A picture draws at most ``MOST_DRAWN`` points, taken evenly along the frontier, and says how many there are.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from onetext.dealspace.answers import Name
from onetext.dealspace.draft_place import DraftPlace
from onetext.dealspace.solve import Solution
from onetext.dealspace.tally import Vector

SIDE = 200
"""The square of utilities, in units of the picture; its lower left corner is at (LEFT, TOP + SIDE)."""
LEFT, TOP = 34, 10
MOST_DRAWN = 600
ALL_PAIRS = 3
"""Up to so many parties every pair has its picture; with more, one party is held against each of the others."""
_LETTERS: dict[Name, str] = {"nash": "N", "kalai_smorodinsky": "K", "leximin": "L", "utilitarian": "S"}
_LINE, _WIDE = 11, 26


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
class Scale:
    """From ``low`` to 1 along one side; it begins at the tenth below everything drawn, so that little stays empty."""

    low: float

    def x(self, utility: float) -> float:
        return round(LEFT + SIDE * self.part(utility), 1)

    def y(self, utility: float) -> float:
        return round(TOP + SIDE * (1 - self.part(utility)), 1)

    def part(self, utility: float) -> float:
        return (min(1.0, max(self.low, utility)) - self.low) / (1 - self.low)

    def ticks(self) -> tuple[float, float, float]:
        return self.low, (self.low + 1) / 2, 1.0


@dataclass(frozen=True)
class Plot:
    """Two parties by their numbers: the first along, the second up; ``floors`` are reservations, where there are any.

    ``dots`` and ``stairs`` are paths; the stairs bound what two parties alone can reach.
    """

    first: int
    second: int
    across: str
    up: str
    low_across: float
    low_up: float
    dots: str
    stairs: str
    marks: tuple[Mark, ...]
    draft: Box | None
    floor_x: float | None
    floor_y: float | None
    ticks_across: tuple[tuple[str, float], ...]
    ticks_up: tuple[tuple[str, float], ...]


@dataclass(frozen=True)
class Drawing:
    """What all pictures of one solution share: the points drawn, of all there are, and a scale by party."""

    solution: Solution
    parties: tuple[str, ...]
    place: DraftPlace | None
    points: tuple[Vector, ...]
    picked: Vector | None = None

    def at(self, vector: Vector, party: int) -> float:
        return vector[party] / self.solution.tally.units[party]

    def floor(self, party: int) -> float | None:
        tally = self.solution.tally
        return float(tally.utility(party, tally.floors[party])) if tally.limited[party] else None

    def scale(self, party: int) -> Scale:
        drawn = [self.at(vector, party) for vector in self.points]
        drawn += [self.at(answer.vector, party) for answer in self.solution.answers.values()]
        drawn += [self.at(self.picked, party)] if self.picked else []
        drawn += [floor] if (floor := self.floor(party)) is not None else []
        drawn += [float(self.place.low[party])] if self.place else []
        return Scale(min(0.9, max(0.0, math.floor(10 * min(drawn, default=0.0)) / 10)))

    def marked(self) -> Iterator[tuple[str, Vector]]:
        for name, answer in self.solution.answers.items():
            yield _LETTERS[name], answer.vector
        if self.picked:
            yield "P", self.picked


def evenly(points: Sequence[Vector], most: int = MOST_DRAWN) -> tuple[Vector, ...]:
    """At most ``most`` of the points, evenly along them, the first and the last among them."""
    if len(points) <= most:
        return tuple(points)
    return tuple(points[round(at * (len(points) - 1) / (most - 1))] for at in range(most))


def plots(drawing: Drawing, against: int = 0) -> Iterator[Plot]:
    """One for each pair of parties; of many parties, the one ``against`` which each other is held."""
    count = len(drawing.parties)
    pairs = list(combinations(range(count), 2))
    if count > ALL_PAIRS:
        pairs = [(against, other) for other in range(count) if other != against]
    scales = [drawing.scale(party) for party in range(count)]
    for first, second in pairs:
        yield _plot(drawing, first, second, scales[first], scales[second])


def _plot(drawing: Drawing, first: int, second: int, across: Scale, up: Scale) -> Plot:
    def spot(vector: Vector) -> tuple[float, float]:
        return across.x(drawing.at(vector, first)), up.y(drawing.at(vector, second))

    spots = list(dict.fromkeys(spot(vector) for vector in drawing.points))
    groups: dict[tuple[float, float], str] = {}
    for letter, vector in drawing.marked():
        groups[spot(vector)] = f"{groups.get(spot(vector), '')} {letter}".strip()
    floor_x, floor_y = drawing.floor(first), drawing.floor(second)
    return Plot(
        first=first,
        second=second,
        across=drawing.parties[first],
        up=drawing.parties[second],
        low_across=across.low,
        low_up=up.low,
        dots="".join(f"M{x} {y}h0" for x, y in spots),
        stairs=_stairs(spots) if len(drawing.parties) == 2 else "",
        marks=tuple(_marks(groups)),
        draft=_box(drawing.place, first, second, across, up) if drawing.place else None,
        floor_x=None if floor_x is None else across.x(floor_x),
        floor_y=None if floor_y is None else up.y(floor_y),
        ticks_across=tuple((f"{tick:.3g}", across.x(tick)) for tick in across.ticks()),
        ticks_up=tuple((f"{tick:.3g}", up.y(tick)) for tick in up.ticks()),
    )


def _stairs(spots: Sequence[tuple[float, float]]) -> str:
    """From the lower right, up along the points and to the left edge, and closed: what is beaten lies inside."""
    if not spots:
        return ""
    steps = "".join(f"H{x}V{y}" for x, y in sorted(spots, key=lambda each: (-each[0], -each[1])))
    return f"M{max(x for x, _ in spots)} {TOP + SIDE}{steps}H{LEFT}V{TOP + SIDE}Z"


def _marks(groups: dict[tuple[float, float], str]) -> Iterator[Mark]:
    """Labels stand to the right of their marks, pushed down where one would cover another."""
    taken: list[tuple[float, float]] = []
    for (x, y), letters in sorted(groups.items(), key=lambda each: (each[0][1], each[0][0])):
        label_x, label_y = x + 7, y + 4
        while any(abs(label_y - other_y) < _LINE and abs(label_x - other_x) < _WIDE for other_x, other_y in taken):
            label_y += _LINE
        taken.append((label_x, label_y))
        yield Mark(x, y, letters, round(label_x, 1), round(label_y, 1))


def _box(place: DraftPlace, first: int, second: int, across: Scale, up: Scale) -> Box:
    """Three units wider than the draft, so that a draft that leaves nothing open is seen too."""
    x, right = across.x(float(place.low[first])), across.x(float(place.high[first]))
    y, bottom = up.y(float(place.high[second])), up.y(float(place.low[second]))
    return Box(round(x - 3, 1), round(y - 3, 1), round(right - x + 6, 1), round(bottom - y + 6, 1))
