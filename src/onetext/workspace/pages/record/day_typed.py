"""A day as people type it, and as onetext itself shows it: 7 May 2026, May 2026, 7 mai 2026."""

from __future__ import annotations

import re

from django.utils.dates import MONTHS, MONTHS_3

_NAMED = re.compile(r"(?:(\d{1,2})\.?\s+)?([^\W\d_]{3,})\.?,?\s+(\d{4})")
_MONTH_FIRST = re.compile(r"([^\W\d_]{3,})\.?\s+(\d{1,2}),?\s+(\d{4})")
_ENGLISH = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip


def typed_day(text: str) -> str:
    """The partial date that was typed in words, such as ``7 May 2026``; any other text as it is.

    Numbers alone (``5/7/2026``) are left alone: two readers would take them for two days.
    """
    said = " ".join(text.split())
    if found := _NAMED.fullmatch(said):
        day, name, year = found.groups()
    elif found := _MONTH_FIRST.fullmatch(said):
        name, day, year = found.groups()
    else:
        return said
    month = _month(name.casefold())
    if month is None:
        return said
    return f"{year}-{month:02}" + (f"-{int(day):02}" if day else "")


def _month(name: str) -> int | None:
    """The month of an English name, whole or cut short, or of one in the reader's language."""
    for number, words in MONTHS.items():
        if name in (str(words).casefold(), str(MONTHS_3[number]).casefold()):
            return int(number)
    return next((at for at, whole in enumerate(_ENGLISH, 1) if whole.startswith(name)), None)
