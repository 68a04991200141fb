"""``onetext check CASE``."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onetext.cli.ending import INPUT_AT_FAULT, show_faults
from onetext.cli.options import CasePath, Json, print_json

if TYPE_CHECKING:
    from onetext.case.case import Case
    from onetext.files.faults import Fault


def check(
    case: CasePath,
    codebook: Annotated[
        Path | None,
        typer.Option(
            "--codebook", readable=False, metavar="F.yaml", help=_("are the codes on its records of this book")
        ),
    ] = None,
    json: Json = False,
) -> None:
    from onetext.case.kinds import BY_KIND
    from onetext.disclosure.opening import examine_case
    from onetext.disclosure.store import wall_clock

    found, faults = examine_case(case, wall_clock)
    if codebook is not None:
        faults = [*faults, *_code_faults(codebook, found)]
    counts = {model.section: len(found.records.get(kind, ())) for kind, model in BY_KIND.items()} if found else {}
    unknown = {section: len(records) for section, records in found.unknown.items()} if found else {}
    counts = {section: number for section, number in {**counts, **unknown}.items() if number}
    ok = found is not None and all(fault.level != "error" for fault in faults)
    if json:
        print_json({"ok": ok, "counts": counts, "faults": [fault.as_dict() for fault in faults]})
    else:
        show_faults(faults, as_json=False)
        print(", ".join(f"{number} {section}" for section, number in counts.items()) or _("no records"))
        print(_("valid") if ok else _("not valid"))
    if not ok:
        raise typer.Exit(INPUT_AT_FAULT)


def _code_faults(codebook: Path, case: Case | None) -> list[Fault]:
    from onetext.reading.coding.applying import code_faults
    from onetext.reading.coding.codebook import read_codebook

    book = read_codebook(codebook)
    return code_faults(book, case) if case else []
