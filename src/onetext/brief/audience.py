"""What a speaking note adds: what the audience knows, what may be told, lines to take, what not to say (D5)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from gettext import gettext as _

from onetext.brief.line import Line
from onetext.brief.sentences import sentence
from onetext.case.case import Case
from onetext.case.dates import last_day
from onetext.case.record import MEMBER, PUBLIC, Record
from onetext.case.telling import Line as CaseLine
from onetext.desk.calling import called, day_called, title_of, who_called
from onetext.desk.saying import extent_said
from onetext.disclosure.attribution import marking_of
from onetext.disclosure.knows import Known, knows
from onetext.disclosure.reader import Reader
from onetext.disclosure.told import embargo_on, tellable


def knows_lines(case: Case, audience: Reader, day: date) -> Iterator[Line]:
    section = _("What they know")
    items = [item for item in knows(case, audience.who, day).items if item.subject != "point"]
    for item in sorted(items, key=_latest, reverse=True):
        name = item.id if item.subject == "topic" else called(case, item.id)
        extent = extent_said(item.extent)
        since = _(", since {day}").format(day=day_called(item.since)) if item.since else ""
        how = _(", as all do") if item.public else ""
        doubt = _(" (disputed)") if item.certainty == "disputed" else ""
        grounds = item.by if item.subject == "topic" else (item.id, *item.by)
        yield Line(section, f"{name}: {extent}{since}{how}{doubt}", grounds)
    if not items:
        yield Line(section, _("Nothing on record was told to them."))


def _latest(item: Known) -> tuple[bool, date]:
    """Drafts first, and of each the latest first: what they have last is what the talk will be about."""
    return item.subject == "draft", last_day(item.since) if item.since else date.min


def tellable_lines(case: Case, audience: Reader, day: date) -> Iterator[Line]:
    """What may be told that they were not told yet: statements and contacts, newest first."""
    section = _("What may be told")
    known = {item.id for item in knows(case, audience.who, day).items}
    told = tellable(case, audience, day)
    news = [
        record
        for kind in ("draft", "statement", "contact", "position")
        for record in told.records.get(kind, ())
        if record.id not in known
    ]
    for record in sorted(news, key=_day, reverse=True):
        if said := sentence(told, record, "handout"):
            yield Line(section, said.text, (record.id,), said.level)
    if not news:
        yield Line(section, _("Nothing beyond what they know."))


def _day(record: Record) -> date:
    return last_day(record.on) if record.on else date.min


def lines_to_take(case: Case, audience: Reader, day: date) -> Iterator[Line]:
    for line in _for(case, audience, day):
        if line.line_kind == "to_take":
            yield Line(_("Lines to take"), line.text, (line.id, *line.about))


def must_not_say(case: Case, audience: Reader, day: date) -> Iterator[Line]:
    """Lines written so, and what is under embargo or marked against leaving; in no handout ever."""
    section = _("Must not say")
    for line in _for(case, audience, day):
        if line.line_kind == "must_not_say":
            yield Line(section, line.text, (line.id, *line.about))
    for record in case.everything():
        if embargo := embargo_on(case, record.id, day):
            text = _("{what}: under embargo until {day}").format(what=title_of(case, record), day=day_called(embargo))
            yield Line(section, text, (record.id,))
        elif (mark := marking_of(case, record.id, day)) in ("TLP:RED", "TLP:AMBER+STRICT"):
            yield Line(section, f"{title_of(case, record)}: {mark}", (record.id,))


def _for(case: Case, audience: Reader, day: date) -> Iterator[CaseLine]:
    """Lines in force for this audience; a line for nobody in particular is for all."""
    for line in case.all(CaseLine):
        named = {who for who in line.audience if isinstance(who, str)}
        meant = not line.audience or audience.who in named or PUBLIC in named
        if meant and (line.until is None or last_day(line.until) >= day):
            yield line


def audience_name(case: Case, who: str) -> str:
    return _("the public") if who == PUBLIC else who_called(case, who).removeprefix(MEMBER)
