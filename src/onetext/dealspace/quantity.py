"""Reading one quantity of a scenario: which shapes it may have, and between which bounds it lies."""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from onetext.dealspace import value
from onetext.dealspace.value import Value, exact, plain
from onetext.files.faults import refuse

LARGEST = 10**12
_SHAPES = "write a number, a range [low, high], {normal: [mean, sd]} or {triangular: [low, peak, high]}"


@dataclass(frozen=True)
class Measure:
    """What is measured, from ``low`` to ``high``; None: without a bound."""

    what: str
    low: Fraction | None
    high: Fraction | None

    def read(self, data: Any, address: str) -> Value:
        """The value that ``data`` stands for; raises ``Faults`` at ``address`` where it stands for none."""
        if isinstance(data, dict):
            return self._distribution(data, address)
        if isinstance(data, list | tuple):
            return self._range(data, address)
        return value.number(self._bounded(data, address))

    def _range(self, data: Any, address: str) -> Value:
        if len(data) != 2:
            raise refuse(address, f"a range has two numbers, low and high, not {len(data)}", _SHAPES)
        low, high = (self._bounded(part, address) for part in data)
        if low > high:
            raise refuse(
                address,
                f"the range runs from {plain(low)} down to {plain(high)}",
                f"write the smaller number first: [{plain(high)}, {plain(low)}]",
            )
        return value.interval(low, high)

    def _distribution(self, data: dict[str, Any], address: str) -> Value:
        shape, numbers = next(iter(data.items())) if len(data) == 1 else (None, None)
        wanted = {"normal": 2, "triangular": 3}.get(str(shape))
        if wanted is None:
            raise refuse(address, f"{_shown(data)} is no shape that a {self.what} can have", _SHAPES)
        if not isinstance(numbers, list | tuple) or len(numbers) != wanted:
            raise refuse(f"{address}.{shape}", f"must be a list of {wanted} numbers", _SHAPES)
        if shape == "normal":
            return self._normal(numbers, f"{address}.normal")
        return self._triangular(numbers, f"{address}.triangular")

    def _normal(self, numbers: Any, address: str) -> Value:
        mean, sd = self._bounded(numbers[0], address), self._number(numbers[1], address)
        if sd < 0:
            raise refuse(address, f"a standard deviation cannot be negative: {plain(sd)}", "use 0 or more")
        low = mean - 3 * sd if self.low is None else self.low
        return value.normal(mean, sd, low, self.high)

    def _triangular(self, numbers: Any, address: str) -> Value:
        low, peak, high = self._number(numbers[0], address), self._bounded(numbers[1], address), numbers[2]
        high = self._number(high, address)
        if not low <= peak <= high:
            raise refuse(
                address,
                f"its numbers must rise: {plain(low)}, {plain(peak)}, {plain(high)} do not",
                "write lowest, most likely, highest",
            )
        return value.triangular((low, peak, high), low if self.low is None else self.low, self.high)

    def _bounded(self, data: Any, address: str) -> Fraction:
        number = self._number(data, address)
        if self.low is not None and self.high is None and number < self.low:
            raise refuse(address, f"a {self.what} cannot be negative: {plain(number)}", "use 0 or more")
        if self.low is not None and self.high is not None and not self.low <= number <= self.high:
            remedy = f"use a number from {plain(self.low)} to {plain(self.high)}"
            if self.high == 1 and 1 < number <= 100:
                remedy += f"; {plain(number)} of 100 is written {plain(number / 100)}"
            raise refuse(
                address,
                f"a {self.what} runs from {plain(self.low)} to {plain(self.high)}, not {plain(number)}",
                remedy,
            )
        return number

    def _number(self, data: Any, address: str) -> Fraction:
        if isinstance(data, bool) or not isinstance(data, int | float):
            raise refuse(address, f"{_shown(data)} is not a number", _SHAPES)
        if isinstance(data, float) and not math.isfinite(data):
            raise refuse(address, f"{data} is not a finite number", "use a plain decimal number")
        if abs(data) > LARGEST:
            raise refuse(address, f"larger than {LARGEST:,}", "use smaller units; only proportions matter")
        return exact(data)


WEIGHT = Measure("weight", Fraction(0), None)
SCORE = Measure("score", Fraction(0), Fraction(100))
RESERVATION = Measure("reservation", Fraction(0), Fraction(1))
INTERACTION = Measure("interaction", None, None)


def _shown(data: Any) -> str:
    if data is None:
        return "nothing"
    if isinstance(data, list | dict):
        return f"this {'list' if isinstance(data, list) else 'mapping'}"
    text = str(data)
    return f"'{text if len(text) <= 40 else text[:40] + '…'}'"
