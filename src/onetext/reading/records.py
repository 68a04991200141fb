"""What a reading finds. Every finding is a guess (M1): it has its place, the rule that made it and a confidence.

``None`` is what the text does not say (R3). Names of fields are those of the printed form (``rendering``).
"""

from __future__ import annotations

from dataclasses import dataclass

from onetext.files.faults import Fault
from onetext.wording.spans import Span


@dataclass(frozen=True, slots=True)
class Source:
    """Where a text comes from: ``line`` is its place in a corpus or list, ``key`` stands for it and its text."""

    file: str | None = None
    outlet: str | None = None
    date: str | None = None
    title: str | None = None
    url: str | None = None
    language: str | None = None
    id: str | None = None
    line: int | None = None
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    role: str | None
    party: str | None
    mentions: tuple[Span, ...]
    confidence: float
    rule: str
    span: Span


@dataclass(frozen=True, slots=True)
class Speaker:
    """As attributed: a name, a description, or both; ``anonymous`` when the text withholds the name."""

    name: str | None
    description: str | None
    anonymous: bool


@dataclass(frozen=True, slots=True)
class Statement:
    act: str
    speaker: Speaker
    party: str | None
    parties: tuple[str, ...]
    to: str | None
    via: tuple[str, ...]
    received: str | None
    sentiment: bool
    direct: bool
    span: Span
    cue: Span | None
    source_span: Span | None
    content: Span | None
    text: str | None
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True)
class StatusMark:
    status: str
    span: Span


@dataclass(frozen=True, slots=True)
class ContactAccount:
    by: str | None
    status: str
    reason: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Contact:
    """One meeting, call, visit … with the history of what became of it (R4)."""

    kind: str
    status: str
    history: tuple[StatusMark, ...]
    participants: tuple[str, ...]
    by: str | None
    accounts: tuple[ContactAccount, ...]
    place: str | None
    date: str | None
    date_text: str | None
    span: Span
    reported_by: str | None
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True)
class Telling:
    """A disclosure: who told whom what. The mode and status words are those of the formats."""

    by: str | None
    to: tuple[str, ...]
    what: str | None
    extent: str | None
    mode: str | None
    status: str
    date: str | None
    span: Span
    reported_by: str | None
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline; ``bound_to`` is the place in ``contacts`` of the meeting that it moves with."""

    what: str
    bound_to: int | None
    date: str | None
    date_text: str | None
    span: Span
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True)
class PlanFacts:
    points: int | None
    categories: tuple[str, ...]
    author: str | None
    party: str | None
    span: Span
    others: tuple[tuple[int, Span], ...]
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    text: str
    span: Span
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True)
class Demand:
    party: str | None
    of: str | None
    text: str
    span: Span
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True)
class Agreement:
    name: str
    about: str | None
    status: str | None
    claimed_by: str | None
    mediators: tuple[str, ...]
    span: Span
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True)
class NamePlace:
    """A known name as it stands in a text of another language; ``name`` is the usual one."""

    name: str
    kind: str
    span: Span


@dataclass(frozen=True, slots=True)
class DayPlace:
    """A phrase for a day in such a text; ``date`` where it can be told."""

    text: str
    date: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Document:
    """All that was read from one text, how it was read, and how far (R5)."""

    source: Source
    chars: int
    language: str | None
    engine: str
    limits: tuple[str, ...]
    read_to: int
    error: Fault | None = None
    persons: tuple[Person, ...] = ()
    statements: tuple[Statement, ...] = ()
    contacts: tuple[Contact, ...] = ()
    disclosures: tuple[Telling, ...] = ()
    deadlines: tuple[Due, ...] = ()
    plan: PlanFacts | None = None
    questions: tuple[OpenQuestion, ...] = ()
    demands: tuple[Demand, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    clutter: tuple[Span, ...] = ()
    names: tuple[NamePlace, ...] = ()
    days: tuple[DayPlace, ...] = ()
