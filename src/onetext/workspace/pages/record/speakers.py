"""Who may have said words that a person marks: names near them in the text, in any language, nearest first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from onetext.case.record import Span
from onetext.case.source import Statement
from onetext.case.work import Suggestion
from onetext.disclosure.view import View
from onetext.workspace.pages.record.suggestions.intake import Intake
from onetext.workspace.pages.record.suggestions.names import Names

_MOST = 12
_QUOTES = "\"'“”„‟«»‹›「」『』〝〟＂"

Place = tuple[str, int, int]
"""What somebody is called, and the characters at which the text says so."""


def speakers_near(intake: Intake, seen: View, names: Names, span: Span) -> list[str]:
    """At most twelve: those of this paragraph first, then by distance; what precedes before what follows."""
    text = intake.source.text or ""
    first, last = _paragraph(text, span)

    def far(place: Place) -> tuple[bool, int, bool]:
        _name, start, end = place
        outside = not (first <= start < last)
        gap = max(0, span.start - end, start - span.end)
        return outside, gap, start >= span.end

    places = [*_attributed(intake, seen), *_named(intake, names, text)]
    return list(dict.fromkeys(name for name, _start, _end in sorted(places, key=far)))[:_MOST]


def is_quoted(text: str, span: Span) -> bool:
    """Whether the words stand in quotation marks, theirs or around them."""
    around = text[max(0, span.start - 1) : span.start] + text[span.start : span.start + 1]
    return any(mark in around for mark in _QUOTES)


def without_marks(words: str) -> str:
    """The words without the quotation marks around them."""
    return words.strip(_QUOTES + " ")


def _paragraph(text: str, span: Span) -> tuple[int, int]:
    end = text.find("\n", span.end)
    return text.rfind("\n", 0, span.start) + 1, len(text) if end < 0 else end


def _attributed(intake: Intake, seen: View) -> Iterator[Place]:
    """Speakers of what was found or marked already."""
    for one in intake.suggestions:
        name = _speaker(one, seen)
        if name and one.span:
            start, end = one.fields.get("source_span") or (one.span.start, one.span.end)
            yield name, start, end


def _speaker(one: Suggestion, seen: View) -> str | None:
    if one.what == "person":
        return one.fields.get("name")
    if one.what != "statement" or one.decision == "left_out":
        return None
    record = next(iter(seen.get(one.record)), None) if one.record else None
    if isinstance(record, Statement):  # as a person had it, should it differ
        return record.speaker.name or record.speaker.description
    said = one.fields.get("speaker") or {}
    return said.get("name") or said.get("description")


def _named(intake: Intake, names: Names, text: str) -> Iterator[Place]:
    """The case's own persons and parties, wherever the text names them; of persons the surname does."""
    for known in names.persons:
        for name in known.names:
            yield from _found(text, known.names[0], {name, name.split()[-1]})
    for known in names.parties:
        yield from _found(text, known.names[0], known.names)


def _found(text: str, called: str, words: Iterable[str]) -> Iterator[Place]:
    for word in words:
        if len(word) > 1:
            for match in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", text):
                yield called, match.start(), match.end()
