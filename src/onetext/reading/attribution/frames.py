"""Which words attribute something, and where what they attribute stands (table ``gazetteer/frames.txt``)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from onetext.reading.gazetteer import table


@dataclass(slots=True)
class Frame:
    """``kind``: say, feel or show. ``flags`` as the table explains them; ``links``: prepositions before content."""

    kind: str
    flags: frozenset[str]
    links: frozenset[str]


def _read(name: str) -> dict[str, Frame]:
    found: dict[str, Frame] = {}
    for line in table(name):
        head, _, rest = line.partition(":")
        kind, _, flags = head.partition(" ")
        own = frozenset(flags.strip()) - {"-"}
        for word in rest.split():
            lemma, *links = word.split("/")
            known = found.get(lemma)
            if known is None:
                found[lemma] = Frame(kind, own, frozenset(links))
            else:
                known.flags, known.links = known.flags | own, known.links | frozenset(links)
    return found


@cache
def verb_frames() -> dict[str, Frame]:
    return _read("frames.txt")


@cache
def cue_nouns() -> dict[str, Frame]:
    return _read("cue_nouns.txt")


@cache
def cue_adjectives() -> dict[str, Frame]:
    return _read("cue_adjectives.txt")
