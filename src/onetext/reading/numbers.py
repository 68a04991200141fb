"""Numbers in words and digits: ``28``, ``twenty-two``, ``a dozen``."""

from __future__ import annotations

_UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_VALUES = {word: value for value, word in enumerate(_UNITS)} | _TENS | {"dozen": 12, "hundred": 100}

WORD = (
    r"(?:\d{1,3}|(?:" + "|".join(_TENS) + r")(?:[- ](?:" + "|".join(_UNITS[1:10]) + r"))?"
    r"|a dozen|" + "|".join(reversed(_UNITS[1:])) + ")"
)
"""A number up to 999 as a regular expression without groups."""


def number(text: str) -> int | None:
    """The value of a number up to 999, or null."""
    if text.isdigit():
        return int(text)
    total = 0
    for word in text.lower().replace("-", " ").split():
        if word == "a":
            continue
        if word not in _VALUES:
            return None
        total += _VALUES[word]
    return total or None
