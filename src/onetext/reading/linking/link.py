"""A link: what a suggestion has to do with one record of the case, how sure that is and why (M1: a guess)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

Relation = Literal["already", "account", "about", "who"]
"""The case holds it already; it is another account of what the case holds; it touches that; that is who is meant."""

_ORDER: tuple[Relation, ...] = ("already", "account", "who", "about")

LEAST = 0.6
"""No link below it is offered. An invented tie is worse than one that a person has to make by hand."""
LEAD = 0.08
"""By how much the best of several rivals must lead: two that fit equally well are told apart by nobody."""


@dataclass(frozen=True, slots=True)
class Link:
    """``record`` is an id of the case, ``score`` 0 to 1; ``reason`` is one line for people."""

    record: str
    kind: str
    relation: Relation
    score: float
    reason: str

    def as_data(self) -> dict[str, Any]:
        return {
            "record": self.record,
            "kind": self.kind,
            "relation": self.relation,
            "score": self.score,
            "reason": self.reason,
        }


def ranked(links: Iterable[Link]) -> tuple[Link, ...]:
    """Those sure enough, best first within a relation; no two to one record. Independent of the order given."""
    best: dict[tuple[str, str], Link] = {}
    for link in links:
        key = (link.record, link.relation)
        if link.score >= LEAST and (key not in best or _first(link) < _first(best[key])):
            best[key] = link
    return tuple(sorted(best.values(), key=_first))


def clear_best(links: Iterable[Link]) -> tuple[Link, ...]:
    """The one best of rivals, of which only one can be meant; none where the next is nearly as good."""
    found = sorted(links, key=_first)
    if not found or found[0].score < LEAST:
        return ()
    if len(found) > 1 and found[1].record != found[0].record and found[0].score - found[1].score < LEAD:
        return ()
    return (found[0],)


def _first(link: Link) -> tuple[int, float, str, str]:
    return _ORDER.index(link.relation), -link.score, link.record, link.reason


def rounded(score: float) -> float:
    return round(max(0.0, min(1.0, score)), 2)
