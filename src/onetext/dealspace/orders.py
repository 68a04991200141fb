"""Known orders of weights: what they say about each weight, and whether the weights can satisfy them at all."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from graphlib import CycleError, TopologicalSorter

from onetext.dealspace.scenario import Choice


def cycle(orders: Sequence[Choice]) -> list[int] | None:
    """Issues each of which is said to weigh more than the next, ending where it began; None when there are none."""
    try:
        _from_light_to_heavy(orders)
    except CycleError as error:
        return list(reversed(error.args[1]))
    return None


def tightened(
    lows: Sequence[Fraction], highs: Sequence[Fraction], orders: Sequence[Choice]
) -> tuple[list[Fraction], list[Fraction]]:
    """The smallest and largest value each weight takes in any admissible set of weights.

    A low above its high says that no weights satisfy the orders.
    """
    low, high = list(lows), list(highs)
    ranked = _from_light_to_heavy(orders)
    for issue in ranked:
        for heavy, light in orders:
            if heavy == issue:
                low[issue] = max(low[issue], low[light])
    for issue in reversed(ranked):
        for heavy, light in orders:
            if light == issue:
                high[issue] = min(high[issue], high[heavy])
    return low, high


def _from_light_to_heavy(orders: Sequence[Choice]) -> list[int]:
    lighter: dict[int, set[int]] = {}
    for heavy, light in orders:
        lighter.setdefault(heavy, set()).add(light)
    return list(TopologicalSorter(lighter).static_order())
