"""An attribution: who is said to have said, thought or shown what, at which characters, and by which rule."""

from __future__ import annotations

from dataclasses import dataclass

from onetext.reading.attribution.said import Said
from onetext.wording.spans import Span


@dataclass(slots=True, eq=False)
class Attribution:
    """Who is said to have said what. ``kind``: say (uttered), feel (thought, wanted), show (by a paper, a poll).

    ``content`` may be in parts; ``nested`` when it stands inside what another attributes. Edges are those of
    attribution corpora: with "that" and quotation marks, without the full stop.
    """

    said: Said
    kind: str
    lemma: str
    verb: int
    cue: Span
    source: Span | None
    content: list[Span]
    rule: str
    nested: bool = False

    @property
    def hull(self) -> Span:
        """From the first character of the content to its last."""
        return Span(self.content[0].start, max(part.end for part in self.content))
