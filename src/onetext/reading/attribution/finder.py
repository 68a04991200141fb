"""What the rules by the parse share: a sentence with its tree, the attributions found in it, how spans are cut."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from onetext.reading.attribution.attribution import Attribution
from onetext.reading.attribution.said import Said
from onetext.reading.attribution.tree import Tree, tree_of
from onetext.reading.tokens import Token
from onetext.wording.quotes import Quote
from onetext.wording.spans import Span

_EDGES = ",;:-–—―."


@dataclass(slots=True, eq=False)
class Finder:
    said: Said
    tree: Tree
    found: list[Attribution] = field(default_factory=list)

    @property
    def tokens(self) -> list[Token]:
        return self.tree.tokens

    @property
    def quotes(self) -> list[Quote]:
        return self.said.quotes

    def stretch(self, first: int, last: int) -> Span:
        return self.said.sentence.stretch(first, last)

    def between(self, first: int, last: int) -> Span:
        """The content from token ``first`` up to, not including, token ``last``, cut at its edges."""
        return self.clip(self.tokens[first].start, self.tokens[last - 1].end)

    def after(self, at: int) -> Span:
        """The content from token ``at`` to the end of the sentence (empty behind the last token)."""
        if at >= len(self.tokens):
            return Span(0, 0)
        return self.clip(self.tokens[at].start, self.said.sentence.span.end)

    def opening(self) -> int:
        """Where the sentence starts, or the quotation that it goes on with."""
        start = self.tokens[0].start
        return next((q.span.start for q in self.quotes if q.span.start < start < q.inner.end), start)

    def clip(self, start: int, end: int) -> Span:
        """Without blanks and marks at the edges; quotations that it cuts are taken whole, with their marks."""
        text = self.said.text
        while start < end and (text[start].isspace() or text[start] in _EDGES) and not self._opens(start):
            start += 1
        while end > start and (text[end - 1].isspace() or text[end - 1] in _EDGES + "?!") and not self._holds(end):
            end -= 1
        for quote in self.quotes:
            if quote.span.start < start <= quote.inner.start + 1:
                start = quote.span.start
            if quote.span.start < end < quote.span.end and start <= quote.span.start:
                end = quote.span.end
        return Span(start, end)

    def _opens(self, at: int) -> bool:
        return any(quote.span.start == at for quote in self.quotes)

    def _holds(self, end: int) -> bool:
        return any(quote.span.start < end <= quote.span.end for quote in self.quotes)

    def verbs(self) -> Iterator[int]:
        """The words that may be the verb of a cue."""
        for at, token in enumerate(self.tokens):
            if token.tag.startswith("VB") and token.dep not in {"aux", "auxpass", "amod", "compound"}:
                yield at


def finder_of(said: Said) -> Finder:
    return Finder(said, tree_of(said.sentence))
