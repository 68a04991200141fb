"""Numbers of clauses: they stay, and what is put between them is *bis*, *ter* and so on (T2)."""

from __future__ import annotations

import re
from collections.abc import Collection

from onetext.files.faults import refuse

SUFFIXES = ("bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "decies")
_PART = re.compile(r"\d+|[^\W\d_]+")
_LONGEST = 18


def number_key(number: str) -> tuple[tuple[int, int, str], ...]:
    """Sorts numbers as they are read: 7, 7 (a), 7 bis, 7 ter, 8, 10; words without a number come first."""
    return tuple(_part_key(part) for part in _PART.findall(number))


def _part_key(part: str) -> tuple[int, int, str]:
    if part.isdecimal():
        return (3, int(part[-_LONGEST:]), part)
    word = part.casefold()
    return (2, SUFFIXES.index(word), word) if word in SUFFIXES else (1, 0, word)


def number_after(number: str, taken: Collection[str]) -> str:
    """The number for a clause put in after ``number``, which moves no other: ``7 bis``, then ``7 ter``.

    Raises ``Faults`` when all of them are taken.
    """
    stem = re.sub(rf"\s*(?:{'|'.join(SUFFIXES)})\s*\Z", "", number)
    used = {re.sub(r"\s", "", one).casefold() for one in taken}
    for suffix in SUFFIXES:
        if f"{stem}{suffix}".replace(" ", "").casefold() not in used:
            return f"{stem} {suffix}"
    raise refuse(number, f"every number from '{stem} bis' to '{stem} {SUFFIXES[-1]}' is taken", "renumber the text")
