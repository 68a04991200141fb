"""Two coders' work on the same texts: what both saw, what one alone saw, and where their values differ."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import product
from typing import Any

from onetext.case.case import Case
from onetext.case.source import Source
from onetext.reading.coding.alpha import alpha, of_counts
from onetext.reading.coding.units import COMPARED, Unit, units_of
from onetext.wording.tokens import has_word, tokens

LEAST_SHARED = Fraction(1, 2)
"""Two units are one when they share at least this part of the shorter one's characters."""


@dataclass(frozen=True)
class Pair:
    """One thing in a text as both coders have it, or one of them alone."""

    a: Unit | None
    b: Unit | None

    @property
    def unit(self) -> Unit:
        """The first coder's, else the second's."""
        found = self.a or self.b
        assert found is not None
        return found

    @property
    def differing(self) -> tuple[str, ...]:
        """The fields on which two coders who both saw it differ."""
        if self.a is None or self.b is None:
            return ()
        return tuple(name for name, value in self.a.values.items() if value != self.b.values[name])

    @property
    def agreed(self) -> bool:
        return self.a is not None and self.b is not None and not self.differing


@dataclass(frozen=True)
class FieldAgreement:
    """``alpha`` is null where it is not defined; ``same`` of ``both`` had the same value."""

    alpha: Fraction | None
    same: int
    both: int


@dataclass(frozen=True)
class KindAgreement:
    """``words``: alpha over every word of the texts, inside or outside of what was coded as this kind."""

    both: int
    only_a: int
    only_b: int
    words: Fraction | None
    fields: dict[str, FieldAgreement]


@dataclass(frozen=True)
class Comparison:
    """``apart`` are sources that only one of the two has, or whose texts differ; nothing in them is compared."""

    kinds: dict[str, KindAgreement]
    pairs: tuple[Pair, ...]
    sources: tuple[str, ...]
    apart: tuple[str, ...]
    placeless: int
    """Coded records without a place in a source, which cannot be compared."""

    def as_data(self) -> dict[str, Any]:
        return {
            "sources": list(self.sources),
            "apart": list(self.apart),
            "placeless": self.placeless,
            "kinds": {kind: _kind_data(found) for kind, found in self.kinds.items()},
            "differences": [_pair_data(pair) for pair in self.pairs if not pair.agreed],
        }


def compared(a: Case, b: Case) -> Comparison:
    """The work of two coders, each in a case of their own, on the texts that both hold, whatever they call them."""
    texts, apart = _shared(a, b)
    of_a, of_b = (_on(texts, case) for case in (a, b))
    placeless = sum(unit.source is None for case in (a, b) for unit in units_of(case))
    pairs = tuple(sorted(_paired(of_a, of_b), key=_place))
    kinds = {kind: _agreement(kind, pairs, texts) for kind in COMPARED if any(pair.unit.kind == kind for pair in pairs)}
    return Comparison(kinds, pairs, tuple(texts.values()), apart, placeless)


def _shared(a: Case, b: Case) -> tuple[dict[str, str], tuple[str, ...]]:
    """The texts of both with the id that the first calls them by, and the sources that cannot be compared."""
    ours, theirs = ({source.text: source.id for source in reversed(case.all(Source)) if source.text} for case in (a, b))
    same = {text: id for text, id in reversed(ours.items()) if text in theirs}
    alone = {source.id for case in (a, b) for source in case.all(Source) if source.text and source.text not in same}
    return same, tuple(sorted(alone))


def _on(texts: dict[str, str], case: Case) -> list[Unit]:
    """What was coded in these texts, each under the one id of its text."""
    ids = {source.id: texts[source.text] for source in case.all(Source) if source.text in texts}
    return [replace(unit, source=ids[unit.source]) for unit in units_of(case) if unit.source in ids]


def _place(pair: Pair) -> tuple[str, int, int, str, str]:
    unit = pair.unit
    return unit.source or "", unit.start, unit.end, unit.kind, unit.record.id


def _paired(of_a: list[Unit], of_b: list[Unit]) -> list[Pair]:
    """Each unit with at most one of the other coder: those that share most first, then by place."""
    near = sorted(
        (-_likeness(one, other), i, j)
        for i, j, one, other in _neighbours(of_a, of_b)
        if _share(one, other) >= LEAST_SHARED
    )
    mine: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in near:
        if i not in mine and j not in taken:
            mine[i] = j
            taken.add(j)
    pairs = [Pair(one, of_b[mine[i]] if i in mine else None) for i, one in enumerate(of_a)]
    return pairs + [Pair(None, other) for j, other in enumerate(of_b) if j not in taken]


