"""``onetext brief CASE --for READER [--about AUDIENCE] -o F``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onetext.cli.options import As, At, CasePath, Hindsight, Json, RecordedAt, opened, print_json, the_day

if TYPE_CHECKING:
    from onetext.brief.compose import Size
    from onetext.brief.line import Brief


def brief(
    case: CasePath,
    output: Annotated[Path, typer.Option("-o", "--output", metavar="F", help="F.pdf, F.html or F.md")],
    for_: Annotated[str, typer.Option("--for", metavar="READER", help="who it is for")],
    about: Annotated[str | None, typer.Option(metavar="AUDIENCE", help="makes it a speaking note about them")] = None,
    since: Annotated[str | None, typer.Option(metavar="DAY", help="what changed after it")] = None,
    copy: Annotated[int | None, typer.Option(metavar="N", min=1, help="the number of this copy")] = None,
    as_: As = None,
    at: At = None,
    hindsight: Hindsight = False,
    recorded_at: RecordedAt = None,
    json: Json = False,
) -> None:
    from onetext.brief.compose import handout, speaking_note
    from onetext.brief.leaving import bytes_of, items_of
    from onetext.case.snapshot import record_data
    from onetext.cli.leaving import AUTHOR, keep_record
    from onetext.disclosure.exporting import export_record
    from onetext.disclosure.reader import reader_of
    from onetext.files.writing import write_whole

    view = opened(case, as_, at, hindsight, recorded_at)
    day, start = view.moment.day, the_day(since) if since else None
    reader = reader_of(view.case, for_, day)

    def make(size: Size) -> Brief:
        if about is None:
            return handout(view.case, reader, day, since=start, copy=copy, size=size)
        audience = reader_of(view.case, about, day)
        return speaking_note(view.case, reader, audience, day, since=start, copy=copy, size=size)

    made, leaving = bytes_of(make, output)
    record = export_record(f"export-{leaving.hash[:12]}", made.kind, leaving, by=AUTHOR, for_=for_, at=day.isoformat())
    record = record.model_copy(
        update={"items": items_of(view.case, made), "about": about, "copy_": str(copy) if copy else None}
    )
    kept = keep_record(case, output, record)
    write_whole(output, leaving.data)
    if json:
        print_json({**made.data(), "export": record_data(kept)})
    else:
        print(
            f"{output}\nrecorded as export {kept.id}; handed over? "
            f"onetext tell {case} --to {about or for_} --what {kept.id}"
        )
