"""When a contact was, as far as it is told: a span of days, how exact it is, and how far two of them lie apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from onetext.case.dates import days_before, first_day, last_day
from onetext.reading.dates import WEEKDAYS

_PAST = frozenset({"held", "ongoing", "suspended", "not_held"})
_AHEAD = frozenset({"planned", "expected"})
_BACK, _AHEAD_DAYS = 7, 60
"""News tells of what was held within a week; what is to come is announced up to two months before."""


@dataclass(frozen=True, slots=True)
class When:
    """Days ``first`` to ``last``; ``told``: whether the text gives them, or only the day of its publication."""

    first: date
    last: date
    told: bool = True

    @property
    def length(self) -> int:
        return (self.last - self.first).days + 1

    def apart(self, other: When) -> int:
        """Whole days between the two; 0 where they overlap."""
        return max(0, (other.first - self.last).days, (self.first - other.last).days)


def days_told(on: str | None, end: str | None = None) -> When | None:
    """The days a partial date can mean; none where it is no date."""
    try:
        return When(first_day(on), last_day(end or on)) if on else None
    except ValueError:
        return None


def when_told(day: str | None, words: str | None, published: str | None, status: str | None) -> When | None:
    """The days that a suggestion can mean.

    Its own date; else a phrase such as ``Wednesday`` or ``last week`` counted from the day of publication; without a
    phrase, what news of that status is about. None: nothing is known, or the phrase cannot be counted.
    """
    if day:
        return days_told(day)
    basis = days_told(published)
    if basis is None or basis.length > 1:
        return None
    return _phrase(words, basis.last, status) if words else _news(basis.last, status)


def _news(day: date, status: str | None) -> When:
    if status in _PAST:
        return When(days_before(day, timedelta(_BACK)), day, told=False)
    if status in _AHEAD:
        return When(day, _after(day, _AHEAD_DAYS), told=False)
    return When(days_before(day, timedelta(_BACK)), _after(day, _AHEAD_DAYS), told=False)


def _phrase(words: str, day: date, status: str | None) -> When | None:
    low = words.casefold()
    weekday = next((at for at, name in enumerate(WEEKDAYS) if name in low), None)
    if weekday is not None:
        back = (day.weekday() - weekday) % 7
        past = days_before(day, timedelta(back + (7 if "last" in low and back == 0 else 0)))
        ahead = _after(day, (weekday - day.weekday()) % 7)
        if status in _PAST or "last" in low:
            return When(past, past)
        if status in _AHEAD or "next" in low:
            return When(ahead, _after(ahead, 7) if "next" in low else ahead)
        return When(past, ahead)
    if re.search(r"\bweek(?:end)?\b", low) and not re.search(r"\b(?:weeks|ago|month|year)\b", low):
        monday = days_before(day, timedelta(day.weekday()))
        shift = -7 if "last" in low or "previous" in low else 7 if re.search("next|coming|following", low) else 0
        start = _after(monday, shift)
        return When(start, _after(start, 6))
    return None


def _after(day: date, days: int) -> date:
    return date.fromordinal(max(1, min(day.toordinal() + days, date.max.toordinal())))
