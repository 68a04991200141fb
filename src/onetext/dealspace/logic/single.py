"""The most that one party's package can be worth, however many boxes there are."""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction
from itertools import count

from onetext.dealspace.combination import Extra, Number
from onetext.dealspace.logic.goals import Smallest
from onetext.dealspace.logic.ladder import Top, climb
from onetext.dealspace.logic.model import Model
from onetext.dealspace.logic.search import Search
from onetext.dealspace.running import Running
from onetext.dealspace.scenario import Package
from onetext.dealspace.tally import Tally, box_of

_MOST_WORK = 200_000
"""Sides of boxes times the times somebody asks whether to go on: some seconds."""


def largest(own: Sequence[Sequence[Number]], extras: Sequence[Extra]) -> tuple[Fraction, Package] | None:
    """The largest total and a combination that reaches it, proved; None where it would take too long."""
    numbers = [Fraction(at) for row in own for at in row] + [Fraction(worth) for _, worth in extras]
    whole = math.lcm(*(number.denominator for number in numbers))
    boxes = tuple((box_of(choices), int(worth * whole)) for choices, worth in extras)
    counted = Tally(
        units=(1,),
        own=(tuple(tuple(int(at * whole) for at in row) for row in own),),
        base=(0,),
        extras=(tuple((box, worth) for box, worth in boxes if all(inside for _, inside in box)),),
        caps=(None,),
        floors=(sum(min(int(at * whole) for at in row) for row in own) + sum(min(0, worth) for _, worth in boxes),),
        limited=(True,),
        red_lines=frozenset(),
        rules=(),
    )
    asked = count()
    most = _MOST_WORK // (1 + sum(len(box) for box, _ in boxes))
    search = Search(Model.of(counted, counted.everything()), Running(lambda: 0.0, asked=lambda: next(asked) > most))
    top = climb(search, Smallest(search, (0,), (1,), counted.floors).goal())
    if not isinstance(top, Top) or not top.proved:
        return None
    return Fraction(top.vector[0], whole), top.package
