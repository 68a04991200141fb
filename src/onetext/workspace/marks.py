"""Marks drawn for the page: letter, shape and words of a stance, of the state of a contact; never colour alone.

A shape is the path of a 12 by 12 drawing. Filled means more settled, hollow less; crossed means against.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import lazy

from onetext.case.words import ContactStatus
from onetext.desk.saying import extent_said, state_said
from onetext.positions.grid import CellStance
from onetext.positions.signs import SIGNS, said

_RING = "M6 1a5 5 0 1 0 0 10a5 5 0 1 0 0-10zM6 2.5a3.5 3.5 0 1 1 0 7a3.5 3.5 0 1 1 0-7z"
_DISC = "M6 1a5 5 0 1 0 0 10a5 5 0 1 0 0-10z"
_MOST = _RING + "M6 2.5a3.5 3.5 0 1 1-3.5 3.5H6z"
_HALF = _RING + "M6 2.5a3.5 3.5 0 0 1 0 7z"
_BARRED = _RING + "M8.2 3L9 3.8L3.8 9L3 8.2z"
_DIAMOND = "M6 .5L11.5 6L6 11.5L.5 6zM6 2.7L2.7 6L6 9.3L9.3 6z"
_UNDER = "M.3 1.2h11.4L6 11.4zM2.9 2.7L6 8.3L9.1 2.7z"
_OVER = "M6 .6L11.7 10.8H.3zM6 3.7L2.9 9.3h6.2z"
_CROSS = "M2.3 1L6 4.7L9.7 1L11 2.3L7.3 6L11 9.7L9.7 11L6 7.3L2.3 11L1 9.7L4.7 6L1 2.3z"
_BAR = "M1 5.2h10v1.6H1z"
_BARS = "M1 3.2h10v1.6H1zM1 7.2h10v1.6H1zM8 .6L9.3 1.3L4 11.4L2.7 10.7z"
_POINT = "M6 4.4a1.6 1.6 0 1 0 0 3.2a1.6 1.6 0 1 0 0-3.2z"
_SQUARE = "M1 1h10v10H1zM2.5 2.5v7h7v-7z"
_BLOCK = "M1 1h10v10H1z"
_SPLIT = _SQUARE + "M2.5 2.5h7l-7 7z"
_ARROW = "M1 5h6V2.5L11 6L7 9.5V7H1z"


@dataclass(frozen=True)
class Mark:
    """A letter, a shape and the words for it."""

    letter: str
    shape: str
    words: str


_DRAWN: Mapping[CellStance, str] = {  # the figures of ``positions.signs``, drawn
    "accept": _DISC,
    "accept_with_reservation": _MOST,
    "conditional": _HALF,
    "open": _RING,
    "neutral": _DIAMOND,
    "object": _UNDER,
    "reject": _CROSS,
    "silent": _BAR,
    "declined_to_say": _BARRED,
    "mixed": _BARS,
    "unknown": _POINT,
}
_STATES: Mapping[ContactStatus, tuple[str, str]] = {
    "planned": ("P", _SQUARE),
    "expected": ("E", _RING),
    "held": ("H", _BLOCK),
    "ongoing": ("O", _ARROW),
    "suspended": ("U", _BAR),
    "postponed": ("L", _DIAMOND),
    "cancelled": ("C", _CROSS),
    "declined": ("D", _BARRED),
    "not_held": ("N", _OVER),
    "replaced": ("R", _SPLIT),
    "unknown": ("?", _POINT),
}

# the words are those of the layers below, looked up in the language of whoever looks
STANCES: dict[str, Mark] = {
    word: Mark(SIGNS[word].letter, shape, lazy(said, str)(word)) for word, shape in _DRAWN.items()
}
CONTACTS: dict[str, Mark] = {
    word: Mark(letter, shape, lazy(state_said, str)(word)) for word, (letter, shape) in _STATES.items()
}
EXTENTS: dict[str, Mark] = {
    "existence": Mark("E", _POINT, lazy(extent_said, str)("existence")),
    "outline": Mark("O", _RING, lazy(extent_said, str)("outline")),
    "part": Mark("P", _HALF, lazy(extent_said, str)("part")),
    "full": Mark("F", _DISC, lazy(extent_said, str)("full")),
    "unknown": Mark("?", _DIAMOND, lazy(extent_said, str)(None)),
}

SETS = {"stance": STANCES, "contact": CONTACTS, "extent": EXTENTS}
PARTY_PATTERNS = 8  # then they begin again, and the label alone tells
