"""A case: its head and its records, validated and frozen; the heads that one reader may read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated, TypeVar
from zoneinfo import ZoneInfo

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from onetext.case.kinds import BY_KIND
from onetext.case.position import ASSESSMENT, is_private
from onetext.case.record import Id, Label, Model, Record, UnknownRecord
from onetext.case.words import Basis

FORMAT = "case/1"
DEFAULT_LABELS = ("team",)


def _known_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise PydanticCustomError(
            "unknown_zone",
            "'{name}' is no time zone",
            {"name": name[:40], "remedy": "write one such as UTC or Europe/Vienna"},
        ) from error
    return name


def _not_public(labels: tuple[str, ...]) -> tuple[str, ...]:
    if not labels:
        raise PydanticCustomError(
            "public_default",
            "the default labels are empty, which would make every new record public (D1)",
            {"remedy": "name a compartment, and write 'labels: []' on each public record"},
        )
    return labels


class Head(Model):
    """What a case says of itself. Days are days in ``timezone``."""

    onetext: str = FORMAT
    id: Id
    title: str
    basis: Basis
    timezone: Annotated[str, AfterValidator(_known_zone)] = "UTC"
    default_labels: Annotated[tuple[Label, ...], AfterValidator(_not_public)] = DEFAULT_LABELS
    note: str | None = None


R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Case:
    """A snapshot. ``records`` are in the order of the file, by kind; ``unknown`` by section."""

    head: Head
    records: Mapping[str, tuple[Record, ...]] = field(default_factory=dict)
    unknown: Mapping[str, tuple[UnknownRecord, ...]] = field(default_factory=dict)

    def all(self, model: type[R]) -> tuple[R, ...]:
        """Every record of a kind, in the order of the file."""
        return self.records.get(model.kind, ())  # type: ignore[return-value]  # records are filed by their kind

    def heads(self, id: str) -> tuple[Record, ...]:
        """The heads of a record: none, one, or several under unlike labels (L2)."""
        return self._by_id.get(id, ())

    def get(self, model: type[R], id: str | None) -> R | None:
        """The first head of that id if it is of that kind."""
        for record in self._by_id.get(id or "", ()):
            if isinstance(record, model):
                return record
        return None

    def labels_of(self, record: Record) -> frozenset[str]:
        """The compartments of a record: its own, else the case's.

        Private positions and preferences are never without ``assessment`` (D13).
        """
        labels = frozenset(self.head.default_labels if record.labels is None else record.labels)
        return labels | {ASSESSMENT} if is_private(record) else labels

    def everything(self) -> Iterator[Record]:
        """All records, known kinds first in the order of ``kinds``, then unknown ones."""
        for kind in BY_KIND:
            yield from self.records.get(kind, ())
        for section in self.unknown.values():
            yield from section

    @cached_property
    def _by_id(self) -> dict[str, tuple[Record, ...]]:
        index: dict[str, list[Record]] = {}
        for record in self.everything():
            index.setdefault(record.id, []).append(record)
        return {id: tuple(records) for id, records in index.items()}

    @cached_property
    def kinds_by_id(self) -> dict[str, str]:
        """The kind of each id; the section's name for a record of an unknown kind."""
        found = {record.id: record.kind for record in self.everything()}
        found.update({record.id: section for section, records in self.unknown.items() for record in records})
        return found

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Case) and self._substance() == other._substance()

    __hash__ = None  # type: ignore[assignment]  # a case holds mappings; compare it, do not key by it

    def _substance(self) -> tuple[Head, dict[str, tuple[Record, ...]], dict[str, tuple[UnknownRecord, ...]]]:
        known = {kind: records for kind, records in self.records.items() if records}
        return self.head, known, {section: records for section, records in self.unknown.items() if records}
