"""Compiled kernels made ready beforehand: ``python -m onetext.dealspace.preparing``, once after installing.

Compiling takes a minute and is kept on disk; without it the first large scenario waits for it. With names of groups
(``onetext.dealspace.kernels``) only those are compiled.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Sequence
from fractions import Fraction
from time import perf_counter

from onetext.dealspace import kernels
from onetext.dealspace.answers import NAMES
from onetext.dealspace.kernels import GROUPS, Group
from onetext.dealspace.running import Running
from onetext.dealspace.scenario import Interaction, Issue, Preferences, Rule, Scenario
from onetext.dealspace.tally import Tally, tally
from onetext.dealspace.value import number


def prepare(groups: Sequence[Group] = GROUPS) -> None:
    """Runs every kernel of these groups on something small; what is on disk is loaded."""
    kernels.compile_here()
    for group in groups:
        if group == "bargaining":
            _bargaining()
        elif group == "logic":
            _logic()
        else:
            prepare_frontier(int(group[-1]))
        kernels.stamp(group)


def prepare_frontier(parties: int) -> None:
    """The kernels for the frontier of so many parties, loaded or compiled."""
    from onetext.dealspace.frontier.additive import Additive  # noqa: PLC0415  numpy is not loaded before it is needed

    for points, most in ((6, 10), (6, 10_000)):  # two parties have a kernel for small numbers and one for large
        Additive(_small(points, parties, most=most), way="compiled").frontier()


def _bargaining() -> None:
    import numpy as np  # noqa: PLC0415  as above

    from onetext.dealspace.bargaining.bargaining import Bargaining  # noqa: PLC0415  as above
    from onetext.dealspace.bargaining.samples import nash_many  # noqa: PLC0415  as above

    bargaining = Bargaining(_small(24, 3), Running(perf_counter))
    for name in NAMES:
        bargaining.answer(name)
    samples = np.arange(20 * 2 * 3 * 2, dtype=np.int64).reshape(20, 2, 3, 2) % 7
    nash_many(samples, np.zeros((20, 2), np.int64), np.full(3, 2))


def _logic() -> None:
    from onetext.dealspace.logic.engine import Logic  # noqa: PLC0415  as above

    tied = Logic(_small(8, 3, tied=True), Running(perf_counter))
    for name in NAMES:
        tied.answer(name)
    tied.frontier()
    Logic(_small(8, 2, tied=True), Running(perf_counter)).frontier()  # two parties have a kernel of their own


def _small(points: int, parties: int, *, most: int = 100, tied: bool = False) -> Tally:
    """Two options a point, each party with wishes of its own."""
    issues = tuple(Issue(f"i{point}", ("a", "b")) for point in range(points))
    rules = (Rule(when=((0, 0),), then_not=((1, 1),)),) if tied else ()
    wishes = tuple(_wishes(party, points, most, tied=tied) for party in range(parties))
    return tally(Scenario("preparing", issues, wishes, rules))


def _wishes(party: int, points: int, most: int, *, tied: bool) -> Preferences:
    draw = random.Random(party)  # noqa: S311 -- nothing secret
    weights = tuple(number(Fraction(draw.randint(1, most))) for _ in range(points))
    scores = tuple(
        (number(Fraction(draw.randint(0, 100))), number(Fraction(draw.randint(0, 100)))) for _ in range(points)
    )
    together = (Interaction(((2, party % 2), (3, 1)), number(Fraction(most, 2))),) if tied else ()
    return Preferences(f"P{party}", number(Fraction(1, 10)), weights, scores, interactions=together)


if __name__ == "__main__":
    start = perf_counter()
    prepare([group for group in GROUPS if group in sys.argv[1:]] or GROUPS)
    sys.stderr.write(f"Kernels ready in {perf_counter() - start:.0f} s\n")
