"""Which items of two sequences belong together, in near-linear time however the sequences look.

Patience diff (Bram Cohen): cut off what is equal at both ends; what stands exactly once on each side and in the same
order on both is an anchor; what lies between two anchors is treated the same way. In a long text hardly any word
stands once, so runs of eight and of three items are looked for before single ones. A short stretch, and one without
anchors that is not too long, gets as many pairs as can be: the longest common subsequence, a whole row of its table
at once in the bits of one number (Hyyrö, *Bit-parallel LCS-length computation revisited*, 2004). In longer ones the
shortest edit script is searched (Myers, *An O(ND) difference algorithm*, 1986, the greedy form), but only as far as a
budget of steps allows; beyond it the stretch counts as rewritten. So a hostile text costs its length, and a plain one
gets the alignment a reader expects.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

_SHORT = 300
"""Items on both sides of a stretch that needs no anchors: a long clause."""
_MOST_BITS = 1 << 22
"""Of the table of one stretch, half a megabyte; all stretches together may have ``_BITS_AN_ITEM`` times their items."""
_BITS_AN_ITEM = 1 << 9
_MOST_EDITS = 200
"""In one stretch without anchors; a stretch that needs more has been rewritten."""
_MOST_DEPTH = 30
"""Of anchors between anchors; texts written by people need five or six."""
_STEPS_AN_ITEM = 2
_RUNS = (8, 3, 1)
"""How many items an anchor has: long runs first, for they seldom stand in two places by chance."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """``a[a_start:a_end]`` against ``b[b_start:b_end]``."""

    a_start: int
    a_end: int
    b_start: int
    b_end: int
    run: int = 0
    """Which of ``_RUNS`` is tried first."""
    depth: int = 0


class _Budget:
    def __init__(self, steps: int, bits: int) -> None:
        self.left = steps
        self._bits = bits

    def has_bits(self, bits: int) -> bool:
        """Whether a table of so many may be made; if so they are spent."""
        fits = bits <= min(_MOST_BITS, self._bits)
        self._bits -= bits if fits else 0
        return fits


def matches(a: Sequence[Hashable], b: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Pairs of indices ``(i, j)`` with ``a[i] == b[j]``, both rising.

    The same input gives the same pairs: the budget counts steps, not time.
    """
    budget = _Budget(50_000 + _STEPS_AN_ITEM * (len(a) + len(b)), _MOST_BITS + _BITS_AN_ITEM * (len(a) + len(b)))
    found: list[tuple[int, int]] = []
    pending = [_Stretch(0, len(a), 0, len(b))]
    while pending:
        stretch = _without_ends(a, b, pending.pop(), found)
        if stretch.a_start == stretch.a_end or stretch.b_start == stretch.b_end:
            continue
        bits = (stretch.a_end - stretch.a_start) * (stretch.b_end - stretch.b_start)
        if bits <= _SHORT * _SHORT and budget.has_bits(bits):
            found += _most(a, b, stretch)
            continue
        run, anchors = _anchors(a, b, stretch)
        if anchors:
            found += anchors
            pending += _between(stretch, run, anchors)
        elif budget.has_bits(bits):
            found += _most(a, b, stretch)
        else:
            found += _shortest(a, b, stretch, budget)
    return sorted(found)


def _without_ends(
    a: Sequence[Hashable], b: Sequence[Hashable], stretch: _Stretch, found: list[tuple[int, int]]
) -> _Stretch:
    """Cut off equal items at both ends, and note them as found."""
    a_start, a_end, b_start, b_end = stretch.a_start, stretch.a_end, stretch.b_start, stretch.b_end
    while a_start < a_end and b_start < b_end and a[a_start] == b[b_start]:
        found.append((a_start, b_start))
        a_start, b_start = a_start + 1, b_start + 1
    while a_start < a_end and b_start < b_end and a[a_end - 1] == b[b_end - 1]:
        a_end, b_end = a_end - 1, b_end - 1
        found.append((a_end, b_end))
    return _Stretch(a_start, a_end, b_start, b_end, stretch.run, stretch.depth)


def _anchors(a: Sequence[Hashable], b: Sequence[Hashable], stretch: _Stretch) -> tuple[int, list[tuple[int, int]]]:
    """Starts of runs that stand once on each side, as many as keep the same order on both; and which of ``_RUNS``."""
    if stretch.depth >= _MOST_DEPTH:
        return stretch.run, []
    for run in range(stretch.run, len(_RUNS)):
        in_a = _once(a, stretch.a_start, stretch.a_end, _RUNS[run])
        in_b = _once(b, stretch.b_start, stretch.b_end, _RUNS[run])
        common = [(index, in_b[item]) for item, index in in_a.items() if index >= 0 and in_b.get(item, -1) >= 0]
        if common:
            return run, rising(common)
    return stretch.run, []


