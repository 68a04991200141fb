"""``onetext status CASE``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from onetext.cli.options import As, At, CasePath, Hindsight, Json, RecordedAt, opened, print_json, the_day

if TYPE_CHECKING:
    from onetext.case.case import Case
    from onetext.desk.status import Status


def status(
    case: CasePath,
    since: Annotated[
        str | None, typer.Option(metavar="DAY", help="what changed after it (default: seven days)")
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

    from onetext.desk.calling import called, title_of
    from onetext.desk.contacts import state_of

    out = Console(highlight=False)
    head = Text(case.head.title, style="bold")
    out.print(head.append(f"  {found.at.isoformat()}  draft: {found.draft or 'none'}", style="not bold"))
    sections = {
        "Agreed": [
            f"{one.point}  {called(case, one.point)}{' (ad referendum)' if one.ad_referendum else ''}"
            for one in found.agreed
        ],
        "Awaited": [
            f"{called(case, one.party)}, shown {one.draft} since {one.since or 'a day not stated'}"
            for one in found.awaited
        ],
        "Open": [
            f"{one.point}  {called(case, one.point)}: {one.brackets} brackets, {len(one.options)} options, "
            f"{len(one.proposals)} proposals"
            for one in found.open
        ],
        "Pending": [f"{one.due or 'no day'}  {one.kind} {one.id}: {called(case, one.id)}" for one in found.pending],
        "Next contacts": [
            f"{one.on or 'no day'}  {title_of(case, one)} ({state_of(one).status})" for one in found.next_contacts
        ],
        "Silent issues": [f"{point}  {called(case, point)}" for point in found.silent],
        f"Changed since {found.since.isoformat()}": [
            f"{one.known_from}  {one.record.kind} {one.record.id}: {title_of(case, one.record)}"
            for one in found.changed_since
        ],
    }
    for heading, lines in sections.items():
        out.print(f"\n[bold]{heading}[/bold]")
        for line in lines or ["nothing"]:
            out.print(f"  {line}", markup=False)
