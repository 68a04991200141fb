"""Two drafts side by side: what was kept, changed, moved, added, dropped, merged and split."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

from onetext.case.case import Case
from onetext.case.plan import Clause, Draft
from onetext.case.words import Change, ClauseBasis
from onetext.drafting.drafts import draft_named
from onetext.drafting.matching import Match, match_clauses
from onetext.drafting.order import moved_among
from onetext.wording.difference import Change as WordChange
from onetext.wording.difference import word_changes

Group = Literal["kept", "changed", "moved", "added", "dropped", "merged", "split", "unknown"]
_BASES: tuple[ClauseBasis, ...] = ("verbatim", "summary", "reported")
_GONE = ("deleted", "dropped")
_SEPARATOR = "\n\n"
"""Between the texts of clauses that were merged or split, where they are compared as one text."""


@dataclass(frozen=True)
class Entry:
    """What became of one clause, or of several that were merged or split.

    ``numbers_from`` and ``numbers_to`` are clause numbers of the two drafts. ``basis`` is the least direct of the
    clauses compared. ``words`` are there only where all of them are verbatim (T5). ``change`` is the word that a
    concordance records, else null. ``texts``: the old and the new text, null where we have none.
    """

    group: Group
    point: str | None
    numbers_from: tuple[str, ...]
    numbers_to: tuple[str, ...]
    basis: ClauseBasis | None = None
    change: Change | None = None
    words: tuple[WordChange, ...] | None = None
    texts: tuple[str | None, str | None] = (None, None)
    note: str | None = None


@dataclass(frozen=True)
class Comparison:
    """``entries`` in the order of the newer draft, what was dropped at the place it had."""

    older: str
    newer: str
    entries: tuple[Entry, ...]

    def of(self, group: Group) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if entry.group == group)

    def as_data(self) -> dict[str, Any]:
        """The shape of ``compare --json``: one list for each group, ``unknown`` for what cannot be told."""
        groups = {group: [_data(entry) for entry in self.of(group)] for group in get_args(Group)}
        return {"from": self.older, "to": self.newer, **groups}


def _data(entry: Entry) -> dict[str, Any]:
    several = entry.group in ("merged", "split")
    return {
        "point": entry.point,
        "from": _numbers(entry.numbers_from, several=several),
        "to": _numbers(entry.numbers_to, several=several),
        "basis": entry.basis,
        "change": entry.change,
        "words": None if entry.words is None else [list(change) for change in entry.words],
        "texts": list(entry.texts),
        "note": entry.note,
    }


def _numbers(numbers: tuple[str, ...], *, several: bool) -> str | list[str] | None:
    """One number as itself; a list where clauses were merged or split; null for none."""
    if several or len(numbers) > 1:
        return list(numbers)
    return numbers[0] if numbers else None


def compare(case: Case, a: str, b: str) -> Comparison:
    """What changed from draft ``a`` to draft ``b``.

    Clauses belong together as a concordance of the two drafts says, else by point, else by likeness (``matching``).
    Two verbatim clauses are compared word by word, whatever was recorded of them; where a summary is compared, the
    recorded word decides, and without one two summaries that differ count as changed with ``change`` null. What is
    ``not_found``, or has no text on one side and no record, is ``unknown``: we do not know what became of it (C1).

    Raises ``Faults`` where there is no such draft.
    """
    older, newer = draft_named(case, a), draft_named(case, b)
    return Comparison(older.id, newer.id, tuple(_in_order(entries_of(case, older, newer), older, newer)))


def entries_of(case: Case, older: Draft, newer: Draft) -> list[tuple[Match, Entry]]:
    """The clauses that belong together, each with what became of them, in no order that a reader should see."""
    matched = match_clauses(case, older, newer)
    moved = _moved(matched, older, newer)
    return [(match, _entry(match, is_moved=index in moved)) for index, match in enumerate(matched)]


def _entry(match: Match, *, is_moved: bool) -> Entry:
    clauses = (*match.old, *match.new)
    verbatim = bool(match.old and match.new) and all(clause.basis == "verbatim" for clause in clauses)
    old, new = _text(match.old), _text(match.new)
    words = word_changes(old, new) if verbatim and old is not None and new is not None else None
    return Entry(
        group=_group(match, words is not None, old, new, is_moved=is_moved),
        point=match.point,
        numbers_from=match.numbers_from,
        numbers_to=match.numbers_to,
        basis=max((clause.basis for clause in clauses), key=_BASES.index, default=None),
        change=match.change,
        words=words,
        texts=(old, new),
        note=match.note,
    )


def _text(clauses: Sequence[Clause]) -> str | None:
    texts = [clause.text for clause in clauses]
    return _SEPARATOR.join(text or "" for text in texts) if texts and None not in texts else None


def _group(match: Match, compared: bool, old: str | None, new: str | None, *, is_moved: bool) -> Group:
    if not match.numbers_from:
        return "added" if match.numbers_to and match.change != "not_found" else "unknown"
    if not match.numbers_to:
        return _fate(match.change)
    if len(match.numbers_from) > 1 or len(match.numbers_to) > 1:
        return "merged" if len(match.numbers_from) >= len(match.numbers_to) else "split"
    if is_moved or match.change == "moved":
        return "moved"
    if compared:
        return "kept" if old == new else "changed"
    return _as_recorded(match.change, old, new)


def _fate(change: Change | None) -> Group:
    """Of a clause that the newer draft does not have."""
    if change is None or change in _GONE:
        return "dropped"
    if change == "moved":
        return "moved"
    return "unknown" if change == "not_found" else "changed"


def _as_recorded(change: Change | None, old: str | None, new: str | None) -> Group:
    if change == "kept":
        return "kept"
    if change in _GONE:
        return "dropped"
    if change == "not_found":
        return "unknown"
    if change is not None:
        return "changed"
    if old is None or new is None:
        return "unknown"
    return "kept" if old == new else "changed"


def _moved(matched: Sequence[Match], older: Draft, newer: Draft) -> set[int]:
    """The indices of matches of one clause each whose place among the others changed."""
    old_places = {id(clause): place for place, clause in enumerate(older.clauses)}
    new_places = {id(clause): place for place, clause in enumerate(newer.clauses)}
    single = [(index, match) for index, match in enumerate(matched) if len(match.old) == len(match.new) == 1]
    places = [(old_places[id(match.old[0])], new_places[id(match.new[0])]) for _, match in single]
    weights = [1 + len(match.new[0].text or "") for _, match in single]
    return {single[place][0] for place in moved_among(places, weights)}


def _in_order(found: Iterable[tuple[Match, Entry]], older: Draft, newer: Draft) -> list[Entry]:
    """In the order of the newer draft; what has no place there stands after what stood before it in the older one."""
    new_places = {id(clause): place for place, clause in enumerate(newer.clauses)}
    old_places = {id(clause): place for place, clause in enumerate(older.clauses)}
    pairs = list(found)
    new_of_old = {old_places[id(m.old[0])]: new_places[id(m.new[0])] for m, _ in pairs if m.old and m.new}
    before: list[int] = []
    last = -1
    for place in range(len(older.clauses)):
        last = new_of_old.get(place, last)
        before.append(last)

    def key(pair: tuple[Match, Entry]) -> tuple[int, int, int]:
        match = pair[0]
        if match.new:
            return (new_places[id(match.new[0])], 0, 0)
        if match.old:
            place = old_places[id(match.old[0])]
            return (before[place], 1, place)
        return (len(newer.clauses), 2, 0)

    return [entry for _, entry in sorted(pairs, key=key)]
