"""Which of many vectors no other one beats: at least as good for everybody and better for somebody."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from heapq import nlargest

from onetext.dealspace.tally import Vector

_BLOCK = 4096
_STRONG = 16


class OverError(Exception):
    """Whoever asked for the efficient vectors wants them no longer."""


def never() -> bool:
    """For who waits to the end."""
    return False


def efficient(vectors: Iterable[Vector], over: Callable[[], bool] = never) -> list[Vector]:
    """The distinct efficient vectors, falling by the first number, then the next.

    Raises ``OverError`` soon after ``over``; it is asked where there are more than three numbers, which may take long.

    In that order nothing can be beaten by what comes after it, so each method looks backwards only.
    """
    ordered = sorted(set(vectors), reverse=True)
    if not ordered:
        return []
    width = len(ordered[0])
    if width == 1:
        return ordered[:1]
    if width == 2:
        return _of_two(ordered)
    if width == 3:
        return _of_three(ordered)
    return _of_many(ordered, over)


def _of_two(ordered: list[Vector]) -> list[Vector]:
    kept: list[Vector] = []
    for vector in ordered:
        if not kept or vector[1] > kept[-1][1]:
            kept.append(vector)
    return kept


def _of_three(ordered: list[Vector]) -> list[Vector]:
    """A staircase of the second and third numbers seen so far: seconds rise, thirds fall."""
    kept: list[Vector] = []
    seconds: list[int] = []
    thirds: list[int] = []
    for vector in ordered:
        _, second, third = vector
        step = bisect_left(seconds, second)
        if step < len(seconds) and thirds[step] >= third:
            continue
        kept.append(vector)
        end = step + 1 if step < len(seconds) and seconds[step] == second else step
        start = step
        while start > 0 and thirds[start - 1] <= third:
            start -= 1
        seconds[start:end] = [second]
        thirds[start:end] = [third]
    return kept


def _of_many(ordered: list[Vector], over: Callable[[], bool]) -> list[Vector]:
    """Block by block against what was kept so far, with sets of candidates as the bits of whole numbers."""
    ordered = _sieved(ordered, over)
    kept: list[Vector] = []
    for start in range(0, len(ordered), _BLOCK):
        if over():
            raise OverError
        block = ordered[start : start + _BLOCK]
        beaten = _beaten(kept + block, len(kept))
        kept += [vector for vector, lost in zip(block, beaten, strict=True) if not lost]
    return kept


def _sieved(ordered: list[Vector], over: Callable[[], bool]) -> list[Vector]:
    """Without what a few strong vectors beat: those with the largest sums beat most of what can be beaten."""
    for strong in nlargest(_STRONG, ordered, key=sum):
        if over():
            raise OverError
        ordered = [
            vector
            for vector in ordered
            if vector == strong or not all(a >= b for a, b in zip(strong, vector, strict=True))
        ]
    return ordered


def _beaten(rivals: list[Vector], first: int) -> list[bool]:
    """For each vector from ``first`` on, whether an earlier one is at least as large in every number."""
    better = [(1 << row) - 1 for row in range(first, len(rivals))]
    for column in range(1, len(rivals[0]) if rivals else 0):
        above = 0
        waiting: list[int] = []
        ranked = sorted(range(len(rivals)), key=lambda row: rivals[row][column], reverse=True)
        for place, row in enumerate(ranked):
            above |= 1 << row
            waiting.append(row)
            if place + 1 < len(ranked) and rivals[ranked[place + 1]][column] == rivals[row][column]:
                continue
            for equal in waiting:
                if equal >= first:
                    better[equal - first] &= above
            waiting = []
    return [bool(rows) for rows in better]
