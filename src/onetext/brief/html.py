"""A brief as one HTML page that needs nothing else."""

from __future__ import annotations

from gettext import gettext as _
from html import escape

from onetext.brief.heading import byline, footer
from onetext.brief.line import Brief, Line
from onetext.brief.notes import Note

_STYLE = """
body { font: 11pt/1.4 Georgia, 'Times New Roman', serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem;
  color: #1a1a1a; background: #fdfcf9; }
h1 { font-size: 1.4rem; margin: 0; } h2 { font-size: 1rem; margin: 1.2rem 0 .3rem; }
ul { margin: 0; padding-inline-start: 1.1rem; } sup a { text-decoration: none; color: #14507a; }
ol.notes { font-size: 9pt; padding-inline-start: 1.6rem; } footer { margin-top: 1.5rem; font-size: 9pt; }
q { font-style: italic; } .address { overflow-wrap: anywhere; }
@media (prefers-color-scheme: dark) { body { color: #e8e6e1; background: #17191b; } sup a { color: #8cc0e6; } }
@media print { body { margin: 0; background: none; color: #000; } }
"""


def as_html(brief: Brief) -> str:
    """The page with each line's notes linked to the grounds below; no script, no request."""
    sections = "".join(
        f"<section><h2>{escape(name)}</h2><ul>{''.join(_line(brief, line) for line in lines)}</ul></section>"
        for name, lines in brief.sections()
    )
    notes = "".join(_note(number, note) for number, note in enumerate(brief.notes, 1))
    grounds = f'<section><h2>{escape(_("Grounds"))}</h2><ol class="notes">{notes}</ol></section>' if notes else ""
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(brief.heading.title)}</title><style>{_STYLE}</style></head><body><main>"
        f"<h1>{escape(brief.heading.title)}</h1><p>{escape(byline(brief.heading))}</p>{sections}{grounds}</main>"
        f"<footer>{escape(footer(brief))}</footer></body></html>\n"
    )


def _line(brief: Brief, line: Line) -> str:
    marks = "".join(f'<sup><a href="#note-{number}">{number}</a></sup> ' for number in brief.numbers(line))
    return f"<li>{escape(line.text)} {marks}</li>"


def _note(number: int, note: Note) -> str:
    words = f" <q>{escape(note.words)}</q>" if note.words else ""
    kept = (source.address for source in note.cited if source.address)
    addresses = "".join(f' <span class="address">{escape(address)}</span>' for address in kept)
    return f'<li id="note-{number}">{escape(note.line)}{words}{addresses}</li>'
