"""How clean a draft is: brackets, options and placeholders left, and what lifting one bracket would settle.

Counted in verbatim clauses only: in a summary a bracket is ours, and only a party's proposal makes one (T1, T5).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from onetext.case.case import Case
from onetext.case.plan import Clause, Draft, Point
from onetext.drafting.brackets import read_brackets
from onetext.drafting.readings import brackets_left, options_left, placeholders_left
from onetext.drafting.tree import PROPOSALS, Bracket, Choice, Node, all_brackets, write_brackets

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
    counted = [clause for clause in draft.clauses if clause.basis == "verbatim" and clause.text]
    groups = {point.id: point.category for point in case.all(Point)}

    def category_of(clause: Clause) -> str | None:
        return groups.get(clause.point or "")

    whole = _count(draft.id, counted)
    points = _grouped(counted, lambda clause: clause.point)
    categories = _grouped(counted, category_of)
    liftings = [
        lifting
        for clause in counted
        for lifting in _liftings(
            clause,
            (("point", points[clause.point]), ("category", categories[category_of(clause)]), ("draft", whole)),
        )
    ]
    return Cleanliness(
        draft.id,
        whole,
        tuple(categories.values()),
        tuple(points.values()),
        tuple(_count(clause.number, [clause]) for clause in counted),
        tuple(sorted(liftings, key=lambda one: (-len(one.cleans), -one.brackets))),
        tuple(clause.number for clause in draft.clauses if clause.basis != "verbatim"),
    )


def _grouped(clauses: list[Clause], key: Callable[[Clause], str | None]) -> dict[str | None, Count]:
    groups: dict[str | None, list[Clause]] = {}
    for clause in clauses:
        groups.setdefault(key(clause), []).append(clause)
    return {id: _count(id, members) for id, members in groups.items()}


def _count(id: str | None, clauses: list[Clause]) -> Count:
    texts = [clause.text or "" for clause in clauses]
    return Count(
        id,
        len(texts),
        sum(map(brackets_left, texts)),
        sum(map(options_left, texts)),
        sum(map(placeholders_left, texts)),
    )


def _liftings(clause: Clause, around: tuple[tuple[Level, Count], ...]) -> Iterator[Lifting]:
    """The outermost brackets of a clause; ``around``: the counts of what the clause stands in, smallest first."""
    text = clause.text or ""
    own = _count(clause.number, [clause])
    start = 0
    for node in read_brackets(text).nodes:
        written = write_brackets([node])
        end = start + len(written)
        gone = _gone(node)
        if gone.options or gone.brackets:
            levels: tuple[tuple[Level, Count], ...] = (("clause", own), *around)
            cleans = tuple(level for level, count in levels if _same(count, gone))
            yield Lifting(clause.number, clause.point, written, start, end, gone.brackets, cleans)
        start = end


def _gone(node: Node) -> Count:
    """What goes with a bracket or a choice: itself and all that stands in it."""
    if not isinstance(node, Bracket | Choice):
        return Count(None, 0, 0, 0, 0)
    found = list(all_brackets([node]))
    written = write_brackets([node])
    return Count(
        None,
        0,
        sum(one.square and one.kind in PROPOSALS for one in found),
        options_left(written),
        sum(one.kind == "placeholder" for one in found),
    )


def _same(left: Count, gone: Count) -> bool:
    return (left.brackets, left.options, left.placeholders) == (gone.brackets, gone.options, gone.placeholders)


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
