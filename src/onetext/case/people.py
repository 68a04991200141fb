"""Who takes part: parties, persons with their roles, mandates and the channels between them."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from onetext.case.dates import PartialDate
from onetext.case.record import Account, ActorId, Model, PartyId, PersonId, Record, SourceId
from onetext.case.words import ChannelKind, PartyKind, RoleKind


class Party(Record):
    """A side; only those a plan names must consent."""

    kind: ClassVar[str] = "party"
    section: ClassVar[str] = "parties"

    name: str
    # The party's part in the process; the class-wide ``kind`` names the record, so the field has another name inside.
    party_kind: PartyKind = Field(default="party", alias="kind")
    short: str | None = None
    part_of: PartyId | None = None
    members: tuple[PartyId, ...] = ()
    role: str | None = None


class Role(Model):
    """An office held for a party, dated; cut by its own sources."""

    title: str
    kind: RoleKind = "other"
    party: PartyId | None = None
    from_: PartialDate | None = Field(default=None, alias="from")
    to: PartialDate | None = None
    on: PartialDate | None = None
    known_from: PartialDate | None = None
    sources: tuple[SourceId, ...] = ()
    note: str | None = None
    accounts: tuple[Account, ...] = ()


class Person(Record):
    kind: ClassVar[str] = "person"
    section: ClassVar[str] = "persons"

    name: str
    roles: tuple[Role, ...] = ()


class Mandate(Record):
    """What somebody may offer or must refuse, and for whom."""

    kind: ClassVar[str] = "mandate"
    section: ClassVar[str] = "mandates"
    needs: ClassVar[tuple[str, ...]] = ("person",)

    person: PersonId
    party: PartyId | None = None
    by: ActorId | None = None
    text: str | None = None
    until: PartialDate | None = None


class Channel(Record):
    """A way two sides talk; its state over time stands in ``accounts``."""

    kind: ClassVar[str] = "channel"
    section: ClassVar[str] = "channels"

    title: str
    channel_kind: ChannelKind = Field(default="other", alias="kind")
    parties: tuple[PartyId, ...] = ()
    persons: tuple[PersonId, ...] = ()
    state: str | None = None
    until: PartialDate | None = None
