"""Interviews and minutes: paragraphs that begin with a speaker and a colon, without any quotation mark."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from onetext.reading.attribution.attribution import Attribution
from onetext.reading.attribution.said import Said
from onetext.wording.spans import Span

_SMALL = "of|the|de|van|von|al|for|and"
_LABEL = re.compile(
    rf"[\"“]?((?:[A-Z][\w.'’-]*|{_SMALL})(?: (?:[A-Z][\w.'’-]*|{_SMALL})){{0,7}}(?: \([^()\n]{{2,40}}\))?):\s"
)
_FEWEST = 3


def turns(paragraphs: Sequence[list[Said]]) -> dict[int, Attribution]:
    """By the place of its paragraph: whose turn it is. Empty when the text is no conversation.

    A conversation has three labelled paragraphs or more, and a label that comes back.
    """
    labelled = {at: label for at, row in enumerate(paragraphs) if row and (label := _label(row)) is not None}
    counts = Counter(_key(paragraphs[at][0], label) for at, label in labelled.items())
    if len(labelled) < _FEWEST or max(counts.values()) < 2:
        return {}
    return {at: _turn(paragraphs[at], label) for at, label in labelled.items()}


def _label(row: list[Said]) -> Span | None:
    """The name before the colon, when something is said behind it."""
    said = row[0]
    start, end = said.sentence.span.start, row[-1].sentence.span.end
    found = _LABEL.match(said.text, start, end)
    if found is None or end - found.end() < 2:
        return None
    tokens = [token for each in row for token in each.sentence.tokens]
    acts = [token.start for token in tokens if token.tag in {"VBD", "VBZ", "VBP", "MD"}]
    answers = re.compile(r"yes|no\b", re.IGNORECASE).match(said.text, found.end())
    if any(at < found.end() for at in acts) or not (acts or answers):
        return None
    return Span(*found.span(1))


def _key(said: Said, label: Span) -> str:
    return label.of(said.text).split("(")[0].split()[-1].lower()


def _turn(row: list[Said], label: Span) -> Attribution:
    said = row[0]
    colon = said.text.index(":", label.end)
    start = colon + 1
    while said.text[start].isspace():
        start += 1
    end = row[-1].sentence.span.end
    if said.text[end - 1] == ".":
        end -= 1
    return Attribution(said, "say", ":", -1, Span(colon, colon + 1), label, [Span(start, end)], "turn")
