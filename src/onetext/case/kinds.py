"""Every kind of record: its word, its section of the file, its model."""

from __future__ import annotations

from onetext.case.access import Clearance, Compartment, Grant, Marking, Release
from onetext.case.contact import Contact
from onetext.case.people import Channel, Mandate, Party, Person
from onetext.case.plan import (
    Acceptance,
    Category,
    Concordance,
    Criticism,
    Draft,
    Edit,
    Linkage,
    Option,
    Plan,
    Point,
    Proposal,
    Round,
)
from onetext.case.position import Assessment, Position
from onetext.case.record import Record
from onetext.case.source import Source, Statement
from onetext.case.telling import Disclosure, Export, Line
from onetext.case.work import Comment, Deadline, Link, LinkedAgreement, Question, Suggestion

MODELS: tuple[type[Record], ...] = (
    Compartment,
    Party,
    Person,
    Mandate,
    Channel,
    Plan,
    Category,
    Point,
    Option,
    Draft,
    Round,
    Concordance,
    Linkage,
    Source,
    Statement,
    Contact,
    Position,
    Assessment,
    Criticism,
    Proposal,
    Edit,
    Acceptance,
    Disclosure,
    Export,
    Line,
    Deadline,
    Question,
    LinkedAgreement,
    Comment,
    Link,
    Marking,
    Clearance,
    Grant,
    Release,
    Suggestion,
)
"""In the order in which a case file is written: what is named before what names it, as far as it goes."""

BY_KIND: dict[str, type[Record]] = {model.kind: model for model in MODELS}
BY_SECTION: dict[str, type[Record]] = {model.section: model for model in MODELS}
