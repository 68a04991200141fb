"""``onetext brief CASE --for READER [--about AUDIENCE] -o F``."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path
from typing import Annotated

import typer

from onetext.cli.options import As, At, CasePath, Hindsight, Json, RecordedAt, opened, print_json, the_day


def brief(
    case: CasePath,
    output: Annotated[Path, typer.Option("-o", "--output", metavar="F", help=_("F.pdf, F.html or F.md"))],
    for_: Annotated[str, typer.Option("--for", metavar="READER", help=_("who it is for"))],
    about: Annotated[
        str | None, typer.Option(metavar="AUDIENCE", help=_("makes it a speaking note about them"))
    ] = None,
    since: Annotated[str | None, typer.Option(metavar="DAY", help=_("what changed after it"))] = None,
    copy: Annotated[int | None, typer.Option(metavar="N", min=1, help=_("the number of this copy"))] = None,
    as_: As = None,
    at: At = None,
    hindsight: Hindsight = False,
    recorded_at: RecordedAt = None,
    json: Json = False,
) -> None:
    from onetext.brief.compose import handout, speaking_note
    from onetext.brief.leaving import bytes_of, record_of
    from onetext.case.snapshot import record_data
    from onetext.cli.leaving import AUTHOR, keep_record
    from onetext.files.writing import write_whole

    view = opened(case, as_, at, hindsight, recorded_at)
    day, start = view.moment.day, the_day(since) if since else None
    reader = view.other(for_)
    if about is None:
        sheet = handout(view.case, reader, day, since=start, copy=copy)
    else:
        audience = view.other(about)
        sheet = speaking_note(view.case, reader, audience, day, since=start, copy=copy, hindsight=hindsight)
    made, leaving = bytes_of(sheet, output)
    kept = keep_record(case, output, record_of(view.case, made, leaving, by=AUTHOR))
    write_whole(output, leaving.data)
    if json:
        print_json({**made.data(), "export": record_data(kept)})
    else:
        print(output, _("recorded as an export: {id}").format(id=kept.id), sep="\n")
        if made.left_out:
            print(_("left out for space: {count} lines; the page says where").format(count=made.left_out))
        command = f"onetext tell {case} --to {for_} --what {kept.id}"
        print(_("once it was handed over: {command}").format(command=command))
