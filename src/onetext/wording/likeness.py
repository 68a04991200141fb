"""How alike two texts are, by the words and pairs of words they share."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from onetext.wording.tokens import has_word, tokens

Traits = Counter[tuple[str, ...]]


def traits(text: str) -> Traits:
    """The words of a text and its pairs of neighbouring words, counted, without capitals."""
    found = [core.casefold() for core, _ in tokens(text) if has_word(core)]
    return Counter([*((word,) for word in found), *pairwise(found)])


def likeness(a: Traits, b: Traits) -> float:
    """0 (nothing shared) to 1 (the same words in the same pairs): twice the shared over the sum (Dice)."""
    whole = a.total() + b.total()
    return 2 * (a & b).total() / whole if whole else 1.0
