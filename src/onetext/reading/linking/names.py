"""When two names mean the same person, and what a party is called everywhere: by plain rules, not by likeness."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from onetext.reading.gazetteer import gazetteer
from onetext.wording.stems import folded
from onetext.wording.words import listed, words

Sameness = Literal["same", "spelling", "surname"]
"""The very name; the same name spelled otherwise; one of the two is a surname alone."""

_TITLES = listed(
    "mr mrs ms miss dr prof sir dame lord lady president vice prime minister chancellor king queen prince princess "
    "emir sheikh general gen colonel col ambassador envoy secretary senator sen rep foreign defence defense premier "
    "chairman chairwoman chair speaker special the former then"
)
_PARTICLES = listed("von van der den de la le al el bin ibn abu di da dos")
_PART = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*\.?")


@lru_cache(maxsize=1 << 14)
def name_parts(name: str) -> tuple[str, ...]:
    """The words of a person's name as they are compared, without titles before it and initials inside it."""
    found = [folded(part.rstrip(".")).replace("-", "") for part in _PART.findall(name)]
    while len(found) > 1 and found[0] in _TITLES:
        found = found[1:]
    inner = [part for part in found[1:-1] if len(part) > 1]
    return (*found[:1], *inner, *found[1:][-1:])


def same_person(a: str, b: str) -> Sameness | None:
    """Whether two names can be one person's. A given name that differs makes two persons of one surname."""
    one, other = name_parts(a), name_parts(b)
    if not one or not other:
        return None
    if one == other:
        return "same"
    short, long = sorted((one, other), key=len)
    if len(short) == 1 or (short[0] in _PARTICLES and long[-len(short) :] == short):
        tail = long[-len(short) :]
        return "surname" if len(long) > len(short) and tail == short else None
    if not _same_given(short[0], long[0]):
        return None
    if short[-1] == long[-1]:
        return "same" if short[0] == long[0] else "spelling"
    return "spelling" if _sounds(short[-1]) == _sounds(long[-1]) else None


def _same_given(a: str, b: str) -> bool:
    """``Steve`` and ``Steven``, ``Aleksandr`` and ``Alexander``; never by the first letter alone."""
    short, long = sorted((_sounds(a), _sounds(b)), key=len)
    return a == b or short == long or (len(short) >= 4 and long.startswith(short))


_SOUNDS = (
    (re.compile(r"(?:[iyj]+|ey|ei)$"), "y"), (re.compile(r"^ye"), "e"), (re.compile(r"ks"), "x"),
    (re.compile(r"kh"), "h"), (re.compile(r"ph"), "f"), (re.compile(r"oo|ou"), "u"), (re.compile(r"ander$"), "andr"),
    (re.compile(r"i(?=[aeou])|y(?=[aeou])"), "i"), (re.compile(r"(.)\1"), r"\1"), (re.compile(r"[iy]$"), "y"),
)  # fmt: skip


def _sounds(part: str) -> str:
    """A name as its ways of being written in Latin letters have it in common."""
    for pattern, instead in _SOUNDS:
        part = pattern.sub(instead, part)
    return part


@lru_cache(maxsize=1 << 14)
def party_name(name: str) -> str:
    """What a state or body is called here, whichever of its names is used: ``Kyiv`` is Ukraine, ``the US`` too."""
    texts = tuple(word.text for word in words(name))
    if texts[:1] and texts[0].casefold() == "the":
        texts = texts[1:]
    entry = gazetteer().entries.get(texts)
    if entry is not None and entry.kind in ("party", "capital", "office", "outlet"):
        return folded(entry.party)
    plain = folded(" ".join(texts))
    return plain.removesuffix(" side").removesuffix(" government").removesuffix(" delegation")


@lru_cache(maxsize=1 << 12)
def state_of_capital(place: str) -> str | None:
    """The state whose capital this place is."""
    entry = gazetteer().entries.get(tuple(word.text for word in words(place)))
    return folded(entry.party) if entry is not None and entry.kind == "capital" else None


@lru_cache(maxsize=1 << 12)
def is_state(place: str) -> bool:
    entry = gazetteer().entries.get(tuple(word.text for word in words(place)))
    return entry is not None and entry.kind == "party"
