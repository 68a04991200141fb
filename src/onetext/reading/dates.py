"""Days in a text: how they are put, and which day that is where the text or its date of publication says so."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from onetext.wording.spans import Span

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_MONTHS = {name: number for number, name in enumerate(MONTHS, 1)}
_MONTHS |= {name[:3]: number for name, number in _MONTHS.items()} | {"sept": 9}

_M = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.?"
)
_D = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
DATE = re.compile(
    rf"\b(?:(?:on|by|until|before|from|since|for|in|at|late|early|later|earlier|of)\s)?(?:the\s)?(?:"
    rf"(?P<iso>\d{{4}}-\d{{2}}-\d{{2}})"
    rf"|(?:{_D},?\s)?(?P<month1>{_M})\s(?P<day1>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s(?P<year1>\d{{4}}))?"
    rf"|(?:{_D},?\s)?(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?:\s?(?:and|to|[-–])\s?\d{{1,2}})?\s(?:of\s)?(?P<month2>{_M})\b(?:,?\s(?P<year2>\d{{4}}))?"
    rf"|(?:(?P<which>last|next|this)\s)?(?P<weekday>{_D})(?:\s(?:morning|afternoon|evening|night))?"
    rf"|(?P<near>yesterday|today|tomorrow|tonight|this\s(?:morning|afternoon|evening))"
    rf"|(?P<month3>{_M})\s(?P<year3>\d{{4}})"
    rf"|(?P<loose>(?:(?:earlier|later)\s)?(?:this|last|next|the\scoming|the\sfollowing|the\sprevious)\s"
    rf"(?:week|month|year|weekend|spring|summer|autumn|fall|winter)"
    rf"|(?:the\s)?end\sof\s(?:the|this|next)\s(?:week|month|year)|\w+\s(?:days|weeks|months)\s(?:ago|earlier|later)|(?:the\s)?day\s(?:before|after)"
    rf"|hours\s(?:before|after|later|earlier))"
    rf"|(?P<bare>{_M})(?=[\s,.;)])(?!\s\d)"
    r")",
)


def dates(text: str, start: int, end: int) -> list[re.Match[str]]:
    """The phrases for days in ``text[start:end]``, in order."""
    found = []
    for match in DATE.finditer(text, start, end):
        if match.group("bare") and not re.match(
            r"(?:in|by|until|since|for|of|before|from|late|early)\s", match.group(), re.IGNORECASE
        ):
            continue
        found.append(match)
    return found


def phrase_of(match: re.Match[str]) -> str:
    """The phrase without its preposition: ``November 19``, ``earlier this week``."""
    return _phrase(match.group())


@lru_cache(maxsize=1024)
def _phrase(words: str) -> str:
    return " ".join(re.sub(r"^(?:on|by|until|before|from|since|for|in|at|of)\s+", "", words).split())


def day_of(match: re.Match[str], published: str | None, *, forward: bool | None = None) -> str | None:
    """The day as YYYY-MM-DD (or YYYY-MM), when the phrase has a year or the day of publication is known.

    ``forward`` says whether a weekday or a month without a year lies ahead of that day or behind it.
    """
    group = match.group
    if group("iso"):
        return group("iso")
    month = group("month1") or group("month2")
    if month:
        return _with_month(month, group("day1") or group("day2"), group("year1") or group("year2"), published)
    if group("month3"):
        return f"{group('year3')}-{_month(group('month3')):02d}"
    basis = _day(published)
    if basis is None:
        return None
    if group("near"):
        step = {"yesterday": -1, "tomorrow": 1}.get(group("near").lower(), 0)
        known = date.min.toordinal() <= basis.toordinal() + step <= date.max.toordinal()
        return (basis + timedelta(days=step)).isoformat() if known else None
    if group("weekday"):
        return _weekday(group("weekday"), (group("which") or "").lower(), basis, forward)
    if group("bare") and forward is not None:
        return _bare_month(group("bare"), basis, forward)
    if group("loose") and forward is not None:
        return _loose(group("loose").lower(), basis)
    return None


WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def _weekday(name: str, which: str, basis: date, forward: bool | None) -> str | None:
    """The nearest such day on the side that is meant; the day of publication itself counts as behind."""
    ahead = {"last": False, "next": True}.get(which, forward)
    if ahead is None:
        return None
    step = (WEEKDAYS.index(name.lower()) - basis.weekday()) % 7
    days = (step or 7) if ahead else -((7 - step) % 7)
    if which == "last" and days == 0:
        days = -7
    try:
        return (basis + timedelta(days=days)).isoformat()
    except OverflowError:
        return None


def _loose(words: str, basis: date) -> str | None:
    """``last year``, ``next month``: the year or the month."""
    step = {"last": -1, "previous": -1, "next": 1, "coming": 1, "following": 1, "this": 0}
    match = re.search(r"(?P<which>last|previous|next|coming|following|this) (?P<unit>month|year)$", words)
    if match is None:
        return None
    shift = step[match.group("which")]
    if match.group("unit") == "year":
        return f"{basis.year + shift:04d}"
    months = basis.year * 12 + basis.month - 1 + shift
    return f"{months // 12:04d}-{months % 12 + 1:02d}"


def _bare_month(name: str, basis: date, forward: bool) -> str:
    month = _month(name)
    year = basis.year + (forward and month < basis.month) - (not forward and month > basis.month)
    return f"{year}-{month:02d}"


def _month(name: str) -> int:
    return _MONTHS[name.lower().strip(".")]


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat(published or "")
    except ValueError:
        return None


def _with_month(month: str, day: str, year: str | None, published: str | None) -> str | None:
    return nearest_day(int(year) if year else None, _month(month), int(day), published)


def nearest_day(year: int | None, month: int, day: int, published: str | None) -> str | None:
    """The day as YYYY-MM-DD, null for none; one without a year is the one nearest to the day of publication."""
    basis = _day(published)
    if year is None and basis is None:
        return None
    years = [year] if year else [basis.year + step for step in (-1, 0, 1) if basis]
    possible = []
    for each in years:
        try:
            possible.append(date(each, month, day))
        except ValueError:
            continue
    if not possible:
        return None
    return min(possible, key=lambda d: abs((d - basis).days) if basis else 0).isoformat()


def published_in(text: str, spans: list[Span]) -> str | None:
    """The day a page says it was published: ``Published 14 June 2025`` among its clutter."""
    for span in spans:
        if re.match(r"(?:first )?(?:published|posted|updated)\b", span.of(text), re.IGNORECASE):
            for match in dates(text, *span):
                day = day_of(match, None)
                if day and len(day) == 10:
                    return day
    return None
