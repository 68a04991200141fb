"""``onetext coders A B``: how far two coders agree, a sheet of their differences, and the case settled with it."""

from __future__ import annotations

from dataclasses import dataclass
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onetext.cli.options import Json, print_json

if TYPE_CHECKING:
    from onetext.case.case import Case
    from onetext.reading.coding.comparison import Comparison, FieldAgreement, KindAgreement

First = Annotated[
    Path, typer.Argument(readable=False, metavar="A", help=_("the first coder's case, or a store that both work in"))
]
Second = Annotated[Path | None, typer.Argument(readable=False, metavar="B", help=_("the second coder's case"))]
Coders = Annotated[
    list[str] | None,
    typer.Option("--coder", metavar="WHO", help=_("twice: their names; in a store, whose eyes to see it through")),
]
Sheet = Annotated[Path | None, typer.Option("--sheet", metavar="F.csv", help=_("write their work side by side"))]
Decided = Annotated[Path | None, typer.Option("--decided", metavar="F.csv", help=_("that sheet, with its decisions"))]
By = Annotated[str | None, typer.Option("--by", metavar="NAME", help=_("who decided"))]
Output = Annotated[Path | None, typer.Option("-o", "--output", metavar="F.yaml", help=_("the settled case"))]


@dataclass(frozen=True)
class _Work:
    """Two coders' cases and names; ``place`` is where a record of what leaves is kept."""

    a: Case
    b: Case
    names: tuple[str, str]
    place: Path
    found: Comparison


def coders(
    first: First,
    second: Second = None,
    coder: Coders = None,
    sheet: Sheet = None,
    decided: Decided = None,
    by: By = None,
    output: Output = None,
    json: Json = False,
) -> None:
    if (decided is None) != (output is None) or (decided is None) != (by is None):
        raise typer.BadParameter(_("--decided, --by and -o go together"))
    work = _work(first, second, coder or [])
    files = []
    if sheet is not None:
        files.append(_write_sheet(work, sheet))
    if decided is not None and by is not None and output is not None:
        files.append(_settle(work, decided, by, output))
    if json:
        print_json({"coders": list(work.names), **work.found.as_data(), "files": files})
    else:
        _print(work, files)


def _work(first: Path, second: Path | None, coder: list[str]) -> _Work:
    from onetext.cli.options import opened
    from onetext.reading.coding.comparison import compared

    if len(coder) not in ((2,) if second is None else (0, 2)):
        raise typer.BadParameter(_("name both coders, each with --coder"))
    readers: tuple[str | None, str | None] = (None, None) if second else (coder[0], coder[1])
    a, b = (
        opened(path, who, None, True, None).case for path, who in zip((first, second or first), readers, strict=True)
    )
    names = (coder[0], coder[1]) if coder else (first.stem, second.stem if second else "")
    names = names if names[0] != names[1] else (f"{names[0]} (A)", f"{names[1]} (B)")
    return _Work(a, b, names, first, compared(a, b))


def _write_sheet(work: _Work, path: Path) -> str:
    from onetext.reading.coding.sheet import sheet_of

    return _let_out(work, path, sheet_of(work.found, work.a), "coding sheet")


def _settle(work: _Work, decided: Path, by: str, output: Path) -> str:
    from onetext.case.snapshot import write_case
    from onetext.files.opening import read_text
    from onetext.reading.coding.adjudication import Settling, adjudicated
    from onetext.reading.coding.sheet import decisions_in

    decisions = decisions_in(read_text(decided), work.found, str(decided))
    case = adjudicated(Settling(work.a, work.b, work.names, by), decisions)
    return _let_out(work, output, write_case(case), "settled coding")


def _let_out(work: _Work, path: Path, text: str, what: str) -> str:
    """Its record first, then its bytes (D6)."""
    from onetext.cli.leaving import let_out
    from onetext.cli.options import today
    from onetext.disclosure.exporting import Leaving

    ids = dict.fromkeys(unit.record.id for pair in work.found.pairs for unit in (pair.a, pair.b) if unit)
    let_out(work.place, path, Leaving(text.encode(), tuple(ids)), what=what, for_=None, at=today().isoformat())
    return str(path)


def _print(work: _Work, files: list[str]) -> None:
    found = work.found
    print(_("{a} and {b}, on {n} texts").format(a=work.names[0], b=work.names[1], n=len(found.sources)))
    for kind, agreement in found.kinds.items():
        _print_kind(kind, agreement)
    if found.apart:
        print(_("Not compared, for only one has it or the texts differ: {names}").format(names=", ".join(found.apart)))
    if found.placeless:
        print(_("{n} coded records have no place in a text and are not compared").format(n=found.placeless))
    if not found.kinds:
        print(_("Nothing that was coded can be compared."))
    for file in files:
        print(file)


def _print_kind(kind: str, found: KindAgreement) -> None:
    alone = _("{both} seen by both, {a} by the first alone, {b} by the second alone")
    print(f"\n{kind}: " + alone.format(both=found.both, a=found.only_a, b=found.only_b))
    print("  " + _("words marked: alpha {alpha}").format(alpha=_shown(found.words)))
    for name, field in found.fields.items():
        print(f"  {name}: {_field(field)}")


def _field(field: FieldAgreement) -> str:
    return _("alpha {alpha}, {same} of {both} the same").format(
        alpha=_shown(field.alpha), same=field.same, both=field.both
    )


def _shown(value: object) -> str:
    """Three digits; where there was nothing to tell apart, that is said."""
    return _("not defined") if value is None else f"{float(value):.3f}"  # type: ignore[arg-type]  # a fraction
