"""One run of reading: where its documents go, what is seen meanwhile, and how it ends."""

from __future__ import annotations

from collections import deque
from contextlib import ExitStack, closing
from dataclasses import dataclass
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from onetext.cli.ending import INPUT_AT_FAULT, STOPPED
from onetext.cli.reading.report import Report, Watch
from onetext.cli.reading.sinks import Lines, Sink, Whole, Words
from onetext.cli.watched import stoppable

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator

    from onetext.case.case import Case
    from onetext.reading.bulk.output import Output
    from onetext.reading.documents import Read
    from onetext.reading.settings import Settings
    from onetext.reading.sources.entry import Entry


@dataclass(frozen=True)
class Run:
    """What the command was asked; ``output`` is the file that its documents go to."""

    files: list[Path]
    settings: Settings
    workers: int
    cluster: str | None
    output: Path | None
    case: Case | None = None
    """Cut for whoever asks (D3); what is found is matched to it."""


def run(asked: Run, *, as_json: bool, as_lines: bool) -> None:
    """Read all. Raises ``Faults`` when nothing could be read, and ``typer.Exit`` when it was stopped."""
    report = Report()
    sink: Sink = Lines() if as_lines else Whole() if as_json else Words()
    with ExitStack() as held:
        output = None if asked.output is None else held.enter_context(_opened(asked.output, report))
        stopped = held.enter_context(stoppable(_("Stopping after this text; once more ends it at once.")))
        documents = held.enter_context(closing(_documents(asked, output, report)))
        _read(documents, output or sink, report, stopped)
    if output is not None and as_json:
        report.print_json()
    elif output is None:
        sink.end(report)
    if not as_json:
        report.print_words()
    if report.stopped:
        raise typer.Exit(STOPPED)
    if report.empty:
        raise typer.Exit(INPUT_AT_FAULT)


def _opened(path: Path, report: Report) -> Output:
    from onetext.reading.bulk.output import Output

    output = Output(path)
    report.output, report.held, report.repaired = str(path), output.held, output.repaired
    return output


def _documents(asked: Run, output: Output | None, report: Report) -> Generator[Read]:
    from onetext.reading.bulk.spreading import read_many
    from onetext.reading.sources.entries import entries

    texts = entries(asked.files, output.path if output else None, report.left_out)
    wanted = output.missing(texts) if output else texts
    if asked.case is None:
        yield from read_many(wanted, asked.settings, asked.workers, asked.cluster)
    else:
        yield from _linked(asked, wanted, asked.case)


def _linked(asked: Run, texts: Iterable[Entry], case: Case) -> Generator[Read]:
    """Each document matched to the case: here, where the case is, whoever reads the text; in the order of the texts."""
    from onetext.reading.bulk.spreading import read_many
    from onetext.reading.documents import linked_line

    under_way: deque[Entry] = deque()

    def kept() -> Iterator[Entry]:
        for entry in texts:
            under_way.append(entry)
            yield entry

    for read in read_many(kept(), asked.settings, asked.workers, asked.cluster):
        yield linked_line(read, under_way.popleft(), case)


def _read(documents: Generator[Read], sink: Sink | Output, report: Report, stopped: Callable[[], bool]) -> None:
    watch = Watch(report)
    try:
        for read in documents:
            sink.add(read)
            report.add(read)
            watch.tell()
            if stopped():
                report.stopped = True
                return
    finally:
        watch.line.clear()
