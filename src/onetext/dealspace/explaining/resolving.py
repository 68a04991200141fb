"""Solving again with one thing changed: what a red line, a rule or a reservation costs, what an assumption decides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from gettext import gettext as _

from onetext.dealspace import value
from onetext.dealspace.answers import NAMES, Answer, Bargain, Name
from onetext.dealspace.enumeration import Enumeration
from onetext.dealspace.robust.unknowns import Unknown, in_words, unknowns
from onetext.dealspace.scenario import Interaction, Package, Preferences, Scenario
from onetext.dealspace.solve import Solution
from onetext.dealspace.tally import Tally, Vector, tally

MOST_WORK = 60_000
"""Packages gone through again in all; what would take more is not looked into, and nothing is claimed of it."""


@dataclass(frozen=True)
class Shadow:
    """An answer without a red line, a rule or a reservation, where it would be another one.

    ``gains``: by party, what its utility would change.
    """

    what: str
    answer: Name
    package: Package
    gains: tuple[Fraction, ...]


@dataclass(frozen=True)
class Doubt:
    """An assumed number, the value at one end of its range, and the answer there: None where nothing is acceptable."""

    party: int
    what: str
    at: Fraction
    taken: Fraction
    answer: Name
    package: Package | None


@dataclass(frozen=True)
class Looked:
    """What was found, and whether there was room to look: None found and ``False`` is no statement at all."""

    shadows: tuple[Shadow, ...]
    shadows_looked: bool
    doubts: tuple[Doubt, ...]
    doubts_looked: bool


def looked_into(solution: Solution) -> Looked:
    """For small scenarios with an answer; by size alone, so that the same file says the same everywhere (S6)."""
    if not solution.answers:
        return Looked((), False, (), False)
    packages = solution.scenario.packages
    freed = list(_freed(solution))
    open_ = [one for one in unknowns(solution.scenario) if not _missing_reservation(solution.scenario, one)]
    left = MOST_WORK - packages * len(freed)
    room = left >= 0
    doubting = packages * 2 * len(open_) <= (left if room else MOST_WORK)
    return Looked(
        tuple(_shadows(solution, freed)) if room else (),
        room,
        tuple(_doubts(solution, open_)) if doubting else (),
        doubting,
    )


def _missing_reservation(scenario: Scenario, unknown: Unknown) -> bool:
    return unknown.kind == "reservation" and scenario.parties[unknown.party].reservation is None


def _freed(solution: Solution) -> Iterator[tuple[str, Tally, bool]]:
    """Each constraint in words, the tally without it, and whether gains are still measured from the same values."""
    scenario, counted = solution.scenario, solution.tally
    for choice in sorted(counted.red_lines):
        holders = ", ".join(party.name for party in scenario.parties if choice in party.red_lines)
        what = _("the red line {option} of {party}").format(option=scenario.label(choice), party=holders)
        yield what, replace(counted, red_lines=counted.red_lines - {choice}), True
    numbers = [number for number, rule in enumerate(scenario.rules, start=1) if rule.constrains]
    for place, number in enumerate(numbers):
        rules = counted.rules[:place] + counted.rules[place + 1 :]
        yield _("rule {number}").format(number=number), replace(counted, rules=rules), True
    for number, party in enumerate(scenario.parties):
        if counted.limited[number] and counted.floors[number]:
            floors = tuple(0 if at == number else floor for at, floor in enumerate(counted.floors))
            yield _("the reservation of {party}").format(party=party.name), replace(counted, floors=floors), False


def _shadows(solution: Solution, freed: list[tuple[str, Tally, bool]]) -> Iterator[Shadow]:
    """Without a reservation only the largest sum is compared: the other answers measure gains from it."""
    for what, counted, same_measure in freed:
        for name, answer in _answers(counted, NAMES).items():
            before = solution.answers.get(name)
            if before is None or answer.vector == before.vector:
                continue
            if not same_measure and (name != "utilitarian" or answer.value == before.value):
                continue
            yield Shadow(what, name, answer.package, _change(solution.tally, before.vector, answer.vector))


def _change(counted: Tally, before: Vector, after: Vector) -> tuple[Fraction, ...]:
    return counted.utilities(tuple(b - a for a, b in zip(before, after, strict=True)))


def _answers(counted: Tally, names: tuple[Name, ...]) -> dict[Name, Answer]:
    field = Enumeration(counted)
    frontier = field.frontier()
    if not frontier.acceptable:
        return {}
    bargain = Bargain(counted, field, frontier)
    return {name: bargain.answer(name) for name in names}


def _doubts(solution: Solution, open_: list[Unknown]) -> Iterator[Doubt]:
    """Each assumed number at both ends of its range, all others as taken; only what changes the Nash package."""
    before = solution.answers.get("nash")
    for unknown in open_ if before else ():
        found = unknown.value
        for end in (found.low, found.high):
            changed = _with(solution.scenario, unknown, end)
            if changed is None:
                continue
            answer = _answers(tally(changed), ("nash",)).get("nash")
            if answer is None or (before and answer.package != before.package):
                package = answer.package if answer else None
                yield Doubt(unknown.party, in_words(solution.scenario, unknown), end, found.middle, "nash", package)


def _with(scenario: Scenario, unknown: Unknown, at: Fraction) -> Scenario | None:
    """The scenario with one number settled; None where a party's best package would then be worth nothing."""
    party = _settled(scenario.parties[unknown.party], unknown, at)
    if all(w.middle * max((s.middle for s in row), default=0) <= 0
           for w, row in zip(party.weights, party.scores, strict=True)) and not party.interactions:  # fmt: skip
        return None
    parties = list(scenario.parties)
    parties[unknown.party] = party
    return replace(scenario, parties=tuple(parties))


def _settled(party: Preferences, unknown: Unknown, at: Fraction) -> Preferences:
    known = value.number(at)
    if unknown.kind == "weight":
        [issue] = unknown.at
        return replace(party, weights=(*party.weights[:issue], known, *party.weights[issue + 1 :]))
    if unknown.kind == "score":
        issue, option = unknown.at
        row = (*party.scores[issue][:option], known, *party.scores[issue][option + 1 :])
        return replace(party, scores=(*party.scores[:issue], row, *party.scores[issue + 1 :]))
    if unknown.kind == "interaction":
        [place] = unknown.at
        counted = Interaction(party.interactions[place].when, known)
        before, after = party.interactions[:place], party.interactions[place + 1 :]
        return replace(party, interactions=(*before, counted, *after))
    return replace(party, reservation=known)
