"""Ways to read a bracketed text: how clean it is, the agreed words, every word on the table, what one party wants."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from onetext.drafting.brackets import read_brackets
from onetext.drafting.tags import bare_name
from onetext.drafting.tree import (
    PROPOSALS,
    Bracket,
    Choice,
    Node,
    Piece,
    Words,
    all_brackets,
    unescaped,
    write_brackets,
)


def left(nodes: Sequence[Node]) -> tuple[int, int, int]:
    """Brackets, options and placeholders left in a tree, as the three functions below count them."""
    found = list(all_brackets(nodes))
    brackets = sum(one.square and one.kind in PROPOSALS for one in found)
    return brackets, _options(nodes), sum(one.kind == "placeholder" for one in found)


def brackets_left(text: str) -> int:
    """How many pairs of brackets hold words or options not agreed, each in its own count where they are nested."""
    return sum(bracket.square and bracket.kind in PROPOSALS for bracket in all_brackets(read_brackets(text).nodes))


def options_left(text: str) -> int:
    """How many alternatives stand for a place in the text, over all places that have any."""
    return _options(read_brackets(text).nodes)


def placeholders_left(text: str) -> int:
    """How many places are kept for words to come."""
    return sum(bracket.kind == "placeholder" for bracket in all_brackets(read_brackets(text).nodes))


def is_clean(text: str) -> bool:
    """Whether nothing is left to agree or to fill in, and no bracket lacks its partner."""
    read = read_brackets(text)
    open_kinds = {*PROPOSALS, "placeholder"}
    return not read.faults and not any(bracket.kind in open_kinds for bracket in all_brackets(read.nodes))


def _options(nodes: Sequence[Node]) -> int:
    found = 0
    for node in nodes:
        if isinstance(node, Words):
            continue
        members = node.members if isinstance(node, Choice) else (node,)
        for bracket in members:
            if bracket.kind == "alternatives":
                found += len(bracket.pieces)
            elif len(members) > 1 or bracket.kind == "option":
                found += 1
            found += sum(_options(piece.nodes) for piece in bracket.pieces)
    return found


def plain_text(text: str, names: Collection[str] | None = None) -> str:
    """Every word on the table without signs and tags: alternatives parted by a stroke, what was left out as ``…``.

    The words of those who oppose are reasons, not text, and are left out.
    """
    return unescaped(_plain(read_brackets(text, names=names).nodes))


def _plain(nodes: Sequence[Node]) -> str:
    return _joined(_plain_node(node) for node in nodes)


def _plain_node(node: Node) -> str | None:
    if isinstance(node, Words):
        return node.raw
    if isinstance(node, Choice):
        return _stroked(_plain_node(member) for member in node.members)
    if node.kind == "no_text":
        return None
    if node.kind == "omission":
        return "…"
    return _stroked(_plain(piece.nodes) for piece in node.pieces if piece.act not in ("oppose", "reserve"))


def _stroked(parts: Iterable[str | None]) -> str | None:
    return " / ".join(part.strip() for part in parts if part and part.strip()) or None


def agreed_text(text: str) -> str:
    """The words outside all brackets and options."""
    read = read_brackets(text).nodes
    return unescaped(_joined(node.raw if isinstance(node, Words) else None for node in read))


def preferred_text(text: str, party: Collection[str], names: Collection[str] | None = None) -> str:
    """The text as a party wants it, as far as its tags say; ``party`` are the names it goes by.

    Words it proposes or supports are taken in, words it opposes left out; of alternatives the one it proposes, else
    the only one it does not oppose. Where nothing says what it wants, the bracket stays as it stands: unknown is not
    consent (C1). The result may hold brackets and is read like any other text.
    """
    wanted = frozenset(bare_name(name) for name in party)
    known = None if names is None else [*names, *party]
    return _preferred(read_brackets(text, names=known).nodes, wanted)


def _preferred(nodes: Sequence[Node], party: Collection[str]) -> str:
    return _joined(_preferred_node(node, party) for node in nodes)


def _preferred_node(node: Node, party: Collection[str]) -> str | None:
    if isinstance(node, Words):
        return node.raw
    if isinstance(node, Choice):
        return _preferred_member(node, party)
    wants = [_wants(piece, party) for piece in node.pieces]
    for piece, wanted in zip(node.pieces, wants, strict=True):
        if wanted:
            return _preferred((piece if piece.nodes else _proposed(node)).nodes, party)
    if False in wants:
        return None
    return write_brackets([_resolved(node, party)])


def _preferred_member(choice: Choice, party: Collection[str]) -> str | None:
    left = []
    for member in choice.members:
        wants = [_wants(piece, party) for piece in member.pieces]
        if True in wants:
            return _preferred_node(member, party)
        if False not in wants:
            left.append(member)
    if len(left) == 1 and len(choice.members) > 1:
        only = left[0]
        return None if only.kind == "no_text" else _preferred(only.pieces[0].nodes, party)
    resolved = tuple(_resolved(member, party) for member in choice.members)
    return write_brackets([Choice(resolved, choice.gaps)]) if left else None


def _proposed(bracket: Bracket) -> Piece:
    """The piece with the words that others only support."""
    return next((piece for piece in bracket.pieces if piece.act == "propose"), bracket.pieces[0])


def _wants(piece: Piece, party: Collection[str]) -> bool | None:
    """Whether a tag says that the party is for the words (True) or against them (False)."""
    if not any(bare_name(name) in party for name in piece.parties):
        return None
    return {"propose": True, "support": True, "oppose": False}.get(piece.act or "")


def _resolved(bracket: Bracket, party: Collection[str]) -> Bracket:
    """The bracket with the ones inside it read for the party."""
    pieces = tuple(
        Piece((Words(_preferred(piece.nodes, party)),), piece.lead, piece.parties, piece.act, piece.option)
        for piece in bracket.pieces
    )
    return Bracket(bracket.kind, pieces, bracket.joints, bracket.square)


_CLOSING = tuple(",.;:!?)")


def _joined(parts: Iterable[str | None]) -> str:
    """The parts in order; where one was left out (None), the blank before it goes too if it would stand alone."""
    found: list[str] = []
    gap = False
    for part in parts:
        if part is not None:
            found.append(_closed_up(found, part) if gap else part)
        gap = part is None
    if gap and found:
        found[-1] = found[-1].removesuffix(" ")
    return "".join(found)


def _closed_up(before: list[str], part: str) -> str:
    if not before:
        return part.removeprefix(" ")
    if part.startswith((" ", *_CLOSING)):
        before[-1] = before[-1].removesuffix(" ")
    return part
