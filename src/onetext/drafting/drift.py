"""What slipped from one draft to the next: weaker duties, other numbers, lost subjects; words that come and go.

Plain findings with their places, for a person to judge. Only the very words of a draft can drift (T5).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest
from typing import Any, Literal

from onetext.case.case import Case
from onetext.case.plan import Plan
from onetext.drafting.compare import Comparison, Entry, compare
from onetext.drafting.drafts import draft_named, drafts_of
from onetext.drafting.facts import Fact, agent, facts, forbids, force
from onetext.wording.difference import Change
from onetext.wording.tokens import words

Slip = Literal["weaker", "stronger", "opposite", "duty", "number", "date", "reference", "subject", "ping_pong", "late"]
Side = tuple[str, tuple[int, int]]
"""Words, and the characters of the clause's text where they stand."""
_LEAST_LATE = 3
"""Words that a late insertion has at least."""


@dataclass(frozen=True)
class Finding:
    """``old`` and ``new`` as in the entry's texts; one is null where something was left out or put in.

    ``drafts``: for words that come and go, the drafts in which they changed; else the two compared.
    """

    slip: Slip
    point: str | None
    numbers_from: tuple[str, ...]
    numbers_to: tuple[str, ...]
    old: Side | None
    new: Side | None
    drafts: tuple[str, ...]

    def as_data(self) -> dict[str, Any]:
        old, new = self.old or (None, None), self.new or (None, None)
        return {
            "kind": self.slip,
            "point": self.point,
            "from": list(self.numbers_from),
            "to": list(self.numbers_to),
            "old": old[0],
            "new": new[0],
            "old_span": list(old[1]) if old[1] else None,
            "new_span": list(new[1]) if new[1] else None,
            "drafts": list(self.drafts),
        }


def slips(found: Comparison) -> list[Finding]:
    """What slipped between two drafts, in the order of the newer one.

    A reference that only follows a new number of its clause is no slip.
    """
    renumbered = {
        (old, new)
        for entry in found.entries
        for old, new in zip(entry.numbers_from, entry.numbers_to, strict=False)
        if len(entry.numbers_from) == len(entry.numbers_to) == 1
    }
    return [slip for entry in found.entries for slip in _slips(entry, found, renumbered)]


def over_rounds(case: Case, found: Comparison) -> list[Finding]:
    """What came and went, and what came late, over the drafts of one plan up to the newer one, by their dates.

    Late is what the newest draft puts into a clause that the step before had left alone, three words or more, and a
    clause that it is the first to have. Needs three drafts of one plan; else there is nothing to say.
    """
    newer = draft_named(case, found.newer)
    plan = case.get(Plan, newer.plan)
    drafts = [draft.id for draft in drafts_of(case, plan)] if plan else []
    drafts = drafts[: drafts.index(newer.id) + 1] if newer.id in drafts else []
    if len(drafts) < 3 or found.older not in drafts:
        return []
    chains = list(_chains([compare(case, a, b) for a, b in pairwise(drafts)]))
    came_back = [finding for chain in chains for finding in _returns(chain, found)]
    return [*came_back, *(finding for chain in chains for finding in _late(chain, found))]


def _slips(entry: Entry, found: Comparison, renumbered: set[tuple[str, str]]) -> Iterator[Finding]:
    if not entry.words or entry.texts[0] == entry.texts[1]:
        return
    old_text, new_text = (text or "" for text in entry.texts)
    for old, new in _counterparts(entry.words, list(facts(old_text)), list(facts(new_text))):
        slip = _slip(old, new, renumbered)
        if slip:
            yield _finding(slip, entry, found, _side(old), _side(new))
        elif old and new and old.kind == "duty" and agent(old_text, old) and not agent(new_text, new):
            yield _finding("subject", entry, found, _side(old), _side(new))


def _slip(old: Fact | None, new: Fact | None, renumbered: set[tuple[str, str]]) -> Slip | None:
    one = old or new
    if one is None or (old and new and old.value == new.value):
        return None
    if one.kind in ("date", "number"):
        return one.kind
    if one.kind == "reference":
        followed = old and new and (old.words.split()[-1], new.words.split()[-1]) in renumbered
        return None if followed else "reference"
    if old is None or new is None:
        return "duty"
    if forbids(old.words) != forbids(new.words):
        return "opposite"
    difference = force(new.words) - force(old.words)
    return "weaker" if difference < 0 else "stronger" if difference > 0 else None


def _counterparts(changes: Sequence[Change], old: list[Fact], new: list[Fact]) -> list[tuple[Fact | None, Fact | None]]:
    """Facts that stand at the same place of both texts, those without one in the other with null, in reading order.

    Of those that went at one place and came at another, equal ones are one, and duties belong together in their order.
    """
    pairs = list(_at_one_place(changes, old, new))
    both = [(a, b) for a, b in pairs if a and b]
    gone = [a for a, b in pairs if a and not b]
    come = [b for a, b in pairs if b and not a]
    both += _paired(gone, come, lambda fact: (fact.kind, fact.value))
    both += _paired(gone, come, lambda fact: fact.kind if fact.kind == "duty" else None)
    alone = [*((fact, None) for fact in gone), *((None, fact) for fact in come)]
    return sorted([*both, *alone], key=_place)


def _paired(gone: list[Fact], come: list[Fact], key: Callable[[Fact], Hashable]) -> list[tuple[Fact, Fact]]:
    """Takes out of both lists those of one key, the first with the first; a key of null has no partner."""
    waiting: dict[Hashable, deque[Fact]] = {}
    for fact in come:
        waiting.setdefault(key(fact), deque()).append(fact)
    waiting.pop(None, None)
    found = [(fact, waiting[key(fact)].popleft()) for fact in gone if waiting.get(key(fact))]
    taken = {fact for two in found for fact in two}
    gone[:] = [fact for fact in gone if fact not in taken]
    come[:] = [fact for fact in come if fact not in taken]
    return found


