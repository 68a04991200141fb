"""All that a brief could say, from which as much is taken as its page holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from gettext import ngettext

from onetext.brief.line import Brief, Heading, Line
from onetext.brief.notes import notes_for
from onetext.case.case import Case
from onetext.case.words import Tlp
from onetext.disclosure.attribution import Output, strictest

SMALLEST = 13
"""The step at which each section that may be cut keeps one line."""


def _further(count: int) -> str:
    return ngettext("{n} further line is left out for space", "{n} further lines are left out for space", count).format(
        n=count
    )


@dataclass(frozen=True)
class Section:
    """Lines under one heading. ``most``: how many stand at full size; None: none is ever left out for space."""

    lines: tuple[Line, ...]
    most: int | None = None
    further: Callable[[int], str] = _further
    """Says how many of them were left out."""

    def at(self, step: int) -> tuple[Line, ...]:
        """As many lines as this step keeps, and one that counts the others."""
        if self.most is None:
            return self.lines
        most = max(1, self.most * 4**step // 5**step)
        if len(self.lines) <= most + 1:
            return self.lines[: most + 1]
        rest = Line(self.lines[0].section, self.further(len(self.lines) - most) + ".")
        return (*self.lines[:most], rest)

    def left_out(self, step: int) -> int:
        kept = self.at(step)
        return len(self.lines) - len(kept) + (1 if len(kept) < len(self.lines) else 0)


@dataclass(frozen=True)
class Sheet:
    """A brief before it is set to a page. ``shown``: the case whose records its notes print, cut before."""

    heading: Heading
    shown: Case
    output: Output
    sections: tuple[Section, ...]
    caution: str | None = None
    marks: dict[str, Tlp] = field(default_factory=dict)
    """The marking in force on each record that has one; the strictest of those on the page is printed (D8)."""

    def at(self, step: int) -> Brief:
        """The brief at this step: 0 is full size, ``SMALLEST`` the shortest."""
        lines = tuple(line for section in self.sections for line in section.at(step))
        notes = notes_for(self.shown, self._grounds(lines), self.output)
        mark = strictest(self.marks[note.id] for note in notes if note.id in self.marks)
        marking = ", ".join(part for part in (self.caution, mark) if part) or None
        return Brief(
            heading=self.heading,
            marking=marking,
            lines=lines,
            notes=notes,
            left_out=sum(section.left_out(step) for section in self.sections),
        )

    def _grounds(self, lines: tuple[Line, ...]) -> Iterator[str]:
        return (id for line in lines for id in line.grounds)
