"""A brief: its lines, each with its grounds (B1)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from onetext.brief.notes import Note

Kind = Literal["handout", "speaking_note"]


@dataclass(frozen=True)
class Line:
    """One statement of the brief. ``grounds``: ids of the records it rests on; ``level``: their attribution level."""

    section: str
    text: str
    grounds: tuple[str, ...] = ()
    level: str | None = None


@dataclass(frozen=True)
class Brief:
    """A page for ``for_``; a speaking note is about ``about``. ``notes``: one a ground, in the order of first use."""

    kind: Kind
    title: str
    for_: str
    for_name: str
    about: str | None
    about_name: str | None
    at: date
    since: date | None
    marking: str | None
    copy: int | None
    lines: tuple[Line, ...]
    notes: tuple[Note, ...]

    def sections(self) -> list[tuple[str, list[Line]]]:
        """The lines under their headings, in order."""
        found: dict[str, list[Line]] = {}
        for line in self.lines:
            found.setdefault(line.section, []).append(line)
        return list(found.items())

    def numbers(self, line: Line) -> list[int]:
        """The numbers of the notes under which the line's grounds stand."""
        places = {note.id: number for number, note in enumerate(self.notes, 1)}
        return [places[id] for id in line.grounds if id in places]

    def data(self) -> dict[str, Any]:
        """The fixed shape of ``brief --json``, without the export."""
        lines = [
            {"section": line.section, "text": line.text, "grounds": list(line.grounds), "level": line.level}
            for line in self.lines
        ]
        return {"kind": self.kind, "for": self.for_, "about": self.about, "at": self.at.isoformat(), "lines": lines}
