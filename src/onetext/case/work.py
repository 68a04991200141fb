"""What is still to be done or settled: deadlines, questions, linked agreements, comments, suggestions, ties."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import Field

from onetext.case.dates import PartialDate
from onetext.case.record import AnyId, ContactId, DraftId, Model, PartyId, PointId, Record, SourceId, Span, Who
from onetext.case.words import Decision, LinkKind, QuestionStatus


class Deadline(Record):
    """A day by which something is due; bound to a contact, it moves with it."""

    kind: ClassVar[str] = "deadline"
    section: ClassVar[str] = "deadlines"

    title: str
    contact: ContactId | None = None
    draft: DraftId | None = None
    point: PointId | None = None
    owner: Who | str | None = None
    text: str | None = None


class Answer(Model):
    by: Who | str | None = None
    text: str | None = None
    on: PartialDate | None = None
    known_from: PartialDate | None = None
    sources: tuple[SourceId, ...] = ()
    note: str | None = None


class Question(Record):
    kind: ClassVar[str] = "question"
    section: ClassVar[str] = "questions"

    text: str
    status: QuestionStatus = "open"
    about: tuple[AnyId, ...] = ()
    raised_by: Who | str | None = None
    parties: tuple[PartyId, ...] = ()
    owner: Who | str | None = None
    due: PartialDate | None = None
    answers: tuple[Answer, ...] = ()


class LinkedAgreement(Record):
    """Another agreement the text leans on; its status stands as claimed, by whom, in ``accounts``."""

    kind: ClassVar[str] = "agreement"
    section: ClassVar[str] = "agreements"

    name: str
    agreement_kind: str | None = Field(default=None, alias="kind")
    parties: tuple[PartyId, ...] = ()
    mediators: tuple[Who | str, ...] = ()
    points: tuple[PointId, ...] = ()
    status: str | None = None
    contact: ContactId | None = None
    draft: DraftId | None = None
    text: str | None = None


class Comment(Record):
    kind: ClassVar[str] = "comment"
    section: ClassVar[str] = "comments"
    needs: ClassVar[tuple[str, ...]] = ("about",)

    about: AnyId
    by: str | None = None
    text: str


class Suggestion(Record):
    """What the machine found at a span and what a person decided (R1, R2)."""

    kind: ClassVar[str] = "suggestion"
    section: ClassVar[str] = "suggestions"

    what: str
    span: Span | None = None
    fields: dict[str, Any] = {}
    rule: str | None = None
    confidence: float | None = Field(default=None, ge=0, le=1)
    decision: Decision | None = None
    by: str | None = None
    corrected_to: dict[str, Any] | None = None
    record: AnyId | None = None
    """What it was taken in as; that record may have been there before."""
    wrote: tuple[AnyId, ...] = ()
    """The records that the yes wrote: what taking it back withdraws."""
    added: dict[str, Any] = {}
    """What the yes added to a record that was there, by field: what taking it back takes out of it again."""
    filter: str | None = None


class Link(Record):
    """A tie between two records that carries the labels of both (D12)."""

    kind: ClassVar[str] = "link"
    section: ClassVar[str] = "links"
    needs: ClassVar[tuple[str, ...]] = ("from_", "to")

    link_kind: LinkKind = Field(default="other", alias="kind")
    from_: AnyId = Field(alias="from")
    to: AnyId
    text: str | None = None
