"""The issues of a foreign file: their options, and the numbers these stand for where the issue is a number."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from onetext.dealspace.reading_scenario import Reading
from onetext.dealspace.scenario import Issue
from onetext.files.faults import refuse

MOST_OPTIONS = 10_000


@dataclass(frozen=True)
class Subject:
    """An issue as a foreign file has it. ``key`` is what profiles call it by: an index, or its name.

    ``numbers`` by option, where the options are numbers.
    """

    key: str
    name: str
    options: tuple[str, ...]
    numbers: tuple[Fraction, ...] | None = None


Domain = tuple[Subject, ...]


def issues_of(domain: Domain) -> tuple[Issue, ...]:
    return tuple(Issue(subject.name, subject.options) for subject in domain)


def whole_numbers(address: str, key: str, name: str, low: Fraction, high: Fraction) -> Subject:
    """An issue of the whole numbers from ``low`` to ``high``. Raises ``Faults``."""
    check_range(address, low, high, Fraction(1))
    numbers = tuple(Fraction(number) for number in range(-(-low // 1), high // 1 + 1))
    if not numbers:
        raise refuse(address, f"there is no whole number from {written(low)} to {written(high)}", "correct its bounds")
    return Subject(key, name, tuple(map(written, numbers)), numbers)


def stepped(address: str, key: str, name: str, low: Fraction, high: Fraction, step: Fraction) -> Subject:
    """An issue of the numbers ``low``, ``low + step`` … up to ``high``. Raises ``Faults``."""
    if step <= 0:
        raise refuse(address, f"the step {written(step)} leads nowhere", "use a step above 0")
    check_range(address, low, high, step)
    numbers = tuple(low + step * number for number in range(int((high - low) // step) + 1))
    return Subject(key, name, tuple(map(written, numbers)), numbers)


def discretised(address: str, key: str, name: str, bounds: tuple[Fraction, Fraction], count: int | None) -> Subject:
    """``count`` numbers from bound to bound, both included, at equal distances. Raises ``Faults``, also without it."""
    low, high = bounds
    if count is None:
        raise refuse(
            address,
            f"the issue '{name}' takes every number from {written(low)} to {written(high)}",
            "say how many of them to try: --discretise 11",
        )
    if low == high:
        return Subject(key, name, (written(low),), (low,))
    if not 2 <= count <= MOST_OPTIONS:
        raise refuse("--discretise", f"{count:,} numbers an issue", f"use 2 to {MOST_OPTIONS:,}")
    return stepped(address, key, name, low, high, (high - low) / (count - 1))


def check_range(address: str, low: Fraction, high: Fraction, step: Fraction) -> None:
    if low > high:
        raise refuse(
            address, f"its bounds run from {written(low)} down to {written(high)}", "write the lower bound first"
        )
    count = (high - low) // step + 1
    if count > MOST_OPTIONS:
        raise refuse(
            address, f"{count:,} options; at most {MOST_OPTIONS:,} are read", "narrow its bounds, or widen its step"
        )


def check_domain(reading: Reading, domain: Domain) -> None:
    """Notes what no scenario can hold: no issues, an issue without options, names twice, names that are no words."""
    if not domain:
        reading.note("", "there are no issues", "name at least one issue with its options")
    if reading.too_many("issues", len(domain), "issues"):
        return
    seen: set[str] = set()
    for subject in domain:
        reading.check_name(f"issue {subject.name}", subject.name)
        if subject.name in seen:
            reading.note(f"issue {subject.name}", "a second issue of this name", "give each issue a name of its own")
        seen.add(subject.name)
        if not subject.options:
            reading.note(f"issue {subject.name}", "has no options", "list at least one, or leave the issue out")
        for option in subject.options:
            reading.check_name(f"issue {subject.name}", option)


def written(number: Fraction) -> str:
    """A number as the name of an option: a decimal where it has one, else a fraction; never rounded."""
    whole, rest = number.numerator, number.denominator
    places = 0
    while rest % 10 == 0:
        rest, places = rest // 10, places + 1
    for prime, other in ((2, 5), (5, 2)):
        while rest % prime == 0:
            rest, whole, places = rest // prime, whole * other, places + 1
    if rest != 1 or places > 15:
        return str(number)
    digits = str(abs(whole)).rjust(places + 1, "0")
    text = f"{digits[:-places]}.{digits[-places:]}" if places else digits
    return f"-{text}" if whole < 0 else text
