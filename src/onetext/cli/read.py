"""``onetext read FILE…``: articles, folders and corpora; one after the other, on several cores, or on a cluster."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onetext.cli.options import As, At, Hindsight, Json, RecordedAt, opened, the_day

if TYPE_CHECKING:
    from onetext.case.case import Case
    from onetext.reading.coding.codebook import Codebook
    from onetext.reading.naming.named import Named

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
    gazetteer: Annotated[
        Path | None,
        typer.Option("--gazetteer", readable=False, metavar="FILE", help=_("names of your own, as 'gazetteer/1'")),
    ] = None,
    tagger: Annotated[
        Path | None,
        typer.Option("--tagger", readable=False, metavar="TAGGER", help=_("who said what by a tagger of your own")),
    ] = None,
    plain: Annotated[
        bool, typer.Option("--plain", help=_("without the language model, even where it is installed"))
    ] = False,
    codebook: Annotated[
        Path | None,
        typer.Option(
            "--codebook", readable=False, metavar="F.yaml", help=_("put the codes of this book to what is found")
        ),
    ] = None,
    case: Annotated[
        Path | None,
        typer.Option(
            "--case",
            readable=False,
            metavar="CASE",
            help=_("its names are known; what is found is matched"),
        ),
    ] = None,
    as_: As = None,
    at: At = None,
    hindsight: Hindsight = False,
    recorded_at: RecordedAt = None,
) -> None:
    from onetext.cli.reading.run import Run, run
    from onetext.reading.settings import Settings

    held = opened(case, as_, at, hindsight, recorded_at).case if case is not None else None
    settings = Settings(
        with_model=False if plain else None,
        names=_names(gazetteer, held, at),
        codebook=_book(codebook),
        tagger=_tagger(tagger),
    )
    run(Run(files, settings, workers, cluster, output, held), as_json=json, as_lines=jsonl)


def _names(gazetteer: Path | None, case: Case | None, at: str | None) -> tuple[Named, ...]:
    """Those of the file go before those of the case, which is cut for its reader already (D3)."""
    own: tuple[Named, ...] = ()
    if gazetteer is not None:
        from onetext.reading.naming.gazetteer_file import read_gazetteer

        own = read_gazetteer(gazetteer)
    if case is not None:
        from onetext.reading.naming.from_case import names_of

        own = (*own, *names_of(case, the_day(at)))
    return own


def _book(path: Path | None) -> Codebook | None:
    if path is None:
        return None  # and the half second that its module takes is saved
    from onetext.reading.coding.codebook import read_codebook

    return read_codebook(path)


def _tagger(path: Path | None) -> bytes | None:
    from onetext.reading.tagging.tagger_file import read_tagger

    return read_tagger(path) if path is not None else None
