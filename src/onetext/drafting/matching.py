"""Which clauses of two drafts belong together: as recorded, else by what they say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onetext.case.case import Case
from onetext.case.plan import Clause, Concordance, Draft, Pair
from onetext.case.words import Change
from onetext.drafting.belonging import groups_by_text


@dataclass(frozen=True)
class Match:
    """Clauses of the older draft and what they became; the numbers are there even where the clauses are not known."""

    old: tuple[Clause, ...] = ()
    new: tuple[Clause, ...] = ()
    numbers_from: tuple[str, ...] = ()
    numbers_to: tuple[str, ...] = ()
    point: str | None = None
    change: Change | None = None
    note: str | None = None


def match_clauses(case: Case, older: Draft, newer: Draft) -> list[Match]:
    """Every clause of both drafts in one match, and every pair of a concordance of the two.

    A concordance from ``older`` to ``newer`` comes first; one the other way round is read backwards. Clauses that none
    names are matched by what they say (``belonging``). The rest was dropped or added.
    """
    matched = [match for found in _recorded(case, older, newer) for match in _of_pair(*found, older, newer)]
    named = {id(clause) for match in matched for clause in (*match.old, *match.new)}
    old = [clause for clause in older.clauses if id(clause) not in named]
    new = [clause for clause in newer.clauses if id(clause) not in named]
    found = [([old[i] for i in group.old], [new[j] for j in group.new]) for group in groups_by_text(old, new)]
    return [*matched, *(_match(*clauses) for clauses in found)]


def untied(case: Case, older: Draft, newer: Draft) -> tuple[list[Clause], list[Clause]]:
    """The clauses of both drafts that neither a concordance nor a common point ties to the other draft."""
    matched = [match for found in _recorded(case, older, newer) for match in _of_pair(*found, older, newer)]
    named = {id(clause) for match in matched for clause in (*match.old, *match.new)}
    common = {clause.point for clause in older.clauses} & {clause.point for clause in newer.clauses} - {None}
    old, new = (
        [clause for clause in draft.clauses if id(clause) not in named and clause.point not in common]
        for draft in (older, newer)
    )
    return old, new


def _match(old: Sequence[Clause], new: Sequence[Clause]) -> Match:
    points = [clause.point for clause in (*new, *old) if clause.point]
    return Match(
        old=tuple(old),
        new=tuple(new),
        numbers_from=tuple(clause.number for clause in old),
        numbers_to=tuple(clause.number for clause in new),
        point=points[0] if points else None,
    )


_BACKWARDS: dict[Change, Change] = {
    "kept": "kept",
    "reversed": "reversed",
    "moved": "moved",
    "disputed": "disputed",
    "narrowed": "widened",
    "widened": "narrowed",
}


def _recorded(case: Case, older: Draft, newer: Draft) -> Iterator[tuple[Pair, Change | None]]:
    """The pairs of every concordance of the two drafts, each once, with the recorded word in this direction."""
    seen: set[tuple[tuple[str, ...], tuple[str, ...], Change, str | None]] = set()
    for concordance in case.all(Concordance):
        forwards = (concordance.from_, concordance.to) == (older.id, newer.id)
        if not forwards and (concordance.from_, concordance.to) != (newer.id, older.id):
            continue
        for pair in concordance.pairs:
            key = (pair.from_, pair.to, pair.change, pair.text)
            if key not in seen:
                seen.add(key)
                yield (pair, pair.change) if forwards else _backwards(pair)


def _backwards(pair: Pair) -> tuple[Pair, Change | None]:
    turned = pair.model_copy(update={"from_": pair.to, "to": pair.from_})
    if pair.from_ and pair.to:
        return turned, _BACKWARDS.get(pair.change, "changed")
    return turned, "not_found" if pair.change == "not_found" else None


def _of_pair(pair: Pair, change: Change | None, older: Draft, newer: Draft) -> Iterator[Match]:
    old = [clause for clause in older.clauses if clause.number in pair.from_]
    new = [clause for clause in newer.clauses if clause.number in pair.to]
    whole = _match(old, new)
    point = whole.point or (pair.points[0] if pair.points else None)
    match = replace(whole, numbers_from=pair.from_, numbers_to=pair.to, point=point, change=change, note=pair.text)
    if (pair.from_ and pair.to) or not (pair.from_ or pair.to):
        yield match
        return
    for number in pair.from_:
        one = [clause for clause in old if clause.number == number]
        yield replace(match, old=tuple(one), numbers_from=(number,), point=_match(one, []).point or point)
    for number in pair.to:
        one = [clause for clause in new if clause.number == number]
        yield replace(match, new=tuple(one), numbers_to=(number,), point=_match([], one).point or point)
