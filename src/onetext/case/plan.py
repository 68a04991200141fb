"""The one text: plan, categories, points, options, drafts with their clauses, and how drafts relate."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from onetext.case.dates import PartialDate
from onetext.case.record import (
    Account,
    ActorId,
    DraftId,
    Id,
    Model,
    Named,
    Names,
    OptionId,
    PartyId,
    PointId,
    Record,
    SourceId,
    Who,
)
from onetext.case.words import (
    Change,
    ClauseBasis,
    Decision,
    DraftStatus,
    Instrument,
    LinkageKind,
    NoteKind,
    ProposalKind,
    ProposalStatus,
)

PlanId = Annotated[Id, Names(("plan",))]
CategoryId = Annotated[Id, Names(("category",))]


class Plan(Record):
    """A text under negotiation; its current draft is its latest by ``on``."""

    kind: ClassVar[str] = "plan"
    section: ClassVar[str] = "plans"

    title: str
    instrument: Instrument = "main"
    parties: tuple[PartyId, ...] = ()
    nothing_agreed_until_everything: bool = True
    authentic: tuple[str, ...] = ()
    """The languages whose versions are of equal standing; a clause in any other is a translation."""


class Category(Record):
    kind: ClassVar[str] = "category"
    section: ClassVar[str] = "categories"

    name: str
    plan: PlanId | None = None


class Point(Record):
    """The smallest part that is negotiated as such; its id outlives every numbering (T2)."""

    kind: ClassVar[str] = "point"
    section: ClassVar[str] = "points"

    title: str
    category: CategoryId | None = None
    plan: PlanId | None = None
    text: str | None = None


class ProposedBy(Model):
    """Who put an option on the table: a party, a draft, or both."""

    party: PartyId | None = None
    draft: DraftId | None = None
    by: Who | str | None = None
    on: PartialDate | None = None
    known_from: PartialDate | None = None
    sources: tuple[SourceId, ...] = ()
    note: str | None = None


class Option(Record):
    """A wording or outcome for a point; options of one point and one issue exclude one another."""

    kind: ClassVar[str] = "option"
    section: ClassVar[str] = "options"
    needs: ClassVar[tuple[str, ...]] = ("point",)

    point: PointId
    label: str
    issue: str | None = None
    issue_title: str | None = None
    text: str | None = None
    proposed_by: tuple[ProposedBy, ...] = ()


class ClauseNote(Model):
    """A footnote or reservation tied to words of a clause; ``words`` left out, to the whole clause."""

    words: str | None = None
    note_kind: NoteKind = Field(default="footnote", alias="kind")
    by: Who | None = None
    text: str
    on: PartialDate | None = None
    known_from: PartialDate | None = None
    sources: tuple[SourceId, ...] = ()


class Clause(Model):
    """A numbered piece of a draft, in the draft's own numbering; cut by its own sources."""

    number: str
    point: PointId | None = None
    title: str | None = None
    text: str | None = None
    language: str | None = None
    basis: ClauseBasis = "verbatim"
    options: tuple[OptionId, ...] = ()
    notes: tuple[ClauseNote, ...] = ()
    translates: str | None = None
    """SHA-256 of the text it is a translation of, as that was then: where it differs now, the text has changed."""
    on: PartialDate | None = None
    known_from: PartialDate | None = None
    sources: tuple[SourceId, ...] = ()
    note: str | None = None
    accounts: tuple[Account, ...] = ()


class Draft(Record):
    kind: ClassVar[str] = "draft"
    section: ClassVar[str] = "drafts"
    needs: ClassVar[tuple[str, ...]] = ("plan",)

    plan: PlanId
    title: str | None = None
    status: DraftStatus = "unknown"
    penholder: Who | None = None
    points: int | None = Field(default=None, ge=0)
    """How many points the text has, where that is known before its clauses are."""
    text: str | None = None
    clauses: tuple[Clause, ...] = ()
    frozen: str | None = None
    """SHA-256 of the clauses when the version was named; such a draft is never changed again."""
    frozen_from: DraftId | None = None
    """The working draft it was named from, which goes on."""


