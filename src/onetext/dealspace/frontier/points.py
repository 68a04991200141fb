"""A frontier in arrays: millions of points are looked at through them, and become tuples one at a time."""

from __future__ import annotations

import copy
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from onetext.dealspace.frontier.layout import PLACES, Layout
from onetext.dealspace.frontier.reduction import Reduction
from onetext.dealspace.scenario import Package
from onetext.dealspace.tally import Tally, Vector

Array = Any
"""A numpy array of whole numbers."""


class TooLarge(Exception):
    """More room or time than allowed would be needed."""


@dataclass(frozen=True)
class Climbed:
    """Keys and codes of the efficient packages; ``chain``: the codes of each stage where codes are chained."""

    keys: Array
    codes: Array
    chain: tuple[Array, ...]


class Points(Mapping[Vector, Package]):
    """The efficient vectors, falling by party, each with its package.

    ``vectors`` is an array of points by parties, of 64-bit numbers where they fit, else of Python's.
    """

    def __init__(self, tally: Tally, reduced: Reduction, plan: Layout, climbed: Climbed) -> None:
        self._reduced, self._plan, self._climbed = reduced, plan, climbed
        vectors = self._vectors(tally)
        order = np.lexsort([-vectors[:, party] for party in reversed(range(tally.parties))])
        self._order = order
        self.vectors = vectors[order]

    def reaching(self, floors: Vector) -> Points:
        """Those that give every party its floor."""
        enough = np.logical_and.reduce([self.vectors[:, party] >= floor for party, floor in enumerate(floors)])
        found = copy.copy(self)
        found._order, found.vectors = self._order[enough], self.vectors[enough]
        return found

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
        at = int(self._order[place])
        return self._reduced.filled([int(column[0]) for column in self._chosen(np.array([at]))])

    def _chosen(self, places: Array) -> list[Array]:
        """By step in file order, the options of the labels at some places."""
        steps, codes = self._reduced.steps, self._climbed.codes
        if self._plan.lifts is not None:
            found = codes[places]
            return [
                (found >> np.uint64(lift)) & np.uint64((1 << (len(step.options) - 1).bit_length()) - 1)
                for step, lift in zip(steps, self._plan.lifts, strict=True)
            ]
        chosen, below = [], np.uint64((1 << PLACES) - 1)
        for stage in reversed(self._climbed.chain):
            found = stage[places]
            chosen.append(found >> np.uint64(PLACES))
            places = found & below
        return chosen

    def _vectors(self, tally: Tally) -> Array:
        fields = {
            dimension: (self._climbed.keys >> up) & ((1 << width) - 1)
            for dimension, up, width in zip(self._plan.dimensions, self._plan.offsets, self._plan.widths, strict=True)
        }
        exact = all(by == 1 for by in self._reduced.rounding)
        kind: Any = np.int64 if self._narrow(tally) else object
        chosen = [] if exact else self._chosen(np.arange(len(self._climbed.keys)))
        columns = []
        for party, side in enumerate(self._reduced.sides):
            if exact:
                red = 0 if side.dimension is None else fields[side.dimension].astype(kind)
                columns.append(np.full(len(self._climbed.keys), side.shift, kind) + side.factor * red)
            else:
                columns.append(self._reached(tally.own[party], tally.base[party], chosen, kind))
        return np.stack(columns, axis=1)

    def _reached(self, own: tuple[tuple[int, ...], ...], base: int, chosen: list[Array], kind: Any) -> Array:
        """What the packages really give a party, where their keys are rounded."""
        steps = self._reduced.steps
        free = {step.issue for step in steps}
        fixed = base + sum(row[self._reduced.package[issue]] for issue, row in enumerate(own) if issue not in free)
        total = np.full(len(self._climbed.keys), fixed, kind)
        for step, options in zip(steps, chosen, strict=True):
            total += np.array([own[step.issue][option] for option in step.options], kind)[options]
        return total

    @staticmethod
    def _narrow(tally: Tally) -> bool:
        most = max(
            abs(base) + sum(max(map(abs, row)) for row in own) for base, own in zip(tally.base, tally.own, strict=True)
        )
        return most < 1 << 61


class _Falling:
    """Rows as rising tuples, for bisection."""

    def __init__(self, vectors: Array) -> None:
        self.vectors = vectors

    def __len__(self) -> int:
        return len(self.vectors)

    def __getitem__(self, place: int) -> tuple[int, ...]:
        return tuple(-at for at in self.vectors[place].tolist())
