"""The case file: one YAML file, or a folder whose files are merged; read with every fault found, written the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from onetext.case.case import FORMAT, Case, Head
from onetext.case.check import check_case
from onetext.case.kinds import BY_SECTION
from onetext.case.misfit import misfits
from onetext.case.record import Model, Record, UnknownRecord
from onetext.files.faults import Fault, Faults, nearest, refuse, shown
from onetext.files.opening import read_text
from onetext.files.yamldoc import parse_yaml, write_yaml

HEAD_FILE = "case.yaml"
EXPORT_ENDING = ".export.yaml"
"""The record of an export beside its paper (D6): no part of the case until somebody tells of it."""
_HEAD_FIELDS = tuple(Head.model_fields)
_MOST_FAULTS = 200
_B = TypeVar("_B", bound=BaseModel)


@dataclass
class _Reading:
    """A case file being read: what was found so far, and what is wrong with it."""

    head: dict[str, Any] = field(default_factory=dict)
    head_file: str = ""
    entries: list[tuple[str, str, int, Any]] = field(default_factory=list)
    """File, section, index, entry."""
    faults: list[Fault] = field(default_factory=list)

    def note(self, address: str, problem: str, remedy: str) -> None:
        self.faults.append(Fault(address, problem, remedy))

    def warn(self, address: str, problem: str, remedy: str) -> None:
        self.faults.append(Fault(address, problem, remedy, "warning"))


def read_case(path: Path) -> Case:
    """The case at ``path``. Raises ``Faults`` with every error found; warnings alone do not refuse it."""
    case, faults = examine(path)
    errors = [fault for fault in faults if fault.level == "error"]
    if case is None or errors:
        raise Faults(errors)
    return case


def examine(path: Path) -> tuple[Case | None, list[Fault]]:
    """The case at ``path``, if it has a usable head and records, and every fault in it, warnings too."""
    reading = _Reading()
    for file in _files(path):
        data = parse_yaml(read_text(file), file.name)
        if data is None and file.name != HEAD_FILE and path.is_dir():
            continue  # a file of comments alone
        if not isinstance(data, dict):
            raise refuse(file.name, "this is not a case: its top level is no mapping", "begin with 'onetext: case/1'")
        _take(reading, file.name, data, is_head=path.is_file() or file.name == HEAD_FILE)
    return _assemble(reading)


def parse_case(text: str, name: str = "case.yaml") -> tuple[Case | None, list[Fault]]:
    """As ``examine``, on the text of one file."""
    data = parse_yaml(text, name)
    if not isinstance(data, dict):
        raise refuse(name, "this is not a case: its top level is no mapping", "begin with 'onetext: case/1'")
    reading = _Reading()
    _take(reading, name, data, is_head=True)
    return _assemble(reading)


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    files = sorted(
        file for file in path.glob("*.yaml") if not file.name.startswith(".") and not file.name.endswith(EXPORT_ENDING)
    )
    if path / HEAD_FILE not in files:
        raise refuse(
            str(path), f"the folder holds no {HEAD_FILE}", "name a case file or folder; 'onetext new' makes one"
        )
    return [path / HEAD_FILE, *(file for file in files if file.name != HEAD_FILE)]


def _take(reading: _Reading, name: str, data: dict[str, Any], *, is_head: bool) -> None:
    if is_head:
        reading.head_file = name
        _check_version(reading, name, data.get("onetext"))
    for key, value in data.items():
        if key in BY_SECTION or _is_unknown_section(key, value):
            if not isinstance(value, list):
                if value is not None:
                    reading.note(f"{name}: {key}", "must be a list of records", "begin each record with '- id: …'")
                continue
            if key not in BY_SECTION:
                reading.warn(f"{name}: {key}", "an unknown kind of record; kept as it is", nearest(key, BY_SECTION))
            reading.entries += [(name, key, index, entry) for index, entry in enumerate(value)]
        elif is_head:
            reading.head[key] = value
            if key not in _HEAD_FIELDS:
                reading.warn(
                    f"{name}: {key}", "an unknown key; kept as it is", nearest(key, [*_HEAD_FIELDS, *BY_SECTION])
                )
        elif key != "onetext":
            reading.note(f"{name}: {key}", "only lists of records may stand here", f"move it to {HEAD_FILE}")


def _is_unknown_section(key: str, value: Any) -> bool:
    """Whether a list is one of records of a kind this version does not know, not an unknown key of the head."""
    return key not in _HEAD_FIELDS and isinstance(value, list) and any(isinstance(entry, dict) for entry in value)


def _check_version(reading: _Reading, name: str, version: Any) -> None:
    """Unknown major refused, unknown minor warned (C4)."""
    match = re.fullmatch(r"case/(\d{1,6})(?:\.(\d{1,6}))?", version) if isinstance(version, str) else None
    if match is None:
        raise refuse(
            f"{name}: onetext",
            f"says '{shown(version)}', not which version of the case file it is",
            f"write 'onetext: {FORMAT}'",
        )
    if match[1] != FORMAT.partition("/")[2]:
        raise refuse(
            f"{name}: onetext",
            f"'{version}' is a version this program does not know; it knows {FORMAT}",
            "use a newer onetext, or export the case as the version known here",
        )
    if match[2] and int(match[2]) > 0:
        reading.warn(
            f"{name}: onetext",
            f"'{version}' is newer than {FORMAT}; what is new is kept but not used",
            "use a newer onetext",
        )


def _assemble(reading: _Reading) -> tuple[Case | None, list[Fault]]:
    head = _validated(reading, Head, reading.head, f"{reading.head_file}:")
    records: dict[str, list[Record]] = {}
    unknown: dict[str, list[UnknownRecord]] = {}
    places: dict[int, str] = {}
    for name, section, index, entry in reading.entries:
        model = BY_SECTION.get(section)
        known_id = entry.get("id") if isinstance(entry, dict) else None
        place = f"{name}: {section}[{index}]" + (f" {shown(known_id)}" if isinstance(known_id, str) else "")
        record = _validated(reading, model or UnknownRecord, entry, place)
        if record is None:
            continue
        places[id(record)] = place
        if isinstance(record, UnknownRecord):
            unknown.setdefault(section, []).append(record)
        else:
            records.setdefault(record.kind, []).append(record)
            _warn_of_extras(reading, record, place)
    if head is None or any(fault.level == "error" for fault in reading.faults):
        return None, _told(reading.faults)
    case = Case(
        head,
        {kind: tuple(found) for kind, found in records.items()},
        {name: tuple(found) for name, found in unknown.items()},
    )
    reading.faults += check_case(case, lambda record: places[id(record)])
    return case, _told(reading.faults)


def _validated(reading: _Reading, model: type[_B], entry: Any, place: str) -> _B | None:
    try:
        return model.model_validate(entry)
    except ValidationError as error:
        reading.faults += misfits(error, entry, place)
        return None


def _warn_of_extras(reading: _Reading, model: Model, place: str) -> None:
    """Keys that no field has, in the record and in the parts it is made of."""
    known = [about.alias or name for name, about in type(model).model_fields.items()]
    for key in model.model_extra or {}:
        reading.warn(f"{place}.{shown(key)}", "an unknown key; kept as it is", nearest(key, known))
    for name, about in type(model).model_fields.items():
        for step, part in _parts(getattr(model, name)):
            _warn_of_extras(reading, part, f"{place}.{about.alias or name}{step}")


def _parts(value: Any) -> Iterator[tuple[str, Model]]:
    if isinstance(value, Model):
        yield "", value
    elif isinstance(value, tuple):
        for index, part in enumerate(value):
            for step, model in _parts(part):
                yield f"[{index}]{step}", model
    elif isinstance(value, dict):
        for key, part in value.items():
            for step, model in _parts(part):
                yield f".{key}{step}", model


def _told(faults: list[Fault]) -> list[Fault]:
    """At most so many faults as anybody reads, errors before warnings, and how many more there are."""
    if len(faults) <= _MOST_FAULTS:
        return faults
    first = sorted(faults, key=lambda fault: fault.level != "error")
    more = first[_MOST_FAULTS]
    rest = f"and {len(faults) - _MOST_FAULTS:,} faults more"
    return [*first[:_MOST_FAULTS], Fault(more.address, rest, "correct the others first", more.level)]


def record_data(record: Model) -> dict[str, Any]:
    """The record as plain data, fields that say nothing left out; ``model_validate`` reads it back as equal."""
    data = record.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return {"id": record.id, **data} if isinstance(record, Record) else data


def case_data(case: Case) -> dict[str, Any]:
    """The whole case as plain data, in the order of a case file."""
    head = case.head.model_dump(mode="json", exclude={"note"} if case.head.note is None else None)
    data: dict[str, Any] = {"onetext": case.head.onetext, **head}
    for section, model in BY_SECTION.items():
        if found := case.records.get(model.kind):
            data[section] = [record_data(record) for record in found]
    for section, unknown in case.unknown.items():
        data[section] = [record_data(record) for record in unknown]
    return data


def write_case(case: Case) -> str:
    """The case as one YAML file; ``parse_case`` of it gives an equal case (C4)."""
    return write_yaml(case_data(case))
