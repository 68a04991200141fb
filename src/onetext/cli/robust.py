"""``onetext robust FILE``."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING, Annotated

import typer

from onetext.cli.options import print_json
from onetext.cli.scenarios import Asked, of_a_scenario, spelled, titled, warned
from onetext.cli.watched import watched

if TYPE_CHECKING:
    from rich.table import Table

    from onetext.dealspace.robust.robustness import Robustness

Samples = Annotated[int, typer.Option("--samples", metavar="N", help=_("how many draws to solve again"))]
Seed = Annotated[int, typer.Option("--seed", metavar="S", help=_("the same seed gives the same answer"))]
Workers = Annotated[int, typer.Option("--workers", metavar="W", help=_("threads on this machine"))]
Cluster = Annotated[str | None, typer.Option("--cluster", metavar="ADDRESS", help=_("a Dask scheduler's address"))]

_BAR = 24
_MOST_ASKED = 5


@of_a_scenario
def robust(
    asked: Asked, samples: Samples = 1000, seed: Seed = 0, workers: Workers = 1, cluster: Cluster = None
) -> None:
    from onetext.dealspace.robust.robustness import robust as found_robust
    from onetext.dealspace.robust.robustness_data import robustness_data

    with watched(asked.seconds) as running:
        found = found_robust(asked.scenario, samples, seed, running, workers, cluster)
    if asked.json:
        print_json(robustness_data(found))
    else:
        _print(found)


def _print(found: Robustness) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console()
    done = _("{samples:,} samples solved again, seed {seed}").format(samples=found.samples, seed=found.seed)
    if not found.complete:
        done = _("stopped after {done} of {asked:,}").format(done=done, asked=found.asked)
    console.print(Text(f"{found.scenario.address}: {done}", style="bold"))
    if found.samples > found.deals:
        none = _("No package is acceptable to all in {share:.1%} of them.")
        console.print(Text(none.format(share=found.share(found.samples - found.deals))))
    if found.unproved:
        limit = _("In {share:.1%} of them the search stopped at its limit: a better package may be there.")
        console.print(Text(limit.format(share=found.share(found.unproved))))
    console.print(_options(found))
    if found.reference is not None:
        console.print(_accepts(found))
    console.print(Text(_("What to ask next"), style="bold"))
    for line in _questions(found):
        console.print(Text(f"  {line}"))
    if found.scenario.warnings:
        console.print(Text(_("Warnings"), style="bold"))
    for line in warned(found.scenario):
        console.print(Text(f"  {line}"))


def _options(found: Robustness) -> Table:
    from rich.table import Table
    from rich.text import Text

    table = Table(title=_("How often an option is in the best package"))
    table.add_column(_("issue"))
    table.add_column(_("option"))
    table.add_column(_("share"), justify="right")
    table.add_column("")
    for issue, row in zip(found.scenario.issues, found.options, strict=True):
        ranked = sorted(zip(row, issue.options, strict=True), key=lambda pair: -pair[0])
        for number, (count, option) in enumerate(ranked):
            share = found.share(count)
            name = titled(found.scenario, issue.name) if number == 0 else Text("")
            bar = Text("█" * round(share * _BAR))
            table.add_row(name, titled(found.scenario, option), f"{share:.1%}", bar)
        table.add_section()
    return table


def _accepts(found: Robustness) -> Table:
    from rich.table import Table
    from rich.text import Text

    titles = {
        "draft": _("Who would accept the draft"),
        "nash": _("Who would accept the best package at the middle of what is not known"),
        "commonest": _("Who would accept the package most often best"),
    }
    table = Table(title=titles[found.reference_is or "commonest"])
    table.add_column(_("party"))
    table.add_column(_("share"), justify="right")
    table.add_column("")
    for party, count in zip(found.scenario.parties, found.accepted, strict=True):
        share = found.share(count)
        table.add_row(Text(party.name), f"{share:.1%} ± {found.error(count):.1%}", Text("█" * round(share * _BAR)))
    return table


def _questions(found: Robustness) -> list[str]:
    from onetext.dealspace.robust.unknowns import any_unknown

    if found.not_asked is not None:
        return [_("not looked into: {why}").format(why=found.not_asked)]
    said = _("{party}, {what}: to know it would raise the expected joint gain by {value:.4f} ± {error:.4f}.")
    lines = [
        said.format(party=asked.party, what=spelled(found.scenario, asked.what), value=asked.value, error=asked.error)
        for asked in found.ask_next[:_MOST_ASKED]
    ]
    if len(found.ask_next) > _MOST_ASKED:
        lines.append(_("… and {count:,} more; --json prints them").format(count=len(found.ask_next) - _MOST_ASKED))
    if not any_unknown(found.scenario):
        return [_("Nothing: every number is given, so every sample is the same.")]
    return lines or [_("No single unknown number would, once known, change for sure which package to propose.")]
