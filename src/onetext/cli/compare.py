"""``onetext compare CASE A B``."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING, Annotated

import typer

from onetext.cli.options import As, At, CasePath, Hindsight, Json, RecordedAt, opened, print_json

if TYPE_CHECKING:
    from rich.text import Text

    from onetext.case.case import Case
    from onetext.drafting.compare import Comparison, Entry, Group


def compare(
    case: CasePath,
    a: Annotated[str, typer.Argument(metavar="A", help=_("the older draft"))],
    b: Annotated[str, typer.Argument(metavar="B", help=_("the newer draft"))],
    as_: As = None,
    at: At = None,
    hindsight: Hindsight = False,
    recorded_at: RecordedAt = None,
    json: Json = False,
) -> None:
    from onetext.drafting.compare import compare as compared

    view = opened(case, as_, at, hindsight, recorded_at)
    found = compared(view.case, a, b)
    if json:
        print_json(found.as_data())
    else:
        _print(view.case, found)


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
