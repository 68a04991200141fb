"""The first way, in the order of the file, to fill all issues so that everybody gets exactly a given amount.

Forward over the issues the distinct amounts still to be given are kept, those dropped that what is left cannot make up
exactly; then backwards from nothing left to give. Bounds are by party and by a few weighted sums, among them one under
which an efficient target leaves next to no slack.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

Array = Any
"""A numpy array."""
_MOST_STATES = 60_000
_ROUNDS = 300
_KEPT = 8


class TooManyError(Exception):
    """More amounts would have to be kept than there is room for."""


def first_filling(parts: Sequence[Sequence[Sequence[int]]], target: Sequence[int]) -> list[int] | None:
    """Places by issue. ``parts`` by issue, option and party, whole numbers that fit in 62 bits, options in file order.

    None where there is no way. Raises ``TooManyError``.
    """
    own = [np.array(rows, dtype=np.int64) for rows in parts]
    weights = _weights(own, np.array(target, dtype=np.float64))
    bounds = _bounds(own, weights)
    states = np.array([target], dtype=np.int64)
    steps: list[Array] = []
    for issue, rows in enumerate(own):
        left = (states[:, None, :] - rows[None, :, :]).reshape(-1, states.shape[1])
        places = np.flatnonzero(_possible(left, weights, *bounds[issue + 1]))
        if len(places) == 0:
            return None
        states, found = np.unique(left[places], axis=0, return_inverse=True)
        if len(states) > _MOST_STATES:
            raise TooManyError
        step = np.full(len(left), -1, dtype=np.int64)
        step[places] = found.reshape(-1)
        steps.append(step.reshape(-1, len(rows)))
    return _followed(steps, ~states.any(axis=1))


def _followed(steps: list[Array], ends: Array) -> list[int] | None:
    """From the end back to which states lead there, then forward along the first options that do."""
    leads = []
    good = ends
    for step in reversed(steps):
        to_good = np.where(step >= 0, good[step], False)  # numpy's own signature
        leads.append(to_good)
        good = to_good.any(axis=1)
    if not good[0]:
        return None
    state, chosen = 0, []
    for step, to_good in zip(steps, reversed(leads), strict=True):
        option = int(np.argmax(to_good[state]))
        chosen.append(option)
        state = int(step[state, option])
    return chosen


def _weights(own: list[Array], target: Array) -> Array:
    """Weights under which little more than the target can be had: a descent on the slack, its best points kept."""
    parties = len(target)
    scale = np.maximum(1.0, np.array([sum(rows[:, party].max() for rows in own) for party in range(parties)]))
    at = np.full(parties, 1.0 / parties)
    seen = []
    for turn in range(_ROUNDS):
        best = sum(rows[np.argmax((rows / scale) @ at)] for rows in own)
        slope = (best - target) / scale
        seen.append((float(slope @ at), tuple(at)))
        at = at * np.exp(-slope * (4.0 / (1 + 0.05 * turn)))
        at /= at.sum()
    kept = sorted(seen)[:_KEPT]
    return np.vstack([np.array([weight for _, weight in kept]) / scale, np.eye(parties)])


def _bounds(own: list[Array], weights: Array) -> list[tuple[Array, Array]]:
    """By issue, the least and the most under each weight that the issues from there on can give."""
    low = high = np.zeros(len(weights))
    found = [(low, high)]
    for rows in reversed(own):
        worths = rows @ weights.T
        low, high = low + worths.min(axis=0), high + worths.max(axis=0)
        found.append((low, high))
    return found[::-1]


def _possible(left: Array, weights: Array, low: Array, high: Array) -> Array:
    """Which amounts lie within the bounds; the margin is far above the rounding of sums."""
    worths = left @ weights.T
    margin = 1e-9 * (1.0 + np.maximum(np.abs(low), np.abs(high)))
    return ((worths <= high + margin) & (worths >= low - margin)).all(axis=1)
