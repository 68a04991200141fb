"""The frontier by cutting up the space of vectors: what a found vector does not reach is left as regions to look into.

A region is a lower corner: everybody has at least so much. An efficient vector found in it leaves, for each party, the
part where that party has more; where nothing reaches a corner, the region is done. With steps larger than the smallest
difference the same work proves how far any package can be above the ones found.
"""

from __future__ import annotations

from dataclasses import dataclass

from onetext.dealspace.logic.goals import Sum, most
from onetext.dealspace.logic.ladder import Top, climb_from
from onetext.dealspace.logic.search import Search
from onetext.dealspace.scenario import Package
from onetext.dealspace.tally import Vector


@dataclass
class Regions:
    """``whole`` once every region was looked into: then no package is ``steps`` above all found ones."""

    search: Search
    floors: Vector
    steps: Vector
    most_points: int
    most_regions: int

    def __post_init__(self) -> None:
        self.found: dict[Vector, Package] = {}
        self.open: list[Vector] = [self.floors]
        self.whole = False

    def run(self) -> bool:
        """Whether it came to the end before a limit or being stopped."""
        while self.open:
            if len(self.found) > self.most_points or len(self.open) > self.most_regions:
                return False
            corner = max(self.open, key=self._room)
            top = self._efficient(corner)
            if not self.search.whole:
                return False
            if top is None:
                self.open.remove(corner)
            else:
                self.found[top[1]] = top[0]
                self.cut(top[1])
        self.whole = True
        return True

    def _room(self, corner: Vector) -> tuple[int, Vector]:
        """The largest region first, by its least side."""
        tally = self.search.model.tally
        rooms = [(most(self.search, party) - at) * 1_000_000 // tally.units[party] for party, at in enumerate(corner)]
        return min(rooms), corner

    def _efficient(self, corner: Vector) -> tuple[Package, Vector] | None:
        even = [max(1, (1 << 40) // len(corner) // span) for span in self.search.model.ranges]
        for package, vector in self.search.through(corner, weights=even):
            better = climb_from(self.search, Sum.of_utilities(self.search, vector).goal())
            return (better.package, better.vector) if isinstance(better, Top) else (package, vector)
        return None

    def cut(self, vector: Vector) -> None:
        kept = [corner for corner in self.open if any(c > v for c, v in zip(corner, vector, strict=True))]
        parts = dict.fromkeys(
            (*corner[:party], max(corner[party], vector[party] + self.steps[party]), *corner[party + 1 :])
            for corner in self.open
            if all(c <= v for c, v in zip(corner, vector, strict=True))
            for party in range(len(vector))
        )
        fresh = [part for part in parts if not any(_holds(other, part) for other in kept)]
        fresh = [part for part in fresh if not any(other != part and _holds(other, part) for other in fresh)]
        self.open = kept + fresh


def _holds(corner: Vector, other: Vector) -> bool:
    """Whether one region holds all of another."""
    return all(a <= b for a, b in zip(corner, other, strict=True))
