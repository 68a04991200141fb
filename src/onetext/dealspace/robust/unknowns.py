"""What is not known for sure in a scenario, one entry a number, in the order of the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from gettext import gettext as _
from typing import Literal

from onetext.dealspace import value
from onetext.dealspace.orders import tightened
from onetext.dealspace.scenario import Preferences, Scenario
from onetext.dealspace.value import Value

Kind = Literal["weight", "score", "interaction", "reservation"]

MISSING_RESERVATION = value.interval(Fraction(0), Fraction(1), "missing")
"""Where nobody said what a party has without a deal, it is anything on its scale (S3)."""


@dataclass(frozen=True)
class Unknown:
    """One uncertain number of a party. ``at`` is the issue, (issue, option), or the interaction's place; () for none.

    ``low`` and ``high`` are its bounds once the known orders of weights are counted in.
    """

    party: int
    kind: Kind
    at: tuple[int, ...]
    value: Value
    low: float
    high: float


def unknowns(scenario: Scenario) -> tuple[Unknown, ...]:
    return tuple(found for number in range(len(scenario.parties)) for found in _of(scenario.parties[number], number))


def any_unknown(scenario: Scenario) -> bool:
    """Whether one sample may differ from another."""
    return bool(unknowns(scenario))


def known_weights(party: Preferences) -> list[tuple[Fraction, Fraction]]:
    """Bounds of each weight, the known orders counted in; equal where the weight is settled."""
    low, high = tightened([w.low for w in party.weights], [w.high for w in party.weights], party.orders)
    return list(zip(low, high, strict=True))


def reservation(party: Preferences) -> Value:
    return MISSING_RESERVATION if party.reservation is None else party.reservation


def _of(party: Preferences, number: int) -> Iterator[Unknown]:
    for issue, (low, high) in enumerate(known_weights(party)):
        if low < high:
            yield Unknown(number, "weight", (issue,), party.weights[issue], float(low), float(high))
    for issue, row in enumerate(party.scores):
        for option, score in enumerate(row):
            if score.uncertain:
                yield _plain(number, "score", (issue, option), score)
    for place, interaction in enumerate(party.interactions):
        if interaction.value.uncertain:
            yield _plain(number, "interaction", (place,), interaction.value)
    if reservation(party).uncertain:
        yield _plain(number, "reservation", (), reservation(party))


def _plain(party: int, kind: Kind, at: tuple[int, ...], found: Value) -> Unknown:
    return Unknown(party, kind, at, found, float(found.low), float(found.high))


def in_words(scenario: Scenario, unknown: Unknown) -> str:
    """What one would ask about."""
    if unknown.kind == "weight":
        return _("weight of {issue}").format(issue=scenario.issues[unknown.at[0]].name)
    if unknown.kind == "score":
        issue, option = unknown.at
        return _("score of {option}").format(option=scenario.label((issue, option)))
    if unknown.kind == "interaction":
        when = scenario.parties[unknown.party].interactions[unknown.at[0]].when
        return _("value of {options} together").format(options=", ".join(map(scenario.label, when)))
    return _("reservation")
