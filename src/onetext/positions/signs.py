"""A letter, a shape and words for each stance, so that none is ever told by colour alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from gettext import gettext as _

from onetext.positions.grid import CellStance

RED_LINE = "▌"
"""Stands before the sign of a stance that is a red line."""


@dataclass(frozen=True)
class Sign:
    letter: str
    shape: str


SIGNS: Mapping[CellStance, Sign] = {
    "accept": Sign("A", "●"),
    "accept_with_reservation": Sign("R", "◕"),
    "conditional": Sign("C", "◑"),
    "open": Sign("O", "○"),
    "neutral": Sign("N", "◇"),
    "object": Sign("J", "▽"),
    "reject": Sign("X", "✕"),
    "silent": Sign("S", "–"),
    "declined_to_say": Sign("D", "∅"),
    "mixed": Sign("M", "≠"),
    "unknown": Sign("?", "·"),
}


def said(stance: CellStance) -> str:
    """The stance in the reader's language."""
    words: Mapping[CellStance, str] = {
        "accept": _("accepts"),
        "accept_with_reservation": _("accepts with a reservation"),
        "conditional": _("on a condition"),
        "open": _("open"),
        "neutral": _("neutral"),
        "object": _("objects"),
        "reject": _("rejects"),
        "silent": _("silent"),
        "declined_to_say": _("declined to say"),
        "mixed": _("mixed"),
        "unknown": _("unknown"),
    }
    return words[stance]
