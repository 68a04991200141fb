"""One record laid out for reading: its fields in words, its sources with the very words, each side's account."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from onetext.case.case import Case
from onetext.case.contact import Contact
from onetext.case.plan import Draft
from onetext.case.record import Account, Model, Record, Span
from onetext.case.source import Source, Statement
from onetext.case.work import Suggestion
from onetext.desk.calling import called, title_of, who_called
from onetext.desk.contacts import State, state_of
from onetext.desk.naming import named_by
from onetext.disclosure.attribution import attributed
from onetext.workspace.fieldwords import field_words, kind_words, word_words
from onetext.workspace.templatetags.days import day

_APART = frozenset({"id", "labels", "sources", "accounts", "title", "span", "via", "known_from", "clauses", "on"})
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}(-[0-9]{2})?")
_WORD = re.compile(r"[a-z]+(_[a-z]+)*")
_AROUND = 220
"""Characters of a source shown before and after the words found in it."""


@dataclass(frozen=True)
class Piece:
    """Some words of a value, and the record they name."""

    text: str
    id: str | None = None


@dataclass(frozen=True)
class Row:
    name: str
    values: tuple[tuple[Piece, ...], ...]


@dataclass(frozen=True)
class Passage:
    """The very words in a source, with what stands around them; ``place`` is how an address names them."""

    source: Source
    before: str
    words: str
    after: str
    place: str = ""


@dataclass(frozen=True)
class Said:
    """One state or rival value in one side's account, in their order."""

    account: Account
    field: str
    value: str
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Side:
    """One side's own account of the record: a column (C3)."""

    by: str
    said: tuple[Said, ...]


@dataclass(frozen=True)
class Entry:
    record: Record
    kind: str
    title: str
    rows: tuple[Row, ...]
    sources: tuple[Source, ...]
    sides: tuple[Side, ...]
    passages: tuple[Passage, ...]
    """Where it was found: its own words, and those of every suggestion it was taken in from."""
    state: State | None
    clauses: tuple[Any, ...]
    caution: str | None
    names: tuple[tuple[str, str, str], ...]
    """Records that name this one: id, kind, title."""


def entry_of(case: Case, record: Record) -> Entry:
    printed = attributed(record, "own") if isinstance(record, Statement) else None
    return Entry(
        record=record,
        kind=kind_words(record.kind),
        title=title_of(case, record),
        rows=tuple(_rows(case, record)),
        sources=_sources(case, record),
        sides=tuple(_sides(case, record)),
        passages=tuple(_passages(case, record)),
        state=state_of(record) if isinstance(record, Contact) else None,
        clauses=record.clauses if isinstance(record, Draft) else (),
        caution=printed.caution if printed else None,
        names=tuple(_named_by(case, record.id)),
    )


def _rows(case: Case, record: Model) -> Iterator[Row]:
    for name, value in record:
        if name in _APART or value in (None, (), {}, False):
            continue
        known = type(record).model_fields.get(name)
        yield Row(field_words(known.alias or name if known else name), tuple(_values(case, value)))


def _values(case: Case, value: Any) -> Iterator[tuple[Piece, ...]]:
    if isinstance(value, tuple):
        for part in value:
            yield from _values(case, part)
    elif isinstance(value, Model):
        yield _model(case, value)
    elif isinstance(value, dict):
        yield from ((Piece(f"{called(case, key)}: {part}"),) for key, part in value.items())
    elif value is True:
        yield (Piece(_("yes")),)
    else:
        yield (_piece(case, str(value)),)


def _piece(case: Case, text: str) -> Piece:
    """A record by its name; a day, a word of a closed list and anything else as people write it."""
    if case.heads(text):
        return Piece(called(case, text), text)
    return Piece(day(text) if _DAY.fullmatch(text) else word_words(text) if _WORD.fullmatch(text) else text)


def _model(case: Case, value: Model) -> tuple[Piece, ...]:
    """A part of a record on one line: its values, the named ones as links."""
    pieces: list[Piece] = []
    for name, part in value:
        if part in (None, (), {}, False) or name == "sources":
            continue
        for found in _values(case, part):
            pieces += [*([Piece(" · ")] if pieces else []), *found]
    return tuple(pieces)


def _sources(case: Case, record: Record) -> tuple[Source, ...]:
    ids = (*getattr(record, "via", ()), *record.sources)
    found = (case.get(Source, id) for id in dict.fromkeys(ids))
    return tuple(source for source in found if source)


def _sides(case: Case, record: Record) -> Iterator[Side]:
    sides: dict[str, list[Said]] = {}
    for account in record.accounts:
        sources = tuple(source for id in account.sources if (source := case.get(Source, id)))
        value = "" if account.value is None else "".join(piece.text for piece in _piece_of(case, account.value))
        said = Said(account, field_words(account.field) if account.field else "", value, sources)
        sides.setdefault(who_called(case, account.by) or _("the record"), []).append(said)
    yield from (Side(by, tuple(said)) for by, said in sides.items())


def _piece_of(case: Case, value: Any) -> Iterator[Piece]:
    for at, pieces in enumerate(_values(case, value)):
        yield from (*([Piece(", ")] if at else []), *pieces)


def _passages(case: Case, record: Record) -> Iterator[Passage]:
    own: Span | None = getattr(record, "span", None)
    named = (one for one in named_by(case).get(record.id, ()) if isinstance(one, Suggestion) and one.decision)
    spans = [span for span in (own, *(one.span for one in named)) if span]
    for span in dict.fromkeys(spans):
        if passage := passage_of(case.get(Source, span.source), span):
            yield passage


def passage_of(source: Source | None, span: Span | None) -> Passage | None:
    """The words of a span with what stands around them; None where the text is not kept."""
    if span is None or source is None or not source.text or span.end > len(source.text):
        return None
    start = max(0, span.start - _AROUND)
    return Passage(
        source,
        ("…" if start else "") + source.text[start : span.start],
        source.text[span.start : span.end],
        source.text[span.end : span.end + _AROUND] + ("…" if span.end + _AROUND < len(source.text) else ""),
        f"{span.start}-{span.end}",
    )


def _named_by(case: Case, id: str) -> Iterator[tuple[str, str, str]]:
    for record in named_by(case).get(id, ()):
        if record.kind not in ("comment", "suggestion"):
            yield record.id, kind_words(record.kind), title_of(case, record)
