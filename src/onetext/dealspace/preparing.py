"""Compiled kernels made ready beforehand: ``python -m onetext.dealspace.preparing``, once after installing.

Compiling takes some ten seconds and is kept on disk; without it the first large scenario pays for it.
"""

from __future__ import annotations

import sys
from fractions import Fraction
from functools import cache
from time import perf_counter

from onetext.dealspace.answers import NAMES
from onetext.dealspace.running import Running
from onetext.dealspace.scenario import Issue, Preferences, Scenario
from onetext.dealspace.tally import Tally, tally
from onetext.dealspace.value import number


@cache
def prepare_frontier(parties: int) -> None:
    """The kernels for the frontier of so many parties."""
    from onetext.dealspace.frontier.additive import Additive  # noqa: PLC0415  numpy is not loaded before it is needed

    Additive(_small(4, parties), way="compiled").frontier()


def prepare() -> None:
    """All kernels there are."""
    import numpy as np  # noqa: PLC0415  as above

    from onetext.dealspace.bargaining.bargaining import Bargaining  # noqa: PLC0415  as above
    from onetext.dealspace.bargaining.samples import nash_many  # noqa: PLC0415  as above
    from onetext.dealspace.logic.engine import Logic  # noqa: PLC0415  as above

    for parties in range(2, 6):
        prepare_frontier(parties)
    bargaining = Bargaining(_small(20, 3), Running(perf_counter))
    for name in NAMES:
        bargaining.answer(name)
    tied = Logic(_small(4, 2), Running(perf_counter))
    for name in NAMES:
        tied.answer(name)
    tied.frontier()
    samples = np.arange(20 * 2 * 3 * 2, dtype=np.int64).reshape(20, 2, 3, 2) % 7
    nash_many(samples, np.zeros((20, 2), np.int64), np.full(3, 2))


def _small(points: int, parties: int) -> Tally:
    """Two options a point, each party with wishes of its own."""
    issues = tuple(Issue(f"i{point}", ("a", "b")) for point in range(points))
    return tally(Scenario("preparing", issues, tuple(_wishes(party, points) for party in range(parties))))


def _wishes(party: int, points: int) -> Preferences:
    weights = tuple(number(Fraction(1 + (7 * point + 3 * party) % 11)) for point in range(points))
    likes = (number(Fraction(100)), number(Fraction(60)), number(Fraction(0)))
    scores = tuple((likes[(point + party) % 2], likes[1 + (point + party) % 2]) for point in range(points))
    return Preferences(f"P{party}", number(Fraction(1, 10)), weights, scores)


if __name__ == "__main__":
    start = perf_counter()
    prepare()
    sys.stderr.write(f"Kernels ready in {perf_counter() - start:.0f} s\n")
