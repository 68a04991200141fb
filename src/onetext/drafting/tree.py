"""The tree of a bracketed text, as data (T1); written back to the text it was read from, to the character."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

Act = Literal["propose", "support", "oppose", "reserve"]
Kind = Literal["disputed", "alternatives", "option", "tagged", "no_text", "placeholder", "omission"]

PROPOSALS: frozenset[Kind] = frozenset({"disputed", "alternatives", "option", "tagged", "no_text"})
"""Only a party's proposal makes a bracket; a placeholder and an omission are no disagreement."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words as they stand in the text, escapes and blanks included."""

    raw: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch inside a bracket; ``lead`` is what stands before its words (``North propose: ``)."""

    nodes: tuple[Node, ...]
    lead: str = ""
    parties: tuple[str, ...] = ()
    """Names as written."""
    act: Act | None = None
    option: str | None = None


@dataclass(frozen=True, slots=True)
class Bracket:
    """One bracket: one piece, or several with ``joints`` (one fewer) between them."""

    kind: Kind
    pieces: tuple[Piece, ...]
    joints: tuple[str, ...] = ()
    square: bool = True
    """Whether it has signs around it; an option on a line of its own has none."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Brackets side by side: alternatives, with ``gaps`` (one fewer) between them."""

    members: tuple[Bracket, ...]
    gaps: tuple[str, ...]


Node = Words | Bracket | Choice


def write_brackets(nodes: Sequence[Node]) -> str:
    """The text of a tree."""
    return "".join(_written(node) for node in nodes)


def _written(node: Node) -> str:
    if isinstance(node, Words):
        return node.raw
    if isinstance(node, Choice):
        return _interleaved([_written(member) for member in node.members], node.gaps)
    inside = _interleaved([piece.lead + write_brackets(piece.nodes) for piece in node.pieces], node.joints)
    return f"[{inside}]" if node.square else inside


def _interleaved(parts: Sequence[str], between: Sequence[str]) -> str:
    return "".join(part + gap for part, gap in zip(parts, [*between, ""], strict=True))


def all_brackets(nodes: Sequence[Node]) -> Iterator[Bracket]:
    """Every bracket, those in others after the ones they stand in."""
    for node in nodes:
        if isinstance(node, Words):
            continue
        for bracket in node.members if isinstance(node, Choice) else (node,):
            yield bracket
            for piece in bracket.pieces:
                yield from all_brackets(piece.nodes)


def escaped(text: str) -> str:
    """Words in which every bracket belongs to the words."""
    return re.sub(r"[\[\]\\]", r"\\\g<0>", text)


def unescaped(raw: str) -> str:
    """The words that ``raw`` stands for."""
    return re.sub(r"\\([\[\]\\])", r"\1", raw)
