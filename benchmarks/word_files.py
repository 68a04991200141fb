"""Word files: one of five thousand changes, and one that could hurt; and writing two drafts as tracked changes."""

from __future__ import annotations

import io
import zipfile

from benchmarks.registry import Timed, step
from onetext.drafting.docx.package import write_docx
from onetext.drafting.docx.paragraphs import Paragraph
from onetext.drafting.docx.reading import read_docx
from onetext.files.faults import Faults
from onetext.wording.difference import Change

_CHANGES = 5_000


def _changed() -> bytes:
    runs: list[Change] = [("-" if at % 2 else "+", f"word {at} ") for at in range(_CHANGES)]
    return write_docx([Paragraph("Normal", tuple(runs))])


@step("word files", "reading tracked changes", f"{_CHANGES:,} changes", runs=5)
def reading() -> Timed:
    data = _changed()

    def act() -> None:
        found = len(read_docx(data, "f").paragraphs[0].pieces)
        if found != _CHANGES:
            raise ValueError(f"{found} of {_CHANGES} changes are read")

    return act


@step("word files", "writing tracked changes", f"{_CHANGES:,} changes", runs=5)
def writing() -> Timed:
    def act() -> None:
        if not _changed():
            raise ValueError("nothing was written")

    return act


@step("word files", "refusing one of too many elements", "1,000,000 elements", runs=5)
def refusing() -> Timed:
    buffer = io.BytesIO()
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:document {space}>{'<w:p/>' * 1_000_000}</w:document>")
    data = buffer.getvalue()

    def act() -> None:
        try:
            read_docx(data, "f")
        except Faults:
            return
        raise ValueError("it was not refused")

    return act
