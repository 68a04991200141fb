"""Why a person is somebody's: what the text offers, each with how well it holds; the best of them is taken.

A ground may name the party, or another person whose party it is, or only say that the office is one of a state; what is
open is settled when the whole text is known (``deciding``).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class Strength(IntEnum):
    """How well a ground holds, best first; the figures only rank."""

    GIVEN = 100
    ORIGIN = 95
    LED = 90
    OWN_WORDS = 80
    DOES = 78
    BESIDE = 70
    PRONOUN = 65
    BODY = 60
    INTRODUCED = 57
    FRAME = 55
    DESCRIBED = 40
    CONTEXT = 30
    OFFICE = 20


@dataclass(frozen=True, slots=True)
class Ground:
    """``party`` is known, or that of the person ``same_as``, or, with ``office``, that of some state.

    ``aside`` is what the body is called, for when no state is found for it.
    """

    strength: Strength
    party: str | None = None
    same_as: str | None = None
    office: str | None = None
    aside: str | None = None
