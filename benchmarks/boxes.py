"""Made-up domains whose worth lies in boxes of options, of the size of the ANAC 2014 competition; the same each time."""

from __future__ import annotations

import random
from fractions import Fraction

from onetext.dealspace.scenario import Issue, Preferences, Rectangle, Scenario
from onetext.dealspace.value import number

OPTIONS = 10


def boxed(issues: int, boxes: int, seed: int = 0, parties: int = 2) -> Scenario:
    """Whole-number issues from 0 to 9; each party has boxes over one to four of them, of random ranges.

    Larger boxes over fewer issues pay less. A utility of 1 is what a simple search finds to be the most.
    """
    chance = random.Random(f"boxes {seed}")
    named = tuple(Issue(f"i{at:02}", tuple(map(str, range(OPTIONS)))) for at in range(issues))
    made = [_party(f"P{at}", issues, boxes, chance) for at in range(parties)]
    return Scenario("made up", named, tuple(made), draft=(None,) * issues)


def _party(name: str, issues: int, boxes: int, chance: random.Random) -> Preferences:
    rectangles = tuple(_rectangle(issues, chance) for _ in range(boxes))
    zero = number(Fraction(0))
    return Preferences(
        name=name,
        reservation=number(Fraction(0)),
        weights=(zero,) * issues,
        scores=((zero,) * OPTIONS,) * issues,
        rectangles=rectangles,
        scale=_most(rectangles, issues, chance),
    )


def _rectangle(issues: int, chance: random.Random) -> Rectangle:
    sides = chance.randint(1, 4)
    box = []
    for issue in sorted(chance.sample(range(issues), sides)):
        width = chance.randint(2, 7)
        low = chance.randint(0, OPTIONS - width)
        box.append((issue, frozenset(range(low, low + width))))
    return Rectangle(tuple(box), Fraction(chance.randint(1, 100) * sides))


def _most(rectangles: tuple[Rectangle, ...], issues: int, chance: random.Random) -> Fraction:
    """By changing one issue at a time to its best, from several starts."""
    touching = [[one for one in rectangles if any(side[0] == issue for side in one.box)] for issue in range(issues)]
    best = Fraction(1)
    for _ in range(5):
        package = [chance.randrange(OPTIONS) for _ in range(issues)]
        for _ in range(3):
            for issue in chance.sample(range(issues), issues):

                def worth(option: int, issue: int = issue) -> Fraction:
                    package[issue] = option
                    return sum(
                        (one.worth for one in touching[issue] if all(package[at] in inside for at, inside in one.box)),
                        Fraction(0),
                    )

                package[issue] = max(range(OPTIONS), key=worth)
        best = max(
            best,
            sum((one.worth for one in rectangles if all(package[at] in inside for at, inside in one.box)), Fraction(0)),
        )
    return best
