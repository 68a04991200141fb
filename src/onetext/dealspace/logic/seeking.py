"""Good packages in a direction, to start proofs from: each counted exactly before it is told of."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from onetext.dealspace.logic.search import Search
from onetext.dealspace.logic.seeking_kernel import Seeking, seek_along
from onetext.dealspace.scenario import Package
from onetext.dealspace.tally import Vector

_COST = 12
"""Kicks that take as long as a node."""


class Seeker:
    """Goes on each time from the package found last, unless told where to start."""

    def __init__(self, search: Search) -> None:
        self.search = search
        data = search.data
        issues, parties = len(search.model.own), search.parties
        longest = max(map(len, search.model.own), default=1)
        whole = np.int64
        self.at = Seeking(
            np.zeros(issues, whole),
            np.zeros(issues, whole),
            np.zeros(issues, whole),
            np.zeros(len(data.worth), whole),
            np.zeros(parties),
            np.zeros((longest, parties)),
            np.zeros(parties),
            np.zeros(parties),
            np.zeros(longest, whole),
            np.array([20_251_014, 0], whole),
        )

    def start_from(self, package: Package) -> None:
        options = self.search.model.options
        self.at.best[:] = [kept.index(option) for kept, option in zip(options, package, strict=True)]

    def along(self, zero: Sequence[float], way: Sequence[float], rounds: int) -> tuple[Package, Vector] | None:
        """Far along a way from ``zero``, in worths of the tally; None where it breaks a rule.

        ``zero`` and ``way`` by party, the way above 0.
        """
        model = self.search.model
        for party, (offset, unit) in enumerate(zip(model.offsets, model.units, strict=True)):
            self.at.zero[party] = float(zero[party] - offset) / unit
            self.at.share[party] = unit / float(way[party])
        self.at.choice[:] = self.at.best
        seek_along(self.search.data, self.at, rounds)
        self.search.count(1 + rounds // _COST)
        package = model.package(self.at.best.tolist())
        return None if model.tally.breaks_rule(package) else (package, model.tally.worth(package))
