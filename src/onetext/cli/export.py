"""``onetext export CASE (--csv|--snapshot|--log) -o F``."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onetext.cli.options import As, At, CasePath, Hindsight, Json, RecordedAt, opened, print_json

if TYPE_CHECKING:
    from onetext.disclosure.exporting import Leaving
    from onetext.disclosure.opening import Opened

Output = Annotated[Path, typer.Option("-o", "--output", metavar="F", help=_("the file to write"))]


def export(
    case: CasePath,
    output: Output,
    csv: Annotated[bool, typer.Option("--csv", help=_("a ZIP of tables, one a kind"))] = False,
    snapshot: Annotated[bool, typer.Option("--snapshot", help=_("a case file"))] = False,
    log: Annotated[bool, typer.Option("--log", help=_("the entries themselves, from a store or log"))] = False,
    assessment: Annotated[bool, typer.Option("--assessment", help=_("private positions and preferences too"))] = False,
    as_: As = None,
    at: At = None,
    hindsight: Hindsight = False,
    recorded_at: RecordedAt = None,
    json: Json = False,
) -> None:
    if sum((csv, snapshot, log)) != 1:
        raise typer.BadParameter(_("name exactly one of --csv, --snapshot and --log"))
    from onetext.disclosure import exporting

    if log:
        record = _log(case, output, as_)
    else:
        view = opened(case, as_, at, hindsight, recorded_at)
        shown = exporting.for_export(view.case, assessment=assessment)
        leaving = exporting.tables(shown) if csv else exporting.snapshot(shown)
        record = _leave(case, output, leaving, "tables" if csv else "snapshot", view)
    if json:
        print_json({"file": str(output), "export": record})
    else:
        print(output, _("recorded as an export: {id}").format(id=record["id"]), sep="\n")


def _leave(case: Path, output: Path, leaving: Leaving, what: str, view: Opened) -> dict[str, object]:
    from onetext.cli.leaving import let_out

    return let_out(case, output, leaving, what=what, for_=view.reader.who or None, at=view.moment.day.isoformat())


def _log(case: Path, output: Path, who: str | None) -> dict[str, object]:
    from onetext.cli.leaving import let_out
    from onetext.cli.options import today
    from onetext.disclosure.logs import log_of
    from onetext.disclosure.opening import case_store, place_of
    from onetext.disclosure.store import wall_clock

    if place_of(case) == "snapshot":
        raise typer.BadParameter(_("--log needs a store or a log: a snapshot holds no entries"))
    store = case_store(case, wall_clock)
    leaving = log_of(store, store.reader(who))
    return let_out(case, output, leaving, what="log", for_=who, at=today().isoformat())
