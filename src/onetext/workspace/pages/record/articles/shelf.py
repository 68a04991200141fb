"""The articles of a case and how far each is: unread, being read, so many suggestions open, done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from onetext.case.record import Record
from onetext.case.source import Source
from onetext.case.work import Suggestion
from onetext.desk.calling import shortened
from onetext.disclosure.view import View
from onetext.workspace.content import shown, view
from onetext.workspace.frame import Frame
from onetext.workspace.pages.record.suggestions.intake import READING

STATES = ("open", "reading", "unread", "done")


@dataclass(frozen=True)
class Shelved:
    """One article; ``title`` is its own, else how its text begins."""

    id: str
    title: str
    outlet: str | None
    on: str | None
    state: str
    open: int
    total: int

    @property
    def decided(self) -> int:
        return self.total - self.open


@dataclass(frozen=True)
class _Slot:
    id: str
    title: str
    outlet: str | None
    on: str | None


def shelf_of(frame: Frame, being_read: str = "") -> list[Shelved]:
    """The sources whose text is kept, newest day first, as far as whoever looks may see them."""
    if frame.asked.reader is not None:
        case = shown(frame)
        return _shelf(map(_slot, case.all(Source)), map(_tally, case.all(Suggestion)), being_read)
    return shelf_in(view(frame), being_read)


def shelf_in(seen: View, being_read: str = "") -> list[Shelved]:
    return _shelf(seen.facts(Source.kind, "shelf", _slot), seen.facts(Suggestion.kind, "tally", _tally), being_read)


def unread(seen: View) -> list[str]:
    """The ids of the articles nobody had read yet, oldest day first."""
    return [one.id for one in reversed(shelf_in(seen)) if one.state == "unread"]


def _slot(record: Record) -> _Slot | None:
    if not isinstance(record, Source) or not record.text:
        return None
    begins = record.text.strip().partition("\n")[0]
    return _Slot(record.id, shortened(record.title or begins), record.outlet, record.on)


def _tally(record: Record) -> tuple[str, str]:
    """The source, and whether this says that it was read, is open, or is decided."""
    if not isinstance(record, Suggestion) or record.span is None:
        return "", ""
    return record.span.source or "", "read" if record.what == READING else "decided" if record.decision else "open"


def _shelf(slots: Iterable[Any], tallies: Iterable[tuple[str, str]], being_read: str) -> list[Shelved]:
    found = Counter(tallies)
    listed = [_shelved(slot, found, being_read) for slot in slots if slot]
    return sorted(listed, key=lambda one: (one.on or "", one.id), reverse=True)


def _shelved(slot: _Slot, found: Counter[tuple[str, str]], being_read: str) -> Shelved:
    still, decided = found[slot.id, "open"], found[slot.id, "decided"]
    was_read = found[slot.id, "read"] or still or decided
    state = "reading" if slot.id == being_read else "unread" if not was_read else "open" if still else "done"
    return Shelved(slot.id, slot.title, slot.outlet, slot.on, state, still, still + decided)
