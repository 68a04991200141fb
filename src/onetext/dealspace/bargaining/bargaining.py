"""The four answers for additive worth and any number of parties, without a frontier: branch and bound, proved exactly.

Floats only say where not to look, with a margin far above their rounding; every package found is weighed and compared
in whole numbers (S1). When time is up an answer says how far from proved it is (S2).
"""

from __future__ import annotations

import math
from fractions import Fraction
from functools import cached_property

from onetext.dealspace.answers import Answer, Name
from onetext.dealspace.bargaining.first import first_package
from onetext.dealspace.bargaining.grid import Coefficients, Grid, Row
from onetext.dealspace.bargaining.largest import Largest, count_vectors, largest, some_package
from onetext.dealspace.bargaining.leximin import Fairest, chosen, fairest
from onetext.dealspace.bargaining.nash import Product, nash
from onetext.dealspace.running import Running
from onetext.dealspace.scenario import Package
from onetext.dealspace.tally import Tally, Vector

_QUICK = 60


class Bargaining:
    """``tally`` must be additive. Steps are worked out when first asked for and kept."""

    def __init__(self, tally: Tally, running: Running) -> None:
        if not tally.additive:
            raise ValueError("rules and interactions tie options together: this engine adds up options one by one")
        self.tally = tally
        self.running = running
        self.grid = Grid(tally)

    def exists(self) -> bool | None:
        """Whether some package is acceptable, proved; None where time ran out before that was known."""
        return self._existence[1]

    def ideal(self) -> Vector | None:
        """Each party's largest gain among acceptable packages, on the scale all parties share.

        None where there is no acceptable package, or where time ran out.
        """
        if not self.exists() or not all(ideal.proved for ideal in self._ideals):
            return None
        return tuple(ideal.value * factor for ideal, factor in zip(self._ideals, self.grid.factors, strict=True))

    def answer(self, name: Name) -> Answer | None:
        """None where no package is acceptable, or where none was found in time: ``exists`` tells which."""
        if not self.exists():
            return None
        act = {
            "nash": self._nash,
            "kalai_smorodinsky": self._kalai_smorodinsky,
            "leximin": self._leximin,
            "utilitarian": self._utilitarian,
        }
        return act[name]()

    @cached_property
    def _product(self) -> Product:
        return nash(self.grid, self.running)

    @cached_property
    def _existence(self) -> tuple[Package | None, bool | None]:
        """A package, and whether there is one."""
        if self.grid.empty:
            return None, False
        if self._product.places is not None:
            return self._product.places, True
        places, proved = some_package(self.grid, self.grid.floors(), self.running)
        if places is not None:
            return places, True
        return None, False if proved else None

    @property
    def _start(self) -> Package | None:
        return self._existence[0]

    @cached_property
    def _ideals(self) -> tuple[Largest, ...]:
        return tuple(
            largest(self.grid, self.grid.floors(), [self.grid.single(party)], self.running, self._start, _QUICK)
            for party in range(self.grid.parties)
        )

    def _nash(self) -> Answer | None:
        found = self._product
        if found.places is None:
            return self._nobody_gains() if found.proved else None
        value = Fraction(found.value * math.prod(self.grid.steps), math.prod(self.tally.units))
        best = found.places
        if found.ties is not None and len(found.ties) > 1:
            same = Largest(found.value, best, found.gains, found.ties, found.first, found.proved)
            best = chosen(self.grid, same).places
        ties = len(found.ties) if found.proved and found.ties is not None else None
        gap = Fraction(0) if found.proved else value * Fraction(found.excess)
        return self._made("nash", best, value, ties, first=found.first, proved=found.proved, gap=gap)

    def _nobody_gains(self) -> Answer | None:
        """Somebody gains nothing in every acceptable package: all of them tie."""
        fair = self._fairest(self.grid.floors())
        if fair is None:
            return None
        ties = count_vectors(self.grid, self.grid.floors(), self.running)
        return self._fair("nash", fair, Fraction(0), ties, proved=fair.proved, gap=Fraction(0))

    def _kalai_smorodinsky(self) -> Answer | None:
        ideals = self._ideals
        sure = all(ideal.proved for ideal in ideals)
        whole = math.lcm(*(ideal.value for ideal in ideals if ideal.value > 0))
        aims = [self.grid.single(party, whole // ideal.value) for party, ideal in enumerate(ideals) if ideal.value > 0]
        if not aims:
            fair = self._fairest(self.grid.floors())
            if fair is None:
                return None
            return self._fair("kalai_smorodinsky", fair, Fraction(1), 1, proved=sure and fair.proved)
        found = largest(self.grid, self.grid.floors(), aims, self.running, self._start)
        return self._decided("kalai_smorodinsky", found, aims, Fraction(1, whole), sure=sure)

    def _leximin(self) -> Answer | None:
        fair = self._fairest(self.grid.floors())
        if fair is None:
            return None
        least = self.grid.fairness(fair.gains)[0]
        gap = Fraction(0) if fair.proved else _over(fair.bound, least, Fraction(1, self.tally.common))
        ties = None if fair.ties is None else len(fair.ties)
        return self._fair("leximin", fair, Fraction(least, self.tally.common), ties, proved=fair.proved, gap=gap)

    def _utilitarian(self) -> Answer | None:
        aims = [self.grid.factors]
        found = largest(self.grid, self.grid.floors(), aims, self.running, self._start)
        scale = Fraction(1, self.tally.common)
        return self._decided("utilitarian", found, aims, scale, sure=True)

    def _decided(
        self, name: Name, found: Largest, aims: list[Coefficients], scale: Fraction, *, sure: bool
    ) -> Answer | None:
        """Among all packages of the best value, leximin on gains decides."""
        if found.places is None:
            return None
        proved = found.proved and sure
        gap = Fraction(0) if proved else _over(found.bound, found.value, scale)
        if found.ties is None:
            rows = (*self.grid.floors(), *(Row(aim, found.value) for aim in aims))
            fair = self._fairest(rows, found.places)
            ties = None
        else:
            fair = chosen(self.grid, found)
            ties = len(found.ties) if proved else None
        if fair is None:
            return None
        value = found.value * scale
        if name == "utilitarian":
            value = sum(self.tally.utilities(self.grid.vector(fair.gains)), Fraction(0))
        return self._fair(name, fair, value, ties, proved=proved and fair.proved, gap=gap)

    def _fairest(self, rows: tuple[Row, ...], start: Package | None = None) -> Fairest | None:
        return fairest(self.grid, rows, self.running, start or self._start)

    def _fair(
        self, name: Name, fair: Fairest, value: Fraction, ties: int | None, *, proved: bool, gap: Fraction = Fraction(0)
    ) -> Answer:
        return self._made(name, fair.places, value, ties, first=fair.first, proved=proved, gap=gap)

    def _made(
        self,
        name: Name,
        places: Package,
        value: Fraction,
        ties: int | None,
        *,
        first: bool,
        proved: bool,
        gap: Fraction,
    ) -> Answer:
        package = self.grid.package(places)
        if not first and proved:
            package, proved = first_package(self.grid, places, self.running)
        return Answer(name, package, self.tally.worth(package), value, ties, proved, gap)


def _over(bound: float, value: int, scale: Fraction) -> Fraction:
    """How far above the value the bound is, rounding of the bound included."""
    if math.isinf(bound):
        raise OverflowError("a bound beyond all floats")
    return max(Fraction(0), (Fraction(bound) * (1 + Fraction(1, 10**9)) - value) * scale)
