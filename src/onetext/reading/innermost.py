"""Which statement tells of what stands at a character: the innermost, found at once however many there are."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from onetext.reading.records import Statement


def around(said: tuple[Statement, ...], at: int) -> Statement | None:
    """The innermost statement that tells of this; refusing or promising to do it is the deed, not the telling."""
    edges, holding = _painted(_Same(said))
    return holding[bisect_right(edges, at)]


@dataclass(frozen=True, eq=False)
class _Same:
    """These very statements, not such as are equal: comparing thousands would take as long as looking through them."""

    said: tuple[Statement, ...]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.said is other.said

    def __hash__(self) -> int:
        return id(self.said)


@lru_cache(maxsize=4)
def _painted(told: _Same) -> tuple[list[int], list[Statement | None]]:
    """The edges of all contents, and what is told before each; painted longest first, so that the innermost stays."""
    spans = [(s.content, s) for s in reversed(told.said) if s.content and s.rule != "report-deed"]
    edges = sorted({edge for span, _ in spans for edge in span})
    place = {edge: at for at, edge in enumerate(edges)}
    holding: list[Statement | None] = [None] * (len(edges) + 1)
    for span, statement in sorted(spans, key=lambda pair: pair[0].end - pair[0].start, reverse=True):
        first, last = place[span.start] + 1, place[span.end] + 1
        holding[first:last] = [statement] * (last - first)
    return edges, holding
