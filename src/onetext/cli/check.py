"""``onetext check CASE``."""

from __future__ import annotations

from gettext import gettext as _

import typer

from onetext.cli.ending import INPUT_AT_FAULT, show_faults
from onetext.cli.options import CasePath, Json, print_json


def check(case: CasePath, json: Json = False) -> None:
    from onetext.case.kinds import BY_KIND
    from onetext.disclosure.opening import examine_case
    from onetext.disclosure.store import wall_clock

    found, faults = examine_case(case, wall_clock)
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
