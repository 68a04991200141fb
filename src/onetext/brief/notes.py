"""Where a line comes from, as its reader may see it: outlet, day, and the very words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from gettext import gettext as _

from onetext.brief.stances import party_name, verb
from onetext.case.case import Case
from onetext.case.plan import Draft
from onetext.case.position import Position
from onetext.case.record import Record, Span
from onetext.case.references import references
from onetext.case.source import Source, Statement
from onetext.case.telling import Disclosure
from onetext.desk.calling import called, day_called, shortened, title_of, who_called
from onetext.disclosure.attribution import Output, attributed

_MOST_SOURCES = 3


@dataclass(frozen=True)
class Cited:
    """A source of a note; ``address`` is text to copy (M2)."""

    id: str
    name: str
    address: str | None


@dataclass(frozen=True)
class Note:
    """The ground ``id``: what it is, the words where we keep them, and its sources.

    ``spanned``: the words are characters of a source that we keep, so that a link can lead to them.
    """

    id: str
    text: str
    words: str | None
    spanned: bool
    cited: tuple[Cited, ...]
    further: int
    """Sources beyond those cited."""

    @property
    def line(self) -> str:
        """The note without its words: what it is, and by which sources."""
        names = "; ".join(source.name for source in self.cited)
        more = f" +{self.further}" if self.further else ""
        return f"{self.text} – {names}{more}" if names else self.text


def notes_for(case: Case, ids: Iterable[str], output: Output) -> tuple[Note, ...]:
    """One note a ground that the case shows, in the order of first use."""
    return tuple(_note(case, heads[0], output) for id in dict.fromkeys(ids) if (heads := case.heads(id)))


def _note(case: Case, record: Record, output: Output) -> Note:
    sources = _sources(case, record)
    words, spanned = _words(case, record, output)
    cited = tuple(Cited(source.id, _called(source), source.url) for source in sources[:_MOST_SOURCES])
    return Note(record.id, _what(case, record, output), words, spanned, cited, max(0, len(sources) - _MOST_SOURCES))


def _what(case: Case, record: Record, output: Output) -> str:
    if isinstance(record, Statement):
        return _said(record, output)
    if isinstance(record, Position):
        return _taken(case, record)
    if isinstance(record, Disclosure):
        to = ", ".join(_("the public") if who == "public" else who_called(case, who) for who in record.to)
        return _("Telling of {day} to {to}").format(day=day_called(record.on), to=to)
    title = title_of(case, record)
    if isinstance(record, Draft) and record.on:
        return f"{title}, {day_called(record.on)}"
    return title


def _said(statement: Statement, output: Output) -> str:
    printed = attributed(statement, output)
    speaker = printed.speaker if printed else None
    caution = f" [{printed.caution}]" if printed and printed.caution else ""
    parts = [speaker or "", day_called(statement.on) if statement.on else ""]
    return (", ".join(part for part in parts if part) or _("Statement")) + caution


def _taken(case: Case, record: Position) -> str:
    day = f", {day_called(record.on)}" if record.on else ""
    words = record.text or (called(case, record.option) if record.option else verb(record.stance, None))
    return shortened(f"{party_name(case, record.party)}{day}: {words}")


def _words(case: Case, record: Record, output: Output) -> tuple[str | None, bool]:
    """The very words, of the span in the source's text or else the quote on record; and whether of the span.

    What stands around a quote in a source may name its speaker, so a level that keeps the name back keeps the span
    back too (D8).
    """
    quote = getattr(record, "quote", None)
    if isinstance(record, Statement):
        printed = attributed(record, output)
        quote = printed.quote if printed else None
        if output == "handout" and record.handling not in (None, "on_record"):
            return quote, False
    span: Span | None = getattr(record, "span", None)
    source = case.get(Source, span.source) if span else None
    if span and source and source.text and span.end <= len(source.text):
        return source.text[span.start : span.end], True
    return (quote if isinstance(quote, str) else None), False


def _sources(case: Case, record: Record) -> list[Source]:
    """The record's own sources, then those of its evidence; a source is its own."""
    if isinstance(record, Source):
        return [record]
    ids = [tie.id for tie in references(record) if "source" in tie.kinds]
    for id in getattr(record, "evidence", ()):
        ids += [tie.id for head in case.heads(id) for tie in references(head) if "source" in tie.kinds]
    return [source for id in dict.fromkeys(ids) if (source := case.get(Source, id))]


def _called(source: Source) -> str:
    name = source.outlet or source.title or source.id
    return f"{name}, {day_called(source.on)}" if source.on else name
