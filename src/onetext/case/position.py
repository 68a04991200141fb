"""Where a party stands on a point, and named assessments of what it is worth to each."""

from __future__ import annotations

from typing import Any, ClassVar

from onetext.case.dates import PartialDate
from onetext.case.record import (
    AnyId,
    ContactId,
    DraftId,
    Model,
    Named,
    OptionId,
    PartyId,
    PersonId,
    PointId,
    Record,
)
from onetext.case.words import Move, Received, Stance

ASSESSMENT = "assessment"
"""The compartment of private positions, preferences and walk-aways (D13)."""

Quantity = float | int | tuple[float | int, ...] | dict[str, Any]


class Position(Record):
    kind: ClassVar[str] = "position"
    section: ClassVar[str] = "positions"
    needs: ClassVar[tuple[str, ...]] = ("party", "point", "option", "draft")

    party: PartyId
    point: PointId | None = None
    """Null: the plan or process as a whole."""
    option: OptionId | None = None
    draft: DraftId | None = None
    stance: Stance
    move: Move | None = None
    red_line: bool = False
    person: PersonId | None = None
    speaker: str | None = None
    contact: ContactId | None = None
    until: PartialDate | None = None
    received: Received | None = None
    evidence: tuple[AnyId, ...] = ()
    public: bool = True
    text: str | None = None


class Interaction(Model):
    """Extra worth when all named options are in the package."""

    needs: ClassVar[tuple[str, ...]] = ("when",)

    when: tuple[OptionId, ...]
    value: Quantity


class Assessment(Record):
    """One analyst's preferences and walk-aways, named; never mixed with another's (S7)."""

    kind: ClassVar[str] = "assessment"
    section: ClassVar[str] = "assessments"

    title: str
    by: str | Named | None = None
    reservations: dict[PartyId, Quantity] = {}
    weights: dict[PartyId, dict[PointId | str, Quantity]] = {}
    scores: dict[PartyId, dict[OptionId, Quantity]] = {}
    red_lines: dict[PartyId, tuple[OptionId, ...]] = {}
    interactions: dict[PartyId, tuple[Interaction, ...]] = {}
    orders: dict[PartyId, tuple[str, ...]] = {}


def is_private(record: Record) -> bool:
    """Whether it says what a party keeps to itself: an assessment, or a position not stated in public (D13)."""
    return isinstance(record, Assessment) or (isinstance(record, Position) and not record.public)
