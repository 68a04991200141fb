"""``onetext verify LOG [--heads FILE]``."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path
from typing import Annotated

import typer

from onetext.cli.ending import INPUT_AT_FAULT
from onetext.cli.options import Json, print_json


def verify(
    log: Annotated[Path, typer.Argument(readable=False, metavar="LOG", help=_("a log, or a workspace's store"))],
    heads: Annotated[
        Path | None, typer.Option(readable=False, metavar="FILE", help=_("the heads kept elsewhere"))
    ] = None,
    json: Json = False,
) -> None:
    from onetext.disclosure.logs import proof_of
    from onetext.disclosure.store import wall_clock

    proof = proof_of(log, heads, wall_clock)
    if json:
        print_json(proof)
    else:
        for fault in proof["faults"]:
            print(f"{fault['address']}: {fault['problem']}\n       {fault['remedy']}")
        for labels, head in proof["heads"].items():
            print(f"{labels}  {head}")
        print(
            _("{count} entries").format(count=proof["entries"]),
            _("whole") if proof["whole"] else _("not whole"),
            sep="; ",
        )
    if not proof["whole"]:
        raise typer.Exit(INPUT_AT_FAULT)
