"""A cue: where a sentence attributes words to somebody, as stretches, before anybody is resolved."""

from __future__ import annotations

from dataclasses import dataclass

from onetext.reading.tokens import Sentence
from onetext.wording.spans import Span


@dataclass(slots=True, eq=False)
class Cue:
    """One attribution as the words show it; ``source`` is null when the sentence names none (a bare quotation)."""

    sentence: Sentence
    act: str
    cue: Span | None
    source: Span | None
    content: Span | None
    rule: str
    confidence: float
    to: Span | None = None
    verb: int | None = None
