"""What to call a record in a list: one line, in the words of the case."""

from __future__ import annotations

from functools import cache
from gettext import gettext as _

from onetext.case.case import Case
from onetext.case.position import Position
from onetext.case.record import Named, Record
from onetext.case.telling import Disclosure
from onetext.positions.signs import said

_TITLES = ("title", "name", "label", "text", "reservation", "what", "quote")
_MOST = 160
_NAMED = 3
"""Things of a telling named in its line; a page of thirty would bury who told whom."""


def called(case: Case, id: str | None) -> str:
    """The name of a person, party or other record; the id itself where the case shows none."""
    if id is None:
        return ""
    heads = case.heads(id)
    return title_of(case, heads[0]) if heads else id


def title_of(case: Case, record: Record) -> str:
    """One line that says what the record is."""
    if isinstance(record, Disclosure):
        return _telling(case, record)
    if isinstance(record, Position):
        return _position(case, record)
    for name in _TITLES:
        text = getattr(record, name, None)
        if isinstance(text, str) and text:
            return shortened(text)
    return record.id


def who_called(case: Case, who: str | Named | None) -> str:
    """A person or party by name; the unnamed as they are described."""
    if isinstance(who, Named):
        return f"{who.name} ({called(case, who.party)})" if who.party else who.name
    return called(case, who)


def shortened(text: str) -> str:
    """At most 160 characters, cut between words."""
    line = " ".join(text.split())
    return line if len(line) <= _MOST else line[:_MOST].rsplit(" ", 1)[0] + " …"


def day_called(text: str | None) -> str:
    """A partial date as people write it, never made more precise: 19 Nov 2025, Nov 2025, 2025; a time as it stands."""
    if not text:
        return _("day not known")
    day, _at, time = text.partition("T")
    parts = day.split("-")
    names = [parts[0]]
    if len(parts) > 1:
        names.append(_months()[int(parts[1]) - 1])
    if len(parts) > 2:
        names.append(str(int(parts[2])))
    return " ".join(reversed(names)) + (f", {time}" if time else "")


@cache
def _months() -> tuple[str, ...]:
    first = (_("Jan"), _("Feb"), _("Mar"), _("Apr"), _("May"), _("Jun"))
    return (*first, _("Jul"), _("Aug"), _("Sep"), _("Oct"), _("Nov"), _("Dec"))


def _position(case: Case, record: Position) -> str:
    about = called(case, record.option or record.point) or _("the plan as a whole")
    words = f"{said(record.stance)} – {about}" if record.stance != "unknown" else about
    return shortened(f"{called(case, record.party)}: {words}. {record.text or ''}".rstrip())


def _telling(case: Case, record: Disclosure) -> str:
    things = [called(case, item.names) if item.names else item.topic or "" for item in record.items]
    if len(things) > _NAMED:
        things = [*things[: _NAMED - 1], _("%(n)s things more") % {"n": len(things) - _NAMED + 1}]
    to = ", ".join(who_called(case, who) for who in record.to)
    by = who_called(case, record.by)
    return shortened(f"{by or '–'} → {to or '–'}: {', '.join(things) or record.text or '–'}")
