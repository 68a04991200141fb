"""A sentence as the attribution rules see it: with its clauses and the quotations that touch it, and how it is cut."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from onetext.reading.clauses import Clause
from onetext.reading.tokens import Sentence
from onetext.wording.quotes import Quote
from onetext.wording.spans import Span, trimmed


@dataclass(slots=True, eq=False)
class Said:
    """A sentence prepared for the rules: its clauses, and the quotations that touch it."""

    text: str
    sentence: Sentence
    clauses: list[Clause]
    quotes: list[Quote]
    """In order, none inside another."""
    before: tuple[Quote, ...] = ()
    """The quotation that ends where the sentence begins, if one does."""

    def after(self, token: int) -> int:
        """The character after token ``token``."""
        return self.sentence.tokens[token].end

    def clip(self, start: int, end: int) -> Span:
        """A content span without blanks, commas and half a pair of marks at its edges."""
        span = trimmed(self.text, start, end)
        span = _without_lone_mark(self.text, span, self.quotes)
        return trimmed(self.text, *span)

    def quoted(self, token: int) -> bool:
        """Is this token inside a quotation."""
        if not self.quotes:
            return False
        at = self.sentence.tokens[token].start
        before = bisect_right(self.quotes, at, key=lambda quote: quote.inner.start)
        return before > 0 and at < self.quotes[before - 1].inner.end

    def quote_at(self, token: int) -> Quote | None:
        """The quotation that opens at this token or has it inside."""
        at = self.sentence.tokens[token].start
        before = bisect_right(self.quotes, at, key=lambda quote: quote.span.start)
        return self.quotes[before - 1] if before and at < self.quotes[before - 1].span.end else None

    def quotes_in(self, span: Span) -> list[Quote]:
        """The quotations that a stretch touches."""
        first = bisect_right(self.quotes, span.start, key=lambda quote: quote.span.end)
        return self.quotes[first : bisect_left(self.quotes, span.end, key=lambda quote: quote.span.start)]


def _without_lone_mark(text: str, span: Span, quotes: list[Quote]) -> Span:
    """A span that is exactly one quotation loses its marks; a full stop outside stays out."""
    for quote in quotes:
        if span.start == quote.span.start and span.end in {quote.span.end, quote.span.end + 1}:
            return quote.inner
    start, end = span
    for quote in quotes:
        if start == quote.span.start and end < quote.span.end:  # the quotation goes on in the next sentence
            start = quote.inner.start
        if quote.span.start < start < quote.span.end < end and start == quote.inner.start:
            start = quote.span.start
        if start < quote.span.start < end < quote.span.end and end == quote.inner.end:
            end = quote.span.end
    while end > start and text[end - 1] in ".!?;" and not any(q.span.start < end <= q.span.end for q in quotes):
        end -= 1
    return Span(start, end)