def _place(pair: tuple[Fact | None, Fact | None]) -> tuple[int, int]:
    old, new = pair
    return (new.start, 1) if new else (old.start if old else 0, 0)


def _at_one_place(
    changes: Sequence[Change], old: list[Fact], new: list[Fact]
) -> Iterator[tuple[Fact | None, Fact | None]]:
    """In kept words the same fact, in a change one after the other by kind."""
    for (old_start, old_end), (new_start, new_end), kept in _blocks(changes):
        left, right = _within(old, old_start, old_end), _within(new, new_start, new_end)
        if kept:
            by_place = {fact.start - new_start: fact for fact in right}
            yield from [(fact, by_place.pop(fact.start - old_start, None)) for fact in left]
            yield from ((None, fact) for fact in by_place.values())
            continue
        for kind in dict.fromkeys(fact.kind for fact in (*left, *right)):
            a, b = ([fact for fact in side if fact.kind == kind] for side in (left, right))
            yield from zip_longest(a, b)


def _within(found: list[Fact], start: int, end: int) -> list[Fact]:
    first, last = (bisect_left(found, place, key=lambda fact: fact.start) for place in (start, end))
    return found[first:last]


Stretch = tuple[int, int]


def _blocks(changes: Sequence[Change]) -> Iterator[tuple[Stretch, Stretch, bool]]:
    """The changes and what is kept between them, as stretches of both texts."""
    old = new = 0
    at = 0
    while at < len(changes):
        kept = changes[at][0] == "="
        old_start, new_start = old, new
        while at < len(changes) and (changes[at][0] == "=") == kept:
            mark, text = changes[at]
            old += len(text) if mark != "+" else 0
            new += len(text) if mark != "-" else 0
            at += 1
        yield (old_start, old), (new_start, new), kept


def _side(fact: Fact | None) -> Side | None:
    return (fact.words, (fact.start, fact.end)) if fact else None


def _finding(
    slip: Slip, entry: Entry, found: Comparison, old: Side | None, new: Side | None, drafts: tuple[str, ...] = ()
) -> Finding:
    drafts = drafts or (found.older, found.newer)
    return Finding(slip, entry.point, entry.numbers_from, entry.numbers_to, old, new, drafts)


@dataclass(frozen=True)
class _Swap:
    """Words that took the place of others from one draft to the next."""

    draft: str
    gone: tuple[str, ...]
    come: tuple[str, ...]
    entry: Entry
    old: Side
    new: Side


Chain = list[tuple[Comparison, Entry]]


def _chains(steps: Sequence[Comparison]) -> Iterator[Chain]:
    """For each clause of the newest draft how it came to be, oldest step first; followed while it is one clause."""
    by_number = [{entry.numbers_to: entry for entry in step.entries if entry.numbers_to} for step in steps]
    for numbers, entry in by_number[-1].items():
        chain = [(steps[-1], entry)]
        for step, entries in zip(reversed(steps[:-1]), reversed(by_number[:-1]), strict=True):
            numbers = chain[0][1].numbers_from  # noqa: PLW2901  # the clause's numbers one draft before
            if numbers not in entries:
                break
            chain.insert(0, (step, entries[numbers]))
        yield chain


def _swaps(chain: Chain) -> Iterator[_Swap]:
    for step, entry in chain:
        old_text, new_text = (text or "" for text in entry.texts)
        for (a, b), (c, d), kept in _blocks(entry.words or ()):
            gone, come = tuple(words(old_text[a:b])), tuple(words(new_text[c:d]))
            if not kept and gone != come:
                yield _Swap(step.newer, gone, come, entry, _trimmed(old_text, a, b), _trimmed(new_text, c, d))


def _trimmed(text: str, start: int, end: int) -> Side:
    """The words there, without blanks and marks around them."""
    while start < end and not text[start].isalnum():
        start += 1
    while start < end and not text[end - 1].isalnum():
        end -= 1
    return text[start:end], (start, end)


def _returns(chain: Chain, found: Comparison) -> Iterator[Finding]:
    """Words that a draft has again after one before it gave them up, and words put in and left out again."""
    by_words: dict[frozenset[tuple[str, ...]], list[_Swap]] = {}
    for swap in _swaps(chain):
        by_words.setdefault(frozenset((swap.gone, swap.come)), []).append(swap)
    for swaps in by_words.values():
        drafts = tuple(dict.fromkeys(swap.draft for swap in swaps))
        if len(drafts) > 1 and any(a.gone == b.come for a, b in pairwise(swaps)):
            last = swaps[-1]
            old, new = (last.old if last.gone else None), (last.new if last.come else None)
            yield _finding("ping_pong", last.entry, found, old, new, drafts)


def _late(chain: Chain, found: Comparison) -> Iterator[Finding]:
    _, entry = chain[-1]
    if entry.group == "added":
        text = entry.texts[1] or ""
        if entry.basis == "verbatim" and text:
            yield _finding("late", entry, found, None, (text, (0, len(text))))
    elif len(chain) > 1 and chain[-2][1].texts[0] == chain[-2][1].texts[1]:
        for swap in _swaps(chain[-1:]):
            if len(swap.come) - len(swap.gone) >= _LEAST_LATE:
                yield _finding("late", entry, found, swap.old if swap.gone else None, swap.new)
