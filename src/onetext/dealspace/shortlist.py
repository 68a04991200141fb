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
        "nash": lambda: np.where(gains.min(axis=1) < 0, gains.min(axis=1), gains.prod(axis=1)),
        "kalai_smorodinsky": lambda: _ratios(gains, [most / tally.common for most in ideal]),
        "leximin": lambda: gains.min(axis=1),
        "utilitarian": lambda: gains.sum(axis=1),
    }[name]()
    most = values.max()
    places = np.flatnonzero(values >= most - abs(most) * _MARGIN)
    if most <= 0:
        places = places[_fairest(gains[places])]
    return [tuple(row) for row in vectors[places].tolist()]


def _ratios(gains: Any, ideal: list[float]) -> Any:
    """Where the ideal gain is 0 the ratio counts 1."""
    return np.min(
        [gains[:, party] / most if most > 0 else np.ones(len(gains)) for party, most in enumerate(ideal)], axis=0
    )


def _fairest(gains: Any) -> Any:
    """Those with the most of their smallest gain, then of the next, up to one that is not 0; zeros are exact."""
    ordered = np.sort(gains, axis=1)
    places = np.arange(len(gains))
    for column in range(gains.shape[1]):
        most = ordered[places, column].max()
        places = places[ordered[places, column] >= most - abs(most) * _MARGIN]
        if most != 0:
            break
    return places
