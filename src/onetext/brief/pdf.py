"""A brief as PDF, the same bytes each time, set to one page where its grounds allow."""

from __future__ import annotations

import json
from collections.abc import Callable
from gettext import gettext as _
from importlib.resources import as_file, files

from onetext.brief.compose import FULL, Size
from onetext.brief.heading import byline, footer
from onetext.brief.line import Brief
from onetext.files.faults import refuse

_TRIES = 4


def as_pdf(make: Callable[[Size], Brief]) -> tuple[Brief, bytes]:
    """The brief at the largest size that fits one page, and its PDF; the smallest tried where none does."""
    size = FULL
    brief = make(size)
    data, pages = set_page(brief)
    for _try in range(_TRIES):
        if pages == 1:
            break
        size = size.smaller()
        brief = make(size)
        data, pages = set_page(brief)
    return brief, data


def set_page(brief: Brief) -> tuple[bytes, int]:
    """The PDF and how many pages it has. Raises ``Faults`` without the extra ``documents``."""
    try:
        import typst  # noqa: PLC0415 -- an extra; the rest of the layer works without it
    except ImportError as error:
        raise refuse(
            "-o", "PDF needs the extra 'documents'", "pip install 'onetext[documents]', or name .html or .md"
        ) from error
    inputs = {"brief": json.dumps(_data(brief), ensure_ascii=False)}
    with as_file(files("onetext.brief").joinpath("page.typ")) as template:
        compiler = typst.Compiler(str(template), ignore_system_fonts=True, sys_inputs=inputs)
        data = compiler.compile(format="pdf")
        pages = json.loads(compiler.query("<last>", field="value", one=True))
    if not isinstance(data, bytes):
        raise TypeError("typst gave no PDF")
    return data, int(pages)


def _data(brief: Brief) -> dict[str, object]:
    """Plain texts only: typst shows them as they are, and never reads them as its own language."""
    return {
        "title": brief.title,
        "byline": byline(brief),
        "footer": footer(brief),
        "page": _("page"),
        "of": _("of"),
        "grounds": _("Grounds"),
        "sections": [
            {"name": name, "lines": [{"text": line.text, "marks": brief.numbers(line)} for line in lines]}
            for name, lines in brief.sections()
        ],
        "notes": [{"text": note.text, "words": note.words or ""} for note in brief.notes],
    }
