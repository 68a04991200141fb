"""What was found of a draft as the plain data that ``amend --json`` prints; numbers become floats only here."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from onetext.dealspace.amend.amending import Amendments
from onetext.dealspace.amend.moves import OPEN
from onetext.dealspace.amend.smallest import Change, Found
from onetext.dealspace.amend.wish import Wish
from onetext.dealspace.scenario import Choice
from onetext.dealspace.tally import Vector


def amendment_data(found: Amendments, read: float | None = None) -> dict[str, Any]:
    """The shape of ``amend --json``. ``read``: seconds of reading.

    A change of an open issue has null as what it comes from. ``gains`` name every party whose utility changes.
    """
    seconds = {"read": read, **found.seconds} if read is not None else found.seconds
    return {
        "draft": _draft(found),
        "amendments": [_amendment(found, change) for change in found.ordered()],
        "counts": {str(one.size): one.count for one in found.found},
        "complete": all(one.complete for one in found.found),
        "best_within": {
            str(size): _change(found, change) if change else None
            for size, change in enumerate(found.best_within, start=1)
        },
        **_beyond(found),
        "repairs": _repairs(found, found.repairs),
        "settlements": _settlements(found),
        **({"wanted": _wanted(found, found.wish)} if found.wish else {}),
        "assumed": list(found.assumed),
        "based_on": list(found.scenario.based_on),
        "warnings": [fault.as_dict() for fault in found.scenario.warnings],
        "seconds": {step: round(taken, 6) for step, taken in seconds.items()},
    }


def _draft(found: Amendments) -> dict[str, Any]:
    scenario = found.scenario
    utilities = found.tally.utilities(found.worth)
    names = [party.name for party in scenario.parties]
    return {
        "utilities": dict(zip(names, map(float, utilities), strict=True)),
        "efficient": found.beyond.efficient if found.beyond else None,
        "unmapped": list(scenario.unmapped),
        "open": [scenario.issues[issue].name for issue in found.open],
        "acceptable": found.acceptable,
        "under_reservation": [names[party] for party in found.short],
        "red_lines": [
            scenario.label((issue, option))
            for issue, option in enumerate(found.draft)
            if (issue, option) in found.tally.red_lines
        ],
        "breaches": found.breaches,
    }


def _amendment(found: Amendments, change: Change) -> dict[str, Any]:
    """A change with what a reader wants to know beside it; only the draft's gains decide its place."""
    more = {} if found.open else {"acceptable": found.accepted(change.gains)}
    return {**_change(found, change), "sum": sum_of(found, change), **more}


def _change(found: Amendments, change: Change) -> dict[str, Any]:
    return {"changes": _changes(found, change.choices), "gains": _gains(found, change.gains)}


def _changes(found: Amendments, choices: Iterable[Choice]) -> dict[str, list[str | None]]:
    issues = found.scenario.issues
    return {
        issues[issue].name: [
            None if found.draft[issue] == OPEN else issues[issue].options[found.draft[issue]],
            issues[issue].options[option],
        ]
        for issue, option in choices
    }


def _gains(found: Amendments, gains: Vector) -> dict[str, float]:
    shares = found.tally.utilities(gains)
    return {party.name: float(share) for party, share in zip(found.scenario.parties, shares, strict=True) if share != 0}


def sum_of(found: Amendments, change: Change) -> float:
    return float(sum(found.tally.utilities(change.gains)))


def _beyond(found: Amendments) -> dict[str, Any]:
    far = found.beyond
    if far is None:
        return {"best": None, "nearest_efficient": None}
    best = {**_change(found, far.best), "proved": far.proved} if far.best else None
    near = {**_change(found, far.nearest), "proved": far.nearest_proved} if far.nearest else None
    return {"best": best, "nearest_efficient": near, "nearest_at_least": far.at_least, "proved": far.proved}


def _repairs(found: Amendments, repairs: Iterable[Found]) -> list[dict[str, Any]]:
    return [_change(found, change) for one in repairs for change in one.minimal]


def _settlements(found: Amendments) -> dict[str, Any]:
    settling = found.settlements
    return {
        "ways": settling.ways,
        "searched": settling.searched,
        "efficient": settling.count,
        "best": [{**_change(found, one.change), "acceptable": one.acceptable} for one in settling.best],
    }


def _wanted(found: Amendments, wish: Wish) -> dict[str, Any]:
    names = [party.name for party in found.scenario.parties]
    return {
        "party": names[wish.party] if wish.party is not None else None,
        "changes": _changes(found, [wish.choice]),
        "gains": _gains(found, wish.gains),
        "breaches": wish.breaches,
        "losers": [names[loser] for loser in wish.losers],
        "compensations": [
            {
                "for": [names[loser] for loser in one.of],
                "ways": [_change(found, change) for change in one.ways],
                "count": one.count,
                "complete": one.complete,
            }
            for one in wish.compensations
        ],
    }
