"""The smallest set of grounds that exclude each other, proved: implicit hitting sets (Ignatiev and others 2015).

A conflict set must hold one ground at least of what any package violates. So a smallest set that meets all violations
seen so far is either a conflict, and then no conflict is smaller, or leaves a package with new violations.
"""

from __future__ import annotations

from dataclasses import dataclass

from onetext.dealspace.conflicts.hitting import hitting, least
from onetext.dealspace.conflicts.minimal import minimal
from onetext.dealspace.conflicts.oracle import Oracle
from onetext.dealspace.conflicts.search import Stopped
from onetext.dealspace.scenario import Package


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
    seen = list(oracle.seen)
    at_least = 1
    try:
        while True:
            seen = least(seen)
            guess = hitting(seen, lambda _: 1, oracle.running.over) or 0
            at_least = max(at_least, guess.bit_count())
            oracle.running.tell("smallest conflict", at_least / best.bit_count())
            if guess.bit_count() == best.bit_count():
                return Smallest(best, whole, True, at_least)
            package = oracle.ask(guess)
            if package is None:
                return Smallest(guess, True, True, guess.bit_count())
            met = guess
            while package is not None:
                violated = improved(oracle, package, met)
                seen.append(violated)
                met |= violated
                package = oracle.ask(met)
            found, ready = minimal(oracle, oracle.narrower(met))
            if ready and found.bit_count() < best.bit_count():
                best, whole = found, True
    except Stopped:
        return Smallest(best, whole, False, at_least)


def improved(oracle: Oracle, package: Package, met: int) -> int:
    """What a package near this one violates: fewer grounds, none of ``met``."""
    grounds = oracle.grounds
    violated = oracle.note(package)
    better = True
    while better:
        better = False
        for issue, size in enumerate(grounds.sizes):
            for option in range(size):
                if option == package[issue]:
                    continue
                other = (*package[:issue], option, *package[issue + 1 :])
                found = grounds.violated(other)
                if not found & met and found.bit_count() < violated.bit_count():
                    package, violated, better = other, found, True
    oracle.note(package)
    return violated
