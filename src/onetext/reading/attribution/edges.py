"""The edges of what was said, as attribution corpora mark them: with its "that" and with its quotation marks.

Words are read and shown without them; the span of content has them (Pareti, 2012; Newell and others, 2018).
"""

from __future__ import annotations

import re
from dataclasses import replace

from onetext.reading.records import Statement
from onetext.wording.spans import Span

_THAT = re.compile(r"\bthat,? ?$", re.IGNORECASE)
_OPENING = ('"', "“", "„", "«", "‘", "''", "``", "'")
_CLOSING = ('"', "”", "“", "»", "’", "''", "'")
_STOPS = ",.?!;"


def with_edges(text: str, statement: Statement) -> Statement:
    """The statement, its content widened over the marks and the word that belong to it."""
    if statement.content is None:
        return statement
    start, end = statement.content.start, statement.content.end
    marked = _mark_before(text, start)
    if marked:
        start -= marked
        end = _past_marks(text, end)
    elif _inside(text, start, end):
        end = _past_marks(text, end)
    that = _THAT.search(text, max(0, start - 6), start)
    if that and (statement.cue is None or that.start() >= statement.cue.end):
        start = that.start()
    return replace(statement, content=Span(start, end))


def _mark_before(text: str, start: int) -> int:
    """The length of an opening mark right before."""
    return next((len(mark) for mark in _OPENING if text[max(0, start - len(mark)) : start] == mark), 0)


def _inside(text: str, start: int, end: int) -> bool:
    """Whether a quotation opens in the content and is still open at its end."""
    words = text[start:end]
    return words.count("“") > words.count("”") or words.count('"') % 2 == 1 or words.count("''") % 2 == 1


def _past_marks(text: str, end: int) -> int:
    """Over a stop and the closing mark after it, if there is one."""
    at = end
    while at < min(len(text), end + 2) and text[at] in _STOPS:
        at += 1
    closing = next((mark for mark in _CLOSING if text.startswith(mark, at)), None)
    return at + len(closing) if closing else end
