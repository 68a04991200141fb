"""``onetext read FILE…``: articles, folders and corpora; one after the other, on several cores, or on a cluster."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path
from typing import Annotated

import typer

from onetext.cli.options import As, At, Hindsight, Json, RecordedAt, opened

Workers = Annotated[int, typer.Option("--workers", min=1, metavar="W", help=_("processes on this machine"))]
Cluster = Annotated[str | None, typer.Option("--cluster", metavar="ADDRESS", help=_("a Dask scheduler's address"))]


def read(
    files: Annotated[
        list[Path],
        typer.Argument(
            readable=False,
            metavar="FILE…",
            help=_("articles (.txt, .md, .html, .eml), folders, .ris, or .jsonl with id and text a line"),
        ),
    ],
    json: Json = False,
    jsonl: Annotated[bool, typer.Option("--jsonl", help=_("one JSON document a line, as it is read"))] = False,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            readable=False,
            metavar="FILE.jsonl",
            help=_("write there; what it holds is not read again"),
        ),
    ] = None,
    workers: Workers = 1,
    cluster: Cluster = None,
    plain: Annotated[
        bool, typer.Option("--plain", help=_("without the language model, even where it is installed"))
    ] = False,
    case: Annotated[
        Path | None,
        typer.Option("--case", readable=False, metavar="CASE", help=_("match what is found to what this case holds")),
    ] = None,
    as_: As = None,
    at: At = None,
    hindsight: Hindsight = False,
    recorded_at: RecordedAt = None,
) -> None:
    from onetext.cli.reading.run import Run, run
    from onetext.reading.settings import Settings

    settings = Settings(with_model=False if plain else None)
    held = opened(case, as_, at, hindsight, recorded_at).case if case is not None else None
    run(Run(files, settings, workers, cluster, output, held), as_json=json, as_lines=jsonl)
