"""Verbs of saying with what they do, and nouns for people who act or speak for a party (tables in ``gazetteer/``)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from onetext.reading.gazetteer import cell, table
from onetext.wording.words import words


@dataclass(frozen=True, slots=True)
class Speech:
    """What a verb of saying does; ``plain`` when a plain object may be what is said."""

    act: str
    plain: bool


@cache
def speech_verbs() -> dict[str, Speech]:
    """Lemma (``rule_out`` with its particle) to what it does; the first line that names a verb decides."""
    verbs: dict[str, Speech] = {}
    for line in table("speech.txt"):
        act, _, rest = line.partition(":")
        for word in rest.split():
            verbs.setdefault(word[:-1], Speech(act, plain=word.endswith("+")))
    return verbs


@dataclass(frozen=True, slots=True)
class Roles:
    titles: dict[tuple[str, ...], str]
    longest_title: int
    opening: frozenset[str]
    role: frozenset[str]
    unnamed: frozenset[str]
    group: frozenset[str]
    document: frozenset[str]


@cache
def roles() -> Roles:
    lists = {name.strip(): cell(rest) for name, _, rest in (line.partition(":") for line in table("roles.txt"))}
    titles = {tuple(word.text for word in words(title)): title for title in lists["title"]}
    titles |= {tuple(title.split()): title for title in lists["title"]}  # the model keeps "Ms." in one piece
    return Roles(
        titles,
        max(map(len, titles)),
        frozenset(title[0] for title in titles),
        frozenset(lists["role"]),
        frozenset(lists["anonymous"]),
        frozenset(lists["group"]),
        frozenset(lists["document"]),
    )


@lru_cache(maxsize=4096)
def singular(noun: str) -> str:
    """``officials`` to ``official``; good for the nouns of the tables, not for all of English."""
    word = noun.lower()
    if word in {"people", "series", "news", "chess"} or word.endswith("ss"):
        return word
    for ending, instead in (("men", "man"), ("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("xes", "x")):
        if word.endswith(ending):
            return word[: -len(ending)] + instead
    return word[:-1] if word.endswith("s") and len(word) > 3 else word
