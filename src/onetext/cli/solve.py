"""``onetext solve FILE``."""

from __future__ import annotations

import math
from dataclasses import replace
from gettext import gettext as _
from time import perf_counter
from typing import TYPE_CHECKING, Annotated

import typer

from onetext.cli.ending import INPUT_AT_FAULT, show_faults
from onetext.cli.options import print_json
from onetext.cli.scenarios import Asked, of_a_scenario, titled, warned
from onetext.cli.watched import watched

if TYPE_CHECKING:
    from rich.table import Table

    from onetext.dealspace.solve import Solution
    from onetext.files.faults import Fault

Limit = Annotated[int, typer.Option("--frontier-limit", min=0, help=_("how many points of the frontier to print"))]
Whole = Annotated[bool, typer.Option("--frontier", help=_("the frontier however long it takes"))]
_MOST_ROWS = 12
_INTERVAL = len("(0.000–1.000)")
"""A column is as wide at least: a number cut short is another number."""


@of_a_scenario
def solve(asked: Asked, frontier: Whole = False, frontier_limit: Limit = 200) -> None:
    from onetext.dealspace.solution_data import solution_data
    from onetext.dealspace.solve import FRONTIER_PATIENCE
    from onetext.dealspace.solve import solve as solved

    with watched(asked.seconds) as running:
        patience = math.inf if frontier else FRONTIER_PATIENCE
        solution = solved(asked.scenario, perf_counter, running, patience=patience)
    if not solution.frontier.computed:
        solution = replace(solution, assumed=(*solution.assumed, _left_out(solution, asked=frontier)))
    faults = [_nothing_acceptable(solution)] if solution.exists is False else []
    if asked.json:
        data = solution_data(solution, frontier_limit, asked.read)
        print_json({**data, "faults": [fault.as_dict() for fault in faults]} if faults else data)
    else:
        _print(solution, frontier_limit)
    if faults:
        if not asked.json:
            show_faults(faults, as_json=False)
        raise typer.Exit(INPUT_AT_FAULT)


def _nothing_acceptable(solution: Solution) -> Fault:
    """The one message where nobody can sign anything: the whole answer is printed all the same."""
    from onetext.files.faults import Fault

    return Fault(
        solution.scenario.address,
        _("no package is acceptable to all: {why}").format(why="; ".join(solution.obstacles)),
        _("'onetext conflicts' says exactly which red lines, reservations and rules, and the cheapest way out"),
    )


def _left_out(solution: Solution, *, asked: bool) -> str:
    """Why there is no frontier, and how to have it."""
    from onetext.dealspace.engines import MOST_DRAWN

    seconds = solution.frontier.seconds
    if solution.tally.additive and solution.tally.parties > MOST_DRAWN:
        line = _("the frontier was left out: of more than {most} parties it is not listed").format(most=MOST_DRAWN)
    elif asked:
        line = _("the frontier was left out: there was no time or no room for it")
    elif seconds is None or math.isinf(seconds):
        line = _("the frontier was left out: it may take long; --frontier asks for it, on a grid if need be")
    else:
        line = _("the frontier was left out: about {seconds:,.0f} s; --frontier asks for it").format(
            seconds=max(1, seconds)
        )
    return line


def _print(solution: Solution, limit: int) -> None:
    from rich.console import Console
    from rich.text import Text

    from onetext.dealspace.explaining.explain import explain, none_found

    console = Console()
    scenario = solution.scenario
    heading = _("{packages:,} packages, {issues} issues, {parties} parties").format(
        packages=scenario.packages, issues=len(scenario.issues), parties=len(scenario.parties)
    )
    console.print(Text(f"{scenario.address}: {heading}", style="bold"))
    if solution.answers:
        console.print(_best(solution))
    else:
        console.print(Text(none_found(solution), style="bold"))
    if solution.frontier.packages:
        console.print(_frontier(solution, min(limit, _MOST_ROWS)))
    why = explain(solution)
    for title, lines in (
        (_("Why nothing is acceptable, at a glance"), solution.obstacles),
        (_("Why these packages"), tuple(line for reasons in why.answers for line in reasons.lines)),
        (_("What binds"), why.binds),
        (_("What it rests on"), why.rests_on),
        (_("Assumed"), solution.assumed),
        (_("Warnings"), warned(scenario)),
    ):
        if lines:
            console.print(Text(title, style="bold"))
            for line in lines:
                console.print(Text(f"  {line}"))


def _best(solution: Solution) -> Table:
    """The four answers side by side: the options, what each party gets, how sure that is, and the value."""
    from rich.table import Table
    from rich.text import Text

    from onetext.dealspace.answers import called
    from onetext.dealspace.solution_data import VALUE_KEYS

    scenario = solution.scenario
    answers = list(solution.answers.values())
    table = Table(title=_("Best packages"))
    table.add_column("")
    for answer in answers:
        table.add_column(called(answer.name), min_width=_INTERVAL)
    for number, issue in enumerate(scenario.issues):
        options = [issue.options[answer.package[number]] for answer in answers]
        table.add_row(titled(scenario, issue.name), *(titled(scenario, option) for option in options))
    table.add_section()
    for number, party in enumerate(scenario.parties):
        cells = []
        for answer in answers:
            interval = solution.intervals[answer.package][number]
            utility = f"{float(solution.tally.utility(number, answer.vector[number])):.3f}"
            if interval.low != interval.high:
                low = "−∞" if interval.low is None else f"{float(interval.low):.3f}"
                utility += f"  ({low}–{float(interval.high):.3f})"
            cells.append(Text(utility))
        table.add_row(Text(party.name), *cells)
    table.add_section()
    values = [f"{VALUE_KEYS[answer.name].replace('_', ' ')} {float(answer.value):.4g}" for answer in answers]
    table.add_row(_("value"), *values)
    table.add_row(_("equally good"), *("?" if answer.ties is None else str(answer.ties) for answer in answers))
    return table


def _frontier(solution: Solution, rows: int) -> Table:
    from rich.table import Table
    from rich.text import Text

    scenario = solution.scenario
    found = solution.frontier
    count = len(found.packages)
    title = _("Frontier: {count:,} efficient outcomes").format(count=count)
    if found.partial:
        title = _("Frontier, in part: {count:,} outcomes found before time or room was up").format(count=count)
        if found.within is not None:
            title += " " + _("(one that is missing may be missed by {within:.2g})").format(within=float(found.within))
    elif found.within is not None and found.grid is not None:
        title += " " + _("(on a grid of {grid:,} steps; an efficient one may be missed by {within:.2g})").format(
            grid=found.grid, within=float(found.within)
        )
    if not solution.frontier.acceptable:
        title += " " + _("(breaking no rule; none is acceptable)")
    table = Table(title=title)
    for party in scenario.parties:
        table.add_column(Text(party.name), justify="right")
    table.add_column(_("package"))
    for vector, package in found.first(rows):
        utilities = [f"{float(utility):.3f}" for utility in solution.utilities(vector).values()]
        table.add_row(*utilities, Text(", ".join(scenario.named(package).values())))
    if count > rows:
        more = _("… and {count:,} more; --json prints them").format(count=count - rows)
        table.caption = more
    return table
