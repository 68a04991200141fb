"""Making a handout or a speaking note out of a case that was cut for its maker (D3, D5)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from gettext import gettext as _
from itertools import chain, islice

from onetext.brief import audience as told
from onetext.brief import standing
from onetext.brief.line import Brief, Line
from onetext.brief.notes import Note, notes_for
from onetext.case.case import Case
from onetext.case.current import main_plan
from onetext.case.dates import last_day
from onetext.case.telling import Disclosure, Export
from onetext.desk.status import status
from onetext.disclosure.attribution import Output
from onetext.disclosure.cut import cut_case
from onetext.disclosure.knows import reaches
from onetext.disclosure.moment import Moment
from onetext.disclosure.reader import Reader
from onetext.disclosure.told import tellable

HANDOUT = "handout"
SPEAKING_NOTE = "speaking_note"


@dataclass(frozen=True)
class Size:
    """How many lines each section may have at most: what makes it one page."""

    text: int = 6
    changes: int = 8
    agenda: int = 6
    stands: int = 10
    open: int = 8
    audience: int = 8

    def smaller(self) -> Size:
        """About three quarters of each, never under two."""
        return Size(**{name: max(2, count * 3 // 4) for name, count in vars(self).items()})


FULL = Size()


def handout(
    case: Case, reader: Reader, day: date, *, since: date | None = None, copy: int | None = None, size: Size = FULL
) -> Brief:
    """A page for ``reader`` with only what they may be given; never a must-not-say list.

    ``case`` is cut for its maker and for ``day``. ``since`` left out: the day the last one was handed over (B2).
    """
    start = since or last_handed_over(case, reader.who, day)
    shown = tellable(case, reader, day)
    lines = tuple(_common(shown, day, start, size, "handout"))
    return Brief(
        kind="handout",
        title=_title(shown, _("Handout")),
        for_=reader.who,
        for_name=told.audience_name(case, reader.who),
        about=None,
        about_name=None,
        at=day,
        since=start,
        marking=None,
        copy=copy,
        lines=lines,
        notes=_notes(shown, lines),
    )


def speaking_note(
    case: Case,
    reader: Reader,
    audience: Reader,
    day: date,
    *,
    since: date | None = None,
    copy: int | None = None,
    size: Size = FULL,
) -> Brief:
    """A page for ``reader``, one of our own, about ``audience``: all the reader may read, and what to say of it."""
    shown = cut_case(case, reader, Moment(day))
    start = since or last_handed_over(case, audience.who, day)
    sections = (
        told.must_not_say(shown, audience, day),
        told.lines_to_take(shown, audience, day),
        told.knows_lines(shown, audience, day),
        told.tellable_lines(shown, audience, day),
    )
    own = chain.from_iterable(islice(section, size.audience) for section in sections)
    lines = (*own, *_common(shown, day, start, size, "own"))
    return Brief(
        kind="speaking_note",
        title=_title(shown, _("Speaking note")),
        for_=reader.who,
        for_name=told.audience_name(case, reader.who),
        about=audience.who,
        about_name=told.audience_name(case, audience.who),
        at=day,
        since=start,
        marking=_("For the named reader only"),
        copy=copy,
        lines=lines,
        notes=_notes(shown, lines),
    )


def last_handed_over(case: Case, who: str, day: date) -> date | None:
    """The last day before ``day`` on which a brief was handed over to them."""
    briefs = {export.id for export in case.all(Export) if export.what in (HANDOUT, SPEAKING_NOTE)}
    days = [
        last_day(one.on)
        for one in case.all(Disclosure)
        if one.export in briefs and one.status == "done" and one.on and reaches(case, one, who)
    ]
    return max((found for found in days if found < day), default=None)


def _common(case: Case, day: date, since: date | None, size: Size, output: Output) -> Iterator[Line]:
    found = status(case, day)
    yield from islice(standing.text_lines(case, found), size.text)
    yield from islice(standing.change_lines(case, since, day, output), size.changes)
    yield from islice(standing.agenda_lines(case, found), size.agenda)
    yield from islice(standing.stand_lines(case, day), size.stands)
    yield from islice(standing.open_lines(case, found), size.open)


def _title(shown: Case, otherwise: str) -> str:
    plan = main_plan(shown)
    return plan.title if plan else otherwise


def _notes(shown: Case, lines: tuple[Line, ...]) -> tuple[Note, ...]:
    return notes_for(shown, (id for line in lines for id in line.grounds))
