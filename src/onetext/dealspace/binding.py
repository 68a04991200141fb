"""What binds: who stands at a reservation in an answer, and which options nobody may use."""

from __future__ import annotations

from gettext import gettext as _
from gettext import ngettext

from onetext.dealspace.answers import called
from onetext.dealspace.solve import Solution


def binding(solution: Solution) -> tuple[str, ...]:
    """One line each, in the order of the answers, then of the parties."""
    scenario, tally = solution.scenario, solution.tally
    lines = []
    for answer in solution.answers.values():
        held = [
            party.name
            for party, gain, limited in zip(scenario.parties, tally.gains(answer.vector), tally.limited, strict=True)
            if limited and gain == 0
        ]
        if held:
            lines.append(
                _("{answer}: no more than the reservation for {parties}").format(
                    parties=", ".join(held), answer=called(answer.name)
                )
            )
    lines += [
        _("red line of {party}: {options}").format(
            party=party.name, options=", ".join(scenario.label(choice) for choice in sorted(party.red_lines))
        )
        for party in scenario.parties
        if party.red_lines
    ]
    if tally.rules:
        count = len(tally.rules)
        lines.append(
            ngettext(
                "{count} rule of the plan shuts packages out", "{count} rules of the plan shut packages out", count
            ).format(count=count)
        )
    return tuple(lines)
