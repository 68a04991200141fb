"""A frontier in arrays: millions of points are looked at through them, and become tuples one at a time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np

from onetext.dealspace.frontier.layout import PLACES, Layout
from onetext.dealspace.frontier.reduction import Reduction
from onetext.dealspace.scenario import Package
from onetext.dealspace.tally import Tally, Vector

Array = Any
"""A numpy array of whole numbers."""


class TooLargeError(Exception):
    """More room or time than allowed would be needed."""


@dataclass(frozen=True)
class Climbed:
    """Keys and codes of the efficient packages; ``chain``: the codes of each stage where codes are chained."""

    keys: Array
    codes: Array
    chain: tuple[Array, ...]

    def chosen(self, reduced: Reduction, plan: Layout, places: Array) -> Sequence[Array]:
        """By step in file order, the options of the packages at some places."""
        if plan.lifts is not None:
            found = self.codes[places]
            return [
                (found >> np.uint64(lift)) & np.uint64((1 << (len(step.options) - 1).bit_length()) - 1)
                for step, lift in zip(reduced.steps, plan.lifts, strict=True)
            ]
        chosen, below = [], np.uint64((1 << PLACES) - 1)
        for stage in reversed(self.chain):
            found = stage[places]
            chosen.append(found >> np.uint64(PLACES))
            places = found & below
        return chosen


class Reached(Protocol):
    """Efficient packages by place, however they are held."""

    @property
    def keys(self) -> Array: ...

    def chosen(self, reduced: Reduction, plan: Layout, places: Array) -> Sequence[Array]: ...


class Points(Mapping[Vector, Package]):
    """The efficient vectors, falling by party, each with its package.

    ``vectors`` is an array of points by parties, of 64-bit numbers where they fit, else of Python's.
    """

    def __init__(self, reduced: Reduction, plan: Layout, climbed: Reached, order: Array, vectors: Array) -> None:
        """``order``: where the label of each vector is among those climbed to."""
        self._reduced, self._plan, self.climbed, self._order = reduced, plan, climbed, order
        self.vectors = vectors

    @classmethod
    def of(cls, tally: Tally, reduced: Reduction, plan: Layout, climbed: Reached) -> Points:
        vectors = _vectors(tally, reduced, plan, climbed)
        order = _falling(tally, reduced, plan, climbed, vectors)
        if order is None:
            return cls(reduced, plan, climbed, np.arange(len(vectors)), vectors)
        return cls(reduced, plan, climbed, order, vectors[order])

    def reaching(self, floors: Vector) -> Points:
        """Those that give every party its floor."""
        enough = np.logical_and.reduce([self.vectors[:, party] >= floor for party, floor in enumerate(floors)])
        return Points(self._reduced, self._plan, self.climbed, self._order[enough], self.vectors[enough])

    def __len__(self) -> int:
        return len(self._order)

    def __iter__(self) -> Iterator[Vector]:
        for start in range(0, len(self), 4096):
            yield from map(tuple, self.vectors[start : start + 4096].tolist())

    def __getitem__(self, vector: Vector) -> Package:
        place = bisect_left(_Falling(self.vectors), tuple(-at for at in vector))
        if place == len(self) or tuple(self.vectors[place].tolist()) != vector:
            raise KeyError(vector)
        return self.package(place)

    def package(self, place: int) -> Package:
        """The package of the point at a place, counted from 0."""
        chosen = self.climbed.chosen(self._reduced, self._plan, self._order[place : place + 1])
        return self._reduced.filled([int(options[0]) for options in chosen])


def _vectors(tally: Tally, reduced: Reduction, plan: Layout, climbed: Reached) -> Array:
    """What the packages really give each party, row by row."""
    kind: Any = np.int64 if _narrow(tally) else object
    size = len(climbed.keys)
    if any(by > 1 for by in reduced.rounding):
        chosen = climbed.chosen(reduced, plan, np.arange(size))
        return np.stack(
            [_reached(tally, party, reduced, chosen, np.zeros(size, kind)) for party in range(tally.parties)], 1
        )
    fields = {
        dimension: ((climbed.keys >> up) & ((1 << width) - 1)).astype(kind)
        for dimension, up, width in zip(plan.dimensions, plan.offsets, plan.widths, strict=True)
    }
    columns = [
        np.full(size, side.shift, kind) + (0 if side.dimension is None else side.factor * fields[side.dimension])
        for side in reduced.sides
    ]
    return np.stack(columns, 1)


def _falling(tally: Tally, reduced: Reduction, plan: Layout, climbed: Reached, vectors: Array) -> Array | None:
    """The places of the vectors in falling order; None where they are in it already, as keys of all parties are."""
    if any(by > 1 for by in reduced.rounding):
        return np.lexsort([-vectors[:, party] for party in reversed(range(tally.parties))])
    if plan.dimensions == tuple(range(len(plan.dimensions))):
        return None
    below = np.zeros(len(vectors), np.int64)
    fields = sorted(zip(plan.dimensions, plan.offsets, plan.widths, strict=True))
    for _, up, width in fields:
        below = (below << width) | ((climbed.keys >> up) & ((1 << width) - 1))
    return np.argsort(-below)


def _reached(tally: Tally, party: int, reduced: Reduction, chosen: Sequence[Array], total: Array) -> Array:
    """Added to zeros, what a party has of the packages."""
    own, free = tally.own[party], {step.issue for step in reduced.steps}
    total += tally.base[party]
    total += sum(row[reduced.package[issue]] for issue, row in enumerate(own) if issue not in free)
    for step, options in zip(reduced.steps, chosen, strict=True):
        total += np.array([own[step.issue][option] for option in step.options], total.dtype)[options]
    return total


def _narrow(tally: Tally) -> bool:
    """Whether every sum fits 64 bits."""
    return all(
        abs(base) + sum(max(map(abs, row)) for row in own) < 1 << 61
        for base, own in zip(tally.base, tally.own, strict=True)
    )


class _Falling:
    """Rows as rising tuples, for bisection."""

    def __init__(self, vectors: Array) -> None:
        self.vectors = vectors

    def __len__(self) -> int:
        return len(self.vectors)

    def __getitem__(self, place: int) -> tuple[int, ...]:
        return tuple(-at for at in self.vectors[place].tolist())
