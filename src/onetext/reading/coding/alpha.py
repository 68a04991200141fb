"""Krippendorff's alpha: agreement beyond what chance would give.

Source: K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), nominal data, any number of coders,
values may be missing. Exact: a fraction, never a rounded number.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from fractions import Fraction


def alpha(units: Iterable[Sequence[Hashable | None]]) -> Fraction | None:
    """Nominal alpha over units, each with the value every coder gave it; None where a coder gave none.

    At most 1; 0 is agreement as by chance; below 0 is disagreement beyond it. None when it is not defined: no unit
    has two values, or all values are the same, so that nothing could have been told apart.
    """
    return of_counts(Counter(tuple(value for value in unit if value is not None) for unit in units))


def of_counts(units: Counter[tuple[Hashable, ...]]) -> Fraction | None:
    """The same of units that are counted, so that a million like ones cost no more than one."""
    agreeing = Fraction(0)
    totals: Counter[Hashable] = Counter()
    for values, times in units.items():
        if len(values) < 2:
            continue
        counted = Counter(values)
        pairs = sum(number * (number - 1) for number in counted.values())
        agreeing += Fraction(pairs * times, len(values) - 1)
        for value, number in counted.items():
            totals[value] += number * times
    size = sum(totals.values())
    by_chance = sum(number * (number - 1) for number in totals.values())
    if size < 2 or by_chance == size * (size - 1):
        return None
    expected = Fraction(by_chance, size - 1)
    return (agreeing - expected) / (size - expected)
