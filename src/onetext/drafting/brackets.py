"""Reading brackets, options and placeholders (T1), in the signs that negotiators use.

- ``[words]``: words not agreed; brackets may stand in brackets.
- ``[shall] [should]``: brackets side by side, with nothing but blanks or a stroke between them, are alternatives.
- ``[shall/should]``: alternatives in one bracket; phrases are parted by a stroke with blanks about it. Fractions and
  ``and/or`` are words.
- ``[Option 1: words]``, or a line of its own that begins with ``Option 1:``; ``Alternative`` and ``Alt`` mean the same.
- ``[no text]``: the option that nothing be said. ``[placeholder: what comes]``: place kept for words to come.
  ``[…]``: words left out by whoever copied the text.
- ``[North: words]``, ``[North, South: words]``: who proposes them. ``[North propose: words; South oppose: words]``:
  who proposes and who objects, also with ``support`` and ``reserve``.
- A backslash before a bracket or a backslash makes it a sign of the words themselves.

No text makes reading fail: a bracket without its partner stays in the words as a sign, and is reported.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from onetext.drafting.tags import OPTION, Tag, bare_name, read_tag
from onetext.drafting.tree import Bracket, Choice, Kind, Node, Piece, Words
from onetext.files.faults import Fault

MOST_DEPTH = 64
"""Of brackets in brackets; deeper ones stay signs in the words. No text that people write comes near it."""
MOST_BRACKETS = 50_000
"""In one text; what comes after stays signs in the words, so that a hostile text costs its length."""
_MOST_FAULTS = 20
_AROUND = 20


@dataclass(frozen=True)
class Bracketed:
    """A text read: its tree, and what is wrong with its brackets."""

    nodes: tuple[Node, ...]
    faults: tuple[Fault, ...]


def read_brackets(text: str, address: str = "text", names: Collection[str] | None = None) -> Bracketed:
    """The tree of a text; ``write_brackets`` gives the text back to the character.

    ``names`` are the words that may stand in a party's tag (capitals aside); without them, one to four words that
    begin with a capital letter may. ``faults`` name the character (from 0) of each bracket without its partner.
    """
    pairs, faults = _pairs(text, address)
    known = None if names is None else frozenset(bare_name(name) for name in names)
    return Bracketed(tuple(_Reader(text, pairs, known).whole()), tuple(faults))


_SIGN = re.compile(r"\\[\[\]\\]|[\[\]]")


def _pairs(text: str, address: str) -> tuple[dict[int, int], list[Fault]]:
    """Opening and closing places of the brackets that have a partner, and the faults of those that have none."""
    pairs: dict[int, int] = {}
    open_at: list[int] = []
    stray: list[tuple[int, str, str]] = []
    for sign in _SIGN.finditer(text):
        if sign[0] == "[":
            open_at.append(sign.start())
        elif sign[0] == "]" and open_at:
            pairs[open_at.pop()] = sign.start()
        elif sign[0] == "]":
            stray.append((sign.start(), "closes nothing", "add the '[' it closes, or write '\\]' if it is a sign"))
    stray += [(at, "is never closed", "add its ']', or write '\\[' if it is a sign") for at in open_at]
    for at, problem, remedy in _beyond(pairs):
        del pairs[at]
        stray.append((at, problem, remedy))
    return pairs, [_fault(text, address, *found) for found in sorted(stray)[:_MOST_FAULTS]]


def _beyond(pairs: dict[int, int]) -> list[tuple[int, str, str]]:
    """Brackets that are not read as such: too many, or in too many others."""
    many = _too_many(pairs)
    beyond = {at for at, _, _ in many}
    return [*many, *_too_deep({at: end for at, end in pairs.items() if at not in beyond})]


def _too_many(pairs: dict[int, int]) -> list[tuple[int, str, str]]:
    problem, remedy = f"comes after {MOST_BRACKETS:,} others", "split the text"
    return [(at, problem, remedy) for at in sorted(pairs)[MOST_BRACKETS:]]


def _too_deep(pairs: dict[int, int]) -> list[tuple[int, str, str]]:
    problem, remedy = f"stands in {MOST_DEPTH} others or more", "take some of them out"
    ends: list[int] = []
    deep: list[tuple[int, str, str]] = []
    for start in sorted(pairs):
        while ends and ends[-1] < start:
            ends.pop()
        if len(ends) >= MOST_DEPTH:
            deep.append((start, problem, remedy))
        ends.append(pairs[start])
    return deep


def _fault(text: str, address: str, at: int, problem: str, remedy: str) -> Fault:
    around = " ".join(text[max(0, at - _AROUND) : at + _AROUND].split())
    return Fault(f"{address}, character {at}", f"the bracket in '{around}' {problem}", remedy)


_WHOLE: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("no_text", re.compile(r"\s*no\s+text\s*", re.IGNORECASE)),
    ("omission", re.compile(r"\s*(?:…|\.\.\.)\s*")),
)
_LED: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("placeholder", re.compile(r"\s*placeholder\s*(?::\s*|\Z)", re.IGNORECASE)),
    ("option", re.compile(rf"\s*{OPTION.pattern}", re.IGNORECASE)),
)
_OPTION_LINE = re.compile(f"^{OPTION.pattern}", re.IGNORECASE | re.MULTILINE)
_HIDDEN = "\0"


class _Reader:
    """Builds the tree of one text whose brackets are paired."""

    def __init__(self, text: str, pairs: dict[int, int], names: Collection[str] | None) -> None:
        self._text = text
        self._pairs = pairs
        self._openings = sorted(pairs)
        self._names = names

    def whole(self) -> Iterator[Node]:
        """The text, cut where a line is an option of its own."""
        masked = self._masked(0, len(self._text))
        nodes: list[Node] = []
        at = 0
        for line in islice(_OPTION_LINE.finditer(masked), MOST_BRACKETS):
            end = masked.find("\n", line.end())
            end = len(masked) if end < 0 else end
            nodes += self._nodes(at, line.start())
            piece = Piece(self._inside(line.end(), end), line[0], option=line["label"])
            nodes.append(Bracket("option", (piece,), square=False))
            at = end
        return _with_choices([*nodes, *self._nodes(at, len(self._text))])

    def _inside(self, start: int, end: int) -> tuple[Node, ...]:
        return tuple(_with_choices(self._nodes(start, end)))

    def _nodes(self, start: int, end: int) -> Iterator[Node]:
        at = start
        for opening, closing in self._outermost(start, end):
            if opening > at:
                yield Words(self._text[at:opening])
            yield self._bracket(opening + 1, closing)
            at = closing + 1
        if end > at:
            yield Words(self._text[at:end])

    def _outermost(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        index = bisect_left(self._openings, start)
        while index < len(self._openings) and (opening := self._openings[index]) < end:
            closing = self._pairs[opening]
            yield opening, closing
            index = bisect_left(self._openings, closing, index)

    def _masked(self, start: int, end: int) -> str:
        """The stretch with everything inside further brackets hidden, at equal length."""
        parts: list[str] = []
        at = start
        for opening, closing in self._outermost(start, end):
            parts += [self._text[at:opening], _HIDDEN * (closing + 1 - opening)]
            at = closing + 1
        return "".join([*parts, self._text[at:end]])

    def _bracket(self, start: int, end: int) -> Bracket:
        masked = self._masked(start, end)
        for kind, shape in _WHOLE:
            if shape.fullmatch(masked):
                return Bracket(kind, (Piece((Words(masked),)),))
        for kind, shape in _LED:
            if lead := shape.match(masked):
                return Bracket(
                    kind, (Piece(self._inside(start + lead.end(), end), lead[0], option=lead.groupdict().get("label")),)
                )
        return self._tagged(masked, start) or self._alternatives(masked, start, end)

    def _tagged(self, masked: str, start: int) -> Bracket | None:
        """``A propose: …; B oppose: …``, each part with its verb; or one tag before all the words."""
        parts = list(_parted(masked, (found.start() for found in re.finditer(";", masked))))
        tags = [read_tag(masked[a:b], self._names) for a, b in parts]
        if len(parts) < 2 or not all(tag and tag.has_verb for tag in tags):
            parts, tags = [(0, len(masked))], [read_tag(masked, self._names)]
            if tags[0] and not tags[0].lead.rstrip().endswith(":"):
                return None
        pieces = tuple(
            self._tag_piece(tag, start + a, start + b) for tag, (a, b) in zip(tags, parts, strict=True) if tag
        )
        return Bracket("tagged", pieces, (";",) * (len(pieces) - 1)) if pieces else None

    def _tag_piece(self, tag: Tag, start: int, end: int) -> Piece:
        return Piece(self._inside(start + len(tag.lead), end), tag.lead, tag.parties, tag.act)

    def _alternatives(self, masked: str, start: int, end: int) -> Bracket:
        parts = list(_parted(masked, _strokes(masked)))
        if len(parts) < 2:
            return Bracket("disputed", (Piece(self._inside(start, end)),))
        pieces = tuple(Piece(self._inside(start + a, start + b)) for a, b in parts)
        return Bracket("alternatives", pieces, ("/",) * (len(pieces) - 1))


def _parted(masked: str, places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The stretches between the single characters at ``places``."""
    at = 0
    for place in places:
        yield at, place
        at = place + 1
    yield at, len(masked)


