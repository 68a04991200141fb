"""``onetext new FOLDER``."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path
from typing import Annotated

import typer

from onetext.cli.options import Json, print_json


def new(
    folder: Annotated[
        Path,
        typer.Argument(readable=False, metavar="FOLDER", help=_("where the case is made; its name is the case's id")),
    ],
    title: Annotated[str | None, typer.Option(help=_("the case's title; left out, its id"))] = None,
    json: Json = False,
) -> None:
    from onetext.case.starting import start_case

    path = start_case(folder, title)
    if json:
        print_json({"case": str(folder), "file": str(path)})
    else:
        print(path, _("an empty case; next: onetext check {folder}").format(folder=folder), sep="\n")
