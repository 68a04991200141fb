"""``onetext grid CASE``."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING

from onetext.cli.options import As, At, CasePath, Hindsight, Json, RecordedAt, opened, print_json

if TYPE_CHECKING:
    from rich.table import Table

    from onetext.case.case import Case
    from onetext.positions.grid import Cell, Grid


def grid(
    case: CasePath,
    as_: As = None,
    at: At = None,
    hindsight: Hindsight = False,
    recorded_at: RecordedAt = None,
    json: Json = False,
) -> None:
    from onetext.positions.grid import grid as grid_of

    view = opened(case, as_, at, hindsight, recorded_at)
    found = grid_of(view.case, view.moment.day)
    if json:
        print_json(found.as_data())
    else:
        _print(view.case, found)


def _print(case: Case, found: Grid) -> None:
    from rich.console import Console
    from rich.text import Text

    from onetext.positions.signs import RED_LINE, SIGNS, said
    from onetext.positions.silence import silent_issues

    console = Console()
    nobody = _("nobody's position is known on {day}").format(day=found.at.isoformat())
    console.print(_table(case, found) if found.parties else nobody)
    if silent := silent_issues(case, found.at):
        console.print(Text(_("the text is silent on: {points}").format(points=", ".join(silent))))
    console.print(Text("  ".join(f"{sign.letter}{sign.shape} {said(stance)}" for stance, sign in SIGNS.items())))
    console.print(
        Text(f"{RED_LINE} " + _("before the letter: a red line; 1 to 3: weight of the source; then days since"))
    )


def _table(case: Case, found: Grid) -> Table:
    from rich.table import Table
    from rich.text import Text

    from onetext.case.people import Party
    from onetext.case.plan import Category, Point

    table = Table(title=_("Who stands where on {day}").format(day=found.at.isoformat()))
    table.add_column(_("point"))
    for party in found.parties:
        record = case.get(Party, party)
        table.add_column(Text(record.short or record.name if record else party))
    category: str | None = None
    for row, id in enumerate(found.points):
        point = case.get(Point, id)
        if point and point.category != category:
            category = point.category
            heading = case.get(Category, category)
            table.add_section()
            table.add_row(Text(heading.name if heading else _("without a category"), style="bold"))
        cells = found.cells[row * len(found.parties) : (row + 1) * len(found.parties)]
        table.add_row(Text(f"{id} {point.title if point else ''}"), *(Text(_sign(cell)) for cell in cells))
    table.add_section()
    table.add_row(Text(_("the plan as a whole"), style="bold"), *(Text(_sign(cell)) for cell in found.overall))
    return table


def _sign(cell: Cell) -> str:
    """``▌X✕ 3 12d``: a red line, rejects, on the record, twelve days ago."""
    from onetext.positions.signs import RED_LINE, SIGNS

    sign = SIGNS[cell.stance]
    parts = [f"{RED_LINE if cell.red_line else ''}{sign.letter}{sign.shape}"]
    parts += [] if cell.weight is None else [str(cell.weight)]
    parts += [] if cell.stale_days is None else [f"{cell.stale_days}d"]
    return " ".join(parts)
