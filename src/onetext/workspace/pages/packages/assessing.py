"""One party of an assessment as a form: what it has without a deal, scores, red lines, weights, orders, interactions.

A field left empty is a value nobody knows (S3); a range is written 40-70. What the form does not ask about is kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from onetext.case.position import Assessment, Interaction, Quantity
from onetext.dealspace.quantity import INTERACTION, RESERVATION, SCORE, WEIGHT, Measure
from onetext.files.faults import Faults
from onetext.workspace.pages.packages.quantities import middle, read, said

_BLANK_ROWS = 2
_DIGITS = 3
"""Of the number of a row: a hundred are enough."""
_WHEN = 3
_SHOWN = 80
_MOST_SAID = 20
_ROOM = 100


@dataclass
class Cell:
    """One quantity: as typed, or as it stands; ``error`` is what is wrong with what was typed."""

    name: str
    label: str
    text: str
    measure: Measure
    high: str = "100"
    step: str = "1"
    error: str = ""
    value: Quantity | None = None

    def settle(self) -> None:
        """Reads the text; what is no quantity, or out of bounds, becomes the error."""
        try:
            self.value = read(self.text)
            if self.value is not None:
                self.measure.read(self.value, self.label)
        except ValueError as refused:
            self.error = str(refused)
        except Faults as refused:
            self.error = "; ".join(f"{one.problem}: {one.remedy}" for one in refused.faults)


@dataclass
class OptionRow:
    id: str
    cell: Cell
    red_line: bool


@dataclass
class IssueRows:
    """An issue: its options with their scores, and the weight of the swing from its worst option to its best."""

    id: str
    title: str
    options: list[OptionRow]
    weight: Cell

    @property
    def swing(self) -> tuple[str, str] | None:
        """The worst and the best option, as far as scores are known; None with fewer than two of them."""
        known = [(at, row.cell.label) for row in self.options if (at := _middle(row.cell.text)) is not None]
        if len(known) < 2:
            return None
        return min(known)[1], max(known)[1]


@dataclass
class OrderRow:
    number: int
    heavy: str
    light: str
    error: str = ""


@dataclass
class Ranking:
    """Points by id and title: those in a known order, the weightiest first, and the others."""

    known: list[tuple[str, str]]
    unknown: list[tuple[str, str]]


@dataclass
class TogetherRow:
    number: int
    when: list[str]
    cell: Cell


@dataclass
class PartyForm:
    """``faults`` stand above the form; every other fault beside its cell."""

    party: str
    floor: Cell
    issues: list[IssueRows]
    orders: list[OrderRow]
    together: list[TogetherRow]
    faults: list[str] = field(default_factory=list)

    @property
    def ranking(self) -> Ranking | None:
        """The points in one order; None where the known orders are not one chain."""
        pairs = [(row.heavy, row.light) for row in self.orders if row.heavy and row.light]
        chain = [pair[0] for pair in pairs] + [pair[1] for pair in pairs[-1:]]
        titles = {issue.id: issue.title for issue in self.issues}
        if list(pairwise(chain)) != pairs or len(set(chain)) < len(chain) or not titles.keys() >= set(chain):
            return None
        others = [pair for pair in titles.items() if pair[0] not in chain]
        return Ranking([(id, titles[id]) for id in chain], others)

    def cells(self) -> Iterator[Cell]:
        yield self.floor
        for issue in self.issues:
            yield from (row.cell for row in issue.options)
            yield issue.weight
        yield from (row.cell for row in self.together)

    def wrong(self) -> list[tuple[str, str]]:
        """Where and what, for the summary."""
        return [
            *(("", fault) for fault in self.faults),
            *((f"heavy.{row.number}", row.error) for row in self.orders if row.error),
            *((cell.name, f"{cell.label}: {cell.error}") for cell in self.cells() if cell.error),
        ]


Plan = tuple[Mapping[str, Sequence[str]], Mapping[str, str]]
"""The issues of the plan with their options, and what both are called."""


def party_form(assessment: Assessment, party: str, plan: Plan, sent: QueryDict | None = None) -> PartyForm:
    """The form as the assessment has it, or as it was sent, its cells read."""
    issues, titles = plan
    weights, scores = assessment.weights.get(party, {}), assessment.scores.get(party, {})
    lines = set(sent.getlist("red_line")) if sent is not None else set(assessment.red_lines.get(party, ()))

    def cell(
        name: str, label: str, standing: Quantity | None, measure: Measure, high: str = "100", step: str = "1"
    ) -> Cell:
        text = said(standing) if sent is None else sent.get(name, "").strip()
        return Cell(name, label, text, measure, high, step)

    heaviest = max([0.0, *(ends for weight in weights.values() for ends in _numbers(weight))])
    room = str(int(max(_ROOM, heaviest)))
    form = PartyForm(
        party,
        cell("floor", _("Without a deal"), assessment.reservations.get(party), RESERVATION, "1", "0.01"),
        [
            IssueRows(
                issue,
                titles.get(issue, issue),
                [
                    OptionRow(one, cell(f"s.{one}", titles.get(one, one), scores.get(one), SCORE), one in lines)
                    for one in options
                ],
                cell(f"w.{issue}", titles.get(issue, issue), weights.get(issue), WEIGHT, room),
            )
            for issue, options in issues.items()
        ],
        _orders(assessment.orders.get(party, ()), sent),
        _together(assessment.interactions.get(party, ()), sent),
    )
    if sent is not None:
        for each in form.cells():
            each.settle()
            if len(set(sent.getlist(each.name))) > 1:
                each.error = _("came twice, with different values; write it once")
        _check_rows(form)
        _check_names(form, sent)
    return form


def _middle(text: str) -> float | None:
    try:
        return middle(read(text))
    except ValueError:
        return None


def _numbers(quantity: Quantity) -> list[float]:
    if isinstance(quantity, Mapping):
        return [float(each) for numbers in quantity.values() for each in numbers]
    return [float(each) for each in (quantity if isinstance(quantity, tuple | list) else (quantity,))]


def _sent_numbers(sent: QueryDict, name: str) -> list[int]:
    found = {key.rpartition(".")[2] for key in sent if key.startswith(f"{name}.")}
    return sorted(int(each) for each in found if each.isdecimal() and len(each) < _DIGITS)


def _pairs(chains: Sequence[str]) -> list[tuple[str, str]]:
    return [pair for chain in chains for pair in pairwise(name.strip() for name in chain.split(">"))]


def _orders(chains: Sequence[str], sent: QueryDict | None) -> list[OrderRow]:
    if sent is not None and "ranked" in sent:
        return [OrderRow(at, *pair) for at, pair in enumerate(pairwise(dict.fromkeys(sent.getlist("rank"))))]
    if sent is not None:
        numbers = _sent_numbers(sent, "heavy")
        return [OrderRow(at, sent.get(f"heavy.{at}", ""), sent.get(f"light.{at}", "")) for at in numbers]
    pairs = [*_pairs(chains), *([("", "")] * _BLANK_ROWS)]
    return [OrderRow(at, heavy, light) for at, (heavy, light) in enumerate(pairs)]


def _together(standing: Sequence[Interaction], sent: QueryDict | None) -> list[TogetherRow]:
    rows: list[tuple[int, list[str], str]]
    if sent is not None:
        rows = [
            (at, sent.getlist(f"when.{at}"), sent.get(f"worth.{at}", "").strip()) for at in _sent_numbers(sent, "worth")
        ]
    else:
        known = [(list(one.when), said(one.value)) for one in standing]
        rows = [(at, *pair) for at, pair in enumerate([*known, *(([], "") for _ in range(_BLANK_ROWS))])]
    return [
        TogetherRow(
            at,
            [*filter(None, when), *([""] * max(1, _WHEN - len([*filter(None, when)])))],
            Cell(f"worth.{at}", _("Extra worth, line {number}").format(number=at + 1), text, INTERACTION, ""),
        )
        for at, when, text in rows
    ]


def _check_rows(form: PartyForm) -> None:
    for order in form.orders:
        if bool(order.heavy) != bool(order.light) or (order.heavy and order.heavy == order.light):
            words = _("Line {number} of the known orders needs two points that differ, or none.")
            order.error = words.format(number=order.number + 1)
    for row in form.together:
        if any(row.when) and row.cell.value is None and not row.cell.error:
            row.cell.error = _("say what it is worth when they come together, or leave the line empty")
        if row.cell.value is not None and not any(row.when):
            row.cell.error = _("say which options must come together")


def _check_names(form: PartyForm, sent: QueryDict) -> None:
    """No browser sends a point or an option that the form does not offer; what does is refused, not passed over."""
    issues = {issue.id for issue in form.issues}
    options = {row.id for issue in form.issues for row in issue.options}
    for order in form.orders:
        strange = [id for id in (order.heavy, order.light) if id and id not in issues]
        if strange:
            order.error = _("There is no point “{id}” in this plan.").format(id=strange[0][:_SHOWN])
    words = _("There is no option “{id}” in this plan.")
    for row in form.together:
        if strange := [id for id in row.when if id and id not in options]:
            row.cell.error = words.format(id=strange[0][:_SHOWN])
    asked = [*sent.getlist("red_line"), *(key[2:] for key in sent if key.startswith("s."))]
    form.faults += [words.format(id=id[:_SHOWN]) for id in dict.fromkeys(asked) if id not in options][:_MOST_SAID]
    weighed = (key[2:] for key in sent if key.startswith("w."))
    words = _("There is no point “{id}” in this plan.")
    form.faults += [words.format(id=id[:_SHOWN]) for id in weighed if id not in issues][:_MOST_SAID]


def written(assessment: Assessment, form: PartyForm) -> Assessment:
    """The assessment with this party as the form has it; what nobody knows is left out of it (S3)."""
    issues = {row.id for row in form.issues}
    options = {row.id for issue in form.issues for row in issue.options}
    weights = {
        **_others(assessment.weights.get(form.party, {}), issues),
        **{row.id: row.weight.value for row in form.issues},
    }
    scores = {
        **_others(assessment.scores.get(form.party, {}), options),
        **{row.id: row.cell.value for issue in form.issues for row in issue.options},
    }
    lines = [one for one in assessment.red_lines.get(form.party, ()) if one not in options]
    lines += [row.id for issue in form.issues for row in issue.options if row.red_line]
    together = tuple(
        Interaction(when=tuple(filter(None, row.when)), value=row.cell.value)
        for row in form.together
        if row.cell.value is not None
    )
    maps: dict[str, Any] = {
        "reservations": form.floor.value,
        "weights": _known(weights),
        "scores": _known(scores),
        "red_lines": _as_before(tuple(lines), assessment.red_lines.get(form.party, ())),
        "interactions": together,
        "orders": _chains(assessment.orders.get(form.party, ()), form.orders),
    }
    return assessment.model_copy(
        update={name: _placed(getattr(assessment, name), form.party, value) for name, value in maps.items()}
    )


def _others(row: Mapping[str, Quantity], asked: set[str]) -> dict[str, Quantity]:
    """What the form does not ask about."""
    return {name: value for name, value in row.items() if name not in asked}


def _known(row: Mapping[str, Quantity | None]) -> dict[str, Quantity]:
    return {name: value for name, value in row.items() if value is not None}


def _as_before(lines: tuple[str, ...], before: tuple[str, ...]) -> tuple[str, ...]:
    return before if set(lines) == set(before) else lines


def _chains(before: tuple[str, ...], rows: Sequence[OrderRow]) -> tuple[str, ...]:
    """Chains of three and more stay as they were written while nobody changes a pair of them."""
    pairs = [(row.heavy, row.light) for row in rows if row.heavy and row.light]
    return before if pairs == _pairs(before) else tuple(f"{heavy} > {light}" for heavy, light in pairs)


def _placed(row: Mapping[str, Any], party: str, value: Any) -> dict[str, Any]:
    """The mapping with the party's part in its old place; without it where nothing is known."""
    changed = {**row, party: value}
    return {name: kept for name, kept in changed.items() if name != party or kept not in (None, {}, ())}
