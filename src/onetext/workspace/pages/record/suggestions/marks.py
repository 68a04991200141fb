"""An article's text in pieces between the ends of its marks, so that marks may overlap and offsets stay exact."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from onetext.case.work import Suggestion
from onetext.workspace.pages.record.suggestions.kinds import LETTERS, kind_called, kind_class


@dataclass(frozen=True)
class Piece:
    """Characters ``[at, at + len(text))``; ``marks`` are the suggestions over them, ``begins`` those starting here."""

    at: int
    text: str
    marks: tuple[Suggestion, ...]
    begins: tuple[Suggestion, ...]
    clutter: bool
    sought: bool
    """Whether these are the words that the address asks for."""

    @property
    def ids(self) -> str:
        return " ".join(one.id for one in self.marks)

    @property
    def classes(self) -> str:
        """Ground by the widest mark, line by the narrowest."""
        parts = [f"in-{kind_class(self.marks[0].what)}", kind_class(self.marks[-1].what)]
        parts += ["decided"] if all(one.decision for one in self.marks) else []
        parts += ["left"] if all(one.decision == "left_out" for one in self.marks) else []
        return " ".join(parts + (["sought"] if self.sought else []))


def pieces(
    text: str,
    suggestions: Sequence[Suggestion],
    clutter: Iterable[tuple[int, int]] = (),
    sought: tuple[int, int] | None = None,
) -> list[Piece]:
    """The whole text in order. A piece never runs over a line end, which a browser may count as one or as two."""
    marks = [one for one in suggestions if one.span and one.span.start < one.span.end <= len(text)]
    grey = [(start, end) for start, end in clutter if 0 <= start < end <= len(text)]
    spans = [*grey, *([sought] if sought else []), *((one.span.start, one.span.end) for one in marks if one.span)]
    ends = {0, len(text), *_line_starts(text), *(place for span in spans for place in span)}
    return [_piece(text, start, end, marks, grey, sought) for start, end in pairwise(sorted(ends))]


def _line_starts(text: str) -> Iterable[int]:
    place = 0
    for line in text.splitlines(keepends=True):
        place += len(line)
        yield place


def _piece(
    text: str,
    start: int,
    end: int,
    marks: list[Suggestion],
    grey: list[tuple[int, int]],
    sought: tuple[int, int] | None,
) -> Piece:
    over = [one for one in marks if one.span and one.span.start <= start and end <= one.span.end]
    over.sort(key=lambda one: one.span.start - one.span.end if one.span else 0)
    begins = tuple(one for one in over if one.span and one.span.start == start)
    cluttered = any(first <= start and end <= last for first, last in grey)
    wanted = sought is not None and sought[0] <= start and end <= sought[1]
    return Piece(start, text[start:end], tuple(over), begins, cluttered, wanted)


def written(found: Iterable[Piece]) -> SafeString:
    """The pieces as elements: a letter where a mark begins, and each piece with the place of its first character."""
    return mark_safe("".join(part for piece in _with_anchor(found) for part in piece))  # noqa: S308 -- all escaped below


def _with_anchor(found: Iterable[Piece]) -> Iterable[tuple[str, ...]]:
    first = True
    for piece in found:
        anchor = '<span id="words"></span>' if piece.sought and first else ""
        first = first and not piece.sought
        yield (anchor, *map(_pin, piece.begins), _element(piece))


def _pin(one: Suggestion) -> str:
    letter = LETTERS.get(one.what, "?")
    return format_html(
        '<a class="pin {}" dir="ltr" id="at-{}" href="#s-{}" aria-label="{}">{}</a>',
        kind_class(one.what), one.id, one.id, kind_called(one.what), letter,
    )  # fmt: skip


def _element(piece: Piece) -> str:
    if piece.marks:
        return format_html(
            '<mark class="{}" data-at="{}" data-marks="{}">{}</mark>', piece.classes, piece.at, piece.ids, piece.text
        )
    style = "sought" if piece.sought else "clutter" if piece.clutter else ""
    if style:
        return format_html('<span class="{}" data-at="{}">{}</span>', style, piece.at, piece.text)
    return format_html('<span data-at="{}">{}</span>', piece.at, piece.text)
