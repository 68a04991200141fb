"""A brief as PDF, the same bytes each time, set to one page where its grounds allow."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from gettext import gettext as _
from importlib.resources import as_file, files

from onetext.brief.heading import byline, footer
from onetext.brief.line import Brief
from onetext.brief.sheet import SMALLEST, Sheet
from onetext.files.faults import refuse

_PAGES_KEPT = 64
"""Settings kept in the process: a page is looked at, downloaded, and looked at again."""

_OTHER_SCRIPTS = re.compile("[\u0530-\u1dff\u2e80-\uffff\U00010000-\U0010ffff]")
"""Letters beyond Latin, Greek and Cyrillic."""


def fitted(sheet: Sheet) -> tuple[Brief, bytes]:
    """The longest brief of the sheet that fits one page, and its PDF; the shortest where none does.

    What is left out is said in the brief itself; lines that may not be left out may run to a second page.
    """
    low, high = 0, SMALLEST
    while low < high:
        step = (low + high) // 2
        if set_page(sheet.at(step))[1] == 1:
            high = step
        else:
            low = step + 1
    brief = sheet.at(low)
    return brief, set_page(brief)[0]


def set_page(brief: Brief) -> tuple[bytes, int]:
    """The PDF and how many pages it has. Raises ``Faults`` without the extra ``documents``."""
    return compiled("page.typ", json.dumps(_data(brief), ensure_ascii=False))


@lru_cache(maxsize=_PAGES_KEPT)
def compiled(page_file: str, data: str) -> tuple[bytes, int]:
    """A tagged PDF of a page of this package with JSON as its data, and its number of pages.

    The page is a pure function of these texts, so that whoever may see them may see it (D3).
    Raises ``Faults`` without the extra ``documents``.
    """
    try:
        import typst  # noqa: PLC0415 -- an extra; the rest of the layer works without it
    except ImportError as error:
        raise refuse(
            "-o", "PDF needs the extra 'documents'", "pip install 'onetext[documents]', or name .html or .md"
        ) from error
    with as_file(files("onetext.brief").joinpath(page_file)) as template:
        # The machine's own fonts are asked only for scripts that the bundled one lacks: the same bytes everywhere else.
        bundled = not _OTHER_SCRIPTS.search(data)
        compiler = typst.Compiler(str(template), ignore_system_fonts=bundled, sys_inputs={"brief": data})
        page = compiler.compile(format="pdf")
        pages = json.loads(compiler.query("<last>", field="value", one=True))
    if not isinstance(page, bytes):
        raise TypeError("typst gave no PDF")
    return page, int(pages)


def _data(brief: Brief) -> dict[str, object]:
    """Plain texts only: typst shows them as they are, and never reads them as its own language."""
    return {
        "title": brief.heading.title,
        "byline": byline(brief.heading),
        "footer": footer(brief),
        "page": _("page"),
        "of": _("of"),
        "grounds": _("Grounds"),
        "sections": [
            {"name": name, "lines": [{"text": line.text, "marks": brief.numbers(line)} for line in lines]}
            for name, lines in brief.sections()
        ],
        "notes": [{"text": note.line, "words": note.words or ""} for note in brief.notes],
    }
