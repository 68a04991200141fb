"""What may stand before words in a bracket: who proposes or opposes them, or the label of an option."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from onetext.drafting.tree import Act

OPTION = re.compile(
    r"[ \t]*(?P<label>(?:option|alternative|alt\.?)\s{1,4}(?:\d{1,3}|[a-z]|[ivx]{1,5})):[ \t]*", re.IGNORECASE
)
_TAG = re.compile(r"\s*(?P<names>[^:;\[\]\0\n]{1,80}):\s*")
_TAG_WITHOUT_WORDS = re.compile(r"\s*(?P<names>[^:;\[\]\0\n]{1,80})\Z")
_VERB = re.compile(r"\s+(propos|support|oppos|reserv)(?:e|es|ed|s)?\s*\Z")
_AND = re.compile(r",\s+and\s+|[,&/]|\s+and\s+")
_NAME = re.compile(r"(?:the\s+)?[A-Z0-9\u00c0-\u00de\u0391-\u03ab\u0400-\u042f][\w.'’-]*(?:\s+[\w.'’-]+){0,3}")
_NO_NAMES = frozenset(
    {"annex", "article", "chapter", "example", "note", "option", "paragraph", "placeholder", "section", "title"}
)
_ACTS: dict[str, Act] = {"propos": "propose", "support": "support", "oppos": "oppose", "reserv": "reserve"}


@dataclass(frozen=True)
class Tag:
    """``lead`` is the tag as written, its colon and blanks included; without a verb it proposes."""

    lead: str
    parties: tuple[str, ...]
    act: Act
    has_verb: bool


def read_tag(segment: str, names: Collection[str] | None) -> Tag | None:
    """The tag at the beginning of ``segment``, or the tag that it is; None where it begins with other words.

    ``names``: the names that count, bare; None: what looks like one to four words of a name.
    """
    found = _TAG.match(segment)
    whole = found is None
    found = found or _TAG_WITHOUT_WORDS.match(segment)
    if found is None:
        return None
    verb = _VERB.search(found["names"])
    if whole and verb is None:
        return None
    written = found["names"][: verb.start()] if verb else found["names"]
    parties = tuple(name.strip() for name in _AND.split(written))
    if not all(_is_name(name, names) for name in parties):
        return None
    return Tag(found[0], parties, _ACTS[verb[1]] if verb else "propose", verb is not None)


def bare_name(name: str) -> str:
    """A party's name as tags are compared: without capitals and without its article."""
    return name.casefold().removeprefix("the ")


def _is_name(name: str, names: Collection[str] | None) -> bool:
    if names is not None:
        return bare_name(name) in names
    return bool(_NAME.fullmatch(name)) and name.split(maxsplit=1)[0].casefold() not in _NO_NAMES
