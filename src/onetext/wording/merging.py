"""Two people changed one text: what both did, put together word by word, or the answer that it cannot be.

The three-way merge that version control uses (Khanna, Kunal, Pierce, *A formal investigation of diff3*, 2007), on words
instead of lines, with the cautious rule: changes that touch are not put together, for two words side by side that two
people changed on their own may say what neither wanted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onetext.wording.alignment import matches
from onetext.wording.tokens import tokens


@dataclass(frozen=True, slots=True)
class Hunk:
    """Words ``start`` to ``end`` of the base became ``new``; ``old`` is what stood there."""

    start: int
    end: int
    old: str
    new: str

    def meets(self, other: Hunk) -> bool:
        """Whether the two share a word or touch."""
        return self.start <= other.end and other.start <= self.end


def hunks(base: str, other: str) -> tuple[Hunk, ...]:
    """What was done to ``base``, in its order; putting all of it into ``base`` gives ``other``, to the character."""
    a, b = _words(base), _words(other)
    return tuple(_hunks(a, b))


def merged(base: str, ours: str, theirs: str) -> str | None:
    """``base`` with what both did to it; ``None`` where they changed the same words or neighbouring ones.

    The order of the two does not matter. The same change made by both counts once.
    """
    if theirs in (ours, base):
        return ours
    if ours == base:
        return theirs
    one, two = hunks(base, ours), hunks(base, theirs)
    if any(here != there and here.meets(there) for here, there in _near(one, two)):
        return None
    return put_into(base, sorted({*one, *two}, key=lambda hunk: (hunk.start, hunk.end)))


def put_into(base: str, changes: Sequence[Hunk]) -> str:
    """``base`` with these changes, which are in order and do not meet."""
    words = _words(base)
    parts: list[str] = []
    at = 0
    for hunk in changes:
        parts += [*words[at : hunk.start], hunk.new]
        at = hunk.end
    return "".join([*parts, *words[at:]])


def _near(one: Sequence[Hunk], two: Sequence[Hunk]) -> Iterator[tuple[Hunk, Hunk]]:
    """Every pair that meets, and few others: both rows are in order, so it takes one walk along them."""
    first = 0
    for here in one:
        while first < len(two) and two[first].end < here.start:
            first += 1
        at = first
        while at < len(two) and two[at].start <= here.end:
            yield here, two[at]
            at += 1


def _words(text: str) -> list[str]:
    return [word + blanks for word, blanks in tokens(text)]


def _hunks(a: list[str], b: list[str]) -> Iterator[Hunk]:
    i = j = 0
    for ai, bj in [*matches(a, b), (len(a), len(b))]:
        if ai > i or bj > j:
            yield Hunk(i, ai, "".join(a[i:ai]), "".join(b[j:bj]))
        i, j = ai + 1, bj + 1
