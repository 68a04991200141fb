"""The largest product of gains, exactly: bounds by the arithmetic mean over the geometric, products in whole numbers.

Where no package has a larger product, every other vector with the same product has a larger weighed sum under the
weights 1 / gain; so a package that only repeats a vector can be told apart in whole numbers, and repetitions, of which
there may be endlessly many, are cut off.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from onetext.dealspace.logic.search import Given, Search
from onetext.dealspace.scenario import Package
from onetext.dealspace.tally import Vector

_REPEATS = 100
_ROOM = 1 << 59
_CLOSE = 1e-4


@dataclass(frozen=True)
class Best:
    """Vectors with the largest product, each with a package; in tally units."""

    packages: dict[Vector, Package]
    product: int
    proved: bool


def nash(search: Search, start: Vector, package: Package) -> Best:
    """From a package that gives everybody a gain."""
    floors = search.model.tally.floors

    def gains(vector: Vector) -> list[int]:
        return [at - floor for at, floor in zip(vector, floors, strict=True)]

    best = {start: package}
    product = math.prod(gains(start))
    least = [floor + 1 for floor in floors]
    while True:
        repeats, given = 0, None
        weights = _weights(search, gains(next(iter(best))))
        for found, vector in search.through(least, log=search.log_of(gains(next(iter(best)))), weights=weights):
            now = math.prod(gains(vector))
            if now > product:
                best, product, repeats = {vector: found}, now, 0
                search.raise_product(search.log_of(gains(vector)))
            elif now == product and vector not in best:
                best[vector] = found
            else:
                repeats += 1
                if repeats > _REPEATS and (given := _apart(search, gains(next(iter(best))))):
                    break
        if given is None:
            return Best(best, product, search.whole)
        better = _beyond(search, best, product, least, given)
        if better is None:
            return Best(best, product, search.whole)
        best, product = better


def product_bound(search: Search, gains: list[int], most: float) -> float:
    """By how much the logarithm of a product can be above that of these gains, ``most`` at most: by the root's bound.

    Rounded up to a part in ten thousand.
    """
    least = [floor + 1 for floor in search.model.tally.floors]
    low, high, at = 0.0, most, search.log_of(gains)
    while high - low > _CLOSE:
        middle = (low + high) / 2
        if search.refuted(least, log=at + middle, weights=_weights(search, gains)):
            high = middle
        else:
            low = middle
    return high


def _beyond(
    search: Search, best: dict[Vector, Package], product: int, least: list[int], given: Given
) -> tuple[dict[Vector, Package], int] | None:
    """A larger product beyond the plane through the best gains; adds what ties. None where there is none."""
    floors = search.model.tally.floors
    log = search.log_of([at - floor for at, floor in zip(next(iter(best)), floors, strict=True)])
    for found, vector in search.through(least, log=log, given=given):
        now = math.prod(at - floor for at, floor in zip(vector, floors, strict=True))
        if now > product:
            return {vector: found}, now
        if now == product:
            best.setdefault(vector, found)
    return None


def _weights(search: Search, gains: list[int]) -> list[int]:
    units = search.model.units
    return [max(1, (1 << 40) // len(gains) * unit // gain) for gain, unit in zip(gains, units, strict=True)]


def _apart(search: Search, gains: list[int]) -> Given | None:
    """Weights 1 / gain so fine that only the vector itself lies on the plane; None where they would not fit."""
    model = search.model
    if model.rounded:
        return None
    counts = [gain // unit for gain, unit in zip(gains, model.units, strict=True)]
    scale = _ROOM // sum(-(-span // count) + 1 for span, count in zip(model.ranges, counts, strict=True))
    if 8 * len(counts) * max(model.ranges) ** 2 >= scale:
        return None
    weights = [(2 * scale + count) // (2 * count) for count in counts]
    base = [
        (floor - offset) // unit
        for floor, offset, unit in zip(model.tally.floors, model.offsets, model.units, strict=True)
    ]
    least = sum(w * (b + c) for w, b, c in zip(weights, base, counts, strict=True)) + 1
    return Given(weights, least, lambda _: True)
