"""Made-up domains whose worth lies in boxes of options, the size of those of competitions; the same each time."""

from __future__ import annotations

import random
from collections.abc import Iterable
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
    best = Fraction(1)
    for _ in range(5):
        package = [chance.randrange(OPTIONS) for _ in range(issues)]
        for issue in chance.sample(range(issues), issues) * 3:
            touching = [one for one in rectangles if any(side[0] == issue for side in one.box)]
            changed = [[*package[:issue], option, *package[issue + 1 :]] for option in range(OPTIONS)]
            package = max(changed, key=lambda other: _total(touching, other))  # used at once
        best = max(best, _total(rectangles, package))
    return best


def _total(rectangles: Iterable[Rectangle], package: list[int]) -> Fraction:
    return sum((one.worth for one in rectangles if all(package[at] in inside for at, inside in one.box)), Fraction(0))
