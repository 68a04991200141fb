"""Spans to labels, one a word, and back.

``B-`` begins a span of a kind (``S`` source, ``C`` cue, ``T`` content), ``I-`` goes on, ``J-`` goes on with a content
that was broken off ("…", he said, "…"), ``O`` is nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onetext.reading.tokens import Token
from onetext.wording.spans import Span

KINDS = "TSC"
"""In this order, so that a cue inside a content is the cue's."""


@dataclass(frozen=True, slots=True)
class Marked:
    """One annotated span: its kind and its pieces in order."""

    kind: str
    pieces: tuple[Span, ...]


def labels_of(tokens: Sequence[Token], marked: Sequence[Marked]) -> list[str]:
    """The labels of a paragraph's words."""
    labels = ["O"] * len(tokens)
    for kind in KINDS:
        for each in marked:
            if each.kind != kind:
                continue
            begun = False
            for piece in each.pieces:
                inside = [at for at, token in enumerate(tokens) if piece.start < token.end and token.start < piece.end]
                for at in inside:
                    opening = "J" if begun and kind == "T" else "B"
                    labels[at] = f"{opening if at == inside[0] else 'I'}-{kind}"
                begun = begun or bool(inside)
    return labels


def pieces_of(tokens: Sequence[Token], labels: Sequence[str]) -> list[tuple[str, list[Span]]]:
    """Kind and pieces in order of their beginnings; only a content has several."""
    found: list[tuple[str, list[Span]]] = []
    before, open_ = "O", list[Span]()
    for token, label in zip(tokens, labels, strict=True):
        opening, _, kind = label.partition("-")
        if kind and opening == "I" and before == kind:
            open_[-1] = Span(open_[-1].start, token.end)
        elif kind:
            last = next((parts for each, parts in reversed(found) if each == kind), None)
            if opening == "J" and last is not None:
                open_ = last
            else:
                open_ = []
                found.append((kind, open_))
            open_.append(Span(token.start, token.end))
        before = kind
    return found
