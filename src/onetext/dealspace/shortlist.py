"""Of very many efficient vectors, the few among which an answer must be: floats sort out, exact numbers decide."""

from __future__ import annotations

from typing import Any

import numpy as np

from onetext.dealspace.tally import Tally, Vector

_MARGIN = 1e-11
"""Far above the rounding of a sum or product of a few hundred floats."""


def shortlist(vectors: Any, tally: Tally, ideal: Vector, name: str) -> list[Vector]:
    """Every vector that may have the most of the value called so, or the best leximin among those that have.

    ``vectors``: an array of points by parties; ``ideal``: the largest gains, on the scale of ``Tally.gains``.
    """
    gains = np.stack(
        [
            (vectors[:, party] - floor).astype(float) / unit
            for party, (floor, unit) in enumerate(zip(tally.floors, tally.units, strict=True))
        ],
        axis=1,
    )
    values = {
        "nash": lambda: gains.prod(axis=1),
        "kalai_smorodinsky": lambda: _ratios(gains, [most / tally.common for most in ideal]),
        "leximin": lambda: gains.min(axis=1),
        "utilitarian": lambda: gains.sum(axis=1),
    }[name]()
    most = values.max()
    places = np.flatnonzero(values >= most * (1 - _MARGIN)) if most > 0 else _fairest(gains)
    return [tuple(row) for row in vectors[places].tolist()]


def _ratios(gains: Any, ideal: list[float]) -> Any:
    """Where the ideal gain is 0 the ratio counts 1."""
    return np.min([gains[:, party] / most if most else np.ones(len(gains)) for party, most in enumerate(ideal)], axis=0)


def _fairest(gains: Any) -> Any:
    """Those with the most of their smallest gain that is not 0 for all; zeros are exact in floats too."""
    ordered = np.sort(gains, axis=1)
    for column in range(gains.shape[1]):
        most = ordered[:, column].max()
        if most > 0:
            return np.flatnonzero(ordered[:, column] >= most * (1 - _MARGIN))
    return np.arange(len(gains))
