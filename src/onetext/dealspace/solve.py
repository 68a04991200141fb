"""Best packages and frontier of a scenario, every answer proved and compared exactly (S1, S2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from gettext import gettext as _

from onetext.dealspace.answers import NAMES, Answer, Name
from onetext.dealspace.assumptions import assumed
from onetext.dealspace.engines import engine_of
from onetext.dealspace.field import Frontier
from onetext.dealspace.intervals import Interval, utility_interval
from onetext.dealspace.kernels import under_way
from onetext.dealspace.obstacles import obstacles
from onetext.dealspace.running import Clock, Running
from onetext.dealspace.scenario import Package, Scenario
from onetext.dealspace.tally import Tally, Vector, tally

FRONTIER_PATIENCE = 1.0
"""Work that takes about so many seconds: counted, so that the same scenario has the same frontier everywhere (S6)."""


@dataclass(frozen=True)
class Solution:
    """What ``solve`` found. ``exists``: whether a package is acceptable; None where time was up before that was known.

    ``answers`` holds those that were found: none where no package is acceptable; then ``obstacles`` say why.

    ``intervals`` by package and party; ``seconds`` by step.
    """

    scenario: Scenario
    tally: Tally
    exists: bool | None
    frontier: Frontier
    answers: dict[Name, Answer]
    intervals: dict[Package, tuple[Interval, ...]]
    assumed: tuple[str, ...]
    obstacles: tuple[str, ...]
    seconds: dict[str, float]

    def utilities(self, vector: Vector) -> dict[str, Fraction]:
        found = self.tally.utilities(vector)
        return {party.name: utility for party, utility in zip(self.scenario.parties, found, strict=True)}

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        from onetext.dealspace.showing.results import solution_html  # noqa: PLC0415  # only where it is shown

        return solution_html(self)


def solve(
    scenario: Scenario,
    clock: Clock,
    running: Running | None = None,
    *,
    intervals: bool = True,
    patience: float = FRONTIER_PATIENCE,
) -> Solution:
    """The four answers and the frontier. ``clock`` gives seconds and is used to time the steps.

    ``running`` hears the progress and may stop it; then answers are not proved and say how far off they can be (S2).
    ``patience``: work that a frontier may take where the answers do not come from it, in seconds of a usual processor;
    infinite where it is asked for. Without ``intervals`` those are left out, for who only wants the middles and wants
    them quickly.
    """
    watch = _Watch(running or Running(clock))
    counted = tally(scenario)
    engine = engine_of(counted, scenario.packages, watch.running, patience)
    exists = engine.exists()
    watch.lap("zopa")
    answers: dict[Name, Answer] = {}
    for name in NAMES if exists else ():
        found = engine.answer(name)
        if found is not None:
            answers[name] = found
        watch.lap(name)
    frontier = engine.frontier()
    watch.lap("frontier")
    reasons = tuple(obstacles(scenario, counted, engine, frontier, watch.running)) if exists is False else ()
    found_packages = {answer.package: answer.vector for answer in answers.values()} if intervals else {}
    spans = {package: tuple(_intervals(scenario, counted, package, at)) for package, at in found_packages.items()}
    watch.lap("intervals")
    lines = (*assumed(scenario), *_wide(scenario, spans), *_waiting())
    return Solution(scenario, counted, exists, frontier, answers, spans, lines, reasons, watch.seconds)


def _waiting() -> list[str]:
    return (
        [_("the engine is still being compiled, which is done once: ask again in some minutes")] if under_way() else []
    )


def _intervals(scenario: Scenario, counted: Tally, package: Package, vector: Vector) -> Iterator[Interval]:
    for party, utility in zip(scenario.parties, counted.utilities(vector), strict=True):
        yield utility_interval(party, package) if party.uncertain else Interval(utility, utility)


def _wide(scenario: Scenario, intervals: dict[Package, tuple[Interval, ...]]) -> list[str]:
    wide = {
        party.name: None
        for row in intervals.values()
        for party, interval in zip(scenario.parties, row, strict=True)
        if not interval.exact
    }
    return [
        _("{party}: lower ends of its intervals leave its orders aside and may be too low").format(party=name)
        for name in wide
    ]


class _Watch:
    def __init__(self, running: Running) -> None:
        self.running = running
        self.since = running.clock()
        self.seconds: dict[str, float] = {}

    def lap(self, step: str) -> None:
        now = self.running.clock()
        self.seconds[step] = now - self.since
        self.since = now
        self.running.tell(step, 1.0)
