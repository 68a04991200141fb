"""The way up in Python's own numbers: any size of number, any number of parties; nothing to import or compile.

From the last issue to the first: every efficient way to fill the issues from here on is an option here and an
efficient way to fill the rest, since what is beaten in the rest stays beaten in the whole. Of equal vectors the lowest
option is kept, so that the package found is the first in the order of the file.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from onetext.dealspace.efficient import OverError, efficient, never
from onetext.dealspace.tally import Vector


@dataclass(frozen=True)
class Stage:
    """The efficient ways to fill the issues from one on, falling: what they give, their option, their way after it."""

    vectors: list[Vector]
    options: list[int]
    rest: list[int]


def stages(
    steps: Sequence[Sequence[Vector]], width: int, most: float, over: Callable[[], bool] = never
) -> list[Stage] | None:
    """One stage an issue, and an empty one after the last. ``steps``: by issue and option, what it gives each.

    None where more than ``most`` candidates would have to be looked at, or ``over`` came first.
    """
    found = [Stage([(0,) * width], [0], [0])]
    looked_at = 0
    for step in reversed(steps):
        looked_at += len(step) * len(found[-1].vectors)
        if looked_at > most or over():
            return None
        try:
            found.append(_stage(step, found[-1], over))
        except OverError:
            return None
    return found[::-1]


def _stage(step: Sequence[Vector], after: Stage, over: Callable[[], bool]) -> Stage:
    ways: dict[Vector, tuple[int, int]] = {}
    for option, added in enumerate(step):
        if over():
            raise OverError
        for way, vector in enumerate(after.vectors):
            ways.setdefault(tuple([a + b for a, b in zip(added, vector, strict=True)]), (option, way))
    kept = efficient(ways, over)
    return Stage(kept, [ways[vector][0] for vector in kept], [ways[vector][1] for vector in kept])


def followed(found: Sequence[Stage], way: int) -> list[int]:
    """The options of a way of the first stage."""
    chosen = []
    for stage in found[:-1]:
        chosen.append(stage.options[way])
        way = stage.rest[way]
    return chosen
