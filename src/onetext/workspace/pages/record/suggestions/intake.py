"""A source with the suggestions made at it, in text order, as far as whoever looks may see them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import Http404

from onetext.case.record import Record
from onetext.case.source import Source
from onetext.case.work import Suggestion
from onetext.disclosure.view import View
from onetext.workspace.content import shown
from onetext.workspace.frame import Frame

READING = "reading"
"""What the suggestion is called that keeps how the whole text was read: how far, its limits, its clutter."""


@dataclass(frozen=True)
class Intake:
    """``reading`` says how the text was read; None: it was not read yet, or others read it unseen."""

    source: Source
    suggestions: tuple[Suggestion, ...]
    reading: Suggestion | None

    @property
    def open(self) -> tuple[Suggestion, ...]:
        return tuple(one for one in self.suggestions if one.decision is None)


def intake_of(frame: Frame, seen: View, source_id: str) -> Intake:
    """The source and its suggestions; hidden is absent (D4)."""
    if frame.asked.reader is not None:
        case = shown(frame)
        return _intake(case.get(Source, source_id), case.all(Suggestion), source_id)
    source = next((head for head in seen.get(source_id) if isinstance(head, Source)), None)
    return _intake(source, suggestions_of(seen, source_id), source_id)


def suggestions_of(seen: View, source_id: str) -> list[Suggestion]:
    """The suggestions at a source, in no order."""
    listed = seen.facts("suggestion", "source", _source_of)
    heads = [head for source, id in listed if source == source_id for head in seen.get(id)[:1]]
    return [head for head in heads if isinstance(head, Suggestion)]


def place_of(one: Suggestion) -> tuple[int, int, str]:
    """The order of the text: what begins first, and of those the longest."""
    return (one.span.start, -one.span.end, one.id) if one.span else (0, 0, one.id)


def _source_of(record: Record) -> tuple[str | None, str]:
    span = record.span if isinstance(record, Suggestion) else None
    return (span.source if span else None), record.id


def _intake(source: Source | None, suggestions: Iterable[Suggestion], source_id: str) -> Intake:
    if source is None:
        raise Http404
    here = [one for one in suggestions if one.span and one.span.source == source_id]
    found = sorted((one for one in here if one.what != READING), key=place_of)
    return Intake(source, tuple(found), next((one for one in here if one.what == READING), None))
