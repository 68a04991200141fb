"""Best packages and frontier of a scenario, every answer proved and compared exactly (S1, S2)."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from gettext import gettext as _

from onetext.dealspace.answers import NAMES, Answer, Bargain, Name
from onetext.dealspace.assumptions import assumed
from onetext.dealspace.enumeration import MOST_PACKAGES, Enumeration
from onetext.dealspace.field import Field, Frontier
from onetext.dealspace.frontier.additive import Additive
from onetext.dealspace.intervals import Interval, utility_interval
from onetext.dealspace.obstacles import obstacles
from onetext.dealspace.running import Clock, Running
from onetext.dealspace.scenario import Package, Scenario
from onetext.dealspace.tally import Tally, Vector, tally
from onetext.files.faults import Faults, refuse

ADDITIVE = range(2, 6)
"""Parties whose frontier is found whole where worth is additive."""
_WORTH_ENUMERATING = 5_000
"""Below this many packages going through them is as quick as anything."""


@dataclass(frozen=True)
class Solution:
    """What ``solve`` found. ``answers`` is empty where no package is acceptable; then ``obstacles`` say why.

    ``intervals`` by package and party; ``seconds`` by step.
    """

    scenario: Scenario
    tally: Tally
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


def solve(scenario: Scenario, clock: Clock, running: Running | None = None, *, intervals: bool = True) -> Solution:
    """The four answers and the frontier. ``clock`` gives seconds and is used to time the steps.

    ``running`` hears the progress and may stop it; then answers are not proved and say how far off they can be (S2).

    Without ``intervals`` those are left out, for who only wants the middles and wants them quickly.

    Raises ``Faults`` where the scenario is too large for the engines there are.
    """
    watch = _Watch(running or Running(clock))
    counted = tally(scenario)
    field = _field(scenario, counted, watch.running)
    frontier = field.frontier()
    if not frontier.exact:
        raise _too_large(scenario, counted)
    watch.lap("frontier")
    answers: dict[Name, Answer] = {}
    reasons: list[str] = []
    if frontier.acceptable:
        bargain = Bargain(counted, field, frontier)
        for name in NAMES:
            answers[name] = bargain.answer(name)
            watch.lap(name)
    else:
        reasons = obstacles(scenario, counted, field, frontier)
        watch.lap("obstacles")
    spans = {
        package: tuple(utility_interval(party, package) for party in scenario.parties)
        for package in ({answer.package: None for answer in answers.values()} if intervals else ())
    }
    watch.lap("intervals")
    lines = (*assumed(scenario), *_wide(scenario, spans))
    return Solution(scenario, counted, frontier, answers, spans, lines, tuple(reasons), watch.seconds)


def _field(scenario: Scenario, counted: Tally, running: Running) -> Field:
    """The engine for a scenario of this kind and size."""
    packages = scenario.packages
    if counted.additive and counted.parties in ADDITIVE and packages > _WORTH_ENUMERATING:
        return Additive(counted, running)
    if packages <= MOST_PACKAGES:
        return Enumeration(counted)
    raise _too_large(scenario, counted)


def _too_large(scenario: Scenario, counted: Tally) -> Faults:
    packages = scenario.packages
    kind = _("two parties with rules or interactions")
    if counted.parties != 2:
        kind = _("{count} parties").format(count=counted.parties)
    return refuse(
        scenario.address,
        _("{packages:,} packages of {kind} are too many: at most {most:,} can be gone through one by one").format(
            packages=packages, kind=kind, most=MOST_PACKAGES
        ),
        _("settle issues until fewer are left; more needs an engine that this version does not have"),
    )


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
