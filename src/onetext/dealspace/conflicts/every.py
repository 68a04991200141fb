"""All minimal sets of grounds that exclude each other, the smallest first (MARCO, Liffiton and others 2016).

What is known is a map of what is not: a conflict not yet found meets every violation seen and holds no conflict found.
The smallest set the map leaves open is itself a minimal conflict, or leaves a package with new violations.
"""

from __future__ import annotations

from collections.abc import Iterator

from onetext.dealspace.conflicts.hitting import add, hitting, least
from onetext.dealspace.conflicts.oracle import Oracle
from onetext.dealspace.conflicts.smallest import improved


def every(oracle: Oracle) -> Iterator[int]:
    """The minimal conflicts by size; all there are when it ends. Raises ``Stopped`` when over."""
    found: list[int] = []
    seen = least(list(oracle.seen))
    while True:
        guess = hitting(seen, lambda _: 1, oracle.running.over, found)
        if guess is None:
            return
        package = oracle.ask(guess)
        if package is None:
            found.append(guess)
            yield guess
            continue
        met = guess
        while package is not None:
            violated = improved(oracle, package, met)
            add(seen, violated)
            met |= violated
            package = oracle.ask(met)
