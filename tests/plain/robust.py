"""The plain twin of robustness: a scenario with every number settled, and shares counted over plain solutions.

It imports nothing from ``dealspace`` (S5). A draw is a list of numbers for named places in the scenario's plain data.
"""

from __future__ import annotations

import copy
import math
from collections.abc import Sequence
from fractions import Fraction
from itertools import product
from typing import Any

from tests.plain.packages import Data, Named, Utilities, acceptable, all_packages, reservation, solved, worth

Place = tuple[str, ...]
"""Party, what, and where: ("A", "weights", "territory"), ("A", "scores", "territory", "none"), ("A", "reservation")."""


def settled(data: Data, places: Sequence[Place], numbers: Sequence[float]) -> Data:
    """The scenario with these numbers written into it; a float's shortest decimal is read back exactly."""
    found = copy.deepcopy(data)
    for (party, *path), number in zip(places, numbers, strict=True):
        at: Any = found["parties"][party]
        for key in path[:-1]:
            at = at[int(key)] if isinstance(at, list) else at.setdefault(key, {})
        at[path[-1]] = number
    return found


def nash(data: Data) -> Named | None:
    """The best package of a settled scenario, by writing out every package."""
    answer = solved(data)["nash"]
    return answer["package"] if answer else None


def utilities(data: Data, package: Named) -> Utilities:
    found = []
    for party in data["parties"].values():
        best = max(worth(data, party, other) for other in all_packages(data))
        found.append(worth(data, party, package) / best)
    return tuple(found)


def nash_value(data: Data, package: Named) -> Fraction | None:
    """The product of gains; None where the package is not acceptable."""
    at = utilities(data, package)
    if not acceptable(data, package, at):
        return None
    return math.prod((u - reservation(p) for u, p in zip(at, data["parties"].values(), strict=True)), start=Fraction(1))


def nash_in_steps(own: Any, base: Any, floors: Any, red_lines: set[tuple[int, int]]) -> list[int] | None:
    """The best package of whole-number worths, ``own`` by party, issue and option: product, leximin, file order."""
    best = None
    for package in product(*(range(len(row)) for row in own[0])):
        if red_lines & set(enumerate(package)):
            continue
        gains = [
            int(base[p]) + sum(int(rows[i][o]) for i, o in enumerate(package)) - int(floors[p])
            for p, rows in enumerate(own)
        ]
        key = (math.prod(gains), sorted(gains))
        if min(gains) >= 0 and (best is None or key > best[0]):
            best = (key, list(package))
    return best[1] if best else None
