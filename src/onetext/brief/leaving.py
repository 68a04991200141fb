"""A brief about to leave: its bytes in a format, and the record of its export (D6)."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from onetext.brief.html import as_html
from onetext.brief.line import Brief
from onetext.brief.markdown import as_markdown
from onetext.brief.pdf import fitted
from onetext.brief.sheet import Sheet
from onetext.case.case import Case
from onetext.case.telling import Export, Item
from onetext.case.words import Extent
from onetext.disclosure.exporting import Leaving, export_record
from onetext.files.faults import refuse

FORMATS = (".pdf", ".html", ".md")


def bytes_of(sheet: Sheet, path: Path) -> tuple[Brief, Leaving]:
    """The brief and what leaves, in the format that the file's name asks for: the same lines in each.

    Raises ``Faults`` for another format, and for PDF without the extra ``documents``.
    """
    suffix = path.suffix.lower()
    if suffix not in FORMATS:
        raise refuse(
            str(path), f"'{suffix or path.name}' is no format of a brief", "name a file that ends in .pdf, .html or .md"
        )
    if suffix != ".pdf" and find_spec("typst") is None:  # nothing to measure a page with: nothing is left out
        brief, data = sheet.at(0), b""
    else:
        brief, data = fitted(sheet)
    if suffix == ".html":
        data = as_html(brief).encode()
    elif suffix == ".md":
        data = as_markdown(brief).encode()
    return brief, Leaving(data, tuple(note.id for note in brief.notes))


def record_of(case: Case, brief: Brief, leaving: Leaving, *, by: str, on: str | None = None) -> Export:
    """The record of the export, to be written before its first byte leaves. ``on``: the day it leaves, else its own."""
    head = brief.heading
    id = f"export-{leaving.hash[:12]}"
    record = export_record(id, head.kind, leaving, by=by, for_=head.for_, at=head.at.isoformat())
    copy = str(head.copy) if head.copy else None
    return record.model_copy(
        update={"items": items_of(case, brief), "about": head.about, "copy_": copy, "on": on or record.on}
    )


def items_of(case: Case, brief: Brief) -> tuple[Item, ...]:
    """What whoever is handed the brief will then know: drafts in outline, the rest as printed."""
    return tuple(_item(case, note.id) for note in brief.notes if case.heads(note.id))


def _item(case: Case, id: str) -> Item:
    kind = case.heads(id)[0].kind
    extent: Extent = "outline" if kind == "draft" else "full"
    if kind in ("draft", "statement"):
        return Item.model_validate({kind: id, "extent": extent})
    return Item(record=id, extent=extent)
