"""Where facts come from: sources, and the statements found in them."""

from __future__ import annotations

from typing import ClassVar

from onetext.case.record import AnyId, ContactId, DraftId, Model, PartyId, PersonId, Record, SourceId, Span, Who
from onetext.case.words import Act, Handling, Received


class Source(Record):
    """A page, paper or recording; ``on`` is its date, ``text`` what of it we keep."""

    kind: ClassVar[str] = "source"
    section: ClassVar[str] = "sources"

    outlet: str | None = None
    title: str | None = None
    relays: tuple[str, ...] = ()
    url: str | None = None
    language: str | None = None
    caution: str | None = None
    text: str | None = None


class Speaker(Model):
    """The speaker *as attributed*: a name, a description, or both."""

    name: str | None = None
    description: str | None = None
    person: PersonId | None = None


class Statement(Record):
    """Who said what, how it reached us and how it may be used."""

    kind: ClassVar[str] = "statement"
    section: ClassVar[str] = "statements"

    act: Act = "say"
    speaker: Speaker = Speaker()
    party: PartyId | None = None
    to: tuple[Who | str, ...] = ()
    received: Received | None = None
    handling: Handling | None = None
    via: tuple[SourceId, ...] = ()
    outlet: str | None = None
    channel: str | None = None
    quote: str | None = None
    text: str | None = None
    sentiment: bool = False
    about: tuple[AnyId, ...] = ()
    contact: ContactId | None = None
    draft: DraftId | None = None
    span: Span | None = None
