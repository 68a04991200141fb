"""Which clauses of two drafts belong together: as recorded, else by point, else by likeness, else by number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from onetext.case.case import Case
from onetext.case.plan import Clause, Concordance, Draft, Pair
from onetext.case.words import Change
from onetext.wording.likeness import Traits, held_pairs, like_pairs, traits

RELATED = 0.2
"""Several clauses on one point are matched by likeness when at least this much is common."""
ALIKE = 0.5
"""Clauses without a common point belong together when this much of their words and pairs of words is common."""
HELD = 0.6
"""A clause is a part of another when this much of it stands there, and not in what the other was matched with."""
LEAST_TRAITS = 7
"""Of a clause that may be a part of another: four words, and their three pairs."""


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

    A concordance from ``older`` to ``newer`` comes first; one the other way round is read backwards. Clauses it does
    not name are matched by point: one with one, else the most alike. Clauses without a point, or whose point the
    other draft does not have a clause on, are matched with the most alike of those that are left and do not speak of
    another point. At last, where no number moved, equal numbers are matched (T2). A verbatim clause most of which
    stands in another makes it split, or merged. The rest was dropped or added.
    """
    matched = [match for found in _recorded(case, older, newer) for match in _of_pair(*found, older, newer)]
    named = {id(clause) for match in matched for clause in (*match.old, *match.new)}
    left = _Left(
        [clause for clause in older.clauses if id(clause) not in named],
        [clause for clause in newer.clauses if id(clause) not in named],
    )
    found = [*left.by_point(), *left.by_likeness()]
    if all(match.numbers_from == match.numbers_to for match in found):
        found += left.by_number()
    found = _with_parts(found, left, older, newer)
    dropped = [_match([clause], []) for clause in left.old]
    added = [_match([], [clause]) for clause in left.new]
    return [*matched, *found, *dropped, *added]


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


class _Left:
    """The clauses of both drafts that are not matched yet."""

    def __init__(self, old: list[Clause], new: list[Clause]) -> None:
        self.old = old
        self.new = new
        self._traits = {id(clause): traits(clause.text or "") for clause in (*old, *new)}

    def by_point(self) -> list[Match]:
        """Of several on one point the most alike, then those of one number, then as they stand."""
        found: list[Match] = []
        for point in dict.fromkeys(clause.point for clause in self.old if clause.point):
            for choose in (self._alike, self._numbered, self._placed):
                old = [clause for clause in self.old if clause.point == point]
                new = [clause for clause in self.new if clause.point == point]
                found += self._take(old, new, choose(old, new))
        return found

    def by_likeness(self) -> list[Match]:
        old, new = self.old, self.new
        pairs = like_pairs(
            self.traits(old), self.traits(new), ALIKE, lambda i, j: old[i].point is None or new[j].point is None
        )
        return self._take(old, new, pairs)

    def by_number(self) -> list[Match]:
        old = [clause for clause in self.old if clause.point is None]
        new = [clause for clause in self.new if clause.point is None]
        return self._take(old, new, self._numbered(old, new))

    def traits(self, clauses: Iterable[Clause]) -> list[Traits]:
        return [self._traits[id(clause)] for clause in clauses]

    def drop(self, clauses: Iterable[Clause]) -> None:
        gone = {id(clause) for clause in clauses}
        self.old = [clause for clause in self.old if id(clause) not in gone]
        self.new = [clause for clause in self.new if id(clause) not in gone]

    def _alike(self, old: Sequence[Clause], new: Sequence[Clause]) -> list[tuple[int, int]]:
        return like_pairs(self.traits(old), self.traits(new), RELATED)

    def _numbered(self, old: Sequence[Clause], new: Sequence[Clause]) -> list[tuple[int, int]]:
        places = {clause.number: j for j, clause in enumerate(new)}
        return [(i, places.pop(clause.number)) for i, clause in enumerate(old) if clause.number in places]

    def _placed(self, old: Sequence[Clause], new: Sequence[Clause]) -> list[tuple[int, int]]:
        return [(place, place) for place in range(min(len(old), len(new)))]

    def _take(self, old: Sequence[Clause], new: Sequence[Clause], pairs: Iterable[tuple[int, int]]) -> list[Match]:
        found = [_match([old[i]], [new[j]]) for i, j in pairs]
        self.drop(clause for match in found for clause in (*match.old, *match.new))
        return found


def _with_parts(found: list[Match], left: _Left, older: Draft, newer: Draft) -> list[Match]:
    """The matches, widened by clauses that are left and whose words stand on the other side."""
    wider = list(found)
    for index, clause in _parts(left, left.old, [(match.new, match.old) for match in found]):
        wider[index] = _match([*wider[index].old, clause], wider[index].new)
    for index, clause in _parts(left, left.new, [(match.old, match.new) for match in found]):
        wider[index] = _match(wider[index].old, [*wider[index].new, clause])
    return [_match(_as_in(older, match.old), _as_in(newer, match.new)) for match in wider]


def _parts(
    left: _Left, clauses: Sequence[Clause], sides: Sequence[tuple[Sequence[Clause], Sequence[Clause]]]
) -> list[tuple[int, Clause]]:
    """Verbatim clauses that are left, each with the index of the side that holds its words and had not got them yet.

    A side is the clauses that may hold it, and their partners, whose words do not count.
    """
    parts = [clause for clause in clauses if clause.basis == "verbatim"]
    texts = left.traits(parts)
    long_enough = [index for index, text in enumerate(texts) if text.total() >= LEAST_TRAITS]
    wholes = [_rest(left, whole, partners) for whole, partners in sides]
    pairs = held_pairs([texts[index] for index in long_enough], wholes, HELD)
    found = [(side, parts[long_enough[index]]) for index, side in pairs]
    left.drop(clause for _, clause in found)
    return found


def _rest(left: _Left, whole: Sequence[Clause], partners: Sequence[Clause]) -> Traits:
    if any(clause.basis != "verbatim" for clause in (*whole, *partners)):
        return Traits()
    return sum(left.traits(whole), Traits()) - sum(left.traits(partners), Traits())


def _as_in(draft: Draft, clauses: Sequence[Clause]) -> list[Clause]:
    if len(clauses) < 2:
        return list(clauses)
    places = {id(clause): place for place, clause in enumerate(draft.clauses)}
    return sorted(clauses, key=lambda clause: places[id(clause)])