_SPACED_STROKE = re.compile(r"(?<=\s)/(?=\s)")
_FRACTION = re.compile(r"[\d\s/.,-]*")


def _strokes(masked: str) -> Sequence[int]:
    """The strokes that part alternatives: between single words, or with blanks about them between phrases."""
    if _FRACTION.fullmatch(masked) or masked.strip().casefold() == "and/or":
        return ()
    single = not re.search(r"\s", masked.strip())
    found = [stroke.start() for stroke in re.finditer("/" if single else _SPACED_STROKE, masked)]
    return found if all(masked[a:b].strip() for a, b in _parted(masked, found)) else ()


_GAP = re.compile(r"[ \t]*(?:/[ \t]*)?")


def _with_choices(nodes: Iterable[Node]) -> Iterator[Node]:
    """Brackets side by side made one choice."""
    members: list[Bracket] = []
    gaps: list[str] = []
    after: list[Words] = []
    for node in nodes:
        if isinstance(node, Bracket) and members and _joins(members[-1], "".join(gap.raw for gap in after), node):
            gaps.append("".join(gap.raw for gap in after))
            members.append(node)
            after = []
        elif isinstance(node, Words) and members and not after and not node.raw.strip(" \t\n/"):
            after = [node]
        else:
            yield from _chosen(members, gaps, after)
            members, gaps, after = ([node], [], []) if isinstance(node, Bracket) else ([], [], [])
            if not members:
                yield node
    yield from _chosen(members, gaps, after)


def _joins(before: Bracket, gap: str, after: Bracket) -> bool:
    """Options join over any blanks, other brackets in one line only; what was left out is no alternative."""
    if before.square != after.square or "omission" in (before.kind, after.kind):
        return False
    if before.kind == after.kind == "option" and not gap.strip():
        return True
    return bool(_GAP.fullmatch(gap))


def _chosen(members: list[Bracket], gaps: list[str], after: list[Words]) -> Iterator[Node]:
    if members:
        yield Choice(tuple(members), tuple(gaps)) if gaps else members[0]
    yield from after
