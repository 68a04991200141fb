"""Which of a party's positions on one point stand on a day, and which of them decide."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from onetext.case.dates import first_day, last_day
from onetext.case.position import Position


@dataclass(frozen=True)
class Weighed:
    """A position with what decides: its weight, and the last day it may be of (``date.min`` without a date)."""

    position: Position
    weight: int

    @property
    def day(self) -> date:
        return last_day(self.position.on) if self.position.on else date.min


def begun(position: Position, day: date) -> bool:
    """Whether the position may already have been taken on ``day``."""
    return position.on is None or first_day(position.on) <= day


def standing(positions: Iterable[Weighed], day: date) -> list[Weighed]:
    """Those of one party on one point that stand on ``day``.

    A position counts once the last day it may be of has come; without a date it has always stood. It stands no
    longer when the last day of its ``until`` is past, or when a later position of the same party on the same point
    with ``move: withdraw`` takes it back. A withdrawal that names an option takes back only positions on that option;
    one of lower weight takes back nothing: a rumour does not unsay what was said on the record. A withdrawal has a
    stance of its own and is a position like any other.
    """
    counted = [one for one in positions if one.position.on is None or one.day <= day]
    withdrawals = [one for one in counted if one.position.move == "withdraw"]
    return [
        one
        for one in counted
        if not _expired(one.position, day) and not any(_takes_back(other, one) for other in withdrawals)
    ]


def _expired(position: Position, day: date) -> bool:
    return position.until is not None and last_day(position.until) < day


def _takes_back(withdrawal: Weighed, earlier: Weighed) -> bool:
    option = withdrawal.position.option
    return (
        earlier.day < withdrawal.day
        and earlier.weight <= withdrawal.weight
        and (option is None or option == earlier.position.option)
    )


def deciding(positions: Sequence[Weighed]) -> list[Weighed]:
    """Of the positions of the highest weight, those of the latest day; in the order of their ids."""
    highest = max((one.weight for one in positions), default=0)
    heaviest = [one for one in positions if one.weight == highest]
    latest = max((one.day for one in heaviest), default=date.min)
    return in_order(one for one in heaviest if one.day == latest)


def in_order(positions: Iterable[Weighed]) -> list[Weighed]:
    """By id, so that the order of the file moves nothing."""
    return sorted(positions, key=lambda one: (one.position.id, one.position.stance, one.position.option or ""))
