"""``onetext compare CASE A B``."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onetext.cli.leaving import leave
from onetext.cli.options import As, At, CasePath, Hindsight, Json, RecordedAt, opened, print_json

if TYPE_CHECKING:
    from rich.text import Text

    from onetext.case.case import Case
    from onetext.disclosure.exporting import Leaving
    from onetext.drafting.compare import Comparison, Entry, Group
    from onetext.drafting.drift import Finding, Slip
    from onetext.drafting.proposing import Tie


def compare(
    case: CasePath,
    a: Annotated[str, typer.Argument(metavar="A", help=_("the older draft"))],
    b: Annotated[str, typer.Argument(metavar="B", help=_("the newer draft"))],
    as_: As = None,
    at: At = None,
    hindsight: Hindsight = False,
    recorded_at: RecordedAt = None,
    drift: Annotated[
        bool,
        typer.Option("--drift", help=_("weaker duties, other numbers and dates, words that return")),
    ] = False,
    propose: Annotated[
        bool, typer.Option("--propose", help=_("which clauses of two foreign versions may belong together"))
    ] = False,
    docx: Annotated[bool, typer.Option("--docx", help=_("a Word file with tracked changes"))] = False,
    author: Annotated[
        str, typer.Option("--author", metavar="NAME", help=_("with --docx: whose changes they are, for all to see"))
    ] = "onetext",
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="F", help=_("where --docx or --propose write to"))
    ] = None,
    json: Json = False,
) -> None:
    from onetext.drafting.compare import compare as compared

    if output and not (propose or docx):
        raise typer.BadParameter(_("-o writes what --propose proposes, or with --docx"), param_hint="-o")
    if docx and (output is None or propose or drift):
        raise typer.BadParameter(_("--docx goes with -o F.docx, and alone"), param_hint="--docx")
    view = opened(case, as_, at, hindsight, recorded_at)
    if docx and output:
        leave(case, output, _tracked(view.case, a, b, author), "comparison", view, json=json)
        return
    found = compared(view.case, a, b)
    ties = _proposed(view.case, found) if propose else None
    if output and ties is not None:
        _write(output, found, ties)
    findings = _drift(view.case, found) if drift else None
    if json:
        more = {"proposed": ties, "drift": findings}
        data = {key: [one.as_data() for one in listed] for key, listed in more.items() if listed is not None}
        print_json({**found.as_data(), **data})
        return
    if ties is None:
        _print(view.case, found)
    else:
        _print_ties(ties)
    if findings is not None:
        _print_drift(findings)


def _tracked(case: Case, a: str, b: str, author: str) -> Leaving:
    from onetext.disclosure.exporting import Leaving
    from onetext.drafting.docx.package import day_of, write_docx
    from onetext.drafting.docx.tracked import tracked
    from onetext.drafting.drafts import draft_named

    day = day_of(draft_named(case, b))
    return Leaving(write_docx(tracked(case, a, b), author=author, day=day), (a, b))


def _drift(case: Case, found: Comparison) -> list[Finding]:
    from onetext.drafting.drift import over_rounds, slips

    return [*slips(found), *over_rounds(case, found)]


def _proposed(case: Case, found: Comparison) -> list[Tie]:
    from onetext.drafting.drafts import draft_named
    from onetext.drafting.matching import untied
    from onetext.drafting.proposing import propose

    return propose(*untied(case, draft_named(case, found.older), draft_named(case, found.newer)))


def _write(path: Path, found: Comparison, ties: list[Tie]) -> None:
    """A concordance for a case's folder; each pair says that it is proposed, since a guess is marked (M1)."""
    from onetext.files.writing import write_whole
    from onetext.files.yamldoc import write_yaml

    pairs = [
        {
            **({"from": list(tie.old)} if tie.old else {}),
            **({"to": list(tie.new)} if tie.new else {}),
            "change": tie.change,
            "note": _note(tie),
        }
        for tie in ties
    ]
    record = {"id": f"proposed-{found.older}-{found.newer}", "from": found.older, "to": found.newer, "pairs": pairs}
    write_whole(path, write_yaml({"concordances": [record]}).encode())


def _note(tie: Tie) -> str:
    sure = _("sure") if tie.sure else _("unsure")
    return _("Proposed, not confirmed: score {score:.2f}, {sure}.").format(score=tie.score, sure=sure)


