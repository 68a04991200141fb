"""A brief about to leave: its bytes in a format, and the items its export record lists (D6)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from onetext.brief.compose import FULL, Size
from onetext.brief.html import as_html
from onetext.brief.line import Brief
from onetext.brief.markdown import as_markdown
from onetext.brief.pdf import as_pdf
from onetext.case.case import Case
from onetext.case.telling import Item
from onetext.case.words import Extent
from onetext.disclosure.exporting import Leaving
from onetext.files.faults import refuse

FORMATS = (".pdf", ".html", ".md")


def bytes_of(make: Callable[[Size], Brief], path: Path) -> tuple[Brief, Leaving]:
    """The brief and what leaves, in the format that the file's name asks for. Raises ``Faults``."""
    suffix = path.suffix.lower()
    if suffix not in FORMATS:
        raise refuse(
            str(path), f"'{suffix or path.name}' is no format of a brief", "name a file that ends in .pdf, .html or .md"
        )
    if suffix == ".pdf":
        brief, data = as_pdf(make)
    else:
        brief = make(FULL)
        data = (as_html(brief) if suffix == ".html" else as_markdown(brief)).encode()
    return brief, Leaving(data, tuple(note.id for note in brief.notes))


def items_of(case: Case, brief: Brief) -> tuple[Item, ...]:
    """What whoever is handed the brief will then know: drafts in outline, the rest as printed."""
    return tuple(_item(case, note.id) for note in brief.notes if case.heads(note.id))


def _item(case: Case, id: str) -> Item:
    kind = case.heads(id)[0].kind
    extent: Extent = "outline" if kind == "draft" else "full"
    if kind in ("draft", "statement"):
        return Item.model_validate({kind: id, "extent": extent})
    return Item(record=id, extent=extent)
