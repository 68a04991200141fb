"""A corpus that the user has, in the layout of PolNeAR: ``text/*.txt`` and ``attributions/NAME_*.ann`` (brat).

Spans of source, cue and content are read; where several people annotated one text, the first by name counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from glob import escape
from pathlib import Path

from onetext.files.faults import Faults, refuse
from onetext.files.opening import read_text
from onetext.reading.tagging.labels import Marked
from onetext.wording.spans import Span

_LINE = re.compile(r"T\d+\t(Source|Cue|Content) ([\d ;]+)\t")
_PIECE = re.compile(r"\b(\d{1,9}) (\d{1,9})\b")
_KINDS = {"Source": "S", "Cue": "C", "Content": "T"}


@dataclass(frozen=True, slots=True)
class Annotated:
    """A text and the spans that somebody marked in it; ``offset`` of a span counts code points."""

    name: str
    text: str
    marked: tuple[Marked, ...]


def annotated(folder: Path) -> Iterator[Annotated]:
    """The texts with their marks, by name; one that cannot be read is left out. Raises ``Faults`` when none can."""
    found = 0
    for path in sorted((folder / "text").glob("*.txt")):
        marks = sorted((folder / "attributions").glob(f"{escape(path.stem)}_*.ann"))
        try:
            if marks:
                text, notes = read_text(path), read_text(marks[0])
                yield Annotated(path.name, text, tuple(_marked(notes, len(text))))
                found += 1
        except Faults:
            continue
    if not found:
        raise refuse(
            str(folder),
            "there is no annotated text in it",
            "it holds 'text/NAME.txt' and 'attributions/NAME_….ann', as PolNeAR does",
        )


def _marked(notes: str, chars: int) -> Iterator[Marked]:
    for kind, places in _LINE.findall(notes):
        pieces = [Span(int(start), int(end)) for start, end in _PIECE.findall(places)]
        if pieces and all(0 <= piece.start < piece.end <= chars for piece in pieces):
            yield Marked(_KINDS[kind], tuple(sorted(pieces)))
