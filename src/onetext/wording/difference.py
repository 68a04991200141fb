"""What changed between two texts, word by word; every character of both is in it (T3)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from onetext.wording.alignment import matches
from onetext.wording.tokens import Token, has_word, tokens

Mark = Literal["=", "-", "+"]
Change = tuple[Mark, str]
"""``=`` stands in both texts, ``-`` only in the old one, ``+`` only in the new one."""
Run = tuple[int, int, int]
"""Where equal words start in both rows of words, and how many they are."""

_ENDS = frozenset(".;:!?。؟।")
"""Marks that end a sentence or a part of one."""
_LITTLE = 4
"""Words kept between two changes each at least this many times as long are shown with them."""


@dataclass(frozen=True, slots=True)
class _Block:
    """A change, and what stands in both texts after it."""

    old: str
    new: str
    kept: str


def word_changes(old: str, new: str) -> tuple[Change, ...]:
    """The changes from ``old`` to ``new`` in reading order, neighbours of one mark joined, ``-`` before ``+``.

    Joining ``=`` and ``-`` gives ``old``, joining ``=`` and ``+`` gives ``new``, to the character. Marks and blanks
    that happen to be equal between two changes are shown with them, so that a change reads as one.
    """
    if old == new:
        return (("=", old),) if old else ()
    a, b = tokens(old), tokens(new)
    found: list[Change] = []
    for block in _joined(_blocks(a, b)):
        found += [("-", block.old)] if block.old else []
        found += [("+", block.new)] if block.new else []
        found += [("=", block.kept)] if block.kept else []
    return tuple(found)


def old_text(changes: Iterable[Sequence[str]]) -> str:
    """All changes left out."""
    return "".join(text for mark, text in changes if mark != "+")


def new_text(changes: Iterable[Sequence[str]]) -> str:
    """All changes taken in."""
    return "".join(text for mark, text in changes if mark != "-")


def _blocks(a: list[Token], b: list[Token]) -> Iterator[_Block]:
    """One block for each run of equal words; blanks in it that differ are changes of their own."""
    at_a = at_b = 0
    blanks: tuple[str, str] = ("", "")
    old_words, new_words = [core for core, _ in a], [core for core, _ in b]
    old_whole, new_whole = [core + after for core, after in a], [core + after for core, after in b]
    for i, j, length in _by_sentences(list(_runs(matches(old_words, new_words))), old_words, new_words):
        old, new = "".join(old_whole[at_a:i]), "".join(new_whole[at_b:j])
        at_a, at_b = i + length, j + length
        if old_whole[i:at_a] == new_whole[j:at_b]:  # no blank differs: the usual case, at once
            yield _Block(blanks[0] + old, blanks[1] + new, "".join(old_whole[i:at_a]))
            blanks = ("", "")
            continue
        kept: list[str] = []
        for (core, blanks_old), (_, blanks_new) in zip(a[i:at_a], b[j:at_b], strict=True):
            if blanks_old == blanks_new:
                kept.append(core + blanks_old)
                continue
            yield _Block(blanks[0] + old, blanks[1] + new, "".join(kept) + core)
            kept, blanks, old, new = [], (blanks_old, blanks_new), "", ""
        if kept:
            yield _Block(blanks[0] + old, blanks[1] + new, "".join(kept))
            blanks = ("", "")
    yield _Block(blanks[0] + "".join(old_whole[at_a:]), blanks[1] + "".join(new_whole[at_b:]), "")


def _runs(pairs: list[tuple[int, int]]) -> Iterator[Run]:
    """Where each unbroken run of pairs starts on both sides, and how long it is."""
    start = 0
    for index in range(1, len(pairs) + 1):
        last = pairs[index - 1]
        if index == len(pairs) or pairs[index] != (last[0] + 1, last[1] + 1):
            yield (*pairs[start], index - start)
            start = index


def _by_sentences(runs: list[Run], a: list[str], b: list[str]) -> list[Run]:
    """The runs with what was put in or left out between them shown as whole sentences, where it can be.

    Of "The dam." and "The fish. The dam." both "The [fish. The] dam." and "[The fish.] The dam." are right.
    """
    found = [(0, 0, 0), *runs, (len(a), len(b), 0)]
    for at in range(1, len(found)):
        (i, j, length), (next_i, next_j, next_length) = found[at - 1], found[at]
        if (next_i == i + length) == (next_j == j + length):
            continue
        side, start, end = (b, j + length, next_j) if next_i == i + length else (a, i + length, next_i)
        by = _slide(side, start, end, length, next_length)
        found[at - 1 : at + 1] = [(i, j, length + by), (next_i + by, next_j + by, next_length - by)]
    return [run for run in found if run[2]]


def _slide(words: list[str], start: int, end: int, before: int, after: int) -> int:
    """By how much ``words[start:end]`` may slide, left or right, and stay the same words, to begin after an end."""
    left = 0
    while not _begins(words, start - left):
        if left == before or words[start - left - 1] != words[end - left - 1]:
            break
        left += 1
    else:
        return -left
    right = 0
    while not _begins(words, start + right):
        if right == after or words[start + right] != words[end + right]:
            return 0
        right += 1
    return right


def _begins(words: list[str], place: int) -> bool:
    return place == 0 or words[place - 1] in _ENDS


def _joined(blocks: Iterable[_Block]) -> Iterator[_Block]:
    """Blocks with no change between them made one, and changes with next to nothing kept between them made one."""
    open_block = _Open()
    for block in blocks:
        if block.old or block.new:
            if open_block.size and _is_chance(open_block, block):
                open_block.take(open_block.kept, open_block.kept)
            elif open_block.size or open_block.kept:
                yield open_block.closed()
                open_block = _Open()
            open_block.kept = ""
            open_block.take(block.old, block.new)
        open_block.kept += block.kept
    yield open_block.closed()


class _Open:
    """A block that may still grow; its texts are joined once, so that many small changes cost no more than few."""

    def __init__(self) -> None:
        self.size = 0
        """Characters of the change so far, of the longer side."""
        self.kept = ""
        self._old: list[str] = []
        self._new: list[str] = []

    def take(self, old: str, new: str) -> None:
        self.size += max(len(old), len(new))
        self._old.append(old)
        self._new.append(new)

    def closed(self) -> _Block:
        return _Block("".join(self._old), "".join(self._new), self.kept)


def _is_chance(before: _Open, after: _Block) -> bool:
    """Whether what was kept between two changes is mere marks, or so little beside both that it only breaks them up."""
    kept = _LITTLE * len(before.kept)
    if kept <= before.size and kept <= max(len(after.old), len(after.new)):
        return True
    return not has_word(before.kept)