class Round(Record):
    """One pass of the one-text procedure: a draft shown, criticism in, a redraft."""

    kind: ClassVar[str] = "round"
    section: ClassVar[str] = "rounds"

    title: str | None = None
    draft: DraftId | None = None
    until: PartialDate | None = None
    text: str | None = None


class Pair(Model):
    """Clause numbers of one draft and what became of them in the other."""

    from_: tuple[str, ...] = Field(default=(), alias="from")
    to: tuple[str, ...] = ()
    change: Change
    text: str | None = None
    points: tuple[PointId, ...] = ()
    on: PartialDate | None = None
    known_from: PartialDate | None = None
    sources: tuple[SourceId, ...] = ()
    note: str | None = None
    accounts: tuple[Account, ...] = ()


class Concordance(Record):
    """Where each clause of one draft went in another."""

    kind: ClassVar[str] = "concordance"
    section: ClassVar[str] = "concordances"
    needs: ClassVar[tuple[str, ...]] = ("from_", "to")

    from_: DraftId = Field(alias="from")
    to: DraftId
    pairs: tuple[Pair, ...] = ()


class Criticism(Record):
    """What is wrong with a draft, without an offer of words; it binds nobody."""

    kind: ClassVar[str] = "criticism"
    section: ClassVar[str] = "criticisms"
    needs: ClassVar[tuple[str, ...]] = ("draft",)

    draft: DraftId
    by: Who | None = None
    point: PointId | None = None
    text: str


class Proposal(Record):
    """Words offered for a place in a draft, or for another proposal."""

    kind: ClassVar[str] = "proposal"
    section: ClassVar[str] = "proposals"
    needs: ClassVar[tuple[str, ...]] = ("draft",)

    draft: DraftId
    by: Who | None = None
    point: PointId | None = None
    number: str | None = None
    change: ProposalKind = "modify"
    status: ProposalStatus = "open"
    binding: bool = False
    proposal: Annotated[Id, Names(("proposal",))] | None = None
    text: str | None = None


class Edit(Record):
    """Words suggested for one clause of a working draft; taken in or left out, the suggestion stays on record."""

    kind: ClassVar[str] = "edit"
    section: ClassVar[str] = "edits"
    needs: ClassVar[tuple[str, ...]] = ("draft",)

    draft: DraftId
    number: str
    """The clause, in the draft's numbering; for one to be added, the number it would bear."""
    after: str | None = None
    """For one to be added: the number of the clause before it; left out, it would be the first."""
    point: PointId | None = None
    language: str | None = None
    change: ProposalKind = "modify"
    base: str | None = None
    """The words of the clause from which it starts."""
    text: str | None = None
    by: str | None = None
    proposal: Annotated[Id, Names(("proposal",))] | None = None
    """The party's proposal that it takes up."""
    decision: Decision | None = None
    decided_by: str | None = None


class Acceptance(Record):
    """A party's formal yes to a draft or to one point of it, perhaps to be confirmed at home."""

    kind: ClassVar[str] = "acceptance"
    section: ClassVar[str] = "acceptances"
    needs: ClassVar[tuple[str, ...]] = ("draft", "party")

    draft: DraftId
    party: PartyId
    by: ActorId | Named | None = None
    point: PointId | None = None
    """Left out, the whole draft is accepted."""
    ad_referendum: bool = False
    reservation: str | None = None
    until: PartialDate | None = None


class Linkage(Record):
    """Points that stand or fall together, or an "if this then that" between options."""

    kind: ClassVar[str] = "linkage"
    section: ClassVar[str] = "linkages"
    needs: ClassVar[tuple[str, ...]] = ("points", "if_", "then", "then_not")

    linkage_kind: LinkageKind = Field(default="package", alias="kind")
    by: ActorId | None = None
    points: tuple[PointId, ...] = ()
    if_: tuple[OptionId, ...] = Field(default=(), alias="if")
    then: tuple[OptionId, ...] = ()
    then_not: tuple[OptionId, ...] = ()
    text: str | None = None
