"""A draft as Markdown (CommonMark): what the text itself holds of signs stands as it is, escaped."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onetext.drafting.docx.paragraphs import Paragraph

_SIGNS = re.compile(r"([\\`*_\[\]<>#&~|!])")
_STARTS = re.compile(r"^(\s*)([-+=]|\d+(?=[.)]))", re.MULTILINE)
_HEADINGS = {"Title": "# ", "Heading1": "## ", "Heading2": "### ", "Normal": ""}


def write_markdown(paragraphs: Sequence[Paragraph]) -> str:
    """Headings, and under them the text; what is not the wording says so in italics (T5)."""
    return "\n\n".join(part for paragraph in paragraphs for part in _parts(paragraph)) + "\n"


def _parts(paragraph: Paragraph) -> list[str]:
    text = "".join(run for _, run in paragraph.runs)
    escaped = _SIGNS.sub(r"\\\1", text)
    escaped = _STARTS.sub(_start, escaped) if paragraph.style == "Normal" else " ".join(escaped.split())
    lines = _HEADINGS[paragraph.style] + re.sub(r"\n(?!\n|$)", "  \n", escaped)
    return [lines, f"*({paragraph.comment})*"] if paragraph.comment else [lines]


def _start(found: re.Match[str]) -> str:
    """A sign or number that would begin a list, so that it does not."""
    return found[1] + (found[2] + "\\" if found[2].isdigit() else "\\" + found[2])
