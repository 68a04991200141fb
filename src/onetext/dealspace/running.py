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


@dataclass(frozen=True)
class Running:
    """``until`` is a moment of ``clock``; ``asked`` says whether somebody asked to stop.

    ``tell`` hears the step and its share done, 0 to 1, or None where nobody can say. Whatever runs under it asks
    ``over`` often (every 10 ms or so) and then gives what it has, with its bound, marked as not proved (S2).
    """

    clock: Clock
    until: float = math.inf
    asked: Callable[[], bool] = field(default=_never)
    tell: Callable[[str, float | None], None] = field(default=_silent)

    def over(self) -> bool:
        return self.asked() or self.clock() >= self.until

    def left(self) -> float:
        """Seconds, possibly infinite; never negative."""
        return max(0.0, self.until - self.clock())
