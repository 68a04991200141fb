"""When a name that was read is the name in the gold record."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_IDLE = {"the", "a", "an", "of", "and", "in", "its", "his", "her", "their", "one", "s", "who", "has", "had", "to"}
_TITLES = {"mr", "mrs", "ms", "miss", "dr", "sir", "dame"}
_WORD = re.compile(r"[^\W\d_]+|\d+")


def words(name: str) -> frozenset[str]:
    """The words of a name that tell it from others: no articles, titles, possessive or case."""
    return frozenset(_WORD.findall(name.casefold().replace("'s", "").replace("’s", ""))) - _IDLE - _TITLES


def same(gold: str, found: str | None) -> bool:
    """Whether one name holds the other: the full name the surname, a government its state; "" is no name at all."""
    ours, theirs = words(gold), words(found or "")
    if not ours or not theirs:
        return not ours and not theirs
    return ours <= theirs or theirs <= ours


def fits(options: Sequence[str], found: str | None, people: Iterable[str] = ()) -> bool:
    """Whether a name is one of the options (none: it must be missing) and not that of two ``people`` at once."""
    bearers = [name for name in people if found and words(found) <= words(name)]
    return len(bearers) < 2 and any(same(option, found) for option in options or ("",))


def akin(options: Sequence[str], found: str | None) -> bool:
    """Whether a description shares a telling word with one of the options."""
    return any(words(option) & words(found or "") for option in options)