def _once(items: Sequence[Hashable], start: int, end: int, length: int) -> dict[Hashable, int]:
    """Where each run of ``length`` items starts; -1 where it stands more than once. In the order of first standing."""
    part = items[start:end]
    runs = part if length == 1 else zip(*(part[offset:] for offset in range(length)), strict=False)
    places: dict[Hashable, int] = {}
    for index, item in enumerate(runs, start):
        places[item] = -1 if item in places else index
    return places


def rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of ``pairs`` (sorted by the first number) in which the second rises too."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, (_, second) in enumerate(pairs):
        at = bisect_left(tails, second)
        before.append(ends[at - 1] if at else -1)
        tails[at : at + 1] = [second]
        ends[at : at + 1] = [index]
    found: list[tuple[int, int]] = []
    index = ends[-1] if ends else -1
    while index >= 0:
        found.append(pairs[index])
        index = before[index]
    return found[::-1]


def _between(stretch: _Stretch, run: int, anchors: list[tuple[int, int]]) -> Iterator[_Stretch]:
    a_at, b_at = stretch.a_start, stretch.b_start
    for a_next, b_next in [*anchors, (stretch.a_end, stretch.b_end)]:
        if a_at < a_next or b_at < b_next:
            yield _Stretch(a_at, a_next, b_at, b_next, run, stretch.depth + 1)
        a_at, b_at = a_next + 1, b_next + 1


def _most(a: Sequence[Hashable], b: Sequence[Hashable], stretch: _Stretch) -> list[tuple[int, int]]:
    """The pairs of a longest common subsequence; of several, those that stand last.

    Bit i of a row is 0 where one more item of a, the i-th, makes the longest common part of what stands before longer.
    """
    places: dict[Hashable, int] = {}
    for i in range(stretch.a_start, stretch.a_end):
        places[a[i]] = places.get(a[i], 0) | 1 << (i - stretch.a_start)
    size = stretch.a_end - stretch.a_start
    every = (1 << size) - 1
    row = every
    rows = [row]
    for j in range(stretch.b_start, stretch.b_end):
        met = row & places.get(b[j], 0)
        row = ((row + met) | (row - met)) & every
        rows.append(row)
    found: list[tuple[int, int]] = []
    i, j = size - 1, stretch.b_end - stretch.b_start - 1
    while i >= 0 and j >= 0:
        if a[stretch.a_start + i] == b[stretch.b_start + j]:
            found.append((stretch.a_start + i, stretch.b_start + j))
            i, j = i - 1, j - 1
        elif rows[j + 1] >> i & 1:
            i -= 1
        else:
            j -= 1
    return found


def _shortest(
    a: Sequence[Hashable], b: Sequence[Hashable], stretch: _Stretch, budget: _Budget
) -> list[tuple[int, int]]:
    """The pairs of a shortest edit script; none where it needs more edits than are allowed.

    ``reach[k]`` is the furthest index of a on diagonal k (index of a minus index of b) after d edits; each round is
    kept, and the way back through the rounds gives the pairs.
    """
    size_a, size_b = stretch.a_end - stretch.a_start, stretch.b_end - stretch.b_start
    reach = {1: 0}
    rounds: list[dict[int, int]] = []
    for edits in range(min(size_a + size_b, _MOST_EDITS) + 1):
        rounds.append(dict(reach))
        for k in range(-edits, edits + 1, 2):
            down = k == -edits or (k != edits and reach[k - 1] < reach[k + 1])
            x = reach[k + 1] if down else reach[k - 1] + 1
            start = x
            while x < size_a and 0 <= x - k < size_b and a[stretch.a_start + x] == b[stretch.b_start + x - k]:
                x += 1
            reach[k] = x
            budget.left -= 1 + x - start
            if x >= size_a and x - k >= size_b:
                return _way_back(rounds, size_a, size_b, stretch)
            if budget.left < 0:
                return []
    return []


def _way_back(rounds: list[dict[int, int]], x: int, y: int, stretch: _Stretch) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for edits in range(len(rounds) - 1, -1, -1):
        reach, k = rounds[edits], x - y
        down = k == -edits or (k != edits and reach[k - 1] < reach[k + 1])
        k_before = k + 1 if down else k - 1
        x_before = reach[k_before] if edits else 0
        y_before = x_before - k_before if edits else 0
        while x > x_before and y > y_before:
            x, y = x - 1, y - 1
            found.append((stretch.a_start + x, stretch.b_start + y))
        x, y = x_before, y_before
    return found
