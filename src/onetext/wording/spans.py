"""A stretch of text: ``[start, end)`` in code points."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Span(NamedTuple):
    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def holds(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def touches(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def __bool__(self) -> bool:
        return self.end > self.start


_EDGE = " \t\r\n\f\v\u00a0\u2009\u202f\ufeff,;:"


def trimmed(text: str, start: int, end: int, edge: str = _EDGE) -> Span:
    """``[start, end)`` without the blanks and separators at its edges."""
    while start < end and text[start] in edge:
        start += 1
    while end > start and text[end - 1] in edge:
        end -= 1
    return Span(start, end)


def cover(spans: Iterable[Span]) -> Span:
    """The smallest span that holds all of ``spans`` (at least one)."""
    known = list(spans)
    return Span(min(span.start for span in known), max(span.end for span in known))
