"""What if: an assessment with some of its values set otherwise by the address of the page, and never written.

The values travel as ``w.PARTY.ISSUE`` (weight), ``s.PARTY.OPTION`` (score), ``r.PARTY`` (without a deal) and
``l.PARTY.OPTION=0`` (a red line set aside). Only what differs from the assessment counts as tried.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from django.utils.translation import gettext as _

from onetext.case.case import Case
from onetext.case.position import Assessment, Quantity
from onetext.dealspace.scenario import Preferences, Scenario
from onetext.dealspace.value import plain
from onetext.workspace.pages.packages.quantities import middle, read

Query = Mapping[str, str]
_HIGHEST = 10**6


@dataclass(frozen=True)
class Knob:
    """One value that can be tried. ``base``: as assessed, the middle of a range; ``known`` False: nobody said it."""

    name: str
    label: str
    base: str
    written: str
    value: str
    high: str
    step: str
    known: bool

    @property
    def changed(self) -> bool:
        return self.value != self.base


@dataclass(frozen=True)
class Line:
    """A red line; not ``drawn`` where it is set aside to see what it costs."""

    name: str
    label: str
    drawn: bool


@dataclass(frozen=True)
class Bench:
    """All that can be tried for one party: ``scores`` by the title of the point."""

    party: str
    floor: Knob
    weights: tuple[Knob, ...]
    scores: tuple[tuple[str, tuple[Knob, ...]], ...]
    lines: tuple[Line, ...]

    def names(self) -> frozenset[str]:
        return frozenset([*(knob.name for knob in self.knobs()), *(line.name for line in self.lines)])

    @property
    def scores_turned(self) -> bool:
        return any(knob.changed for _title, row in self.scores for knob in row)

    def knobs(self) -> Iterator[Knob]:
        yield self.floor
        yield from self.weights
        for _title, row in self.scores:
            yield from row


@dataclass(frozen=True)
class Trial:
    """``assessment`` with what is tried; ``query`` is that and nothing else.

    ``said`` is it in words, ``aside`` the orders that gave way.
    """

    assessment: Assessment
    query: dict[str, str]
    said: tuple[str, ...]
    aside: tuple[str, ...]


def bench(scenario: Scenario, party: Preferences, names: Mapping[str, str], query: Query) -> Bench:
    """The knobs of one party of the assessed scenario, turned as the address says. Raises ``ValueError``."""
    lines = dict.fromkeys((issue, option) for issue, option in sorted(party.red_lines))
    most = max([1.0, *(float(weight.high) for weight in party.weights)])
    return Bench(
        party.name,
        _knob(query, f"r.{party.name}", _("Without a deal"), party.reservation, "1", "0.01"),
        tuple(
            _knob(query, f"w.{party.name}.{issue.name}", names.get(issue.name, issue.name), weight, _room(most), "1")
            for issue, weight in zip(scenario.issues, party.weights, strict=True)
        ),
        tuple(
            (
                names.get(issue.name, issue.name),
                tuple(
                    _knob(query, f"s.{party.name}.{option}", names.get(option, option), score, "100", "1")
                    for option, score in zip(issue.options, row, strict=True)
                ),
            )
            for issue, row in zip(scenario.issues, party.scores, strict=True)
        ),
        tuple(_line(query, party.name, scenario, choice, names) for choice in lines),
    )


def _knob(query: Query, name: str, label: str, value: Any, high: str, step: str) -> Knob:
    base = "" if value is None else plain(value.middle)
    tried = query.get(name, "").strip()
    number = middle(read(tried)) if tried else None
    if number is not None and not 0 <= number <= (_HIGHEST if step == "1" and name[0] == "w" else float(high)):
        raise ValueError(
            _("{what}: {value} is out of its range, 0 to {high}.").format(what=label, value=tried, high=high)
        )
    known = value is not None and value.kind != "missing"
    return Knob(
        name,
        label,
        base,
        value.text if value is not None and known else "",
        base if number is None else f"{number:g}",
        high,
        step,
        known,
    )


def _line(query: Query, party: str, scenario: Scenario, choice: tuple[int, int], names: Mapping[str, str]) -> Line:
    issue, option = scenario.issues[choice[0]], scenario.issues[choice[0]].options[choice[1]]
    name = f"l.{party}.{option}"
    label = f"{names.get(issue.name, issue.name)}: {names.get(option, option)}"
    return Line(name, label, query.get(name) != "0")


def _room(most: float) -> str:
    """How far a weight's slider goes: about twice the heaviest."""
    return str(max(10, round(2 * most, -1))).removesuffix(".0")


