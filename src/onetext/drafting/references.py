"""Where a text refers to clauses of its own draft: "Article 4", "points 3, 5 and 7"; not to those of other papers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_NUMBER = r"\d+(?:\.\d+)*[a-z]?(?: (?:bis|ter|quater))?"
_REFERENCE = re.compile(
    rf"\b(?:Article|Point|Clause|Section|article|point|clause|section)s? (?P<first>{_NUMBER})\b"
    rf"(?P<more>(?:(?:\([a-z0-9]+\))?(?:,? and |,? or | to |, |–|-){_NUMBER}\b(?! (?:per|days|weeks|months|years)))*)"
)
_MORE = re.compile(_NUMBER)
_ELSEWHERE = re.compile(
    r"(?:\s?\([a-z0-9]+\))?(?:\s*,?\s*(?:paragraphs?|and|or|to)\s+[\w()]+)*\s+(?:of|to|in)\s+(?:the\s+)?(?!present|this)"
    r"(?:[A-Z][\w'-]*|(?:\w+\s+){0,3}(?:Agreement|Charter|Convention|Treaty|Protocol|Constitution|Statute|Accords?))"
)


@dataclass(frozen=True)
class Reference:
    """``number`` at ``start`` to ``end`` of the text; ``words`` with what it numbers, as far as it stands beside it."""

    number: str
    start: int
    end: int
    words: str


def own_references(text: str) -> Iterator[Reference]:
    """In reading order. Of "Articles 3 to 7" the two ends. A rule of thumb over English words."""
    for found in _REFERENCE.finditer(text):
        if _ELSEWHERE.match(text, found.end()):
            continue
        yield Reference(found["first"], *found.span("first"), text[found.start() : found.end("first")])
        for more in _MORE.finditer(text, found.start("more"), found.end("more")):
            yield Reference(more[0], *more.span(), more[0])
