"""Exact answers for packages whose options are tied together, by searches that prove in whole numbers."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from functools import cached_property

from onetext.dealspace.answers import Answer, Name
from onetext.dealspace.efficient import efficient
from onetext.dealspace.field import Frontier
from onetext.dealspace.logic.first import first_package
from onetext.dealspace.logic.goals import Smallest, Sum
from onetext.dealspace.logic.ladder import Nothing, Top, climb, climb_over
from onetext.dealspace.logic.leximin import Fairest, leximin
from onetext.dealspace.logic.model import Model
from onetext.dealspace.logic.nash import nash, product_bound
from onetext.dealspace.logic.regions import Regions
from onetext.dealspace.logic.search import Search
from onetext.dealspace.logic.seeking import Seeker
from onetext.dealspace.running import Running
from onetext.dealspace.scenario import Package
from onetext.dealspace.tally import Tally, Vector

_MOST_WORK = 200_000_000
"""For one answer where nobody says how long: nodes times the size of the model, some five seconds."""
_ROUNDING = Fraction(1, 10**9)
"""Far above that of a logarithm and back."""
_FEW = 60
"""Of three and more parties, frontiers of up to so many points are looked for exactly."""
_POINTS = 400
_REGIONS = 4000
_TIED = 300
"""Packages tied at a value that are looked at one by one."""
_NODES = 100_000
"""For one frontier or one grid of three or more parties: some seconds. The same on every machine (S6)."""
_KICKS = 2_000
"""What a first package for everybody is looked for with: some hundredths of a second, whatever the parties."""
_SOON = 3_000
"""Nodes after which the decider is asked whether there is anything at all: one package is found sooner, or none is."""
_GRIDS = (2, 4, 8, 16, 32, 64, 128)


class Logic:
    """Any number of parties, rules, interactions and boxes; far beyond enumeration.

    Every question runs under ``running``; stopped, answers are not proved and carry their gap, 0 where only the choice
    among equals is open, and the frontier is not exact. ``answer`` gives None where no package is acceptable or none
    was found in time.
    """

    def __init__(self, tally: Tally, running: Running) -> None:
        self.tally = tally
        self.running = running
        self.everybody = tuple(range(tally.parties))

    @cached_property
    def search(self) -> Search:
        return Search(Model.of(self.tally, self.tally.allowed()), self.running)

    @cached_property
    def legal(self) -> Search:
        """Over all packages that break no rule, red lines and reservation values aside."""
        return Search(Model.of(self.tally, self.tally.everything()), self.running)

    def exists(self) -> bool | None:
        """Whether a package is acceptable; None where that was not settled in time."""
        return self._exists

    @cached_property
    def _exists(self) -> bool | None:
        self._begin()
        before, self.search.patience = self.search.patience, _SOON
        found = next(self.search.through(self.tally.needs), None) is not None
        if self.search.patience == _SOON:  # else the decider settled it, and goes on being asked at once
            self.search.patience = before
        if found:
            return True
        return False if self.search.whole else None

    @cached_property
    def tops(self) -> tuple[Top | Nothing, ...]:
        """For each party the acceptable package with its largest gain."""
        return tuple(self._top(self.search, party, self.tally.needs) for party in self.everybody)

    def ideal(self) -> Vector | None:
        """The largest gain of each party among acceptable packages, on the shared scale; None without a proof."""
        best = [top.vector[party] for party, top in enumerate(self.tops) if isinstance(top, Top) and top.proved]
        return self.tally.gains(tuple(best)) if len(best) == self.tally.parties else None

    def reach(self) -> Vector | None:
        """The most each party can have without a broken rule or a red line, reservations aside; None if nothing can."""
        self._begin()
        lowest = self.search.model.lowest
        most = []
        for party in self.everybody:
            top = self._top(self.search, party, lowest)
            if not isinstance(top, Top) or not top.proved:  # where there is nothing for one there is nothing at all
                return None
            most.append(top.vector[party])
        return tuple(most)

    def count_from(self, floors: Vector) -> int | None:
        """Never counted: distinct vectors are told apart only where they are efficient."""
        return None

    def _top(self, search: Search, party: int, floors: Vector) -> Top | Nothing:
        return climb(search, Smallest(search, (party,), self.tally.units, floors).goal())

    def _begin(self) -> None:
        """Each question is given so much work; as much as there is time for where somebody said how long."""
        self.search.allowance = _MOST_WORK // self.search.size if self.running.until == math.inf else math.inf

    def answer(self, name: Name) -> Answer | None:
        self.running.tell(name, None)
        self._begin()
        self.search.stopped = False
        act: dict[Name, Callable[[], Answer | None]] = {
            "nash": self.nash,
            "kalai_smorodinsky": self.kalai_smorodinsky,
            "leximin": self.leximin,
            "utilitarian": self.utilitarian,
        }
        return act[name]()

    @cached_property
    def fairest(self) -> Fairest | Nothing:
        return leximin(self.search, self.tally.needs)

    def leximin(self) -> Answer | None:
        fairest = self.fairest
        if isinstance(fairest, Nothing):
            return None
        self.search.stopped |= not fairest.proved
        ties = len(fairest.packages) if fairest.proved else None
        return self._made("leximin", fairest.packages, fairest.smallest, fairest.bound, ties)

    @cached_property
    def _ideals(self) -> Vector:
        """Each party's largest gain on its own scale, as far as known."""
        return tuple(
            top.vector[party] - self.tally.floors[party] if isinstance(top, Top) else 0
            for party, top in enumerate(self.tops)
        )

    @cached_property
    def ratio(self) -> Top | Nothing:
        """The largest smallest ratio of gain to ideal gain, which counts 1 for who cannot gain."""
        if self.ideal() is None:
            return Nothing(proved=False)
        gaining = tuple(party for party in self.everybody if self._ideals[party] > 0)
        if not gaining:
            top = self.tops[0]
            assert isinstance(top, Top)
            return replace(top, value=Fraction(1), bound=Fraction(1))
        goal = Smallest(self.search, gaining, self._ideals, self.tally.needs).goal()
        found = self._sought() if gaining == self.everybody else None
        return climb(self.search, goal) if found is None else climb_over(self.search, goal, *found)

    def _sought(self) -> tuple[Package, Vector] | None:
        """A package that is good for the worst off, measured by ideal gains; None where what was met is no help."""
        found = Seeker(self.search).along(self.tally.floors, self._ideals, _KICKS)
        if found is None or not all(map(int.__gt__, found[1], self.tally.needs)):
            return None
        return found

    def kalai_smorodinsky(self) -> Answer | None:
        top = self.ratio
        if isinstance(top, Nothing):
            return None
        if not top.proved:
            return self._made("kalai_smorodinsky", {top.vector: top.package}, top.value, top.bound, None)
        gaining = tuple(party for party in self.everybody if self._ideals[party] > 0)
        level = Smallest(self.search, gaining, self._ideals, self.tally.needs).floors_at(top.value)
        scale = tuple(at if at > 0 else unit for at, unit in zip(self._ideals, self.tally.units, strict=True))
        return self._fairest("kalai_smorodinsky", Smallest(self.search, gaining, scale, level), top)

    def utilitarian(self) -> Answer | None:
        goal = Sum.of_utilities(self.search, self.tally.needs)
        top = climb(self.search, goal.goal())
        if isinstance(top, Nothing):
            return None
        shared = replace(top, value=top.value / self.tally.common, bound=top.bound / self.tally.common)
        if not top.proved:
            return self._made("utilitarian", {top.vector: top.package}, shared.value, shared.bound, None)
        tied = Smallest(self.search, self.everybody, self.tally.units, self.tally.needs, goal.given(top.value))
        return self._fairest("utilitarian", tied, shared)

    def nash(self) -> Answer | None:
        """From the package with the best smallest ratio, which gives everybody something where that can be.

        Where it cannot, the product is 0 for all that make nobody lose, and otherwise the largest loss counts.
        """
        start, ideal = self.ratio, self.ideal()
        if isinstance(start, Nothing) or ideal is None:
            return None
        vector, package = start.vector, start.package
        if min(self.tally.gains(vector)) <= 0:
            fairest = self.fairest
            if isinstance(fairest, Nothing) or not fairest.proved or fairest.smallest <= 0:
                return self._nobody_gains(start, ideal)
            vector, package = next(iter(fairest.packages.items()))
        best = nash(self.search, vector, package)
        value = Fraction(best.product)
        for unit in self.tally.units:
            value /= unit
        most = max(sorted(self.tally.gains(vector)) for vector in best.packages)
        kept = {v: package for v, package in best.packages.items() if sorted(self.tally.gains(v)) == most}
        bound = value if best.proved else self._product_bound(ideal, next(iter(best.packages)))
        return self._made("nash", kept, value, bound, len(best.packages) if best.proved else None)

    def _nobody_gains(self, start: Top, ideal: Vector) -> Answer | None:
        fairest = self.fairest
        if isinstance(fairest, Nothing):
            return None
        if fairest.proved:
            return self._made("nash", fairest.packages, fairest.smallest, fairest.smallest, None)
        least = Fraction(min(self.tally.gains(start.vector)), self.tally.common)
        bound = self._product_bound(ideal)
        return self._made("nash", {start.vector: start.package}, min(least, Fraction(0)), bound, None)

    def _product_bound(self, ideal: Vector, near: Vector | None = None) -> Fraction:
        """Everybody's ideal gain at once; or, where less, the ``near`` product and what the root lets be above."""
        bound = math.prod((max(Fraction(0), Fraction(gain, self.tally.common)) for gain in ideal), start=Fraction(1))
        if near is None:
            return bound
        gains = [at - floor for at, floor in zip(near, self.tally.floors, strict=True)]
        at = math.prod(map(Fraction, gains, self.tally.units), start=Fraction(1))
        if bound <= at:
            return at
        more = product_bound(self.search, gains, math.log(bound / at))
        return min(bound, at * Fraction(math.exp(more)) * (1 + _ROUNDING))

    def _fairest(self, name: Name, tied: Smallest, top: Top) -> Answer:
        """Among packages tied at the value, by leximin; one by one where they are few."""
        packages: dict[Vector, Package] = {}
        for seen, (package, vector) in enumerate(tied.all(), 1):
            packages[vector] = package
            if seen == _TIED:
                fairest = leximin(self.search, tied.floors, tied.given)
                packages = {top.vector: top.package} if isinstance(fairest, Nothing) else fairest.packages
                break
        most = max((sorted(self.tally.gains(vector)) for vector in packages), default=[])
        packages = {v: package for v, package in packages.items() if sorted(self.tally.gains(v)) == most}
        return self._made(name, packages or {top.vector: top.package}, top.value, top.bound, None)

    def _made(
        self, name: Name, packages: dict[Vector, Package], value: Fraction, bound: Fraction, ties: int | None
    ) -> Answer:
        """The first in the order of the file, of equally good vectors; proved if no search on the way stopped."""
        first = {vector: first_package(self.search, vector, package) for vector, package in packages.items()}
        vector = min(first, key=first.__getitem__)
        proved = bound == value and not self.search.stopped
        return Answer(name, first[vector], vector, value, ties, proved, bound - value)

    def frontier(self) -> Frontier:
        """Exact for up to two parties; for more as long as it is small, else as close as a grid allows."""
        if self.exists() is not False:
            found = self._frontier(self.search, self.tally.needs)
            if found.packages or not found.exact:
                return found
        self.legal.patience = _SOON
        return replace(self._frontier(self.legal, self.legal.model.lowest), acceptable=False)

    def _frontier(self, search: Search, floors: Vector) -> Frontier:
        exact = Regions(search, floors, (1,) * self.tally.parties, *self._limits(_FEW, search))
        if exact.run():
            return Frontier(self._ordered(search, exact.found), acceptable=True)
        close = self._gridded(search, floors) if search.whole else None
        packages = self._ordered(search, exact.found)
        within = exact.within()
        return close or Frontier(packages, acceptable=True, exact=False, within=within, computed=bool(packages))

    def _limits(self, points: int, search: Search) -> tuple[int, int, float]:
        """Points, regions and nodes; none for two parties, whose regions lie beside each other."""
        if self.tally.parties <= 2:
            return 10**6, 10**6, math.inf
        return points, _REGIONS, search.nodes + _NODES

    def _gridded(self, search: Search, floors: Vector) -> Frontier | None:
        """The finest grid that is done within the limits; each starts from what the coarser ones found."""
        best, found = None, dict[Vector, Package]()
        for grid in _GRIDS:
            steps = tuple(max(1, -(-unit // grid)) for unit in self.tally.units)
            regions = Regions(search, floors, steps, *self._limits(_POINTS, search))
            for vector, package in found.items():
                regions.add(vector, package)
            if not regions.run():
                break
            found = regions.found
            within = max(Fraction(step, unit) for step, unit in zip(steps, self.tally.units, strict=True))
            best = Frontier(self._ordered(search, found), acceptable=True, exact=False, grid=grid, within=within)
        return best

    def _ordered(self, search: Search, found: dict[Vector, Package]) -> dict[Vector, Package]:
        return {vector: first_package(search, vector, found[vector]) for vector in efficient(found)}
