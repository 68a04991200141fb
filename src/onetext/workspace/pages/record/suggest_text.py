"""An article's text in pieces between the ends of its marks, so that marks may overlap and offsets stay exact."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onetext.case.work import Suggestion

LETTERS = {
    "statement": "s",
    "contact": "c",
    "disclosure": "d",
    "question": "q",
    "deadline": "n",
    "agreement": "a",
    "person": "p",
    "demand": "m",
    "position": "o",
    "plan": "l",
}
"""The letter of a kind: in the margin of its mark, and as the key that marks a span by hand."""


@dataclass(frozen=True)
class Piece:
    """Characters ``[at, at + len(text))``; ``marks`` are the suggestions over them, ``begins`` those starting here."""

    at: int
    text: str
    marks: tuple[Suggestion, ...]
    begins: tuple[tuple[str, str], ...]
    """Letter and id."""
    clutter: bool

    @property
    def ids(self) -> str:
        return " ".join(one.id for one in self.marks)

    @property
    def depth(self) -> int:
        """How many marks lie over one another here, 3 at most."""
        return min(3, len(self.marks))

    @property
    def decided(self) -> bool:
        return all(one.decision for one in self.marks)


def pieces(text: str, suggestions: Sequence[Suggestion], clutter: Iterable[tuple[int, int]] = ()) -> list[Piece]:
    """The whole text in order. A piece never runs over a line end, which a browser may count as one or as two."""
    marks = [one for one in suggestions if one.span and one.span.start < one.span.end <= len(text)]
    grey = [(start, end) for start, end in clutter if 0 <= start < end <= len(text)]
    ends = {0, len(text), *_line_starts(text), *(place for span in grey for place in span)}
    for one in marks:
        if one.span:
            ends |= {one.span.start, one.span.end}
    return [_piece(text, start, end, marks, grey) for start, end in pairwise(sorted(ends))]


def _line_starts(text: str) -> Iterable[int]:
    place = 0
    for line in text.splitlines(keepends=True):
        place += len(line)
        yield place


def _piece(text: str, start: int, end: int, marks: list[Suggestion], grey: list[tuple[int, int]]) -> Piece:
    over = tuple(one for one in marks if one.span and one.span.start <= start and end <= one.span.end)
    begins = tuple((LETTERS.get(one.what, "?"), one.id) for one in over if one.span and one.span.start == start)
    return Piece(start, text[start:end], over, begins, any(first <= start and end <= last for first, last in grey))
