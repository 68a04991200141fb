"""How clean a draft is: brackets, options and placeholders left, and what lifting one bracket would settle.

Counted in verbatim clauses only: in a summary a bracket is ours, and only a party's proposal makes one (T1, T5).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from onetext.case.case import Case
from onetext.case.plan import Clause, Draft, Point
from onetext.drafting.brackets import read_brackets
from onetext.drafting.readings import left
from onetext.drafting.tree import Node, write_brackets

Level = Literal["clause", "point", "category", "draft"]


@dataclass(frozen=True)
class Count:
    """What is left in the verbatim clauses of a clause, point, category or draft.

    ``id``: a clause's number, a point, a category (None: of no point, of no category), the draft.
    """

    id: str | None
    clauses: int
    brackets: int
    options: int
    placeholders: int

    @property
    def clean(self) -> bool:
        """Whether nothing is left, of words that are known."""
        return self.clauses > 0 and not (self.brackets or self.options or self.placeholders)


Levels = tuple[tuple[Level, Count], ...]


@dataclass(frozen=True)
class Lifting:
    """What the settling of one bracket, or of brackets side by side, would do: ``start`` and ``end`` in the text.

    ``brackets`` go with it, those inside included. ``cleans``: what has nothing else left to agree then.
    """

    number: str
    point: str | None
    words: str
    start: int
    end: int
    brackets: int
    cleans: tuple[Level, ...]


@dataclass(frozen=True)
class Cleanliness:
    draft: str
    whole: Count
    categories: tuple[Count, ...]
    points: tuple[Count, ...]
    clauses: tuple[Count, ...]
    liftings: tuple[Lifting, ...]
    """Those that clean most first, then those with which most brackets go, then in the order of the text."""
    unread: tuple[str, ...]
    """Numbers of clauses that are not verbatim, in which nothing is counted."""


def cleanliness(case: Case, draft: Draft) -> Cleanliness:
    read = [
        (clause, read_brackets(clause.text).nodes)
        for clause in draft.clauses
        if clause.basis == "verbatim" and clause.text
    ]
    groups = {point.id: point.category for point in case.all(Point)}
    counts = [(clause, _count(clause.number, [left(nodes)])) for clause, nodes in read]
    whole = _together(draft.id, [count for _, count in counts])
    points = _grouped((clause.point, count) for clause, count in counts)
    categories = _grouped((groups.get(clause.point or ""), count) for clause, count in counts)
    liftings: list[Lifting] = []
    for (clause, nodes), (_, own) in zip(read, counts, strict=True):
        category = categories[groups.get(clause.point or "")]
        levels: Levels = (("clause", own), ("point", points[clause.point]), ("category", category), ("draft", whole))
        liftings += _liftings(clause, nodes, levels)
    return Cleanliness(
        draft.id,
        whole,
        tuple(categories.values()),
        tuple(points.values()),
        tuple(count for _, count in counts),
        tuple(sorted(liftings, key=lambda one: (-len(one.cleans), -one.brackets))),
        tuple(clause.number for clause in draft.clauses if clause.basis != "verbatim"),
    )


def _grouped(counts: Iterable[tuple[str | None, Count]]) -> dict[str | None, Count]:
    groups: dict[str | None, list[Count]] = {}
    for id, count in counts:
        groups.setdefault(id, []).append(count)
    return {id: _together(id, members) for id, members in groups.items()}


def _together(id: str | None, counts: Sequence[Count]) -> Count:
    return _count(id, [(one.brackets, one.options, one.placeholders) for one in counts])


def _count(id: str | None, parts: Sequence[tuple[int, int, int]]) -> Count:
    brackets, options, placeholders = (sum(one) for one in zip(*parts, strict=True)) if parts else (0, 0, 0)
    return Count(id, len(parts), brackets, options, placeholders)


def _liftings(clause: Clause, nodes: Sequence[Node], levels: Levels) -> Iterator[Lifting]:
    """The outermost brackets of a clause; ``levels``: the counts of what the clause stands in, smallest first."""
    start = 0
    for node in nodes:
        written = write_brackets([node])
        end = start + len(written)
        gone = left([node])
        if gone[0] or gone[1]:
            cleans = tuple(
                level for level, count in levels if (count.brackets, count.options, count.placeholders) == gone
            )
            yield Lifting(clause.number, clause.point, written, start, end, gone[0], cleans)
        start = end


def cleanliness_data(found: Cleanliness) -> dict[str, Any]:
    """The shape of ``clean --json``."""
    return {
        "draft": found.draft,
        "whole": _count_data(found.whole),
        "categories": [_count_data(one) for one in found.categories],
        "points": [_count_data(one) for one in found.points],
        "clauses": [_count_data(one) for one in found.clauses],
        "liftings": [
            {
                "number": one.number,
                "point": one.point,
                "words": one.words,
                "span": [one.start, one.end],
                "brackets": one.brackets,
                "cleans": list(one.cleans),
            }
            for one in found.liftings
        ],
        "unread": list(found.unread),
    }


def _count_data(count: Count) -> dict[str, Any]:
    return {
        "id": count.id,
        "clauses": count.clauses,
        "brackets": count.brackets,
        "options": count.options,
        "placeholders": count.placeholders,
        "clean": count.clean,
    }
