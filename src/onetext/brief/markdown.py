"""A brief as Markdown."""

from __future__ import annotations

import re
from gettext import gettext as _

from onetext.brief.heading import byline, footer
from onetext.brief.line import Brief
from onetext.brief.notes import Note

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|!])")


def as_markdown(brief: Brief) -> str:
    """The page as CommonMark with numbered notes; every character of the record stands for itself."""
    parts = [f"# {_plain(brief.heading.title)}", _plain(byline(brief.heading))]
    for section, lines in brief.sections():
        parts.append(f"## {_plain(section)}")
        parts.append("\n".join(f"- {_plain(line.text)}{_marks(brief.numbers(line))}" for line in lines))
    if brief.notes:
        parts.append(f"## {_('Grounds')}")
        parts.append("\n".join(_note(number, note) for number, note in enumerate(brief.notes, 1)))
    parts.append(f"---\n\n{_plain(footer(brief))}")
    return "\n\n".join(parts) + "\n"


def _note(number: int, note: Note) -> str:
    quoted = f" “{_plain(note.words)}”" if note.words else ""
    kept = "".join(f" {_plain(address)}" for source in note.cited if (address := source.address))
    return f"{number}. {_plain(note.line)}{quoted}{kept}"


def _marks(numbers: list[int]) -> str:
    return f" ({', '.join(map(str, numbers))})" if numbers else ""


def _plain(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
