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
    for i, j, length in _runs(matches([core for core, _ in a], [core for core, _ in b])):
        old, new = blanks[0] + _text(a[at_a:i]), blanks[1] + _text(b[at_b:j])
        blanks = ("", "")
        at_a, at_b = i + length, j + length
        if a[i:at_a] == b[j:at_b]:
            yield _Block(old, new, _text(a[i:at_a]))
            continue
        for (core, blanks_old), (_, blanks_new) in zip(a[i:at_a], b[j:at_b], strict=True):
            equal = blanks_old == blanks_new
            yield _Block(blanks[0] + old, blanks[1] + new, core + (blanks_old if equal else ""))
            blanks, old, new = ("", "") if equal else (blanks_old, blanks_new), "", ""
    yield _Block(blanks[0] + _text(a[at_a:]), blanks[1] + _text(b[at_b:]), "")


def _runs(pairs: list[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
    """Where each unbroken run of pairs starts on both sides, and how long it is."""
    start = 0
    for index in range(1, len(pairs) + 1):
        last = pairs[index - 1]
        if index == len(pairs) or pairs[index] != (last[0] + 1, last[1] + 1):
            yield (*pairs[start], index - start)
            start = index


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
            open_block.kept = []
            open_block.take([block.old], [block.new])
        open_block.kept.append(block.kept)
    yield open_block.closed()


class _Open:
    """A block that may still grow; its texts are joined once, so that many small changes cost no more than few."""

    def __init__(self) -> None:
        self.size = 0
        """Characters of the change so far, of the longer side."""
        self.kept: list[str] = []
        self._sides: tuple[list[str], list[str]] = ([], [])

    def take(self, old: list[str], new: list[str]) -> None:
        self.size += max(sum(map(len, old)), sum(map(len, new)))
        self._sides[0].extend(old)
        self._sides[1].extend(new)

    def closed(self) -> _Block:
        return _Block("".join(self._sides[0]), "".join(self._sides[1]), "".join(self.kept))


def _is_chance(before: _Open, after: _Block) -> bool:
    """Whether what was kept between two changes is mere marks, or so little beside both that it only breaks them up."""
    if not any(has_word(text) for text in before.kept):
        return True
    kept = _LITTLE * sum(map(len, before.kept))
    return kept <= before.size and kept <= max(len(after.old), len(after.new))


def _text(found: list[Token]) -> str:
    return "".join(core + blanks for core, blanks in found)
