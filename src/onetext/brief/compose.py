"""Making a handout or a speaking note out of a case that was cut for its maker (D3, D5)."""

from __future__ import annotations

from datetime import date
from gettext import gettext as _

from onetext.brief import audience as told
from onetext.brief import standing
from onetext.brief.line import Heading
from onetext.brief.sheet import Section, Sheet
from onetext.case.case import Case
from onetext.case.current import main_plan
from onetext.case.dates import last_day
from onetext.case.once import once_a_case
from onetext.case.telling import Disclosure, Export
from onetext.desk.status import status
from onetext.disclosure.attribution import Output, markings
from onetext.disclosure.cut import cut_case
from onetext.disclosure.exporting import for_export
from onetext.disclosure.knows import reaches
from onetext.disclosure.moment import Moment
from onetext.disclosure.reader import Reader
from onetext.disclosure.told import tellable
from onetext.files.faults import refuse

HANDOUT = "handout"
SPEAKING_NOTE = "speaking_note"
BRIEFS = (HANDOUT, SPEAKING_NOTE)


@once_a_case
def handout(case: Case, reader: Reader, day: date, *, since: date | None = None, copy: int | None = None) -> Sheet:
    """A page for ``reader`` with only what they may be given; never a must-not-say list.

    ``case`` is cut for its maker and for ``day``. ``since`` left out: the day the last one was handed over (B2).
    Raises ``Faults`` for a numbered copy of a public record.
    """
    _check_copy(case, copy)
    start = since or last_handed_over(case, reader.who, day)
    shown = tellable(for_export(case), reader, day)
    heading = Heading(
        kind="handout",
        title=_title(shown, _("Handout")),
        for_=reader.who,
        for_name=told.audience_name(case, reader.who),
        about=None,
        about_name=None,
        at=day,
        since=start,
        copy=copy,
    )
    return Sheet(heading, shown, "handout", _common(shown, day, start, "handout"), marks=markings(case, day))


@once_a_case
def speaking_note(
    case: Case,
    reader: Reader,
    audience: Reader,
    day: date,
    *,
    since: date | None = None,
    copy: int | None = None,
    hindsight: bool = False,
) -> Sheet:
    """A page for ``reader``, one of our own, about ``audience``: what maker and reader both may read.

    Private positions and preferences are in none (D13). Raises ``Faults`` for a numbered copy of a public record.
    """
    _check_copy(case, copy)
    both = cut_case(case, reader, Moment(day, hindsight))
    start = since or last_handed_over(case, audience.who, day, both)
    shown = for_export(both)
    own = (
        Section(tuple(told.must_not_say(shown, audience, day))),
        Section(tuple(told.lines_to_take(shown, audience, day))),
        Section(tuple(told.knows_lines(shown, audience, day)), 14),
        Section(tuple(told.tellable_lines(shown, audience, day)), 14),
    )
    heading = Heading(
        kind="speaking_note",
        title=_title(shown, _("Speaking note")),
        for_=reader.who,
        for_name=told.audience_name(case, reader.who),
        about=audience.who,
        about_name=told.audience_name(case, audience.who),
        at=day,
        since=start,
        copy=copy,
    )
    sections = (*own, *_common(shown, day, start, "own"))
    return Sheet(heading, shown, "own", sections, _("For the named reader only"), markings(shown, day))


def last_handed_over(case: Case, who: str, day: date, seen: Case | None = None) -> date | None:
    """The last day before ``day`` on which a brief was handed over to them.

    ``seen``: only tellings that this case shows too count, where the page is for somebody who may read less.
    """
    briefs = {export.id for export in case.all(Export) if export.what in BRIEFS}
    days = [
        last_day(one.on)
        for one in case.all(Disclosure)
        if one.export in briefs
        and one.status == "done"
        and one.on
        and reaches(case, one, who) == "told"
        and (seen is None or seen.get(Disclosure, one.id))
    ]
    return max((found for found in days if found < day), default=None)


def _common(case: Case, day: date, since: date | None, output: Output) -> tuple[Section, ...]:
    found = status(case, day)
    return (
        Section(tuple(standing.text_lines(case, found, output)), 12),
        Section(tuple(standing.change_lines(case, since, day, output)), 16),
        Section(tuple(standing.agenda_lines(case, found)), 10),
        Section(tuple(standing.stand_lines(case, day)), 30, standing.further_points),
        Section(tuple(standing.open_lines(case, found)), 20),
    )


def _check_copy(case: Case, copy: int | None) -> None:
    if copy is not None and case.head.basis == "public_record":
        raise refuse("copy", "a public record about living people has no numbered copies", "leave the number out")


def _title(shown: Case, otherwise: str) -> str:
    plan = main_plan(shown)
    return plan.title if plan else otherwise
