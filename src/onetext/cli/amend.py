"""``onetext amend FILE``."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import gettext as _
from gettext import ngettext
from time import perf_counter
from typing import TYPE_CHECKING, Annotated

import typer

from onetext.cli.options import print_json
from onetext.cli.scenarios import Asked, of_a_scenario, spelled, warned
from onetext.cli.watched import watched

if TYPE_CHECKING:
    from rich.console import Console

    from onetext.dealspace.amend.amending import Amendments
    from onetext.dealspace.amend.smallest import Change

Most = Annotated[int, typer.Option("--most", min=0, help=_("how many trades of two points, and of three, to give"))]
Want = Annotated[
    str | None, typer.Option("--want", metavar="ISSUE=OPTION", help=_("a wanted change: what it costs, and whom"))
]
Wants = Annotated[str | None, typer.Option("--party", metavar="P", help=_("who wants it"))]
_MOST_ROWS = 20
_LEAST_OF_CHANGE, _LEAST_OF_GAIN = 30, 9
"""Columns of a table, with their borders: a gain cut short would be another gain."""


@of_a_scenario
def amend(asked: Asked, most: Most = 100, want: Want = None, party: Wants = None) -> None:
    from onetext.dealspace.amend.amending import amend as amended
    from onetext.dealspace.amend.amendment_data import amendment_data

    with watched(asked.seconds) as running:
        found = amended(asked.scenario, perf_counter, running, most=most, want=want, party=party)
    if asked.json:
        print_json(amendment_data(found, asked.read))
    else:
        _print(found)


def _print(found: Amendments) -> None:
    from rich.console import Console
    from rich.text import Text

    from onetext.dealspace.amend.words import Paragraph, said

    console = Console()
    console.width = max(console.width, _LEAST_OF_CHANGE + len(found.scenario.parties) * _LEAST_OF_GAIN)
    paragraphs: list[Paragraph] = list(said(found))
    if found.scenario.warnings:
        paragraphs.append(Paragraph(_("Warnings"), warned(found.scenario)))
    for paragraph in paragraphs:
        console.print(Text(spelled(found.scenario, paragraph.title), style="bold"))
        for line in paragraph.lines:
            console.print(Text(f"  {spelled(found.scenario, line)}"))
        if paragraph.changes:
            _table(console, found, paragraph.changes)


def _table(console: Console, found: Amendments, changes: Sequence[Change]) -> None:
    """Changes down, parties across."""
    from rich.table import Table
    from rich.text import Text

    from onetext.dealspace.amend.words import change_in_words, gain_in_words

    table = Table()
    table.add_column(_("change"))
    for party in found.scenario.parties:
        table.add_column(Text(party.name), justify="right", min_width=_LEAST_OF_GAIN - 3)
    for change in changes[:_MOST_ROWS]:
        shares = found.tally.utilities(change.gains)
        table.add_row(
            Text(spelled(found.scenario, change_in_words(found, change))),
            *(Text(gain_in_words(share)) for share in shares),
        )
    left = len(changes) - _MOST_ROWS
    if left > 0:
        table.caption = ngettext("{count} more; --json prints it", "{count} more; --json prints them", left).format(
            count=left
        )
    console.print(table)
