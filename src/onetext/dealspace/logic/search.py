"""A search under watch: floors and a product to beat may rise while it runs; every package found is checked exactly."""

from __future__ import annotations

import math
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from onetext.dealspace.logic.deciding import Decider
from onetext.dealspace.logic.model import Model, arrays
from onetext.dealspace.logic.search_kernel import (
    DONE,
    FLOORS,
    FOUND,
    GIVEN,
    PRODUCT,
    SETTLED,
    Work,
    build,
    enter,
    tighten,
    tune,
)
from onetext.dealspace.logic.walk_kernel import Quick, search
from onetext.dealspace.running import Running
from onetext.dealspace.scenario import Package
from onetext.dealspace.tally import Vector

_BUDGET = 500
_ROOT = 60
_SCALE = float(1 << 40)
_PATIENT, _HASTY = 20_000, 500
"""Nodes before a search gives way to the decider: at first, and once the decider has shown to be the quicker."""
_BROAD, _NARROW = (1, float(1 << 24)), (4, float(1 << 28))
"""Steps of tuning a node, and packages up to which all that is left under it is gone through in quick steps.

Bounds tuned longer at fewer nodes prove sooner where worth hangs on few options at a time; boxes over many issues keep
the bounds loose whatever is tuned, and there short looks at many nodes are better.
"""
_FEW_SIDES = 3
_SECONDS = 2.5e-8
"""A node on a usual processor, by the size of the model."""
_TELLING = 5_000
"""What it takes to check a package that was found: nodes times the size of the model."""
_ROOTS = 3
"""Steps of tuning a root that take as long as a node."""
_SHARE = 100_000
"""What a decider that has shown to be the quicker may do, in nodes, before the search goes on."""
_PART = 4
"""One that has not may do so much less than the search has done."""


@dataclass(frozen=True)
class Given:
    """Weights by party on the model's counts and the least weighed sum; ``met``: whether a vector does, exactly."""

    weights: Sequence[int]
    least: int
    met: Callable[[Vector], bool]


