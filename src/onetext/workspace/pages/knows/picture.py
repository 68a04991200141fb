"""Who told whom over time, as a picture: a lane for everybody, a column for every telling."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from onetext.case.case import Case
from onetext.case.dates import first_day, last_day
from onetext.case.people import Party
from onetext.case.record import PUBLIC, Named
from onetext.case.telling import Disclosure
from onetext.desk.calling import called, title_of, who_called

_MOST = 40
"""Tellings drawn, the newest; the table beside the picture has them all."""
_LANE = 22
_COLUMN = 24
_LEFT = 172
_TOP = 84
_COUNTED = ("done", "ongoing", "disputed")


@dataclass(frozen=True)
class Lane:
    name: str
    y: int


@dataclass(frozen=True)
class Stroke:
    """One telling: from the lane of whoever told (None: not known) to the lanes of those told."""

    x: int
    top: int
    bottom: int
    start: int | None
    ends: tuple[int, ...]
    disputed: bool
    day: str | None
    """Set where it is another than in the column before."""


@dataclass(frozen=True)
class Picture:
    width: int
    height: int
    left: int
    lanes: tuple[Lane, ...]
    strokes: tuple[Stroke, ...]
    left_out: int


@dataclass(frozen=True)
class Telling:
    """A line of the table behind the picture."""

    id: str
    on: str | None
    by: str
    to: str
    what: str
    disputed: bool


def tellings(case: Case, day: date) -> list[Disclosure]:
    """What was told by that day, oldest first; those without a day before all others."""
    counted = [one for one in case.all(Disclosure) if one.status in _COUNTED and _begun(one, day)]
    return sorted(counted, key=lambda one: (last_day(one.on) if one.on else date.min, one.id))


def rows(case: Case, told: Iterable[Disclosure]) -> list[Telling]:
    """The table behind the picture, newest first."""
    found = [
        Telling(
            one.id,
            one.on,
            who_called(case, one.by) or _("not known"),
            ", ".join(_name(case, who) for who in one.to) or _("not known"),
            _what(case, one),
            one.status == "disputed",
        )
        for one in told
    ]
    return found[::-1]


def draw(case: Case, told: list[Disclosure]) -> Picture | None:
    """The newest tellings in columns, oldest at the left; None where fewer than two were told."""
    drawn = [one for one in told if one.to][-_MOST:]
    if len(drawn) < 2:
        return None
    names = _lanes(case, drawn)
    y = {name: _TOP + _LANE * at for at, name in enumerate(names)}
    strokes, before = [], None
    for at, one in enumerate(drawn):
        start = y[_name(case, one.by)] if one.by else None
        ends = tuple(y[_name(case, who)] for who in one.to)
        touched = [*ends, *([start] if start is not None else [])]
        x = _LEFT + _COLUMN * at + _COLUMN // 2
        shown = one.on if one.on != before else None
        strokes.append(Stroke(x, min(touched), max(touched), start, ends, one.status == "disputed", shown))
        before = one.on
    lanes = tuple(Lane(name, height) for name, height in y.items())
    height = _TOP + _LANE * len(lanes)
    return Picture(_LEFT + _COLUMN * len(drawn) + 40, height, _LEFT, lanes, tuple(strokes), len(told) - len(drawn))


def _lanes(case: Case, drawn: list[Disclosure]) -> list[str]:
    """The public on top, then parties in the order of the case, then all others as they come."""
    found = {_name(case, who): who for one in drawn for who in (one.by, *one.to) if who}
    parties = [_name(case, party.id) for party in case.all(Party)]
    order = [_name(case, PUBLIC), *parties]
    place = {name: at for at, name in reversed(list(enumerate(order)))}
    return sorted(found, key=lambda name: place.get(name, len(order)))


def _name(case: Case, who: str | Named | None) -> str:
    if who == PUBLIC:
        return _("the public")
    party = case.get(Party, who) if isinstance(who, str) else None
    return party.short or party.name if party else who_called(case, who)


def _what(case: Case, one: Disclosure) -> str:
    things = [called(case, item.names) if item.names else item.topic or "" for item in one.items]
    return ", ".join(things) or one.text or title_of(case, one)


def _begun(one: Disclosure, day: date) -> bool:
    return one.on is None or first_day(one.on) <= day
