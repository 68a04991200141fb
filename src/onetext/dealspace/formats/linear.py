"""Preferences that add up: weight times evaluation, on the scale of the file, where 1 is a utility of 1."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from onetext.dealspace.reading_scenario import Reading
from onetext.dealspace.scenario import Preferences, Rectangle
from onetext.dealspace.value import number, plain

Evaluation = list[Fraction]
"""What each option of an issue is worth before its weight; 1 is the best that Genius and GeniusWeb know."""
_ROUNDING = Fraction(1, 1_000_000)
_NOISE = Fraction(1, 10**12)


def linear(
    reading: Reading,
    name: str,
    reservation: Fraction | None,
    weights: Sequence[Fraction],
    rows: Sequence[Evaluation],
    base: Fraction = Fraction(0),
    *,
    stop: bool = True,
) -> Preferences | None:
    """The preferences of a party; ``base`` is worth that every package has. Faults go to ``reading``.

    A best package worth a little more than 1, as weights of rounded decimals make it, counts as 1. One worth more:
    utilities stop at 1, or without ``stop`` are shares of the best.
    """
    best = base + sum((weight * max(row) for weight, row in zip(weights, rows, strict=True)), Fraction(0))
    if best <= 0:
        reading.note(
            "",
            f"its best package is worth {plain(best)}, so there is nothing to measure its utilities against",
            "give it a positive weight on an issue with a positive evaluation",
        )
        return None
    scale = _scale(reading, best, stop=stop) if best > 1 else Fraction(1)
    return Preferences(
        name,
        None if reservation is None else number(reservation / scale),
        tuple(map(number, weights)),
        tuple(tuple(number(100 * at) for at in row) for row in rows),
        rectangles=(Rectangle((), base),) if base else (),
        scale=scale,
    )


def _scale(reading: Reading, best: Fraction, *, stop: bool) -> Fraction:
    said = f"its best package is worth {float(best)!r}"
    if best - 1 <= _NOISE:
        return best
    if best - 1 <= _ROUNDING:
        reading.warn("", f"{said}, which is 1 but for rounding; counted as 1", "round the weights")
    elif stop:
        reading.warn("", f"{said}; utilities stop at 1", "let its weights add up to 1")
        return Fraction(1)
    else:
        reading.warn("", f"{said}; utilities are shares of it", "let its weights add up to 1")
    return best


def raw_utility(weights: Sequence[Fraction], rows: Sequence[Evaluation], package: Sequence[int | None]) -> Fraction:
    """What a package is worth; an issue left open is worth nothing."""
    chosen = zip(weights, rows, package, strict=True)
    return sum((weight * row[option] for weight, row, option in chosen if option is not None), Fraction(0))
