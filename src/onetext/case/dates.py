"""Partial dates: a year, a month, a day, or a day with a time; never made more precise than they were given."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator
from pydantic_core import PydanticCustomError

_SHAPE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?))?)?)?", re.ASCII)


def _parts(text: str) -> tuple[int, int | None, int | None]:
    shape = _SHAPE.fullmatch(text)
    if shape is None:
        raise ValueError("not a date")
    year, month, day, time = shape.groups()
    if time is not None:
        datetime.fromisoformat(text)
    date(int(year), int(month or 1), int(day or 1))
    return int(year), int(month) if month else None, int(day) if day else None


@lru_cache(maxsize=1 << 14)
def _bounds(text: str) -> tuple[date, date]:
    """The days of a case are few, and asked for at every turn."""
    year, month, day = _parts(text)
    last = month or 12
    return date(year, month or 1, day or 1), date(year, last, day or monthrange(year, last)[1])


def first_day(text: str) -> date:
    """The first day that a partial date can mean. Raises ``ValueError`` on anything but a partial date."""
    return _bounds(text)[0]


def last_day(text: str) -> date:
    """The last day that a partial date can mean."""
    return _bounds(text)[1]


def earliest(dates: list[str]) -> str | None:
    """Of partial dates, the one whose last possible day comes first."""
    return min(dates, key=lambda text: (last_day(text), first_day(text), text), default=None)


def latest(dates: list[str]) -> str | None:
    """Of partial dates, the one whose last possible day comes last."""
    return max(dates, key=lambda text: (last_day(text), first_day(text), text), default=None)


def days_before(day: date, days: timedelta) -> date:
    """So many days earlier; the calendar begins with the year 1."""
    return max(day, date.min + days) - days


def checked_date(text: str) -> str:
    """The text itself when it is a possible date; else a fault that says which shapes are."""
    try:
        first_day(text)
        last_day(text)
    except ValueError as error:
        raise PydanticCustomError(
            "impossible_date",
            "'{text}' is no possible date",
            {"text": text[:40], "remedy": "write 2025, 2025-10 or 2025-10-14"},
        ) from error
    return text


def _bare_year(value: object) -> object:
    """A year that stands unquoted in a case file is read as a number."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


PartialDate = Annotated[
    str, BeforeValidator(_bare_year, json_schema_input_type=str | int), AfterValidator(checked_date)
]
