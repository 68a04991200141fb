"""A number that may be uncertain: a number, a range, a normal or a triangular distribution; always exact (S1, S3)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, Self

Kind = Literal["number", "range", "normal", "triangular", "missing"]


@dataclass(frozen=True, slots=True)
class Value:
    """Admissible from ``low`` to ``high``; ``middle`` is what a computation with one value takes.

    ``numbers`` are the parameters as given: ``(mean, sd)`` or ``(a, b, c)``, so that sampling can use the shape.
    """

    kind: Kind
    low: Fraction
    middle: Fraction
    high: Fraction
    numbers: tuple[Fraction, ...] = ()

    @property
    def uncertain(self) -> bool:
        return self.low != self.high

    @property
    def text(self) -> str:
        """How a person would write it."""
        if self.kind == "number":
            return plain(self.middle)
        if self.kind == "normal":
            return f"normal around {plain(self.numbers[0])} (sd {plain(self.numbers[1])})"
        if self.kind == "triangular":
            return "triangular " + ", ".join(plain(number) for number in self.numbers)
        return f"{plain(self.low)} to {plain(self.high)}"


class Written(float):
    """A decimal that remembers how a file wrote it, for a float keeps only some 15 of its digits."""

    __slots__ = ("text",)

    def __new__(cls, text: str) -> Self:
        made = super().__new__(cls, text)
        made.text = text
        return made

    text: str


def exact(number: float) -> Fraction:
    """The decimal as it was written: 0.1 is 1/10 (S1).

    Of a plain float, which does not say how it was written, the shortest decimal that means it.
    """
    if isinstance(number, Written):
        return Fraction(number.text)
    return Fraction(number) if isinstance(number, int) else Fraction(repr(number))


def number(at: Fraction) -> Value:
    return Value("number", at, at, at, (at,))


def interval(low: Fraction, high: Fraction, kind: Kind = "range") -> Value:
    return Value(kind, low, (low + high) / 2, high, (low, high))


def normal(mean: Fraction, sd: Fraction, low: Fraction, high: Fraction | None) -> Value:
    """Mean and three standard deviations to each side, cut to ``low`` and ``high``."""
    return Value("normal", *_cut(mean - 3 * sd, mean, mean + 3 * sd, low, high), (mean, sd))


def triangular(numbers: tuple[Fraction, Fraction, Fraction], low: Fraction, high: Fraction | None) -> Value:
    """From a to c with its peak at b, cut to ``low`` and ``high``."""
    return Value("triangular", *_cut(*numbers, low, high), numbers)


def _cut(
    start: Fraction, middle: Fraction, end: Fraction, low: Fraction, high: Fraction | None
) -> tuple[Fraction, Fraction, Fraction]:
    return max(start, low), middle, end if high is None else min(end, high)


def plain(at: Fraction) -> str:
    """A fraction as a short decimal, or as a fraction where no short decimal is exact."""
    whole, rest = divmod(at.numerator, at.denominator)
    if rest == 0:
        return str(whole)
    twos_and_fives = at.denominator
    for prime in (2, 5):
        while twos_and_fives % prime == 0:
            twos_and_fives //= prime
    if twos_and_fives > 1 or math.log10(at.denominator) > 12:
        return f"{float(at):.4g}"
    return f"{float(at):.12g}"
