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


def spans_of(tokens: Sequence[Token], labels: Sequence[str]) -> list[tuple[str, Span]]:
    """Kind and span in order of their beginnings; pieces of one content are covered by one span."""
    pieces: list[tuple[str, bool, int, int]] = []
    before = "O"
    for token, label in zip(tokens, labels, strict=True):
        kind = label[2:]
        if kind and label[0] == "I" and before == kind:
            name, joined, start, _ = pieces[-1]
            pieces[-1] = (name, joined, start, token.end)
        elif kind:
            pieces.append((kind, label[0] == "J", token.start, token.end))
        before = kind
    found: list[tuple[str, Span]] = []
    for kind, joined, start, end in pieces:
        last = next((at for at in range(len(found) - 1, -1, -1) if found[at][0] == kind), None)
        if joined and last is not None:
            found[last] = (kind, Span(found[last][1].start, end))
        else:
            found.append((kind, Span(start, end)))
    return found
