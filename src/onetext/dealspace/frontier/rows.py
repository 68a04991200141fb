"""The same way up with numpy alone, for where nothing can be compiled: candidates are sorted, then sieved in blocks."""

from __future__ import annotations

import numpy as np

from onetext.dealspace.efficient import efficient
from onetext.dealspace.frontier.layout import Layout
from onetext.dealspace.frontier.points import Array, Climbed, TooLargeError
from onetext.dealspace.frontier.reduction import Reduction
from onetext.dealspace.running import Running
from onetext.dealspace.tally import Vector

_BYTES = 200
"""A candidate in all the arrays, and the lists, that it goes through."""


_SECONDS = 1e-6
"""A candidate on a usual processor."""


def climb(reduced: Reduction, needs: Vector, plan: Layout, room: int, running: Running) -> Climbed:
    """As ``climb.climb``, for any number of dimensions whose keys fit."""
    keys, codes = np.zeros(1, np.int64), np.zeros(1, np.uint64)
    left = list(reduced.ranges)
    chain: list[Array] = []
    for number, place in enumerate(plan.order):
        step = reduced.steps[place]
        left = [rest - most for rest, most in zip(left, step.most, strict=True)]
        if running.over() or _BYTES * len(keys) * len(step.options) > room:
            raise TooLargeError
        running.work(len(keys) * len(step.options) * _SECONDS)
        keys = np.concatenate([keys + plan.key(row) for row in step.worths])
        codes = np.concatenate([codes + np.uint64(option << plan.lift(place)) for option in range(len(step.options))])
        keys, codes = _first_of_equals(keys, codes)
        fields = _fields(keys, plan)
        limits = [needs[dimension] - left[dimension] for dimension in plan.dimensions]
        reach = np.logical_and.reduce([field >= limit for field, limit in zip(fields, limits, strict=True)])
        keys, codes, fields = keys[reach], codes[reach], [field[reach] for field in fields]
        kept = _unbeaten(keys, fields)
        keys, codes = keys[kept], codes[kept]
        if plan.lifts is None:
            chain.append(codes)
            codes = np.arange(len(keys), dtype=np.uint64)
        running.tell("frontier", (number + 1) / len(plan.order))
    return Climbed(keys, codes, tuple(chain))


def _first_of_equals(keys: Array, codes: Array) -> tuple[Array, Array]:
    order = np.lexsort((codes, -keys))
    keys, codes = keys[order], codes[order]
    first = np.ones(len(keys), bool)
    first[1:] = keys[1:] != keys[:-1]
    return keys[first], codes[first]


def _fields(keys: Array, plan: Layout) -> list[Array]:
    return [(keys >> up) & ((1 << width) - 1) for up, width in zip(plan.offsets, plan.widths, strict=True)]


def _unbeaten(keys: Array, fields: list[Array]) -> Array:
    """Of distinct falling keys, which no other beats."""
    if len(fields) == 2 and len(keys):
        before = np.concatenate(([-1], np.maximum.accumulate(fields[1])[:-1]))
        return fields[1] > before
    places = {vector: place for place, vector in enumerate(zip(*(field.tolist() for field in fields), strict=True))}
    return np.array(sorted(places[vector] for vector in efficient(places)), np.int64)
