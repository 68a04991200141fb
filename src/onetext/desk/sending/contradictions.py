"""What a telling would contradict, as pairs: against what the same reader was told, and against the record.

Words are compared where both texts are verbatim (T5); numbers and dates also where one is a summary, if both have any.
A pair says that two texts differ, never which of them is right.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from onetext.case.case import Case
from onetext.case.dates import first_day, last_day
from onetext.case.plan import Clause, Draft
from onetext.case.source import Statement
from onetext.case.telling import Disclosure
from onetext.desk.sending.items import points_told
from onetext.disclosure.knows import reaches
from onetext.drafting.facts import facts

Unlike = Literal["number", "date", "wording", "omission"]
_COUNTED = ("done", "ongoing", "disputed")


@dataclass(frozen=True)
class Side:
    """One text of a pair: the record it stands in, and the tellings by which the reader has it (none: the record)."""

    record: str
    number: str | None
    text: str | None
    by: tuple[str, ...] = ()


@dataclass(frozen=True)
class Pair:
    """``other`` is what ``who`` was told before, or what the record says; ``now`` what they would be told."""

    who: str
    against: Literal["told", "record"]
    unlike: tuple[Unlike, ...]
    about: str | None
    other: Side
    now: Side


def contradictions(case: Case, told: Disclosure, on: date) -> tuple[Pair, ...]:
    found: dict[Pair, None] = {}
    for who in dict.fromkeys(who for who in told.to if isinstance(who, str)):
        earlier = _earlier(case, who, on)
        for item in told.items:
            if draft := case.get(Draft, item.draft):
                now = points_told(case, item)
                before = tuple(_against_told(case, who, draft, now, earlier))
                had = {(pair.about, pair.other.record) for pair in before}
                found |= dict.fromkeys(before)
                record = _against_record(case, who, draft, now, on)
                found |= {pair: None for pair in record if (pair.about, pair.other.record) not in had}
            elif statement := case.get(Statement, item.statement):
                found |= dict.fromkeys(_statements(case, who, statement, earlier, on))
    return tuple(found)


def _earlier(case: Case, who: str, on: date) -> list[Disclosure]:
    """What reached them by that day, the latest first; without a day, last."""
    reached = [
        one
        for one in case.all(Disclosure)
        if one.status in _COUNTED and not (one.on and first_day(one.on) > on) and reaches(case, one, who)
    ]
    return sorted(reached, key=lambda one: last_day(one.on) if one.on else date.min, reverse=True)


def _against_told(
    case: Case, who: str, draft: Draft, now: tuple[str, ...], earlier: list[Disclosure]
) -> Iterator[Pair]:
    """For each point that they have from another draft of the plan, as they were told it last."""
    if not now:
        return
    for point, (other, by) in _had(case, draft, earlier).items():
        old, new = _clause(other, point), _clause(draft, point)
        if old is None:
            continue
        side = Side(other.id, old.number, old.text, by)
        if point in now and new:
            if unlike := _unlike(old, new):
                yield Pair(who, "told", unlike, point, side, Side(draft.id, new.number, new.text))
        elif new is None or _unlike(old, new):
            left = Side(draft.id, new.number if new else None, new.text if new else None)
            yield Pair(who, "told", ("omission",), point, side, left)


def _had(case: Case, draft: Draft, earlier: list[Disclosure]) -> dict[str, tuple[Draft, tuple[str, ...]]]:
    """Point, the draft it was told in last, and all tellings of it in that draft; not where it was this very draft."""
    found: dict[str, tuple[Draft, tuple[str, ...]]] = {}
    for one in earlier:
        for item in one.items:
            other = case.get(Draft, item.draft)
            if other is None or other.plan != draft.plan:
                continue
            for point in points_told(case, item):
                first, by = found.get(point, (other, ()))
                if first.id == other.id:
                    found[point] = (first, (*by, one.id))
    return {point: each for point, each in found.items() if each[0].id != draft.id}


def _against_record(case: Case, who: str, draft: Draft, now: tuple[str, ...], on: date) -> Iterator[Pair]:
    """The latest draft of the plan with words on a point told now, if they are others.

    Without such words nothing is said: a later draft may be an excerpt.
    """
    later = [one for one in case.all(Draft) if one.plan == draft.plan and _is_later(one, draft, on)]
    later.sort(key=lambda one: last_day(one.on) if one.on else date.min, reverse=True)
    for point in now:
        told = _clause(draft, point)
        newest = next((one for one in later if _clause(one, point)), None)
        stands = _clause(newest, point)
        if newest and told and stands and (unlike := _unlike(stands, told)):
            side = Side(newest.id, stands.number, stands.text)
            yield Pair(who, "record", unlike, point, side, Side(draft.id, told.number, told.text))


def _is_later(one: Draft, draft: Draft, on: date) -> bool:
    return (
        bool(one.on and draft.on)
        and first_day(one.on or "") > last_day(draft.on or "")
        and first_day(one.on or "") <= on
    )


def _statements(case: Case, who: str, statement: Statement, earlier: list[Disclosure], on: date) -> Iterator[Pair]:
    """Statements on the same thing with other numbers or dates: those they were told of, and the same speaker's."""
    now = Side(statement.id, None, statement.quote or statement.text)
    by: dict[str, tuple[str, ...]] = {}
    for one in earlier:
        for item in one.items:
            if item.statement:
                by[item.statement] = (*by.get(item.statement, ()), one.id)
    for other in case.all(Statement):
        shared = sorted(set(other.about) & set(statement.about))
        known = by.get(other.id, ())
        if other.id == statement.id or not shared or not (known or _same_speaker(other, statement)):
            continue
        if other.on and first_day(other.on) > on:
            continue
        text = other.quote or other.text
        if unlike := _other_facts(text, now.text):
            yield Pair(who, "told" if known else "record", unlike, shared[0], Side(other.id, None, text, known), now)


def _same_speaker(a: Statement, b: Statement) -> bool:
    if a.speaker.person or b.speaker.person:
        return a.speaker.person == b.speaker.person
    return a.speaker.name is not None and a.speaker.name == b.speaker.name


def _clause(draft: Draft | None, point: str) -> Clause | None:
    return next((clause for clause in draft.clauses if clause.point == point), None) if draft else None


def _unlike(old: Clause, new: Clause) -> tuple[Unlike, ...]:
    if old.language != new.language:
        return ()
    found = _other_facts(old.text, new.text)
    verbatim = old.basis == new.basis == "verbatim" and old.text and new.text
    if verbatim and not found and (old.text or "").split() != (new.text or "").split():
        return ("wording",)
    return found


def _other_facts(old: str | None, new: str | None) -> tuple[Unlike, ...]:
    kinds: tuple[Literal["number", "date"], ...] = ("number", "date")
    return tuple(kind for kind in kinds if (a := _values(old, kind)) and (b := _values(new, kind)) and a != b)


def _values(text: str | None, kind: str) -> frozenset[str]:
    return frozenset(fact.value for fact in facts(text or "") if fact.kind == kind)
