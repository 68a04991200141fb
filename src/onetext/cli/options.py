"""The options that every command which reads a case shares."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from onetext.files.faults import refuse

if TYPE_CHECKING:
    from onetext.disclosure.opening import Opened

CasePath = Annotated[
    Path, typer.Argument(readable=False, metavar="CASE", help=_("a case file or folder, or a workspace's store"))
]
As = Annotated[
    str | None, typer.Option("--as", metavar="WHO", help=_("a person, a party or public; left out: everything"))
]
At = Annotated[
    str | None, typer.Option("--at", metavar="DAY", help=_("what was so, and known, by that day (default: today)"))
]
Hindsight = Annotated[bool, typer.Option("--hindsight", help=_("what was so by that day, as known today"))]
RecordedAt = Annotated[str | None, typer.Option("--recorded-at", metavar="TIME", help=_("our record as it stood then"))]
Json = Annotated[bool, typer.Option("--json", help=_("one JSON document on standard output"))]


def today() -> date:
    return datetime.now(UTC).date()


def the_day(text: str | None) -> date:
    """The day of ``--at``; a month or year means its last day."""
    from onetext.case.dates import last_day

    if text is None:
        return today()
    try:
        return last_day(text)
    except ValueError as error:
        raise refuse("--at", f"'{text}' is no possible day", "write it as 2025-11-19") from error


def the_time(text: str) -> str:
    """The moment of ``--recorded-at`` as the ledger writes it; a day, month or year means its last moment."""
    from onetext.case.dates import last_day

    try:
        if "T" not in text:
            return f"{last_day(text).isoformat()}T23:59:59.999999Z"
        moment = datetime.fromisoformat(text)
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return f"{moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='microseconds')}Z"
    except (ValueError, OverflowError) as error:
        raise refuse("--recorded-at", f"'{text}' is no possible time", "write it as 2025-11-19T08:30:00Z") from error


def written(text: str) -> bool:
    """Whether an argument is text, not bytes of another encoding that Python passes through."""
    return not any("\ud800" <= char <= "\udfff" for char in text)


def opened(path: Path, who: str | None, at: str | None, hindsight: bool, recorded_at: str | None) -> Opened:
    """The case cut as the options say. Raises ``Faults``."""
    from onetext.disclosure.moment import Moment
    from onetext.disclosure.opening import open_case, place_of
    from onetext.disclosure.store import wall_clock

    if recorded_at is not None and place_of(path) == "snapshot":
        raise typer.BadParameter(_("needs a log or a store: a snapshot does not say when it was recorded"))
    return open_case(
        path,
        who,
        Moment(the_day(at), hindsight, the_time(recorded_at) if recorded_at is not None else None),
        wall_clock,
    )


def print_json(data: Any) -> None:
    print(json.dumps(data, ensure_ascii=False, indent=2))
