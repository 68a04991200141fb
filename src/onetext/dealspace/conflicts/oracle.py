"""Whether some grounds together leave a package: every answer is a package in hand or a proof of its own.

Packages and factors found before are tried first; then new factors; then a search; CP-SAT where the search grows.
"""

from __future__ import annotations

from onetext.dealspace.conflicts import fixed
from onetext.dealspace.conflicts.grounds import Grounds
from onetext.dealspace.conflicts.multipliers import Multipliers, Pressure
from onetext.dealspace.conflicts.query import Query, Row
from onetext.dealspace.conflicts.search import Stopped, TooLong, best_package, first_package
from onetext.dealspace.running import Running
from onetext.dealspace.scenario import Package, Scenario
from onetext.dealspace.tally import Tally

_SEARCHED_AT_ONCE = 3_000
"""Up to so many packages a search needs no factors."""
_MOST_STEPS = 30_000
_MOST_KEPT = 4_000


class Oracle:
    """``ask`` for a mask of grounds; after "no", ``narrower`` gives a part of it that is refuted as well."""

    def __init__(self, scenario: Scenario, tally: Tally, running: Running) -> None:
        self.running = running
        self.grounds = Grounds(scenario, tally)
        self.seen: dict[int, Package] = {}
        """Packages by the grounds they violate."""
        large = scenario.packages > _SEARCHED_AT_ONCE and self.grounds.rows
        self.multipliers = Multipliers(self.grounds) if large else None
        self.proof: Pressure | None = None
        self.shut = 0
        self.asked = 0
        self.searched = 0

    def ask(self, mask: int) -> Package | None:
        """A package that meets all grounds of the mask, or None where it is proved that there is none.

        Raises ``Stopped`` where the time was up first.
        """
        self.asked += 1
        for violated, package in self.seen.items():
            if not violated & mask:
                return package
        if self.running.over():
            raise Stopped
        found = self._found(mask)
        if found is not None:
            self.note(found)
        return found

    def note(self, package: Package) -> int:
        """Keeps a package for later questions; gives the grounds it violates."""
        violated = self.grounds.violated(package)
        if len(self.seen) < _MOST_KEPT:
            self.seen.setdefault(violated, package)
        return violated

    def narrower(self, mask: int) -> int:
        """A part of the mask refuted by the last proof; call it right after ``ask`` has said None."""
        if self.shut:
            return self.shut
        return self.proof.needed(self.grounds, mask) if self.proof else mask

    def best(self, query: Query, goal: Row) -> tuple[int, Package] | None:
        """The most that ``goal`` comes to among the packages that answer the query, proved, and one that gives it."""
        try:
            return best_package(query, goal, (), self.running.over, _MOST_STEPS)
        except TooLong:
            if fixed.there() and fixed.fits(query, goal):
                package = fixed.solved(query, goal, self.running)
                return None if package is None else (goal.total(package), package)
            return best_package(query, goal, (), self.running.over)

    def _found(self, mask: int) -> Package | None:
        self.proof, self.shut = None, 0
        query = self.grounds.query(mask)
        for issue, domain in enumerate(query.domains):
            if not domain:
                self.shut = sum(self.grounds.line_bits[issue])
                return None
        helps: list[Row] = []
        if self.multipliers is not None:
            self.proof = self.multipliers.known(mask, query.domains)
            if self.proof is not None:
                return None
            self.proof, package, help_ = self.multipliers.look(
                mask, query.domains, lambda package: not self.grounds.violated(package) & mask
            )
            if self.proof is not None or package is not None:
                return package
            helps = [help_] if help_ else []
        return self._searched(query, helps)

    def _searched(self, query: Query, helps: list[Row]) -> Package | None:
        self.searched += 1
        try:
            return first_package(query, helps, self.running.over, _MOST_STEPS)
        except TooLong:
            if fixed.there() and fixed.fits(query, None):
                return fixed.solved(query, None, self.running)
            return first_package(query, helps, self.running.over)
