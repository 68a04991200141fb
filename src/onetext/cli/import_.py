"""``onetext import FILE --store PATH``."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path
from typing import Annotated

import typer

from onetext.cli.options import Json, print_json


def import_(
    file: Annotated[Path, typer.Argument(readable=False, metavar="FILE", help=_("a case file or folder, or a log"))],
    store: Annotated[
        Path, typer.Option(readable=False, metavar="PATH", help=_("the folder that holds the workspace's cases"))
    ],
    member: Annotated[
        list[str] | None, typer.Option(help=_("a member to be read into all of it; may be given again"))
    ] = None,
    json: Json = False,
) -> None:
    from onetext.disclosure.importing import import_any
    from onetext.disclosure.store import wall_clock

    path = import_any(file, store, wall_clock, author="command-line", members=member or ())
    if json:
        print_json({"store": str(store), "case": str(path)})
    else:
        print(_("imported into {path}; next: onetext serve --store {store}").format(path=path, store=store))
