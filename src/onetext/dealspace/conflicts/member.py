"""What can stand in the way of a deal: a party's red line, a party's reservation, a rule of the plan."""

from __future__ import annotations

from dataclasses import dataclass

from onetext.dealspace.scenario import Choice


@dataclass(frozen=True)
class RedLine:
    party: int
    choice: Choice


@dataclass(frozen=True)
class Reservation:
    party: int


@dataclass(frozen=True)
class PlanRule:
    """``index`` counts all rules of the file, those that constrain nothing too."""

    index: int


Member = RedLine | Reservation | PlanRule


def place(member: Member) -> tuple[int, ...]:
    """Sorts members as people read them: party by party, red lines before the reservation, then the rules."""
    if isinstance(member, RedLine):
        return (0, member.party, 0, *member.choice)
    if isinstance(member, Reservation):
        return (0, member.party, 1)
    return (1, member.index)
