"""Long work under watch: it tells how far it is, and stops when asked or when its time is up."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field

Clock = Callable[[], float]
"""Gives seconds from any start."""


def _silent(step: str, share: float | None) -> None:
    """For who wants no progress."""


def _never() -> bool:
    return False


def _uncounted(seconds: float) -> None:
    """For who does not care how much was done."""


@dataclass(frozen=True)
class Running:
    """``until`` is a moment of ``clock``; ``asked`` says whether somebody asked to stop.

    ``tell`` hears the step and its share done, 0 to 1, or None where nobody can say. Whatever runs under it asks
    ``over`` often (every 10 ms or so) and then gives what it has, with its bound, marked as not proved (S2).
    ``outer`` is what it runs within, if anything.
    ``work`` hears how long what was just done takes on a usual processor: counted by what it was, not timed.
    """

    clock: Clock
    until: float = math.inf
    asked: Callable[[], bool] = field(default=_never)
    tell: Callable[[str, float | None], None] = field(default=_silent)
    work: Callable[[float], None] = field(default=_uncounted)
    outer: Running | None = None

    def over(self) -> bool:
        return self.asked() or self.clock() >= self.until

    def left(self) -> float:
        """Seconds, possibly infinite; never negative."""
        return max(0.0, self.until - self.clock())

    def seconds(self) -> float:
        """What is left by a real clock, for who cannot ask ``over`` while at work."""
        return self.left() if self.outer is None else self.outer.seconds()

    def within(self, work: float) -> Running:
        """The same until so much work was counted: then it stops at the same place on every machine (S6)."""
        meter = _Meter()
        return Running(meter.read, work, self.over, self.tell, meter.add, self)


class _Meter:
    """A clock that goes by work."""

    def __init__(self) -> None:
        self.spent = 0.0

    def read(self) -> float:
        return self.spent

    def add(self, seconds: float) -> None:
        self.spent += seconds
