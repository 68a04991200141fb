"""How alike two texts are, by the words and pairs of words they share; for finding what belongs together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from onetext.wording.tokens import has_word, tokens

_COMMON = 50
"""A word or pair that stands in more texts than this tells none of them from the others."""

Traits = Counter[tuple[str, ...]]


def traits(text: str) -> Traits:
    """The words of a text and its pairs of neighbouring words, counted, without capitals."""
    found = [core.casefold() for core, _ in tokens(text) if has_word(core)]
    return Counter([*((word,) for word in found), *pairwise(found)])


def likeness(a: Traits, b: Traits) -> float:
    """0 (nothing shared) to 1 (the same words in the same pairs): twice the shared over the sum (Dice)."""
    whole = a.total() + b.total()
    return 2 * (a & b).total() / whole if whole else 1.0


def holding(whole: Traits, part: Traits) -> float:
    """Which share of ``part`` stands in ``whole``, 0 to 1."""
    return (whole & part).total() / part.total() if part else 0.0


def like_pairs(
    a: Sequence[Traits], b: Sequence[Traits], least: float, may: Callable[[int, int], bool] | None = None
) -> list[tuple[int, int]]:
    """Pairs of indices of the most alike texts, each text in one pair at most, none below ``least``.

    The most alike come first, then those that stand first. Only pairs that ``may`` be, and that share something
    uncommon, are compared.
    """
    candidates = {(i, j) for i, j in _sharing(a, b) if may is None or may(i, j)}
    scored = sorted((-likeness(a[i], b[j]), i, j) for i, j in candidates)
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    found: list[tuple[int, int]] = []
    for score, i, j in scored:
        if -score >= least and i not in taken_a and j not in taken_b:
            found.append((i, j))
            taken_a.add(i)
            taken_b.add(j)
    return found


def held_pairs(parts: Sequence[Traits], wholes: Sequence[Traits], least: float) -> list[tuple[int, int]]:
    """For each part the whole that holds the most of it, if that is at least ``least``; of equals the first."""
    best: dict[int, tuple[float, int]] = {}
    for i, j in sorted(set(_sharing(parts, wholes))):
        share = holding(wholes[j], parts[i])
        if share >= least and share > best.get(i, (0.0, -1))[0]:
            best[i] = (share, j)
    return [(i, j) for i, (_, j) in best.items()]


def _sharing(a: Sequence[Traits], b: Sequence[Traits]) -> Iterable[tuple[int, int]]:
    places: dict[tuple[str, ...], list[int]] = {}
    for j, found in enumerate(b):
        for trait in found:
            places.setdefault(trait, []).append(j)
    for i, found in enumerate(a):
        for trait in found:
            holders = places.get(trait, ())
            if len(holders) <= _COMMON:
                yield from ((i, j) for j in holders)