def _print_ties(ties: list[Tie]) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console()
    console.print(Text(_("Proposed, for a person to confirm; ? where it is unsure"), style="bold"))
    for tie in ties:
        sign = " " if tie.sure else "?"
        numbers = f"{', '.join(tie.old) or '–'} → {', '.join(tie.new) or '–'}"
        score = f"{tie.score:.2f}" if tie.score else "    "
        console.print(Text(f"{sign} {numbers:<16} {score}  {', '.join(tie.shared)}".rstrip()))
    sure = sum(tie.sure for tie in ties)
    console.print(Text(_("{sure} sure, {unsure} unsure").format(sure=sure, unsure=len(ties) - sure)))


def _print(case: Case, found: Comparison) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console()
    console.print(Text(_("From {older} to {newer}").format(older=found.older, newer=found.newer), style="bold"))
    for entry in found.entries:
        console.print()
        console.print(_heading(case, entry))
        if entry.group != "kept":
            console.print(_body(entry))
    counts = [f"{len(found.of(group))} {word}" for group, word in _words().items() if found.of(group)]
    console.print(Text("\n" + (", ".join(counts) or _("neither draft has a known clause"))))


def _slips() -> dict[Slip, str]:
    return {
        "weaker": _("weaker duty"),
        "stronger": _("stronger duty"),
        "opposite": _("the opposite"),
        "duty": _("duty put in or left out"),
        "number": _("number"),
        "date": _("date"),
        "reference": _("reference"),
        "subject": _("nobody has the duty any more"),
        "ping_pong": _("words that come and go"),
        "late": _("put in late"),
    }


def _print_drift(findings: list[Finding]) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console()
    console.print(Text("\n" + _("Drift"), style="bold"))
    for one in findings:
        place = " → ".join(dict.fromkeys(", ".join(numbers) or "–" for numbers in (one.numbers_from, one.numbers_to)))
        change = " → ".join(f"“{side[0]}”" if side else "–" for side in (one.old, one.new))
        drafts = f" ({', '.join(one.drafts)})" if one.slip == "ping_pong" else ""
        console.print(Text(f"  {place} {one.point or ''}".rstrip() + f": {_slips()[one.slip]}: {change}{drafts}"))
    if not findings:
        console.print(_("  nothing found"))


def _words() -> dict[Group, str]:
    return {
        "kept": _("kept"),
        "changed": _("changed"),
        "moved": _("moved"),
        "added": _("added"),
        "dropped": _("dropped"),
        "merged": _("merged"),
        "split": _("split"),
        "unknown": _("not known"),
    }


_SIGNS = {
    "kept": "=",
    "changed": "~",
    "moved": "↕",
    "added": "+",
    "dropped": "-",
    "merged": "⪫",
    "split": "⪪",
    "unknown": "?",
}


def _heading(case: Case, entry: Entry) -> Text:
    """``↕ moved 7 → 5  p07 Water share (recorded: narrowed)``."""
    from rich.text import Text

    from onetext.case.plan import Point

    point = case.get(Point, entry.point)
    numbers = " → ".join(", ".join(part) for part in (entry.numbers_from, entry.numbers_to) if part)
    parts = [_SIGNS[entry.group], _words()[entry.group], numbers, entry.point or "", point.title if point else ""]
    if entry.change:
        parts.append(_("(recorded: {change})").format(change=entry.change))
    return Text(" ".join(part for part in parts if part), style="bold")


def _body(entry: Entry) -> Text:
    """The words with their changes, or both texts where they may not be compared word by word (T5)."""
    from rich.text import Text

    if entry.words is not None:
        return Text.assemble(*(_marked(mark, text) for mark, text in entry.words))
    lines = [f"{sign} {text}" for sign, text in zip("-+", entry.texts, strict=True) if text is not None]
    if entry.basis and entry.basis != "verbatim":
        lines.append(_("our words, not the text's ({basis})").format(basis=entry.basis))
    if entry.note:
        lines.append(entry.note)
    return Text("\n".join(lines) or _("no text is known"))


def _marked(mark: str, text: str) -> tuple[str, str]:
    """Signs first, style second: a change is seen without colour."""
    if mark == "-":
        return f"⟦−{text}⟧", "strike red"
    return (f"⟦+{text}⟧", "underline green") if mark == "+" else (text, "")