class Search:
    """One at a time. ``whole``: whether the last went to its end; ``stopped``: whether any since its reset did not.

    ``allowance``: how many nodes all searches together may still take; set it before each question.
    """

    def __init__(self, model: Model, running: Running) -> None:
        self.model = model
        self.running = running
        self.data = arrays(model)
        self.parties = model.tally.parties
        self.work = _work(self.data, self.parties)
        self.quick = _quick(self.data, self.parties)
        self.whole = True
        self.stopped = False
        self.given: Given | None = None
        self.nodes = 0
        self.allowance: float = math.inf
        self.size = 200 + sum(map(len, model.own)) + self.parties * sum(len(sides) for sides, _, _ in model.boxes)
        self.patience = _PATIENT
        self.left: Sequence[Sequence[int]] | None = None
        broad = any(len(sides) > _FEW_SIDES for sides, _, hard in model.boxes if not hard)
        self.steps, self.most = _BROAD if broad else _NARROW
        for party, span in enumerate(model.ranges):
            self.work.step[self.work.left.shape[0] + party] = float(span)

    def through(
        self,
        floors: Sequence[int],
        *,
        log: float | None = None,
        given: Given | None = None,
        left: Sequence[Sequence[int]] | None = None,
        weights: Sequence[int] | None = None,
        root: int = _ROOT,
    ) -> Iterator[tuple[Package, Vector]]:
        """Packages whose vector reaches the floors, a product of gains above ``log``, and a weighed sum.

        With both, the bounds go by the sum, and packages that do not reach the product are not told of.

        ``left`` are the options to look among, by issue and kept option. Raise floors or product between two packages.
        """
        work = self.work
        self.whole = True
        self.raise_floors(floors)
        if not self.model.possible or self._over_caps():
            return
        self._leave(left)
        work.counters[:3] = 0
        self.quick.state[:] = -1, 0, 0, 0
        self._row(log, given, weights)
        if not self._opened(root):
            return
        if work.count[0] == SETTLED:
            work.counters[0], work.counters[2] = -1, 0
            yield from self._checked()
            return
        yield from self._walked()

    def _leave(self, left: Sequence[Sequence[int]] | None) -> None:
        """These options, or all."""
        self.left = left
        self.work.left[0] = 1
        if left is not None:
            self.work.left[0] = 0
            for first, options in zip(self.data.first, left, strict=False):
                self.work.left[0, [first + option for option in options]] = 1

    def _opened(self, root: int) -> bool:
        """Whether anything is left after the root, with multipliers tuned in this many steps."""
        work = self.work
        work.step[0] = 1.0
        self.count(1 + root // _ROOTS)
        if root and tune(self.data, work, 0, 0, root) < 0:
            return False
        work.step[0] = 0.15
        return bool(enter(self.data, work, 0, 0))

    def _walked(self) -> Iterator[tuple[Package, Vector]]:
        turn = self.patience
        nodes = 0
        while not self._over_caps():
            state = search(self.data, self.work, self.quick, _BUDGET, self.steps, self.most)
            self.count(int(self.work.counters[1]))
            nodes += int(self.work.counters[1])
            self.work.counters[1] = 0
            if state == DONE:
                return
            if state == FOUND:
                self.count(1 + _TELLING // self.size)
                yield from self._checked()
            if self.over():
                self.stop()
                return
            if nodes >= turn and self._decidable():
                settled = yield from self._decided(_SHARE if self.patience == _HASTY else turn // _PART)
                if settled:
                    self.patience = _HASTY
                    return
                nodes, turn = 0, 4 * max(turn, _PATIENT)

    def over(self) -> bool:
        """Whether there is nothing left to do any work with."""
        return self.allowance <= 0 or self.running.over()

    def stop(self) -> None:
        self.whole, self.stopped = False, True

    def count(self, nodes: int) -> None:
        """Work that takes as long as so many nodes."""
        self.nodes += nodes
        self.allowance -= nodes
        self.running.work(nodes * self.size * _SECONDS)

    def _decidable(self) -> bool:
        weights = None if self.given is None else self.given.weights
        return self.work.kind[0] != PRODUCT and Decider.fits(self.model, weights)

    def _decided(self, share: int) -> Generator[tuple[Package, Vector], None, bool]:
        """The rest of the search by the decider, ``share`` nodes a package; whether it came to an end."""
        decider = Decider(self.model, self.left, None if self.given is None else self.given.weights)
        while not self._over_caps():
            least = None if self.given is None else self.given.least
            before = decider.spent
            most = max(1, int(min(self.allowance, share)))
            found = decider.decide(self.work.floors.tolist(), least, most, self.running.seconds())
            self.count(decider.spent - before)
            if found is False:
                return True
            if found is None or self.over():
                return False
            package = self.model.package(found)
            vector = self.model.tally.worth(package)
            decider.exclude(found)
            if self._meets(vector):
                yield package, vector
        return True

    def refuted(
        self,
        floors: Sequence[int],
        *,
        log: float | None = None,
        given: Given | None = None,
        weights: Sequence[int] | None = None,
    ) -> bool:
        """Whether the bound at the root alone proves that nothing reaches the floors and the product or weighed sum."""
        work = self.work
        self.raise_floors(floors)
        if not self.model.possible or self._over_caps():
            return True
        work.left[0] = 1
        self._row(log, given, weights)
        work.step[0] = 1.0
        self.count(1 + _ROOT // _ROOTS)
        return tune(self.data, work, 0, 0, _ROOT) < 0 or tighten(self.data, work, 0, 0, 10) < 0

    def raise_floors(self, floors: Sequence[int]) -> None:
        self.work.floors[:] = [self.model.floor(party, floor) for party, floor in enumerate(floors)]
        self.floors = tuple(floors)

    def raise_given(self, given: Given) -> None:
        self.given = given
        self.work.target[0] = given.least

    def _over_caps(self) -> bool:
        caps = self.model.tally.caps
        return any(cap is not None and floor > cap for cap, floor in zip(caps, self.floors, strict=True))

    def raise_product(self, log: float) -> None:
        """``log``: of the product of gains in the model's units, as a number from below."""
        self.work.logs[0] = log

    def _row(self, log: float | None, given: Given | None, weights: Sequence[int] | None) -> None:
        work, model = self.work, self.model
        even = [max(1, int(_SCALE / self.parties / span)) for span in model.ranges]
        work.kind[0] = FLOORS if log is None else PRODUCT
        work.logs[0] = -math.inf if log is None else log
        if log is not None:
            for party, floor in enumerate(model.tally.floors):
                work.gains[self.parties + party] = (model.offsets[party] - floor) / model.units[party]
        chosen = even if weights is None else list(weights)
        work.weight[0, 0] = chosen
        self.given = given
        if given is not None:
            work.kind[0] = GIVEN
            work.target[0] = given.least
            work.weight[work.left.shape[0] - 1, 1] = given.weights
            work.weight[0, 0] = [at + max(1, share // 64) for at, share in zip(given.weights, even, strict=True)]
        build(self.data, work, 0, 0)

    def _checked(self) -> Iterator[tuple[Package, Vector]]:
        left = self.work.left[self.work.counters[2]]
        kept = [
            int(np.argmax(left[start:end])) for start, end in zip(self.data.first, self.data.first[1:], strict=False)
        ]
        package = self.model.package(kept)
        vector = self.model.tally.worth(package)
        if self._meets(vector) and not self.model.tally.breaks_rule(package):
            yield package, vector

    def _meets(self, vector: Vector) -> bool:
        met = all(at >= floor for at, floor in zip(vector, self.floors, strict=True))
        return met and (self.given is None or self.given.met(vector))

    def log_of(self, gains: Sequence[int]) -> float:
        """The logarithm of a product of gains in tally units, in the model's units and from below."""
        at = sum(math.log(gain) - math.log(unit) for gain, unit in zip(gains, self.model.units, strict=True))
        return at - 1e-12 * (1 + abs(at))


def _work(data: object, parties: int) -> Work:
    first, start = data.first, data.start  # type: ignore[attr-defined]  # the kernel's record
    depths, rows = len(first) + 2, 1
    options, sides, boxes = int(first[-1]), int(start[-1]), len(start) - 1
    longest = max(int(np.max(np.diff(first), initial=1)), len(first)) + 1
    whole = np.int64
    return Work(
        np.ones((depths, options), np.int8),
        np.zeros((depths, rows, options), whole),
        np.zeros((depths, rows, sides), whole),
        np.zeros((depths, rows), whole),
        np.zeros((depths, 2 * rows, parties), whole),
        np.zeros((depths, rows, boxes), whole),
        np.zeros(depths, whole),
        np.zeros((depths, longest), whole),
        np.zeros(depths, whole),
        np.zeros(depths, whole),
        np.zeros(parties, whole),
        np.zeros(rows, whole),
        np.zeros(rows, whole),
        np.zeros(1),
        np.zeros(2 * parties, whole),
        np.zeros(parties),
        np.zeros(4, whole),
        np.zeros(depths + parties),
        np.zeros(max(1, int(np.max(np.diff(start), initial=1))), whole),
        np.zeros(max(1, int(np.max(np.diff(start), initial=1))), whole),
        np.zeros(len(first), whole),
        np.zeros((depths, rows, len(first) - 1), whole),
        np.zeros((depths, rows, boxes), whole),
    )


def _quick(data: object, parties: int) -> Quick:
    first = data.first  # type: ignore[attr-defined]  # the kernel's record
    issues, options, longest = len(first) - 1, int(first[-1]), int(np.max(np.diff(first), initial=1))
    whole = np.int64
    return Quick(
        np.zeros((parties + 1, options), whole),
        np.zeros((parties + 1, issues + 1), whole),
        np.zeros((issues + 1, parties + 1), whole),
        np.zeros(parties + 1, whole),
        np.zeros(parties + 1, whole),
        np.zeros(issues, whole),
        np.zeros(issues, whole),
        np.zeros((issues + 1, longest), whole),
        np.zeros(issues + 1, whole),
        np.array([-1, 0, 0, 0], whole),
    )
