"""A text cut for comparing: words and marks, each with the blanks after it; no character is lost."""

from __future__ import annotations

import re

Token = tuple[str, str]
"""A word or one mark, and the blanks that follow it. Only the first token of a text may have an empty word."""

# Marks that stand on the letter before them (accents, vowel signs, joiners): Python does not count them as letters.
_ON = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963"
    "\u0981-\u0983\u09bc-\u09cd\u0a01-\u0a4d\u0a81-\u0acd\u0b01-\u0b57\u0b82-\u0bcd\u0c00-\u0c56\u0d00-\u0d57"
    "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u200c\u200d\u20d0-\u20f0\ufe00-\ufe0f\ufe20-\ufe2f"
)
# Scripts written without blanks: each character is a word.
_ALONE = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_LETTER = rf"[^\W{_ALONE}]"
# The first alternative is only the quick way for plain words.
_WORD = rf"[A-Za-z0-9]++(?![^\x00-\x5e\x60-\x7f])|{_LETTER}(?:{_LETTER}|[{_ON}])*"
_WORDS = re.compile(rf"{_WORD}|[{_ALONE}]")
_TOKEN = re.compile(rf"({_WORD}|\S[{_ON}]*)(\s*)")
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_LEADING = re.compile(r"\s*")


def tokens(text: str) -> list[Token]:
    """The text in order: joining word and blanks gives it back to the character. Linear in its length."""
    leading = _LEADING.match(text)
    start = leading.end() if leading else 0
    found: list[Token] = _TOKEN.findall(text, start)
    return [("", text[:start]), *found] if start else found


def words(text: str) -> list[str]:
    """The words of a text as ``tokens`` cuts them, without capitals, marks and blanks."""
    return _WORDS.findall(text.casefold())


def has_word(text: str) -> bool:
    """Whether there is a letter or a digit in it, not only marks and blanks."""
    return bool(_LETTER_OR_DIGIT.search(text))
