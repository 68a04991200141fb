"""The known edits of ``benchmarks.edits`` as other differs show them: ``python -m benchmarks.edits_peers [--pairs N]``.

difflib comes with Python; diff-match-patch and redlines are measured where they are installed, and are no dependency.
They give one row of kept and changed stretches over the whole text and know no clauses, so a clause is said to be found
again where its kept words stand, if a quarter of the shorter text is kept; two clauses found in one are merged, one
found in two is split. A text that only stands elsewhere is deleted and inserted to them: no moves. For difflib there is
also the best that its own parts allow: what was deleted and inserted is paired by ``get_close_matches``.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Iterator
from difflib import SequenceMatcher, get_close_matches
from importlib import import_module
from importlib.util import find_spec
from itertools import accumulate
from typing import Any

from benchmarks.edits import Edit, Pair, report

_SHOWN = ("moved", "split", "merged", "renumbered")
Kept = Iterable[tuple[int, int, int]]
"""Where a kept stretch starts in both texts, and how many characters it has."""


def by_paragraphs(pair: Pair) -> frozenset[Edit]:
    """Clauses by difflib, then over what it calls deleted and inserted."""
    gone: list[int] = []
    come: list[int] = []
    same: list[tuple[int, int]] = []
    for tag, a, b, c, d in SequenceMatcher(None, pair.old, pair.new, autojunk=False).get_opcodes():
        if tag == "equal":
            same += zip(range(a, b), range(c, d), strict=True)
        else:
            gone += range(a, b)
            come += range(c, d)
    for i in gone:
        near = get_close_matches(pair.old[i], [pair.new[j] for j in come], n=1)
        if near:
            j = next(j for j in come if pair.new[j] == near[0])
            come.remove(j)
            same.append((i, j))
    return _edits([((i,), (j,)) for i, j in same])


def by_stretches(kept: Callable[[str, str], Kept]) -> Callable[[Pair], frozenset[Edit]]:
    """Read off one row of kept stretches over the whole text."""

    def find(pair: Pair) -> frozenset[Edit]:
        old, new = ("\n\n".join(side) for side in (pair.old, pair.new))
        shared: dict[tuple[int, int], int] = {}
        of_old, of_new = _owners(pair.old), _owners(pair.new)
        for a, b, size in kept(old, new):
            for at in range(size):
                both = of_old[a + at], of_new[b + at]
                shared[both] = shared.get(both, 0) + 1
        ties = [(i, j) for (i, j), n in shared.items() if 4 * n >= min(len(pair.old[i]), len(pair.new[j]))]
        return _edits(_joined(ties))

    return find


def _owners(texts: list[str]) -> list[int]:
    """For each character of the joined text, whose it is."""
    return [at for at, text in enumerate(texts) for _ in range(len(text) + 2)]


def _joined(ties: list[tuple[int, int]]) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
    while ties:
        old, new = {ties[0][0]}, {ties[0][1]}
        while grown := [(i, j) for i, j in ties if (i in old) != (j in new)]:
            old |= {i for i, _ in grown}
            new |= {j for _, j in grown}
        ties = [(i, j) for i, j in ties if i not in old]
        yield tuple(sorted(old)), tuple(sorted(new))


def _edits(groups: Iterable[tuple[tuple[int, ...], tuple[int, ...]]]) -> frozenset[Edit]:
    """What moved is what does not rise with the others, by as few clauses as can be."""
    listed = sorted(groups)
    single = [(old[0], new[0]) for old, new in listed if len(old) == len(new) == 1]
    staying = set(_rising(single))
    found: set[Edit] = set()
    for old, new in listed:
        if len(old) > 1 or len(new) > 1:
            found.add(("merged" if len(old) >= len(new) else "split", old, new))
        elif (old[0], new[0]) not in staying:
            found.add(("moved", old, new))
        elif old != new:
            found.add(("renumbered", old, new))
    return frozenset(found)


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    best: list[list[tuple[int, int]]] = []
    for pair in pairs:
        before = max((one for one in best if one[-1][1] < pair[1]), key=len, default=[])
        best.append([*before, pair])
    return max(best, key=len, default=[])


def _words_kept(old: str, new: str) -> Kept:
    """Words by difflib."""
    a, b = old.split(" "), new.split(" ")
    starts = [list(accumulate((len(word) + 1 for word in side), initial=0)) for side in (a, b)]
    for i, j, size in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks():
        yield starts[0][i], starts[1][j], max(0, starts[0][i + size] - starts[0][i] - 1)


def _dmp_kept(old: str, new: str) -> Kept:
    differ: Any = import_module("diff_match_patch").diff_match_patch()
    found = differ.diff_main(old, new)
    differ.diff_cleanupSemantic(found)
    a = b = 0
    for mark, text in found:
        if mark == 0:
            yield a, b, len(text)
        a += len(text) if mark <= 0 else 0
        b += len(text) if mark >= 0 else 0


def _redlines_kept(old: str, new: str) -> Kept:
    compared: Any = import_module("redlines").Redlines(old, new)
    for operation in compared._diff_ops:  # noqa: SLF001  # a peer, looked into to be measured
        chunks = operation.source_chunk.text, operation.test_chunk.text
        starts = [_starts(text, tokens) for text, tokens in zip((old, new), chunks, strict=True)]
        tag, a, b, c, _ = operation.opcodes
        if tag == "equal":
            for at in range(b - a):
                yield starts[0][a + at], starts[1][c + at], len(chunks[0][a + at].strip())


def _starts(text: str, tokens: list[str]) -> list[int]:
    """Where each token stands; its own mark for a new paragraph stands where the text does."""
    found, at = [], 0
    for token in tokens:
        place = text.find(token.strip(), at) if token.strip() != "¶" else at
        at = place if place >= 0 else at
        found.append(at)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(prog="benchmarks.edits_peers", description=__doc__)
    parser.add_argument("--pairs", type=int, default=50)
    parser.add_argument("--seed", type=int, default=6)
    asked = parser.parse_args()
    peers: list[tuple[str, Callable[[Pair], frozenset[Edit]]]] = [
        ("difflib, by clauses and close matches", by_paragraphs),
        ("difflib, by words", by_stretches(_words_kept)),
    ]
    if find_spec("diff_match_patch"):
        peers.append(("diff-match-patch", by_stretches(_dmp_kept)))
    if find_spec("redlines"):
        peers.append(("redlines", by_stretches(_redlines_kept)))
    for name, find in peers:
        report(name, find, asked.pairs, asked.seed, _SHOWN)


if __name__ == "__main__":
    main()
