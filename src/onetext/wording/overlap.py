"""How much texts of two rows share, by what few of the texts have; for finding what belongs together.

A word that stands in every clause says nothing; a pair of words that stands in two says much. So each word and each
pair of neighbouring words weighs what it tells: the more, the fewer of the texts have it (the logarithm of their
number over it, as in retrieval). Weights are whole numbers, so that sums do not depend on their order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise, repeat
from math import log2

from onetext.wording.tokens import words

_LEAST_TOLD = 0.5
"""What stands in all of a few texts still tells something: they are alike, if not more so than others."""
_COMMON = (10, 40)
"""What stands in more than a quarter of the texts tells none of them from the others; but 10 are few, and 40 many."""
_FINENESS = 1000

Traits = frozenset[str]


def traits_of(text: str) -> Traits:
    """The words of a text and its pairs of neighbouring words, without capitals and marks."""
    found = words(text)
    return frozenset(chain(found, map(" ".join, pairwise(found))))


@dataclass(frozen=True)
class Overlap:
    """Two rows of texts, ``a`` and ``b``; indices are places in them.

    ``weights`` has what each trait tells, and not those that tell nothing; ``sizes`` what the traits of each text tell
    together; ``shared[i][j]`` what those tell that stand in both, where there are any.
    """

    a: Sequence[Traits]
    b: Sequence[Traits]
    weights: Mapping[str, int]
    sizes: tuple[Sequence[int], Sequence[int]]
    shared: Sequence[Mapping[int, int]]

    def turned(self) -> Overlap:
        """The same with ``b`` for ``a``."""
        shared: list[dict[int, int]] = [{} for _ in self.b]
        for i, found in enumerate(self.shared):
            for j, weight in found.items():
                shared[j][i] = weight
        return Overlap(self.b, self.a, self.weights, self.sizes[::-1], shared)

    def pairs(
        self, a: Iterable[int], b: Collection[int], least: float, may: Callable[[int, int], bool]
    ) -> list[tuple[int, int]]:
        """The most alike of these texts, each in one pair at most, none below ``least``, and only as they ``may``.

        The most alike come first, then those that stand first.
        """
        scored = sorted((-score, i, j) for i in a for j, score in self._alike(i, least) if j in b and may(i, j))
        taken: tuple[set[int], set[int]] = (set(), set())
        found: list[tuple[int, int]] = []
        for _, i, j in scored:
            if i not in taken[0] and j not in taken[1]:
                found.append((i, j))
                taken[0].add(i)
                taken[1].add(j)
        return found

    def _alike(self, i: int, least: float) -> Iterator[tuple[int, float]]:
        """How alike text ``i`` of ``a`` is to each of ``b``: twice the shared over the sum (Dice), from 0 to 1."""
        size, sizes = self.sizes[0][i], self.sizes[1]
        for j, shared in self.shared[i].items():
            score = 2 * shared / (size + sizes[j])
            if score >= least:
                yield j, score

    def holders(self, i: int, least: float) -> list[int]:
        """The texts of ``b`` that hold at least such a share of text ``i`` of ``a``, first that which holds most."""
        shared = self.shared[i].items()
        return [j for weight, j in sorted((-weight, j) for j, weight in shared) if -weight >= least * self.sizes[0][i]]

    def held(self, i: int, j: int, but: Iterable[int]) -> float:
        """Which share of text ``i`` of ``a`` stands in text ``j`` of ``b``, and not in those other texts of ``a``."""
        return _weight(self.common(i, j, but), self.weights) / self.sizes[0][i] if self.sizes[0][i] else 0.0

    def common(self, i: int, j: int, but: Iterable[int]) -> Traits:
        return (self.a[i] & self.b[j]).difference(*(self.a[other] for other in but))


def overlap(a: Sequence[Traits], b: Sequence[Traits]) -> Overlap:
    """What each text of ``a`` shares with each of ``b``; in time about linear in their length."""
    weights = _weights(Counter(chain.from_iterable(chain(a, b))), len(a) + len(b))
    sizes = [_weight(traits, weights) for traits in a], [_weight(traits, weights) for traits in b]
    return Overlap(a, b, weights, sizes, list(_shared(a, b, weights)))


def _weights(counts: Counter[str], texts: int) -> dict[str, int]:
    common = min(max(texts // 4, _COMMON[0]), _COMMON[1])
    known = [0, *(round(_FINENESS * (_LEAST_TOLD + log2(max(texts, count) / count))) for count in range(1, common + 1))]
    return {trait: known[count] for trait, count in counts.items() if count <= common}


def _weight(traits: Iterable[str], weights: Mapping[str, int]) -> int:
    return sum(map(weights.get, traits, repeat(0)))


def _shared(a: Sequence[Traits], b: Sequence[Traits], weights: Mapping[str, int]) -> Iterator[dict[int, int]]:
    places: dict[str, list[int]] = {}
    for j, traits in enumerate(b):
        for trait in traits:
            if trait in weights:
                places.setdefault(trait, []).append(j)
    for traits in a:
        shared: dict[int, int] = {}
        for trait in traits:
            if trait in places:
                weight = weights[trait]
                for j in places[trait]:
                    shared[j] = shared.get(j, 0) + weight
        yield shared
