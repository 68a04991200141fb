"""The frontier by cutting up the space of vectors: what a found vector does not reach is left as regions to look into.

A region is a lower corner: everybody has at least so much. An efficient vector found in it leaves, for each party, the
part where that party has more; where nothing reaches a corner, the region is done. With steps larger than the smallest
difference the same work proves how far any package can be above the ones found.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from onetext.dealspace.logic.goals import Smallest, most
from onetext.dealspace.logic.ladder import Top, climb, climb_from
from onetext.dealspace.logic.search import Search
from onetext.dealspace.logic.seeking import Seeker
from onetext.dealspace.scenario import Package
from onetext.dealspace.tally import Vector

_STEPS = 8
_BESIDE = 2
"""Parties whose regions lie beside each other: a region stays small, and any package in it is progress."""
_KICKS = 300
_AFTER = 50
"""Kicks of the quick search into a region, and from a package that a proof came upon."""
_COMPARED = 5e-7
"""Two corners held against each other, on a usual processor."""


@dataclass
class Regions:
    """``whole`` once every region was looked into: then no package is ``steps`` above all found ones."""

    search: Search
    floors: Vector
    steps: Vector
    most_points: int
    most_regions: int
    most_nodes: float

    def __post_init__(self) -> None:
        self.found: dict[Vector, Package] = {}
        self.open: list[Vector] = [self.floors]
        self.whole = False
        self.seeker = Seeker(self.search)
        self.highest = tuple(most(self.search, party) for party in range(len(self.floors)))

    def run(self) -> bool:
        """Whether it came to the end before a limit or being stopped."""
        self.search.whole = True
        while self.open:
            if self._beyond():
                return False
            self._count(len(self.open) + len(self.found))
            corner = max(self.open, key=self._room)
            top = self._anything(corner) if len(corner) == _BESIDE else self._efficient(corner)
            if top is not None:
                self.add(top[1], top[0])
            if not self.search.whole:
                return False
            if top is None:
                self.open.remove(corner)
        self.whole = True
        return True

    def _beyond(self) -> bool:
        return (
            len(self.found) > self.most_points
            or len(self.open) > self.most_regions
            or self.search.nodes > self.most_nodes
        )

    def add(self, vector: Vector, package: Package) -> None:
        self.found[vector] = package
        self._cut(vector)

    def within(self) -> Fraction | None:
        """How far any package can be above the nearest found one, as a utility; None where nothing was found.

        Whatever nobody found lies in an open region, below what the parties can have there.
        """
        if not self.found:
            return None
        return max((self._missed(self._tops(corner)) for corner in self.open), default=Fraction(0))

    def _missed(self, tops: Vector) -> Fraction:
        units = self.search.model.tally.units
        return min(
            max(Fraction(max(0, top - at), unit) for top, at, unit in zip(tops, vector, units, strict=True))
            for vector in self.found
        )

    def _room(self, corner: Vector) -> tuple[int, Vector]:
        """The largest region first, by its least side."""
        tally = self.search.model.tally
        rooms = [
            (top - at) * 1_000_000 // unit for top, at, unit in zip(self.highest, corner, tally.units, strict=True)
        ]
        return min(rooms), corner

    def _efficient(self, corner: Vector) -> tuple[Package, Vector] | None:
        """Where the smallest share of what the region has room for is largest; then what each can have on top."""
        everybody = tuple(range(len(corner)))
        tops = self._tops(corner)
        room = tuple(max(1, top - at) for top, at in zip(tops, corner, strict=True))
        goal = Smallest(self.search, everybody, room, corner, zero=corner, tops=tops).goal()
        top = climb(self.search, goal, _STEPS)
        if not isinstance(top, Top):
            return None
        for party in everybody:
            alone = Smallest(self.search, (party,), room, top.vector, zero=corner)
            more = climb_from(self.search, alone.goal())
            top = more if isinstance(more, Top) else top
        return top.package, top.vector

    def _anything(self, corner: Vector) -> tuple[Package, Vector] | None:
        """What a quick search along the region's diagonal finds, or else a proof that there is nothing."""
        model = self.search.model
        if not model.possible:
            return None
        if self.found and self.search.over():
            self.search.stop()
            return None
        tops = self._tops(corner)
        room = tuple(max(1, top - at) for top, at in zip(tops, corner, strict=True))
        near = self._sought(corner, room, _KICKS)
        if near is not None:
            return near
        if self.search.over():
            self.search.stop()
            return None
        weights = [max(1, (1 << 40) * unit // at // len(room)) for unit, at in zip(model.units, room, strict=True)]
        for package, vector in self.search.through(corner, weights=weights):
            self.seeker.start_from(package)
            return self._sought(vector, room, _AFTER) or (package, vector)
        return None

    def _sought(self, corner: Vector, way: Vector, kicks: int) -> tuple[Package, Vector] | None:
        found = self.seeker.along(corner, way, kicks)
        return found if found and all(at >= low for at, low in zip(found[1], corner, strict=True)) else None

    def _tops(self, corner: Vector) -> Vector:
        """What a party can have in a region: an efficient vector that leaves it alone there lets nobody have more."""
        tops = list(self.highest)
        for vector in self.found:
            above = [party for party, (at, low) in enumerate(zip(vector, corner, strict=True)) if at >= low]
            for party in above if len(above) == 1 else ():
                tops[party] = min(tops[party], vector[party])
        return tuple(tops)

    def _cut(self, vector: Vector) -> None:
        kept = [corner for corner in self.open if any(c > v for c, v in zip(corner, vector, strict=True))]
        parts = dict.fromkeys(
            (*corner[:party], max(corner[party], vector[party] + self.steps[party]), *corner[party + 1 :])
            for corner in self.open
            if all(c <= v for c, v in zip(corner, vector, strict=True))
            for party in range(len(vector))
        )
        fresh = [part for part in parts if not any(_holds(other, part) for other in kept)]
        fresh = [part for part in fresh if not any(other != part and _holds(other, part) for other in fresh)]
        self._count(len(parts) * (1 + len(kept) + len(fresh)) + len(self.open))
        self.open = kept + fresh

    def _count(self, compared: int) -> None:
        self.search.running.work(compared * _COMPARED)


def _holds(corner: Vector, other: Vector) -> bool:
    """Whether one region holds all of another."""
    return all(a <= b for a, b in zip(corner, other, strict=True))