def _neighbours(of_a: list[Unit], of_b: list[Unit]) -> Iterable[tuple[int, int, Unit, Unit]]:
    """Units of one source and kind."""
    there: dict[tuple[str | None, str], list[int]] = {}
    for j, other in enumerate(of_b):
        there.setdefault((other.source, other.kind), []).append(j)
    for i, one in enumerate(of_a):
        for j in there.get((one.source, one.kind), ()):
            yield i, j, one, of_b[j]


def _share(one: Unit, other: Unit) -> Fraction:
    """The characters that both have, of the shorter one's."""
    shorter = min(one.end - one.start, other.end - other.start)
    return Fraction(_common(one, other), shorter) if shorter > 0 else Fraction(0)


def _likeness(one: Unit, other: Unit) -> Fraction:
    """The characters that both have, of all that either has."""
    either = max(one.end, other.end) - min(one.start, other.start)
    return Fraction(_common(one, other), either) if either > 0 else Fraction(0)


def _common(one: Unit, other: Unit) -> int:
    return max(min(one.end, other.end) - max(one.start, other.start), 0)


def _agreement(kind: str, pairs: Iterable[Pair], texts: dict[str, str]) -> KindAgreement:
    mine = [pair for pair in pairs if pair.unit.kind == kind]
    both = [(pair.a, pair.b) for pair in mine if pair.a and pair.b]
    fields = {}
    for name in COMPARED[kind]:
        values = [(a.values[name] or "", b.values[name] or "") for a, b in both]
        if any(value for two in values for value in two):
            fields[name] = FieldAgreement(alpha(values), sum(x == y for x, y in values), len(both))
    only_a = sum(pair.b is None for pair in mine)
    return KindAgreement(len(both), only_a, len(mine) - len(both) - only_a, _words(mine, texts), fields)


def _words(pairs: list[Pair], texts: dict[str, str]) -> Fraction | None:
    counts: Counter[tuple[bool, ...]] = Counter()
    for text, source in texts.items():
        starts = _starts(text)
        here = [pair for pair in pairs if pair.unit.source == source]
        by_a, by_b = ({at for unit in units if unit for at in _covered(starts, unit)} for units in _sides(here))
        for inside_a, inside_b in product((True, False), repeat=2):
            counts[inside_a, inside_b] += _number(inside_a, inside_b, by_a, by_b, len(starts))
    return of_counts(Counter({values: times for values, times in counts.items() if times}))


def _sides(pairs: list[Pair]) -> tuple[list[Unit | None], list[Unit | None]]:
    return [pair.a for pair in pairs], [pair.b for pair in pairs]


def _number(inside_a: bool, inside_b: bool, by_a: set[int], by_b: set[int], total: int) -> int:
    """How many words are inside or outside of what each coder marked."""
    if inside_a:
        return len(by_a & by_b) if inside_b else len(by_a - by_b)
    return len(by_b - by_a) if inside_b else total - len(by_a | by_b)


def _starts(text: str) -> list[int]:
    """Where each word of a text begins."""
    at, starts = 0, []
    for word, blanks in tokens(text):
        if has_word(word):
            starts.append(at)
        at += len(word) + len(blanks)
    return starts


def _covered(starts: list[int], unit: Unit) -> range:
    return range(bisect_left(starts, unit.start), bisect_left(starts, unit.end))


def _kind_data(found: KindAgreement) -> dict[str, Any]:
    return {
        "both": found.both,
        "only_a": found.only_a,
        "only_b": found.only_b,
        "alpha_words": rounded(found.words),
        "fields": {
            name: {"alpha": rounded(field.alpha), "same": field.same, "of": field.both}
            for name, field in found.fields.items()
        },
    }


def rounded(value: Fraction | None) -> float | None:
    """For printing; None stays None."""
    return None if value is None else round(float(value), 4)


def _pair_data(pair: Pair) -> dict[str, Any]:
    unit = pair.unit
    return {
        "kind": unit.kind,
        "source": unit.source,
        "span": [unit.start, unit.end],
        "a": _side_data(pair.a),
        "b": _side_data(pair.b),
        "differing": list(pair.differing),
    }


def _side_data(unit: Unit | None) -> dict[str, Any] | None:
    return None if unit is None else {"record": unit.record.id, "span": [unit.start, unit.end], **unit.values}
