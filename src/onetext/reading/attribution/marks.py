"""Attributions by marks alone, and quotations that go on: "…" - X; X: "…"; X said: / "…" / "…"."""

from __future__ import annotations

import re

from onetext.reading.attribution.attribution import Attribution
from onetext.reading.attribution.finder import finder_of
from onetext.reading.attribution.frames import verb_frames
from onetext.reading.attribution.predicates import frame_of, group
from onetext.reading.attribution.said import Said
from onetext.reading.attribution.speakers import attribute, source_head
from onetext.wording.spans import Span

_SIGNED = re.compile(r"\s*(--|[-–—―])\s*([A-Z][^\n.;:,“\"]{2,60})")
_DASHES = frozenset({"-", "--", "–", "—", "―"})
_LONGEST_NAME = 12


def by_mark(said: Said) -> list[Attribution]:
    """``"..." - Ana Petrova``, ``Petrova: "..."`` and ``Said Petrova: "..."``."""
    tokens = said.sentence.tokens
    for quote in (*said.before, *said.quotes):
        signed = _SIGNED.match(said.text, quote.span.end, said.sentence.span.end)
        if signed and said.sentence.span.end - signed.end() < 3 and len(signed.group(2).split()) < _LONGEST_NAME:
            source = Span(signed.start(2), signed.start(2) + len(signed.group(2).rstrip()))
            return [Attribution(said, "say", signed.group(1), 0, Span(*signed.span(1)), source, [quote.span], "dash")]
        at = said.sentence.place(quote.span.start)
        if not 1 < at < min(_LONGEST_NAME, len(tokens)) or tokens[at - 1].text != ":":
            continue
        if not any(token.is_verb for token in tokens[: at - 1]):
            cue, source = said.sentence.stretch(at - 1, at), said.sentence.stretch(0, at - 1)
            return [Attribution(said, "say", ":", at - 1, cue, source, [quote.span], "colon")]
        if at > 2 and _opens_with_saying(said, at - 1):
            cue, source = said.sentence.stretch(0, 1), said.sentence.stretch(1, at - 1)
            return [Attribution(said, "say", tokens[0].lemma, 0, cue, source, [quote.span], "colon")]
    return []


def _opens_with_saying(said: Said, colon: int) -> bool:
    """``Said the envoy:``, whatever the parse makes of it."""
    first, *others = said.sentence.tokens[:colon]
    frame = verb_frames().get(first.lemma)
    plain = first.is_verb and frame is not None and frame.kind == "say" and bool(frame.flags & set("cq"))
    return plain and not others[0].is_mark and not any(token.is_verb or token.tag == "TO" for token in others)


def signed_below(said: Said, before: Said | None) -> list[Attribution]:
    """``- Ana Petrova`` in a sentence of its own below the quotation."""
    tokens = said.sentence.tokens
    if before is None or not before.quotes or not 1 < len(tokens) < _LONGEST_NAME or tokens[0].text not in _DASHES:
        return []
    quote = before.quotes[-1]
    if said.text[quote.span.end : said.sentence.span.start].strip() or any(token.is_verb for token in tokens[1:]):
        return []
    last = len(tokens)
    while last > 2 and tokens[last - 1].is_mark:
        last -= 1
    cue, source = said.sentence.stretch(0, 1), said.sentence.stretch(1, last)
    return [Attribution(said, "say", tokens[0].text, 0, cue, source, [quote.span], "dash")]


def announced(said: Said) -> Attribution | None:
    """The cue of ``He said:`` at the end of a sentence whose quotation comes in the next paragraph."""
    tokens = said.sentence.tokens
    if len(tokens) < 3 or tokens[-1].text != ":":
        return None
    finder = finder_of(said)
    for at in reversed([*finder.verbs()]):
        frame = frame_of(finder, at)
        if frame is None or not frame.flags & set("cqh") or source_head(finder, at) is None:
            return None
        first, last = group(finder, at)
        cue = (first, last + 1 if last == len(tokens) - 1 else last)
        return attribute(finder, at, frame, [finder.stretch(len(tokens) - 1, len(tokens))], "announced", cue)
    return None


def is_quoted(one: Attribution) -> bool:
    return any(quote.span.touches(one.hull) for quote in (*one.said.before, *one.said.quotes))


def runs_on(one: Attribution, said: Said) -> bool:
    """A quotation that was not closed, and the next paragraph opens with a mark."""
    touching = [quote for quote in (*one.said.before, *one.said.quotes) if quote.span.touches(one.hull)]
    last = max(touching, key=lambda quote: quote.span.end, default=None)
    opens = any(quote.span.start == said.sentence.span.start for quote in said.quotes)
    return last is not None and not last.closed and opens


def alone(said: Said) -> Span | None:
    """The quotation that is all of this sentence (it may go on in the next ones)."""
    start, end = said.sentence.span
    for quote in said.quotes:
        if quote.span.start <= start + 1 and quote.span.end >= end - 2:
            return quote.span
    return None


def amid(said: Said) -> bool:
    """Is this sentence inside a quotation that opened before it and closes behind it."""
    start, end = said.sentence.span
    return any(quote.span.start < start and quote.span.end >= end for quote in said.quotes)


def inside(said: Said) -> bool:
    """Is all of this sentence quoted."""
    return alone(said) is not None or amid(said)


def same_marks(said: Said, rest: Span, one: Attribution) -> bool:
    """May this quotation go on with the words of ``one``: not a heading in small marks, nor a mark too many."""
    mark, before = said.text[rest.start], one.hull.of(said.text)
    small = mark in "'‘" and said.text[rest.start : rest.start + 2] != "''"
    if small and any(double in before for double in ("“", '"', "''")):
        return False
    closed = any(quote.closed for quote in said.quotes if quote.span == rest)
    return closed or mark in before
