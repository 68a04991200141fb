"""``onetext import FILE --store PATH``, ``onetext import TEXT --into CASE --plan P --draft ID``."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path
from typing import Annotated

import typer

from onetext.cli.options import Json, print_json


def import_(
    file: Annotated[
        Path,
        typer.Argument(
            readable=False, metavar="FILE", help=_("a case file or folder, or a log; with --into a text, - for stdin")
        ),
    ],
    store: Annotated[
        Path | None,
        typer.Option(readable=False, metavar="PATH", help=_("the folder that holds the workspace's cases")),
    ] = None,
    member: Annotated[
        list[str] | None, typer.Option(help=_("a member to be read into all of it; may be given again"))
    ] = None,
    into: Annotated[
        Path | None, typer.Option(readable=False, metavar="CASE", help=_("the case that a text is taken into"))
    ] = None,
    plan: Annotated[str | None, typer.Option(metavar="ID", help=_("with --into: the plan it is a draft of"))] = None,
    draft: Annotated[str | None, typer.Option(metavar="ID", help=_("with --into: the id of the new draft"))] = None,
    title: Annotated[str | None, typer.Option(help=_("with --into: its title; left out, the one in the text"))] = None,
    on: Annotated[str | None, typer.Option(metavar="DAY", help=_("with --into: the day of the draft"))] = None,
    label: Annotated[
        list[str] | None, typer.Option(metavar="L", help=_("with --into: a label of the draft; may be given again"))
    ] = None,
    tracked: Annotated[
        str | None, typer.Option(metavar="HOW", help=_("with --into: tracked changes: suggest, accept or reject"))
    ] = None,
    json: Json = False,
) -> None:
    if (store is None) == (into is None):
        raise typer.BadParameter(_("name --store for a case or a log, or --into for a text"), param_hint="--store")
    if into is not None:
        if plan is None or draft is None or member:
            raise typer.BadParameter(_("--into goes with --plan and --draft, not with --member"), param_hint="--into")
        from onetext.cli.taking import take
        from onetext.drafting.taking import Wanted

        take(file, into, Wanted(draft, plan, title, on, tuple(label) if label else None), tracked, json=json)
        return
    if any(one is not None for one in (plan, draft, title, on, label, tracked)):
        raise typer.BadParameter(
            _("--plan, --draft, --title, --on, --label and --tracked go with --into"), param_hint="--store"
        )
    from onetext.disclosure.importing import import_any
    from onetext.disclosure.store import wall_clock

    assert store is not None
    path = import_any(file, store, wall_clock, author="command-line", members=member or ())
    if json:
        print_json({"store": str(store), "case": str(path)})
    else:
        print(_("imported into {path}; next: onetext serve --store {store}").format(path=path, store=store))
