"""Contacts: one meeting is one contact, with a history of states and each side's own account (R4)."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from onetext.case.dates import PartialDate
from onetext.case.record import ActorId, AnyId, ContactId, Id, Model, Names, PartyId, Record
from onetext.case.words import ContactKind


class Participant(Model):
    """Somebody who took or was to take part; ``who`` is null for the unnamed."""

    who: ActorId | None = None
    party: PartyId | None = None
    name: str | None = None
    role: str | None = None
    note: str | None = None

    def stands(self) -> bool:
        return self.who is not None or self.party is not None or self.name is not None


class Contact(Record):
    """``on`` is the day it was held or is meant for; its states stand in ``accounts``."""

    kind: ClassVar[str] = "contact"
    section: ClassVar[str] = "contacts"

    contact_kind: ContactKind = Field(default="meeting", alias="kind")
    title: str | None = None
    end: PartialDate | None = None
    place: str | None = None
    format: str | None = None
    channel: Annotated[Id, Names(("channel",))] | None = None
    participants: tuple[Participant, ...] = ()
    text: str | None = None
    about: tuple[AnyId, ...] = ()
    replaced_by: ContactId | None = None
