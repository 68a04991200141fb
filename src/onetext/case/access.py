"""Who may read what: compartments, clearances, grants, releases and handling marks, as records like any other (L7)."""

from __future__ import annotations

from typing import ClassVar

from onetext.case.dates import PartialDate
from onetext.case.record import AnyId, Label, Record
from onetext.case.words import ClearanceStatus, Tlp


class Compartment(Record):
    """A set of things some may know; its id is the label. ``owners`` are sign-in names."""

    kind: ClassVar[str] = "compartment"
    section: ClassVar[str] = "compartments"

    name: str
    owners: tuple[str, ...] = ()
    text: str | None = None


class Clearance(Record):
    """Access of one reader: ``who`` is a person, a party, or ``@name`` for a member."""

    kind: ClassVar[str] = "clearance"
    section: ClassVar[str] = "clearances"

    who: str
    compartments: tuple[Label, ...] = ()
    status: ClearanceStatus = "read_in"
    by: str | None = None
    until: PartialDate | None = None


class Grant(Record):
    """Leave to read exactly one version of one record."""

    kind: ClassVar[str] = "grant"
    section: ClassVar[str] = "grants"
    needs: ClassVar[tuple[str, ...]] = ("record",)

    who: str
    record: AnyId
    version: str | None = None
    by: str | None = None
    revoked: bool = False


class Release(Record):
    """A version let down to lower labels, by an owner of each compartment it leaves (D7)."""

    kind: ClassVar[str] = "release"
    section: ClassVar[str] = "releases"
    needs: ClassVar[tuple[str, ...]] = ("record",)

    record: AnyId
    version: str | None = None
    to: tuple[Label, ...] = ()
    by: tuple[str, ...] = ()


class Marking(Record):
    """A handling mark on a record; it narrows, never opens (D8)."""

    kind: ClassVar[str] = "marking"
    section: ClassVar[str] = "markings"
    needs: ClassVar[tuple[str, ...]] = ("record",)

    record: AnyId
    mark: Tlp
    until: PartialDate | None = None
