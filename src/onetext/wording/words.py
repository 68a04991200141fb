"""Words and marks with their places; a possessive ending is a word of its own."""

from __future__ import annotations

import re
from typing import NamedTuple

from onetext.wording.spans import Span

APOSTROPHES = "'\u2019\u02bc\u2032"

# Initials ("U.S.", "J.R."), words with inner apostrophes ("don't", "O'Neill"), numbers ("1,200", "3.5"), one mark.
_WORD = re.compile(
    r"(?:[A-Z]\.){2,}"
    rf"|[^\W\d_]+(?:[{APOSTROPHES}][^\W\d_]+)*"
    r"|\d+(?:[.,:]\d+)*(?:st|nd|rd|th)?"
    r"|\w"
    r"|[^\s\w]"
)
_POSSESSIVE = re.compile(rf"[{APOSTROPHES}][sS]$")


def listed(text: str) -> frozenset[str]:
    """The words of ``text`` as a set: a word list that reads like one."""
    return frozenset(text.split())


class Word(NamedTuple):
    text: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


def words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words and marks of ``text[start:end]``; blanks are left out. Linear in the length."""
    found: list[Word] = []
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        word, at = match.group(), match.start()
        if len(word) > 2 and _POSSESSIVE.search(word):
            found.append(Word(word[:-2], at, match.end() - 2))
            found.append(Word(word[-2:], match.end() - 2, match.end()))
        else:
            found.append(Word(word, at, match.end()))
    return found
