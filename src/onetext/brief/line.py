"""A brief: its lines, each with its grounds (B1)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from onetext.brief.notes import Note

Kind = Literal["handout", "speaking_note"]


@dataclass(frozen=True)
class Line:
    """One statement of the brief.

    ``grounds``: ids of the records it rests on; empty only where the line says what the brief leaves out, or that
    nothing is there. ``level``: their attribution level.
    """

    section: str
    text: str
    grounds: tuple[str, ...] = ()
    level: str | None = None


@dataclass(frozen=True)
class Heading:
    """What stands above and below the lines."""

    kind: Kind
    title: str
    for_: str
    for_name: str
    about: str | None
    about_name: str | None
    at: date
    since: date | None
    copy: int | None


@dataclass(frozen=True)
class Brief:
    """A page for somebody; a speaking note is about somebody. ``notes``: one a ground, in the order of first use.

    ``left_out`` counts the lines for which there was no space; the lines themselves say so too.
    """

    heading: Heading
    marking: str | None
    lines: tuple[Line, ...]
    notes: tuple[Note, ...]
    left_out: int = 0

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
        head = self.heading
        lines = [
            {"section": line.section, "text": line.text, "grounds": list(line.grounds), "level": line.level}
            for line in self.lines
        ]
        return {
            "kind": head.kind,
            "for": head.for_,
            "about": head.about,
            "at": head.at.isoformat(),
            "since": head.since.isoformat() if head.since else None,
            "marking": self.marking,
            "left_out": self.left_out,
            "lines": lines,
        }