def trial(assessment: Assessment, benches: tuple[Bench, ...], called: Mapping[str, str]) -> Trial | None:
    """The assessment with every knob that was turned; None where none was."""
    query: dict[str, str] = {}
    words: list[str] = []
    weights = {party: dict(row) for party, row in assessment.weights.items()}
    scores = {party: dict(row) for party, row in assessment.scores.items()}
    floors: dict[str, Quantity] = dict(assessment.reservations)
    lines = {party: list(row) for party, row in assessment.red_lines.items()}
    for one in benches:
        for knob in one.knobs():
            if knob.changed:
                query[knob.name] = knob.value
                words.append(_turned(called.get(one.party, one.party), knob))
                _set(knob, one.party, weights, scores, floors)
        for line in one.lines:
            if not line.drawn:
                query[line.name] = "0"
                option = line.name.removeprefix(f"l.{one.party}.")
                lines[one.party] = [each for each in lines.get(one.party, ()) if each != option]
                words.append(
                    _("{party}: no red line at {option}").format(
                        party=called.get(one.party, one.party), option=line.label
                    )
                )
    if not query:
        return None
    orders, aside = _orders(assessment, weights, query, called)
    changed = assessment.model_copy(
        update={
            "weights": weights,
            "scores": scores,
            "reservations": floors,
            "red_lines": {party: tuple(row) for party, row in lines.items()},
            "orders": orders,
        }
    )
    return Trial(changed, query, tuple(words), tuple(aside))


def _turned(party: str, knob: Knob) -> str:
    if not knob.base:
        return _("{party}: {what} {value}, which nobody assessed").format(
            party=party, what=knob.label, value=knob.value
        )
    words = _("{party}: {what} {value} in place of {base}")
    if not knob.known:
        words = _("{party}: {what} {value}; not known to the assessment, which takes {base}")
    return words.format(party=party, what=knob.label, value=knob.value, base=knob.base)


def _set(
    knob: Knob,
    party: str,
    weights: dict[str, dict[str, Quantity]],
    scores: dict[str, dict[str, Quantity]],
    floors: dict[str, Quantity],
) -> None:
    number = read(knob.value)
    if number is None:
        return
    kind, inside = knob.name[0], knob.name[2:].removeprefix(party).removeprefix(".")
    if kind == "r":
        floors[party] = number
    else:
        (weights if kind == "w" else scores).setdefault(party, {})[inside] = number


def _orders(
    assessment: Assessment, weights: Mapping[str, Mapping[str, Quantity]], query: Query, called: Mapping[str, str]
) -> tuple[dict[str, tuple[str, ...]], list[str]]:
    """Known orders of weights that a turned weight goes against give way, and that is said."""
    kept: dict[str, tuple[str, ...]] = {}
    aside = []
    for party, chains in assessment.orders.items():
        row = weights.get(party, {})
        held = []
        for chain in chains:
            names = [name.strip() for name in chain.split(">")]
            touched = any(f"w.{party}.{name}" in query for name in names)
            if touched and not _kept(names, row):
                aside.append(f"{called.get(party, party)}: {' > '.join(called.get(name, name) for name in names)}")
            else:
                held.append(chain)
        kept[party] = tuple(held)
    return kept, aside


def _kept(names: list[str], row: Mapping[str, Quantity]) -> bool:
    known = [number for name in names if (number := middle(row.get(name))) is not None]
    return all(first >= second for first, second in pairwise(known))


def tried_case(case: Case, assessment: Assessment) -> Case:
    """The case with this assessment in place of the one of its id."""
    others = tuple(one for one in case.all(Assessment) if one.id != assessment.id)
    return Case(case.head, {**case.records, Assessment.kind: (assessment, *others)}, case.unknown)
