"""A machine's guess at score ranges from positions: offered, marked as a guess (M1), never used unasked (S7)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from gettext import gettext as _

from onetext.case.case import Case
from onetext.case.current import current_draft, main_plan
from onetext.case.plan import Option
from onetext.case.position import ASSESSMENT, Assessment, Position, Quantity
from onetext.case.words import Stance
from onetext.files.faults import refuse
from onetext.positions.standing import Weighed, begun, deciding, standing
from onetext.positions.weight import MOST, Weights

RANGES: Mapping[Stance, tuple[int, int]] = {
    "accept": (70, 100),
    "accept_with_reservation": (55, 95),
    "conditional": (40, 85),
    "open": (25, 75),
    "neutral": (25, 75),
    "object": (5, 45),
    "reject": (0, 25),
}
"""Scores on 0 to 100 for a position of full weight; wide, because a stance is no price. Other stances say nothing."""

WIDER = 10
"""By how much each end moves out for each step of weight that is missing."""


@dataclass(frozen=True)
class Suggested:
    """``assessment`` as a record that a person may take in; ``grounds``: party, option, ids of positions."""

    assessment: Assessment
    grounds: Mapping[str, Mapping[str, tuple[str, ...]]]


def suggested_assessment(case: Case, day: date, id: str = "suggested") -> Suggested:
    """Score ranges (0 to 100) and red lines of each party that its positions on ``day`` suggest.

    For each option, the positions that name it, or that name none on a point whose clause in the current draft
    embodies it, decide as in the grid; unlike stances give the range that holds both. Options nobody spoke of have no
    score, weights and reservations are left out: a missing preference is a range, never zero (S3). A rejection that is
    a red line makes the option one that the party will not sign.

    Raises ``Faults`` where the case is a public record: nobody's preferences are invented there.
    """
    if case.head.basis == "public_record":
        raise refuse(
            case.head.id,
            "a public record about living people holds no invented preferences",
            "work on a copy whose basis is 'invented'",
        )
    scores: dict[str, dict[str, Quantity]] = {}
    red_lines: dict[str, tuple[str, ...]] = {}
    grounds: dict[str, dict[str, tuple[str, ...]]] = {}
    for (party, option), positions in sorted(_by_option(case, day).items()):
        decide = deciding(standing(positions, day))
        if ranges := [_range(one) for one in decide if one.position.stance in RANGES]:
            scores.setdefault(party, {})[option] = (min(low for low, high in ranges), max(high for low, high in ranges))
            grounds.setdefault(party, {})[option] = tuple(one.position.id for one in decide)
        if decide and all(one.position.red_line and one.position.stance == "reject" for one in decide):
            red_lines[party] = (*red_lines.get(party, ()), option)
    title = _("A machine's guess from the positions of {day}").format(day=day.isoformat())
    note = _("Guessed by the machine from positions (M1); nobody's own preferences. Check every number before use.")
    assessment = Assessment(
        id=id, title=title, by="onetext", labels=(ASSESSMENT,), note=note, scores=scores, red_lines=red_lines
    )
    return Suggested(assessment, grounds)


def _by_option(case: Case, day: date) -> dict[tuple[str, str], list[Weighed]]:
    weights = Weights(case)
    found: dict[tuple[str, str], list[Weighed]] = {}
    worded = _worded(case, day)
    known = {option.id for option in case.all(Option)}
    for position in case.all(Position):
        if begun(position, day):
            for option in _options(position, worded):
                if option in known:
                    found.setdefault((position.party, option), []).append(Weighed(position, weights.of(position)))
    return found


def _options(position: Position, worded: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    if position.option:
        yield position.option
    elif position.point:
        yield from worded.get(position.point, ())


def _worded(case: Case, day: date) -> dict[str, tuple[str, ...]]:
    """The options that the current draft embodies, by point."""
    draft = current_draft(case, main_plan(case), day)
    found: dict[str, tuple[str, ...]] = {}
    for clause in draft.clauses if draft else ():
        if clause.point:
            found[clause.point] = tuple(dict.fromkeys((*found.get(clause.point, ()), *clause.options)))
    return found


def _range(one: Weighed) -> tuple[int, int]:
    low, high = RANGES[one.position.stance]
    out = WIDER * (MOST - one.weight)
    return max(0, low - out), min(100, high + out)
