"""Conflicts as the plain data that ``conflicts --json`` prints; numbers are rounded to floats only here."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import Any

from onetext.dealspace.conflicts.finding import Conflict, Conflicts
from onetext.dealspace.conflicts.member import Member, PlanRule, RedLine, Reservation
from onetext.dealspace.conflicts.opening import Concession, Opening
from onetext.dealspace.conflicts.saying import rule_in_words
from onetext.dealspace.scenario import Package
from onetext.dealspace.value import exact


def conflicts_data(found: Conflicts, read: float | None = None) -> dict[str, Any]:
    """The shape of ``conflicts --json``; ``read``: seconds of reading."""
    seconds = {"read": read, **found.seconds} if read is not None else dict(found.seconds)
    shown = {} if found.package is None else _package(found, found.package)
    return {
        "feasible": found.feasible,
        **shown,
        "sets": [_set(found, conflict) for conflict in found.sets],
        "complete": found.complete,
        "at_least": found.at_least if found.sets else None,
        "stopped": found.stopped,
        "assumed": list(found.assumed),
        "based_on": list(found.scenario.based_on),
        "warnings": [fault.as_dict() for fault in found.scenario.warnings],
        "seconds": {step: round(taken, 6) for step, taken in seconds.items()},
    }


def _set(found: Conflicts, conflict: Conflict) -> dict[str, Any]:
    return {
        "members": [_member(found, member) for member in conflict.members],
        "minimal": conflict.minimal,
        "smallest": conflict.smallest,
        "cheapest_opening": None if found.opening is None else _opening(found, found.opening),
        "openings": [_opening(found, way) for way in found.singles],
    }


def _member(found: Conflicts, member: Member) -> dict[str, Any]:
    if isinstance(member, PlanRule):
        return {"rule": member.index, "text": rule_in_words(found.scenario, member.index)}
    party = found.scenario.parties[member.party].name
    if isinstance(member, RedLine):
        return {"party": party, "red_line": found.scenario.label(member.choice)}
    return {"party": party, "reservation": float(_floor(found, member))}


def _floor(found: Conflicts, member: Reservation) -> Fraction:
    return found.tally.utility(member.party, found.tally.floors[member.party])


def _opening(found: Conflicts, opening: Opening) -> dict[str, Any]:
    return {
        "changes": [_change(found, concession) for concession in opening.concessions],
        "members": len(opening.concessions),
        "lowering": float(opening.lowering),
        **_package(found, opening.package),
        "proved": opening.proved,
    }


def _change(found: Conflicts, concession: Concession) -> dict[str, Any]:
    data = _member(found, concession.member)
    if concession.to is None or not isinstance(concession.member, Reservation):
        return {**data, "given_up": True}
    return {**data, "to": below(concession.to), "by": float(_floor(found, concession.member) - concession.to)}


def below(number: Fraction) -> float:
    """The largest float whose decimal is not above the number: written into a file, it still opens the deal."""
    at = float(number)
    while exact(at) > number:
        at = math.nextafter(at, -math.inf)
    return at


def _package(found: Conflicts, package: Package) -> dict[str, Any]:
    utilities = found.tally.utilities(found.tally.worth(package))
    return {
        "package": found.scenario.named(package),
        "utilities": {
            party.name: float(utility) for party, utility in zip(found.scenario.parties, utilities, strict=True)
        },
    }
