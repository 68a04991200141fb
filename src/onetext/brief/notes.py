"""Where a line comes from, as its reader may see it: outlet, day, and the very words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onetext.case.case import Case
from onetext.case.record import Record, Span
from onetext.case.references import references
from onetext.case.source import Source, Statement
from onetext.desk.calling import day_called, title_of

_MOST_SOURCES = 3


@dataclass(frozen=True)
class Note:
    """The ground ``id``: what it is, the words in the source where we keep them, and the sources' entries."""

    id: str
    text: str
    words: str | None
    sources: tuple[str, ...]
    addresses: tuple[str, ...]


def notes_for(case: Case, ids: Iterable[str]) -> tuple[Note, ...]:
    """One note a ground that the case shows, in the order of first use."""
    return tuple(_note(case, record) for id in dict.fromkeys(ids) if (record := _record(case, id)))


def _record(case: Case, id: str) -> Record | None:
    heads = case.heads(id)
    return heads[0] if heads else None


def _note(case: Case, record: Record) -> Note:
    sources = _sources(case, record)
    named = "; ".join(_called(source) for source in sources[:_MOST_SOURCES])
    more = f" +{len(sources) - _MOST_SOURCES}" if len(sources) > _MOST_SOURCES else ""
    what = title_of(case, record) if not isinstance(record, Statement) else _said(record)
    text = f"{what} – {named}{more}" if named else what
    addresses = tuple(source.url for source in sources[:_MOST_SOURCES] if source.url)
    return Note(record.id, text, _words(case, record), tuple(source.id for source in sources), addresses)


def _said(statement: Statement) -> str:
    speaker = statement.speaker.name or statement.speaker.description
    return ", ".join(part for part in (speaker, day_called(statement.on)) if part) or statement.id


def _words(case: Case, record: Record) -> str | None:
    """The very words: of the span in the source's text, else the quote on record."""
    span: Span | None = getattr(record, "span", None)
    source = case.get(Source, span.source) if span else None
    if span and source and source.text and span.end <= len(source.text):
        return source.text[span.start : span.end]
    quote = getattr(record, "quote", None)
    return quote if isinstance(quote, str) else None


def _sources(case: Case, record: Record) -> list[Source]:
    """The record's own sources, then those of its evidence; a source is its own."""
    if isinstance(record, Source):
        return [record]
    ids = [tie.id for tie in references(record) if "source" in tie.kinds]
    for id in getattr(record, "evidence", ()):
        ids += [tie.id for head in case.heads(id) for tie in references(head) if "source" in tie.kinds]
    return [source for id in dict.fromkeys(ids) if (source := case.get(Source, id))]


def _called(source: Source) -> str:
    return ", ".join(
        part for part in (source.outlet or source.title or source.id, source.on and day_called(source.on)) if part
    )
