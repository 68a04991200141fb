"""The diplomatic texts with their gold records, every word from the closed lists and every span found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as day
from pathlib import Path
from typing import Annotated, Literal

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict

from onetext.case.words import Act, ContactKind, ContactStatus, DisclosureMode, DisclosureStatus, Extent

FOLDER = Path(__file__).parent
Part = Literal["tuning", "final"]


def _many(value: object) -> tuple[object, ...]:
    """One name or several; nothing is no name, and nothing among several means that it may be missing."""
    if value is None:
        return ()
    return tuple("" if one is None else one for one in value) if isinstance(value, list) else (value,)


def _pieces(value: object) -> tuple[object, ...] | None:
    many = _many(value)
    return tuple({"text": piece} if isinstance(piece, str) else piece for piece in many) if many else None


def _iso(value: object) -> object:
    return value.isoformat() if isinstance(value, day) else value


class Gold(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Mark(Gold):
    """Characters of the text; where they occur more often, the nth time or the time within other, unique words."""

    text: str
    nth: int | None = None
    within: str | None = None


Names = Annotated[tuple[str, ...], BeforeValidator(_many)]
Marks = Annotated[tuple[Mark, ...] | None, BeforeValidator(_pieces)]
Iso = Annotated[str | None, BeforeValidator(_iso)]


class Person(Gold):
    name: str
    role: Names
    party: Names


class Speech(Gold):
    act: Annotated[tuple[Act, ...], BeforeValidator(_many)]
    speaker: str | None = None
    description: Names = ()
    anonymous: bool = False
    party: Names = ()
    source: Marks = None
    cue: Marks = None
    content: Marks
    negated: bool = False
    modal: bool = False
    via: tuple[str, ...] = ()


class Account(Gold):
    by: Names
    status: ContactStatus


class Contact(Gold):
    kind: ContactKind
    status: ContactStatus
    history: tuple[ContactStatus, ...]
    participants: tuple[Names, ...]
    by: Names = ()
    place: Names = ()
    date: Iso = None
    accounts: tuple[Account, ...] = ()


class Disclosure(Gold):
    by: Names
    to: tuple[Names, ...]
    what: str
    extent: Extent | None = None
    mode: DisclosureMode | None = None
    status: Annotated[tuple[DisclosureStatus, ...], BeforeValidator(_many)]


class Deadline(Gold):
    what: str
    date: Iso = None
    text: Marks
    bound_to: int | None = None


class Demand(Gold):
    party: Names
    of: Names = ()
    text: Marks


class Agreement(Gold):
    name: str
    about: str | None = None
    status: str | None = None
    claimed_by: Names = ()
    mediators: tuple[str, ...] = ()


class Plan(Gold):
    points: int | None
    categories: tuple[str, ...] = ()
    author: Names = ()
    party: Names = ()


class Record(Gold):
    """The whole gold record of one text; every list has to be there, empty or not."""

    date: Iso
    outlet: str | None
    persons: tuple[Person, ...]
    statements: tuple[Speech, ...]
    contacts: tuple[Contact, ...]
    disclosures: tuple[Disclosure, ...]
    deadlines: tuple[Deadline, ...]
    questions: Annotated[tuple[Mark, ...], BeforeValidator(lambda value: _pieces(value) or ())]
    demands: tuple[Demand, ...]
    agreements: tuple[Agreement, ...]
    plan: Plan | None

    @property
    def is_trap(self) -> bool:
        """Nothing is to be found but perhaps people."""
        return not (self.statements or self.contacts or self.disclosures or self.demands or self.agreements)


@dataclass(frozen=True, slots=True)
class Text:
    """A text with its gold record; ``slug`` is the file's name without its ending."""

    slug: str
    text: str
    gold: Record


def load(part: Part) -> list[Text]:
    """The texts of a part in the order of their numbers. Raises ``ValueError`` for a word outside the closed lists."""
    return [_text(path) for path in sorted((FOLDER / part).glob("*.txt"))]


def _text(path: Path) -> Text:
    try:
        gold = Record.model_validate(yaml.safe_load(path.with_suffix(".yaml").read_text(encoding="utf-8")))
    except ValueError as fault:
        raise ValueError(f"{path.stem}: {fault}") from fault
    return Text(path.stem, path.read_text(encoding="utf-8"), gold)


Span = tuple[int, int]


def located(text: str, marks: tuple[Mark, ...] | None) -> list[Span]:
    """The spans of the marks in order. Raises ``ValueError`` when one is not there or not the only one."""
    return [_located(text, mark) for mark in marks or ()]


def _located(text: str, mark: Mark) -> Span:
    if mark.within is not None:
        outer, _ = _located(text, Mark(text=mark.within))
        inner, end = _located(mark.within, Mark(text=mark.text, nth=mark.nth))
        return outer + inner, outer + end
    starts = _starts(text, mark.text)
    if not starts or (mark.nth is None and len(starts) > 1) or (mark.nth or 1) > len(starts):
        raise ValueError(f"{mark.text!r} occurs {len(starts)} times")
    start = starts[(mark.nth or 1) - 1]
    return start, start + len(mark.text)


def _starts(text: str, words: str) -> list[int]:
    return [at for at in range(len(text)) if text.startswith(words, at)]


def faults(item: Text) -> list[str]:
    """What is wrong with the gold of a text: spans that are not there, histories and hangings that do not fit."""
    gold = item.gold
    marks: list[tuple[Mark, ...] | None] = [gold.questions]
    for speech in gold.statements:
        marks += [speech.source, speech.cue, speech.content]
    marks += [deadline.text for deadline in gold.deadlines] + [demand.text for demand in gold.demands]
    return [f"{item.slug}: {fault}" for fault in [*_lost(item.text, marks), *_unfit(gold)]]


def _lost(text: str, groups: list[tuple[Mark, ...] | None]) -> list[str]:
    lost = []
    for mark in (mark for group in groups for mark in group or ()):
        try:
            _located(text, mark)
        except ValueError as fault:
            lost.append(str(fault))
    return lost


def _unfit(gold: Record) -> list[str]:
    """Links inside the record that lead nowhere."""
    named = {person.name for person in gold.persons}
    unfit = [f"speaker {said.speaker} is no person" for said in gold.statements if said.speaker not in {*named, None}]
    unfit += [
        f"the history of {contact.participants} does not end with its status"
        for contact in gold.contacts
        if contact.history[-1:] != (contact.status,)
    ]
    hung = [deadline.bound_to for deadline in gold.deadlines if deadline.bound_to is not None]
    return unfit + [f"no contact {index}" for index in hung if not 0 <= index < len(gold.contacts)]
