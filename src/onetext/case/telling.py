"""Who was told what: disclosures, the exports that may become one, and lines for an audience."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from onetext.case.dates import PartialDate
from onetext.case.record import AnyId, Audience, ContactId, DraftId, Id, Model, Names, PointId, Record, StatementId, Who
from onetext.case.words import DisclosureForm, DisclosureMode, DisclosureStatus, Extent, LineKind

EXPORTS = "exports"
"""The compartment of export records: chains of their own, open to whoever is read into anything (D6)."""


class Item(Model):
    """What was told: a draft, a statement, any record, or a topic in words; exactly one of them."""

    draft: DraftId | None = None
    statement: StatementId | None = None
    record: AnyId | None = None
    topic: str | None = None
    version: str | None = None
    extent: Extent | None = None
    points: tuple[PointId, ...] = ()

    @model_validator(mode="after")
    def _is_one_thing(self) -> Item:
        given = [self.draft, self.statement, self.record, self.topic]
        if sum(thing is not None for thing in given) != 1:
            raise PydanticCustomError(
                "one_item",
                "an item names {count} things",
                {
                    "count": sum(thing is not None for thing in given),
                    "remedy": "give exactly one of draft, statement, record or topic",
                },
            )
        return self

    def stands(self) -> bool:
        return self.names is not None or self.topic is not None

    @property
    def names(self) -> str | None:
        """The id of the record told of, if it is one."""
        return self.draft or self.statement or self.record


class Disclosure(Record):
    """An act by which somebody learns something; ``knows`` counts those done, ongoing, and disputed by account."""

    kind: ClassVar[str] = "disclosure"
    section: ClassVar[str] = "disclosures"

    by: Audience | None = None
    to: tuple[Audience, ...] = ()
    items: tuple[Item, ...] = ()
    form: DisclosureForm | None = None
    mode: DisclosureMode | None = None
    status: DisclosureStatus = "unknown"
    end: PartialDate | None = None
    embargo: PartialDate | None = None
    contact: ContactId | None = None
    statements: tuple[StatementId, ...] = ()
    export: Annotated[Id, Names(("export",))] | None = None
    authority: str | None = None
    text: str | None = None


class Export(Record):
    """A paper, print or file that left, or may have left, the house; no disclosure until handed over (D6)."""

    kind: ClassVar[str] = "export"
    section: ClassVar[str] = "exports"

    what: str
    by: str | None = None
    for_: str | None = Field(default=None, alias="for")
    about: str | None = None
    at: PartialDate | None = None
    copy_: str | None = Field(default=None, alias="copy")
    hash: str | None = None
    items: tuple[Item, ...] = ()


class Line(Record):
    """What our side says if asked, or must not say, to a stated audience."""

    kind: ClassVar[str] = "line"
    section: ClassVar[str] = "lines"

    line_kind: LineKind = Field(default="to_take", alias="kind")
    audience: tuple[Audience, ...] = ()
    about: tuple[AnyId, ...] = ()
    text: str
    cleared_by: Who | str | None = None
    until: PartialDate | None = None
