"""The lines of a text of others, as it is and as it would be: what clauses are made from."""

from __future__ import annotations

import re
from dataclasses import dataclass

_HEADING = re.compile(r"#{1,6}\s+")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_BEGINS = re.compile(
    r"#{1,6}\s|[-*+]\s|\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivx]{1,5})\\?[.)]+\s"
    r"|(?:(?:Article|ARTICLE|Point|Clause|Section|Paragraph)\s|§\s?)\s*[\dIVXLC]"
)


@dataclass(frozen=True)
class Row:
    """``old`` with all tracked changes left out, ``new`` with all taken; none where the line is not there."""

    place: str
    old: str | None
    new: str | None
    heading: bool = False
    authors: tuple[str, ...] = ()
    day: str | None = None
    """Of the latest change."""
    counted: bool = False
    """Whether its number is counted by Word and not typed."""


def same(place: str, text: str, *, heading: bool = False) -> Row:
    return Row(place, text, text, heading)


def plain_rows(text: str) -> tuple[Row, ...]:
    """Each line that is not blank; a pasted text knows no headings."""
    lines = enumerate(text.splitlines(), 1)
    return tuple(same(f"line {at}", line.strip()) for at, line in lines if line.strip())


def markdown_rows(text: str) -> tuple[Row, ...]:
    """Paragraphs with their soft line ends as blanks and hard ones as line ends; backslashes of Markdown taken off.

    Signs of emphasis and links stay as they are written.
    """
    rows: list[Row] = []
    parts: list[str] = []
    start = 1
    for at, line in enumerate([*text.splitlines(), ""], 1):
        begins = not line.strip() or _BEGINS.match(line.strip())
        if parts and begins:
            rows.append(_paragraph(start, parts))
            parts = []
        if line.strip():
            start = start if parts else at
            parts.append(line)
            if line.startswith("#"):
                rows.append(_paragraph(start, parts))
                parts = []
    return tuple(rows)


def _paragraph(start: int, lines: list[str]) -> Row:
    """Two blanks or a backslash at the end of a line are a line end, as in CommonMark."""
    heading = _HEADING.match(lines[0])
    if heading:
        return same(f"line {start}", _ESCAPED.sub(r"\1", _without_end(lines[0][heading.end() :].strip())), heading=True)
    text = ""
    for line in lines:
        hard = line.endswith("  ") or (line.endswith("\\") and not line.endswith("\\\\"))
        text += line.strip().removesuffix("\\" if hard else "").rstrip() + ("\n" if hard else " ")
    return same(f"line {start}", _ESCAPED.sub(r"\1", text.strip()))


def _without_end(heading: str) -> str:
    """A heading may be closed by signs of its own, behind a blank."""
    bare = heading.rstrip("#")
    return bare.rstrip() if not bare or bare[-1].isspace() else heading
