"""How a text becomes words for the search: the same for every store, and for Cyrillic as for Latin letters."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"\w+")


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in order, without case and compatibility forms: ``Kyïv's`` gives ``kyïv``, ``s``."""
    return tuple(_WORD.findall(unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())))
