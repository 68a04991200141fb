"""A proposed concordance of two versions of a plan that nothing ties: other order, other numbers, other words.

Of summaries in other words only the stems can be compared. What is proposed is a guess, marked as one (M1), with its
score, the words that speak for it, and whether a rival comes close; a person confirms it (R1).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Any

from onetext.case.plan import Clause
from onetext.drafting.belonging import ALIKE, NEAR
from onetext.wording.overlap import Overlap, Traits, overlap
from onetext.wording.stems import plain_words, stem, stems

RIVAL = 2
"""A tie is sure when no rival of either clause scores more than one part in so many of its score."""
WORDS_SHOWN = 6


@dataclass(frozen=True)
class Tie:
    """Clause numbers that may belong together; ``old`` or ``new`` is empty where no counterpart was found.

    ``score``: 0 (nothing in common) to 1 (the same stems), of the best pair of clauses in it. ``rival``: the best
    score of any other pair that one of these clauses is in. ``shared``: words that speak for it. That nothing was found
    is never sure (C1).
    """

    old: tuple[str, ...]
    new: tuple[str, ...]
    score: float
    rival: float
    sure: bool
    same: bool = False
    """Whether the texts are the very same."""
    shared: tuple[str, ...] = ()

    def as_data(self) -> dict[str, Any]:
        return {
            "from": list(self.old),
            "to": list(self.new),
            "change": self.change,
            "score": round(self.score, 2),
            "rival": round(self.rival, 2),
            "sure": self.sure,
            "shared": list(self.shared),
        }

    @property
    def change(self) -> str:
        """The word for it in a concordance; what was not seen is not called dropped (C1)."""
        if not self.old or not self.new:
            return "not_found"
        return "kept" if self.same else "changed"


def propose(old: Sequence[Clause], new: Sequence[Clause]) -> list[Tie]:
    """Every clause of both rows in one tie, in the order of the older row, then what is only in the newer.

    The highest scores first, one with one; then each clause that is left goes with the one that it is most like, if
    much of it is there, which makes that one split, or them merged. Numbers, places and points are not looked at.
    """
    return list(_Scores(old, new).ties())


class _Scores:
    def __init__(self, old: Sequence[Clause], new: Sequence[Clause]) -> None:
        self.rows = (old, new)
        self.overlap: Overlap = overlap([_stems(clause) for clause in old], [_stems(clause) for clause in new])
        self.scores = {(i, j): self._score(i, j) for i in range(len(old)) for j in self.overlap.shared[i]}

    def _score(self, i: int, j: int) -> float:
        sizes = self.overlap.sizes[0][i] * self.overlap.sizes[1][j]
        return self.overlap.shared[i][j] / sqrt(sizes) if sizes else 0.0

    def ties(self) -> Iterator[Tie]:
        groups = self._groups()
        tied = [{place for group in groups for place in group[side]} for side in (0, 1)]
        alone = [([i], list[int]()) for i in range(len(self.rows[0])) if i not in tied[0]]
        for group in sorted(groups + alone):
            yield self._tie(*group)
        for j in range(len(self.rows[1])):
            if j not in tied[1]:
                yield self._tie([], [j])

    def _groups(self) -> list[tuple[list[int], list[int]]]:
        groups = [([i], [j]) for i, j in self._pairs()]
        of = [{place: group for group in groups for place in group[side]} for side in (0, 1)]
        for side, shared in enumerate((self.overlap, self.overlap.turned())):
            for place in range(len(self.rows[side])):
                if place in of[side]:
                    continue
                wholes = [
                    (shared.held(place, whole, group[side]), -whole)
                    for whole, group in of[1 - side].items()
                    if len(group[1 - side]) == 1 and len(shared.common(place, whole, group[side])) > 1
                ]
                share, minus_whole = max(wholes, default=(0.0, 0))
                if share >= ALIKE:
                    of[1 - side][-minus_whole][side].append(place)
        return [(sorted(old), sorted(new)) for old, new in groups]

    def _pairs(self) -> Iterator[tuple[int, int]]:
        """The highest scores first; one stem in common is no sign, unless it is much of what the clauses say."""
        taken: tuple[set[int], set[int]] = (set(), set())
        for i, j in sorted(self.scores, key=lambda pair: (-self.scores[pair], pair)):
            least = NEAR if len(self.overlap.a[i] & self.overlap.b[j]) > 1 else ALIKE
            if self.scores[i, j] >= least and i not in taken[0] and j not in taken[1]:
                taken[0].add(i)
                taken[1].add(j)
                yield i, j

    def _tie(self, old: list[int], new: list[int]) -> Tie:
        inside = {(i, j): self.scores.get((i, j), 0.0) for i in old for j in new}
        touching = (pair for pair in self.scores if pair not in inside and (pair[0] in old or pair[1] in new))
        score = max(inside.values(), default=0.0)
        rival = max((self.scores[pair] for pair in touching), default=0.0)
        sure = len(inside) == 1 and score >= ALIKE and rival * RIVAL <= score
        texts = [[self.rows[side][place].text for place in group] for side, group in enumerate((old, new))]
        return Tie(
            old=tuple(self.rows[0][i].number for i in old),
            new=tuple(self.rows[1][j].number for j in new),
            score=score,
            rival=rival,
            sure=sure,
            same=texts[0] == texts[1],
            shared=tuple(self._shared(inside)),
        )

    def _shared(self, inside: Iterable[tuple[int, int]]) -> list[str]:
        found = {one for i, j in inside for one in self.overlap.a[i] & self.overlap.b[j]}
        told = sorted(found & self.overlap.weights.keys(), key=lambda one: (-self.overlap.weights[one], one))
        written: dict[str, str] = {}
        for i, j in inside:
            for clause in (self.rows[1][j], self.rows[0][i]):
                for word in plain_words(_said(clause)):
                    written.setdefault(stem(word), word)
        return [written[one] for one in told[:WORDS_SHOWN]]


def _said(clause: Clause) -> str:
    return f"{clause.title or ''}\n{clause.text or ''}"


def _stems(clause: Clause) -> Traits:
    return frozenset(stems(_said(clause)))
