"""Time limits: the words that set one ("by the end of the month", "within ten days"), and the day where it is told."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from onetext.reading.dates import MONTHS, WEEKDAYS, dates, day_of
from onetext.reading.numbers import WORD
from onetext.wording.spans import Span

_M = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_D = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_SEASON = r"(?:spring|summer|autumn|fall|winter)"
_FEASTS = {"christmas": (12, 25), "christmas eve": (12, 24), "new year's eve": (12, 31), "new year": (1, 1)}
_SPAN = rf"(?:{WORD}|an?|several|a few|the next {WORD})[- ](?:hours?|days?|weeks?|months?|years?|working days?)"
_PART = r"(?:the )?(?:very )?(?:end|start|beginning|close|middle|first half|second half|second week|first week)"
_ORDINAL = (
    r"\d{1,2}(?:st|nd|rd|th)|first of the month|fifteenth|tenth|twentieth|thirtieth|twelfth|fourteenth|eighteenth"
)
_TIME = re.compile(
    rf"(?:{_PART} of (?:the |this |next |that |the current |the coming )?"
    rf"(?:day|week|month|quarter|year|season|decade|session|term|{_SEASON}|{_M}(?:,? \d{{4}})?|\d{{4}}|[Rr]amadan)"
    r"|(?:the )?(?:year|month|week)(?:['’]s |-)end|the weekend"
    rf"|(?:midnight|noon|midday|dawn|dusk|sunset|sunrise|nightfall|daybreak)(?: (?:on )?{_D}| tonight| tomorrow)?"
    r"|(?:Christmas(?: Eve)?|Easter|Ramadan|New Year(?:['’]s (?:Day|Eve))?|Passover|Lent|Advent|Pentecost|Eid"
    r"|Whitsun|Michaelmas|Midsummer|Martinmas|Candlemas|Epiphany|All Saints|[A-Z]\w+(?:['’]s)? Day)\b"
    rf"|(?:early|mid|late)[- ]{_M}(?: \d{{4}})?|(?:the )?(?:next|coming|this|following) (?:week|month|year|{_SEASON})"
    rf"|the (?:{_SEASON}|new year|new season|next harvest|harvest)"
    rf"|\d{{1,2}}(?:[:.]\d\d)? ?(?:a\.?m\.?|p\.?m\.?|GMT|UTC|o['’]clock)(?: (?:on )?{_D})?"
    rf"|the (?:\w+|\w+-\w+) of {_M}(?:,? \d{{4}})?\b"
    rf"|the (?:{_ORDINAL})\b(?! \w+ing\b)"
    r"|then\b|that (?:day|date|time|point)\b|(?:19|20)\d\d\b"
    rf"|{_M}\b(?! \d))"
)
_EDGE = re.compile(
    r"\b(?P<before>before|prior to|ahead of|in time for|in advance of)\s"
    r"|\b(?P<exact>(?:(?:but |and )?(?:no|not) later than|not after|by|until|till|up to)|within|on|at|in)\s"
    r"|\b(?P<event>for|at)\s",
    re.IGNORECASE,
)
_OFFSET = re.compile(
    rf"(?:(?:no|not) later than |at least |at the latest |within )?(?:exactly |at most )?{_SPAN}"
    r" (?:before|ahead of|prior to|after|of|from) ",
    re.IGNORECASE,
)
_DURATION = re.compile(_SPAN, re.IGNORECASE)
_LENGTHS = re.compile("hours|days|weeks|(?:the |a )(?:hour|day|week|fortnight|month|year)")


@dataclass(frozen=True, slots=True)
class Limit:
    """One phrase that may set a limit, and what it hangs on.

    ``word`` is by, until, within, length ("in ten days"), on, before, for or offset; ``behind`` is where that begins
    which it names. ``time`` is true where a time is named ("by Friday"), false where an event is ("before it opens").
    """

    word: str
    span: Span
    behind: int
    time: bool


_LOOSE = re.compile(
    r"\b(?:due|expir|laps|run(?:s|ning)? out|elaps|terminat|end|ready|complete|finish|final|done|valid|avail"
    r"|must|ha(?:s|ve) to|needs? to|ordered|told to)"
)


def limits(text: str, zone: Span) -> list[Limit]:
    """Every phrase in the zone that may set a limit, in order; whether it does is for the verb to say."""
    found, taken = list[Limit](), zone.start
    loose = _LOOSE.search(text, *zone) is not None  # without such a word "on", "at", "in" and "for" bind nothing
    for edge in _EDGE.finditer(text, zone.start, zone.end):
        if edge.start() < taken or (not loose and edge.group().strip().lower() in {"on", "at", "in", "for"}):
            continue
        limit = _offset(text, edge, zone) or _after(text, edge, zone)
        if limit is not None and not _only_where(text, limit):
            found.append(limit)
            taken = limit.span.end if limit.time else limit.behind
    return found


def _only_where(text: str, limit: Limit) -> bool:
    """``to appear before the committee by Friday``: the place; the time stands behind it."""
    if limit.time or limit.word != "before":
        return False
    return any(time_end(text, by.end(), limit.span.end) for by in _BY.finditer(text, limit.behind, limit.span.end))


_BY = re.compile(r"\bby (?:the )?")


def _offset(text: str, edge: re.Match[str], zone: Span) -> Limit | None:
    """``ten days before it opens``: the whole of it, with what goes before the edge."""
    for start in {
        edge.start(),
        *(m.start() for m in _DURATION.finditer(text, max(zone.start, edge.start() - 30), edge.end())),
    }:
        match = _OFFSET.match(text, start, zone.end)
        if match is not None and match.end() >= edge.start():
            end = _clause_end(text, match.end(), zone.end)
            return Limit("offset", Span(start, end), match.end(), time=False)
    return None


def _after(text: str, edge: re.Match[str], zone: Span) -> Limit | None:
    word = edge.group().strip().lower()
    word = "by" if "later than" in word or word == "not after" else word
    if word == "within" or (word == "in" and _DURATION.match(text, edge.end(), zone.end)):
        length = _DURATION.match(text, edge.end(), zone.end) or _LENGTHS.match(text, edge.end(), zone.end)
        word = "length" if word == "in" else word
        return Limit(word, Span(edge.start(), length.end()), edge.end(), time=True) if length else None
    end = time_end(text, edge.end(), zone.end)
    if end is not None:
        return Limit("before" if edge.group("before") else word, Span(edge.start(), end), edge.end(), time=True)
    if edge.group("before") or word in {"for", "by", "until", "at"}:
        stop = _clause_end(text, edge.end(), zone.end)
        return Limit("before" if edge.group("before") else word, Span(edge.start(), stop), edge.end(), time=False)
    return None


def length_end(text: str, start: int, end: int) -> int | None:
    """Where the length of time that starts at ``start`` ends, or null."""
    length = _DURATION.match(text, start, end)
    return length.end() if length else None


def time_end(text: str, start: int, end: int) -> int | None:
    """Where the time that starts at ``start`` ends, or null."""
    named = _TIME.match(text, start, end)
    when = next((m for m in dates(text, start, min(end, start + 60)) if m.start() <= start), None)
    ends = [m.end() for m in (named, when) if m is not None]
    return max(ends) if ends else None


_CLOSES = re.compile(r"[,;.]\s|[,;.]$|[–—\"”]|\s(?:and|but|or)\s(?:would|will|to|that|the|he|she|it|they)\b|\ssaid\b")


def _clause_end(text: str, start: int, end: int) -> int:
    found = _CLOSES.search(text, start, end)
    return found.start() if found else end


def day(words: str, published: str | None) -> str | None:
    """The day (YYYY-MM-DD) or month or year that a limit names; null where the text does not allow it."""
    when = next(iter(dates(words, 0, len(words))), None)
    told = day_of(when, published) if when is not None else None
    if told is not None and not re.search(r"\bend of\b|-end\b|['’]s end\b", words):
        return _ahead(told, words, published)
    try:
        basis = date.fromisoformat(published or "")
    except ValueError:
        return _without_basis(words)
    return _loose(words.lower().replace("’", "'"), basis)


def _ahead(told: str, words: str, published: str | None) -> str:
    """A day without a year lies ahead of the day of publication, unless it has only just passed."""
    if published is None or len(told) < 10 or re.search(r"\d{4}", words) or published[:7] <= told[:7]:
        return told
    basis, day_ = date.fromisoformat(published), date.fromisoformat(told)
    return _forward(basis, day_.month, day_.day).isoformat() if (basis - day_).days > 45 else told


def _without_basis(words: str) -> str | None:
    end = re.search(rf"\bend of ({_M}),? (\d{{4}})", words)
    if end is not None:
        return _last_day(int(end[2]), MONTHS.index(end[1].lower()) + 1)
    year = re.search(r"\b(?:19|20)\d\d\b", words)
    if year is None:
        return None
    return f"{year.group()}-12-31" if "end of" in words else year.group()


def _loose(words: str, basis: date) -> str | None:
    named = _without_basis(words.title()) or _without_basis(words)
    if named is not None:
        return named
    feast = next((day for name, day in _FEASTS.items() if name in words and f"{name} eve" not in words), None)
    if feast is not None:
        return _forward(basis, *feast).isoformat()
    if "end of" in words or "'s end" in words or "-end" in words:
        return _end_of(words, basis)
    weekday = next((number for number, name in enumerate(WEEKDAYS) if name in words), None)
    if weekday is not None:
        return (basis + timedelta(days=(weekday - basis.weekday()) % 7)).isoformat()
    month = next((number for number, name in enumerate(MONTHS, 1) if re.search(rf"\b{name}\b", words)), None)
    if month is not None:
        return _forward(basis, month, monthrange(basis.year, month)[1]).isoformat()[:7]
    if "next month" in words:
        return f"{basis.year + basis.month // 12}-{basis.month % 12 + 1:02d}"
    return str(basis.year + 1) if "next year" in words else None


def _end_of(words: str, basis: date) -> str | None:
    month = next((number for number, name in enumerate(MONTHS, 1) if re.search(rf"\b{name}\b", words)), None)
    if month is not None:
        year = basis.year + (month < basis.month)
        return _last_day(year, month)
    if "next month" in words:
        return _last_day(basis.year + basis.month // 12, basis.month % 12 + 1)
    if "month" in words:
        return _last_day(basis.year, basis.month)
    if "year" in words:
        return f"{basis.year + ('next' in words)}-12-31"
    return None


def _last_day(year: int, month: int) -> str:
    return f"{year}-{month:02d}-{monthrange(year, month)[1]}"


def _forward(basis: date, month: int, number: int) -> date:
    """The first such day from the basis on."""
    this = date(basis.year, month, min(number, monthrange(basis.year, month)[1]))
    return this if this >= basis else date(basis.year + 1, month, min(number, monthrange(basis.year + 1, month)[1]))
