"""``onetext verify LOG [--heads FILE]``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from onetext.cli.ending import INPUT_AT_FAULT
from onetext.cli.options import Json, print_json


def verify(
    log: Annotated[Path, typer.Argument(metavar="LOG", help="a log, or a workspace's store")],
    heads: Annotated[Path | None, typer.Option(metavar="FILE", help="the heads kept elsewhere")] = None,
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
        print(f"{proof['entries']} entries; {'whole' if proof['whole'] else 'not whole'}")
    if not proof["whole"]:
        raise typer.Exit(INPUT_AT_FAULT)
