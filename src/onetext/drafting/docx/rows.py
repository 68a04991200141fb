"""The lines of a Word file, each with all changes left out and with all taken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby
from typing import Literal

from onetext.drafting.docx.reading import GONE_IF_LEFT, GONE_IF_TAKEN, Document, Mark, Paragraph, stays
from onetext.drafting.rows import Row

Tracked = Literal["accept", "reject", "suggest"]
"""What is done with changes: taken in, left out, or kept as suggestions over the text without them."""


def docx_rows(document: Document, tracked: Tracked) -> tuple[str | None, tuple[Row, ...]]:
    """The title, if a paragraph is styled as one, and the lines; the cells of a row of a table are one line."""
    title, paragraphs = _titled(document.paragraphs, tracked)
    rows = [_joined(list(group)) if key else next(group) for key, group in _by_table_row(_walked(paragraphs, tracked))]
    return title, tuple(row for row in rows if (row.old or "").strip() or (row.new or "").strip())


def note_text(paragraphs: Iterable[Paragraph], tracked: Tracked) -> str:
    """The words of a footnote or margin as the option has them; of suggestions, as they stand without."""
    side = 1 if tracked == "accept" else 0
    lines = [
        "".join(piece.text for piece in paragraph.pieces if _sides(piece.marks, tracked)[side])
        for paragraph in paragraphs
    ]
    return "\n".join(line.strip() for line in lines if line.strip())


def _titled(paragraphs: tuple[Paragraph, ...], tracked: Tracked) -> tuple[str | None, tuple[Paragraph, ...]]:
    """Only an undisputed title is one; changes in it are kept as changes of a line."""
    first = next((one for one in paragraphs if one.pieces), None)
    if first is None or (first.style or "").casefold() != "title":
        return None, paragraphs
    text = note_text([first], tracked)
    if tracked == "suggest" and any(piece.marks for piece in first.pieces):
        return None, paragraphs
    return text or None, tuple(one for one in paragraphs if one is not first)


def _sides(marks: tuple[Mark, ...], tracked: Tracked) -> tuple[bool, bool]:
    left, taken = stays(marks, GONE_IF_LEFT), stays(marks, GONE_IF_TAKEN)
    return (left if tracked != "accept" else taken), (taken if tracked != "reject" else left)


@dataclass
class _Gathering:
    """Paragraphs until one ends on both sides; a side that ends alone within words is a line end there."""

    place: str = ""
    sides: list[str] = field(default_factory=lambda: ["", ""])
    begun: list[bool] = field(default_factory=lambda: [False, False])
    marks: list[Mark] = field(default_factory=list)


def _walked(paragraphs: Iterable[Paragraph], tracked: Tracked) -> Iterator[tuple[tuple[int, int, int] | None, Row]]:
    now, last = _Gathering(), None
    for paragraph in paragraphs:
        now.place = now.place or paragraph.place
        _take(now, paragraph, tracked)
        ends = _sides(paragraph.end, tracked)
        if ends == (True, True):
            yield paragraph.cell, _row(now, paragraph, (True, True), tracked)
            now = _Gathering()
        elif any(ends):
            side = 0 if ends[0] else 1
            if now.begun[1 - side]:
                now.sides[side] += "\n"
                continue
            yield paragraph.cell, _row(now, paragraph, ends, tracked)
            now.sides[side], now.begun[side], now.marks = "", False, []
        last = paragraph
    if last is not None and any(now.begun):
        yield last.cell, _row(now, last, (now.begun[0], now.begun[1]), tracked)


def _take(now: _Gathering, paragraph: Paragraph, tracked: Tracked) -> None:
    for piece in paragraph.pieces:
        sides = _sides(piece.marks, tracked)
        for side in (0, 1):
            if sides[side]:
                now.sides[side] += piece.text
                now.begun[side] = True
        if sides[0] != sides[1]:
            now.marks += piece.marks
    ends = _sides(paragraph.end, tracked)
    if ends[0] != ends[1]:
        now.marks += paragraph.end


def _row(now: _Gathering, last: Paragraph, there: tuple[bool, bool], tracked: Tracked) -> Row:
    numbers = {"accept": (1, 1), "reject": (0, 0), "suggest": (0, 1)}[tracked]
    texts = [
        _numbered(last.numbers[numbers[side]], now.sides[side].strip()) if there[side] else None for side in (0, 1)
    ]
    authors = tuple(dict.fromkeys(mark.author for mark in now.marks if mark.author))
    days = [day for mark in now.marks if (day := day_of(mark.date))]
    heading = (last.style or "").casefold().startswith("heading")
    counted = any(last.numbers)
    return Row(now.place, texts[0], texts[1], heading, authors, max(days, default=None), counted)


def _numbered(number: str | None, text: str) -> str:
    return f"{number} {text}" if number and text else text


def day_of(moment: str | None) -> str | None:
    """The day of a moment in a Word file, where it is one."""
    try:
        return date.fromisoformat((moment or "")[:10]).isoformat()
    except ValueError:
        return None


def _by_table_row(
    found: Iterable[tuple[tuple[int, int, int] | None, Row]],
) -> Iterator[tuple[tuple[int, int] | None, Iterator[Row]]]:
    keyed = groupby(enumerate(found), key=lambda each: each[1][0][:2] if each[1][0] else (0, each[0]))
    for key, group in keyed:
        yield (key if key[0] else None), (row for _, (_, row) in group)


def _joined(rows: list[Row]) -> Row:
    old = [row.old for row in rows if row.old]
    new = [row.new for row in rows if row.new]
    first, authors = rows[0], tuple(dict.fromkeys(name for row in rows for name in row.authors))
    days = [row.day for row in rows if row.day]
    both = ("\t".join(old) if old else None, "\t".join(new) if new else None)
    return replace(first, old=both[0], new=both[1], authors=authors, day=max(days, default=None))
