"""Each party's worth as a dimension of a sweep; parties whose worths are proportional share one."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from onetext.dealspace.logic.model import Model
from onetext.dealspace.tally import Vector


@dataclass(frozen=True)
class Side:
    """A party has ``shift`` and ``factor`` times what is counted in its dimension; only ``shift`` where it has none."""

    shift: int
    factor: int
    dimension: int | None


@dataclass(frozen=True)
class Dimension:
    """Counts from 0 to ``range``: by issue and kept option what it adds, by box likewise; all begin at ``start``.

    ``start`` is what all losses together can take.
    """

    own: tuple[tuple[int, ...], ...]
    boxes: tuple[int, ...]
    start: int
    range: int


@dataclass(frozen=True)
class Layout:
    sides: tuple[Side, ...]
    dimensions: tuple[Dimension, ...]

    @property
    def widths(self) -> tuple[int, ...]:
        """In bits."""
        return tuple(max(1, one.range.bit_length()) for one in self.dimensions)

    @property
    def ups(self) -> tuple[int, ...]:
        """How far up each dimension lies in a key, the first uppermost."""
        widths = self.widths
        return tuple(sum(widths[place + 1 :]) for place in range(len(widths)))

    def key(self, amounts: Sequence[int]) -> int:
        return sum(at << up for at, up in zip(amounts, self.ups, strict=True))

    def needs(self, floors: Vector) -> Vector | None:
        """What must be counted in each dimension; None where a party without one does not have enough."""
        found = [0] * len(self.dimensions)
        for side, floor in zip(self.sides, floors, strict=True):
            if side.dimension is not None:
                found[side.dimension] = max(found[side.dimension], -((side.shift - floor) // side.factor))
            elif side.shift < floor:
                return None
        return tuple(found)


def laid_out(model: Model) -> Layout:
    """Of a model that is not rounded."""
    places: dict[Dimension, int] = {}
    sides = []
    for party, (offset, unit) in enumerate(zip(model.offsets, model.units, strict=True)):
        own = [[row[party] for row in rows] for rows in model.own]
        lows = [min(row, default=0) for row in own]
        boxes = [worth[party] for _, worth, _ in model.boxes]
        raised = [[at - low for at in row] for row, low in zip(own, lows, strict=True)]
        factor = math.gcd(*(at for row in raised for at in row), *boxes)
        shift = offset + unit * sum(lows)
        if not factor:
            sides.append(Side(shift, 0, None))
            continue
        dimension = _dimension([[at // factor for at in row] for row in raised], [at // factor for at in boxes])
        place = places.setdefault(dimension, len(places))
        sides.append(Side(shift - dimension.start * unit * factor, unit * factor, place))
    return Layout(
        tuple(sides), tuple(places) or (_dimension([[0] * len(rows) for rows in model.own], [0] * len(model.boxes)),)
    )


def _dimension(own: list[list[int]], boxes: list[int]) -> Dimension:
    start = -sum(min(0, worth) for worth in boxes)
    most = start + sum(max(row, default=0) for row in own) + sum(max(0, worth) for worth in boxes)
    return Dimension(tuple(map(tuple, own)), tuple(boxes), start, most)
