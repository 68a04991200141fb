"""Marks drawn for the page: letter, shape and words of a stance, of the state of a contact; never colour alone.

A shape is the path of a 12 by 12 drawing. Filled means more settled, hollow less; crossed means against.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from onetext.positions.grid import CellStance
from onetext.positions.signs import SIGNS

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise  # the type of a lazily translated string

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
    words: _StrPromise


_DRAWN: Mapping[CellStance, tuple[str, _StrPromise]] = {  # the figures of ``positions.signs``, drawn
    "accept": (_DISC, _("accepts")),
    "accept_with_reservation": (_MOST, _("accepts with a reservation")),
    "conditional": (_HALF, _("on a condition")),
    "open": (_RING, _("open")),
    "neutral": (_DIAMOND, _("neutral")),
    "object": (_UNDER, _("objects")),
    "reject": (_CROSS, _("rejects")),
    "silent": (_BAR, _("silent")),
    "declined_to_say": (_BARRED, _("declined to say")),
    "mixed": (_BARS, _("mixed")),
    "unknown": (_POINT, _("unknown")),
}

STANCES: dict[str, Mark] = {word: Mark(SIGNS[word].letter, shape, words) for word, (shape, words) in _DRAWN.items()}

CONTACTS: dict[str, Mark] = {
    "planned": Mark("P", _SQUARE, _("planned")),
    "expected": Mark("E", _RING, _("expected")),
    "held": Mark("H", _BLOCK, _("held")),
    "ongoing": Mark("O", _ARROW, _("going on")),
    "suspended": Mark("U", _BAR, _("suspended")),
    "postponed": Mark("L", _DIAMOND, _("postponed")),
    "cancelled": Mark("C", _CROSS, _("called off")),
    "declined": Mark("D", _BARRED, _("declined")),
    "not_held": Mark("N", _OVER, _("not held")),
    "replaced": Mark("R", _SPLIT, _("replaced")),
    "unknown": Mark("?", _POINT, _("unknown")),
}

EXTENTS: dict[str, Mark] = {
    "existence": Mark("E", _POINT, _("that it exists")),
    "outline": Mark("O", _RING, _("in outline")),
    "part": Mark("P", _HALF, _("in part")),
    "full": Mark("F", _DISC, _("in full")),
    "unknown": Mark("?", _DIAMOND, _("extent not stated")),
}

SETS = {"stance": STANCES, "contact": CONTACTS, "extent": EXTENTS}
PARTY_PATTERNS = 8  # then they begin again, and the label alone tells
