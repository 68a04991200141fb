"""Why no package is acceptable, as far as that shows at a glance, and what to look at."""

from __future__ import annotations

from gettext import gettext as _

from onetext.dealspace.engines import Engine
from onetext.dealspace.field import Frontier
from onetext.dealspace.running import Running
from onetext.dealspace.scenario import Scenario
from onetext.dealspace.tally import Tally


def obstacles(scenario: Scenario, tally: Tally, engine: Engine, frontier: Frontier, running: Running) -> list[str]:
    """The plainest reasons first; always at least one, if only that time was up."""
    if frontier.computed and not frontier.packages:
        return [_("every package breaks a rule of the plan: look at the rules")]
    shut = [issue.name for issue, open_ in zip(scenario.issues, tally.allowed(), strict=True) if not open_]
    if shut:
        return [_("every option of {issue} is somebody's red line").format(issue=name) for name in shut]
    reach = engine.reach()
    if reach is None and running.over():
        return [_("time was up before it was known why")]
    if reach is None:
        return [_("every package that breaks no rule holds somebody's red line: look at rules and red lines together")]
    short = [
        _("{party} reaches at most {reach:.3f} without a red line, and its reservation is {floor:.3f}").format(
            party=party.name, reach=float(tally.utility(number, most)), floor=float(tally.utility(number, floor))
        )
        for number, (party, most, floor) in enumerate(zip(scenario.parties, reach, tally.floors, strict=True))
        if most < floor
    ]
    return short or [
        _("each reservation can be met, but not all in one package: look at the reservations and at the frontier")
    ]
