"""``onetext conflicts FILE``."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING, Annotated

import typer

from onetext.cli.options import print_json
from onetext.cli.scenarios import Asked, of_a_scenario, package_lines, spelled, warned
from onetext.cli.watched import watched

if TYPE_CHECKING:
    from onetext.dealspace.conflicts.finding import Conflicts
    from onetext.dealspace.conflicts.opening import Opening

Smallest = Annotated[bool, typer.Option("--smallest", help=_("the smallest conflict, proved"))]
Most = Annotated[int, typer.Option("--all", min=1, metavar="N", help=_("all minimal conflicts, up to N, by size"))]


@of_a_scenario
def conflicts(asked: Asked, smallest: Smallest = False, all_: Most = 1) -> None:
    from onetext.dealspace.conflicts.conflicts_data import conflicts_data
    from onetext.dealspace.conflicts.finding import conflicts as found_in

    with watched(asked.seconds) as running:
        found = found_in(asked.scenario, running, prove_smallest=smallest, most=all_)
    if asked.json:
        print_json(conflicts_data(found, asked.read))
    else:
        _print(found)


def _print(found: Conflicts) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console(soft_wrap=True)
    for line, style in _lines(found):
        console.print(Text(line, style=style))


def _lines(found: Conflicts) -> list[tuple[str, str]]:
    """What is printed, line by line, each with its style."""
    scenario = found.scenario
    lines = [(_said(found), "bold")]
    if found.package is not None:
        lines += [(f"  {line}", "") for line in package_lines(scenario, found.package)]
    lines += _conflicts(found)
    if found.opening is not None:
        lines += _ways_out(found, found.opening)
    more = [_("what is not proved above was stopped for want of time")] if found.stopped else []
    for title, said in (
        (_("Assumed"), found.assumed),
        (_("Warnings"), warned(scenario)),
        (_("Stopped"), tuple(more)),
    ):
        if said:
            lines += [(title, "bold"), *((f"  {spelled(scenario, line)}", "") for line in said)]
    return lines


def _said(found: Conflicts) -> str:
    if found.feasible is None:
        line = _("{file}: no time to find out whether a package is acceptable to all.")
    elif found.feasible:
        line = _("{file}: nothing blocks a deal. Acceptable to all is for instance:")
    else:
        line = _("{file}: no package is acceptable to all.")
    return line.format(file=found.scenario.address)


def _conflicts(found: Conflicts) -> list[tuple[str, str]]:
    from onetext.dealspace.conflicts.saying import excluding, extent

    lines = [(spelled(found.scenario, excluding(found, conflict)), "") for conflict in found.sets]
    if found.sets:
        lines.append((extent(found), "dim"))
    return lines


def _ways_out(found: Conflicts, opening: Opening) -> list[tuple[str, str]]:
    from onetext.dealspace.conflicts.saying import change_in_words, given, way_out

    lines = [
        (spelled(found.scenario, way_out(found, opening)), "bold"),
        (_("  opens this, which gives {given}:").format(given=given(found, opening)), ""),
    ]
    lines += [(f"    {line}", "") for line in package_lines(found.scenario, opening.package)]
    others = [way for way in found.singles if way.concessions != opening.concessions]
    if others:
        lines.append((_("Or one of these:"), ""))
        lines += [(f"  {spelled(found.scenario, change_in_words(found, way.concessions[0]))}", "") for way in others]
    return lines
