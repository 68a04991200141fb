"""The smallest set of grounds that exclude each other, proved: implicit hitting sets (Ignatiev and others 2015).

A conflict must hold one ground at least of what any package violates. So a set smaller than the conflict in hand that
meets all violations seen either is a conflict or leaves a package with new violations; where there is no such set, no
conflict is smaller.
"""

from __future__ import annotations

from dataclasses import dataclass

from onetext.dealspace.conflicts.hitting import add, at_least, hitting_below, least
from onetext.dealspace.conflicts.minimal import minimal
from onetext.dealspace.conflicts.oracle import Oracle
from onetext.dealspace.conflicts.search import Stopped
from onetext.dealspace.conflicts.turning import neighbours
from onetext.dealspace.scenario import Package

_LOOKS = 40
"""About a second for a lower bound where the time is up."""


@dataclass(frozen=True)
class Smallest:
    """``proved``: no conflict has fewer grounds; else none has fewer than ``at_least``."""

    mask: int
    minimal: bool
    proved: bool
    at_least: int


def smallest(oracle: Oracle, refuted: int) -> Smallest:
    """The smallest conflict of a scenario without an acceptable package; ``refuted`` is one that may not be minimal."""
    best, whole = minimal(oracle, refuted)
    seen = least(list(oracle.seen))
    try:
        while whole:
            oracle.running.tell("smallest conflict", None)
            guess = hitting_below(seen, best.bit_count(), oracle.running.over)
            if guess is None:
                return Smallest(best, True, True, best.bit_count())
            met = guess
            while (package := oracle.ask(met)) is not None:
                violated = improved(oracle, package, met)
                add(seen, violated)
                met |= violated
            if met == guess:
                best, whole = minimal(oracle, oracle.narrower(guess))
    except Stopped:
        pass
    return Smallest(best, whole, False, at_least(seen, _LOOKS))


def improved(oracle: Oracle, package: Package, met: int) -> int:
    """What a package near this one violates: fewer grounds, none of ``met``."""
    violated = oracle.note(package)
    while True:
        fewest = violated.bit_count()
        step = None
        for issue, option, found in neighbours(oracle.grounds, package):
            if not found & met and found.bit_count() < fewest:
                step, fewest, violated = (issue, option), found.bit_count(), found
        if step is None:
            oracle.note(package)
            return violated
        issue, option = step
        package = (*package[:issue], option, *package[issue + 1 :])
