"""``onetext status CASE``."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING, Annotated

import typer

from onetext.cli.options import As, At, CasePath, Hindsight, Json, RecordedAt, opened, print_json, the_day

if TYPE_CHECKING:
    from onetext.case.case import Case
    from onetext.desk.status import Status


def status(
    case: CasePath,
    since: Annotated[
        str | None, typer.Option(metavar="DAY", help=_("what changed after it (default: seven days)"))
    ] = None,
    as_: As = None,
    at: At = None,
    hindsight: Hindsight = False,
    recorded_at: RecordedAt = None,
    json: Json = False,
) -> None:
    from onetext.desk.status import status as status_of
    from onetext.desk.status import status_data

    view = opened(case, as_, at, hindsight, recorded_at)
    found = status_of(view.case, view.moment.day, the_day(since) if since else None)
    if json:
        print_json(status_data(view.case, found))
    else:
        _print(view.case, found)


def _print(case: Case, found: Status) -> None:
    from rich.console import Console
    from rich.text import Text

    out = Console(highlight=False)
    head = Text(case.head.title, style="bold")
    draft = _("draft: {id}").format(id=found.draft or _("none"))
    out.print(head.append(f"  {found.at.isoformat()}  {draft}", style="not bold"))
    for heading, lines in {**_questions(case, found), **_coming(case, found)}.items():
        out.print(Text(f"\n{heading}", style="bold"))
        for line in lines or [_("nothing")]:
            out.print(f"  {line}", markup=False)


def _questions(case: Case, found: Status) -> dict[str, list[str]]:
    """The four questions, each with its lines."""
    from onetext.desk.calling import called

    return {
        _("Agreed"): [
            f"{one.point}  {called(case, one.point)}{_(' (ad referendum)') if one.ad_referendum else ''}"
            for one in found.agreed
        ],
        _("Awaited"): [
            _("{party}, shown {draft} since {day}").format(
                party=called(case, one.party), draft=one.draft, day=one.since or _("a day not stated")
            )
            for one in found.awaited
        ],
        _("Open"): [
            f"{one.point}  {called(case, one.point)}: "
            + _("{brackets} brackets, {options} options, {proposals} proposals").format(
                brackets=one.brackets, options=len(one.options), proposals=len(one.proposals)
            )
            for one in found.open
        ],
        _("Pending"): [
            f"{one.due or _('no day')}  {one.kind} {one.id}: {called(case, one.id)}" for one in found.pending
        ],
    }


def _coming(case: Case, found: Status) -> dict[str, list[str]]:
    """What is next, what the text is silent on, and what changed."""
    from onetext.desk.calling import called, title_of
    from onetext.desk.contacts import state_of
    from onetext.desk.saying import state_said

    return {
        _("Next contacts"): [
            f"{one.on or _('no day')}  {title_of(case, one)} ({state_said(state_of(one).status)})"
            for one in found.next_contacts
        ],
        _("Silent issues"): [f"{point}  {called(case, point)}" for point in found.silent],
        _("Changed since {day}").format(day=found.since.isoformat()): [
            f"{one.known_from}  {one.record.kind} {one.record.id}: {title_of(case, one.record)}"
            for one in found.changed_since
        ],
    }
