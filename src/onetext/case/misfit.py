"""What is said of a record that does not fit its model: where, what is wrong, what to do; one fault a place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import ValidationError

from onetext.files.faults import Fault, nearest, shown

_SHAPES = {
    "string_type": ("must be text", "write words; a number stands in quotes"),
    "tuple_type": ("must be a list", "write it as [one, another], also when there is only one"),
    "dict_type": ("must be a mapping", "write it as {key: value}"),
    "int_type": ("must be a whole number", "write digits alone"),
    "int_parsing": ("must be a whole number", "write digits alone"),
    "int_from_float": ("must be a whole number", "write digits alone"),
    "float_type": ("must be a number", "write it with digits and a decimal point"),
    "float_parsing": ("must be a number", "write it with digits and a decimal point"),
    "bool_type": ("must be true or false", "write true or false"),
    "bool_parsing": ("must be true or false", "write true or false"),
    "missing": ("is missing", "add it"),
}
_MAPPINGS = ("model_type", "model_attributes_type")


def misfits(error: ValidationError, entry: Any, place: str = "") -> list[Fault]:
    """The faults of one entry; ``place`` says where it stands (``case.yaml: parties[0] north``), if in a file."""
    faults: dict[str, Fault] = {}
    for detail in error.errors(include_url=False):
        inside = _address(detail["loc"], entry, missing=detail["type"] == "missing")
        faults.setdefault(inside, _fault(dict(detail), _joined(place, inside)))
    return [fault for inside, fault in faults.items() if not _overruled(inside, faults)]


def _overruled(inside: str, others: Iterable[str]) -> bool:
    """Of a place that may hold one of several things, what is said of the part inside it is the nearer truth."""
    return any(other.startswith((f"{inside}.", f"{inside}[")) for other in others) if inside else False


def _joined(place: str, inside: str) -> str:
    between = " " if place.endswith(":") else "." if place and inside else ""
    return f"{place}{between}{inside}"


def _fault(detail: dict[str, Any], where: str) -> Fault:
    context = detail.get("ctx", {})
    if detail["type"] == "literal_error":
        words = re.findall(r"'([^']*)'", context["expected"])
        given = shown(detail["input"])
        return Fault(where, f"'{given}' is not a word of this list", nearest(given, words))
    if detail["type"] in _MAPPINGS:
        return Fault(where, "must be a mapping of fields", "begin each record with '- id: …'")
    if detail["type"] in _SHAPES:
        problem, remedy = _SHAPES[detail["type"]]
        return Fault(where, problem, remedy)
    problem = str(detail["msg"])
    remedy = str(context.get("remedy", "correct it; docs/reference/case.md gives the shape"))
    return Fault(where, problem[:1].lower() + problem[1:] if "remedy" not in context else problem, remedy)


def _address(location: tuple[str | int, ...], entry: Any, *, missing: bool) -> str:
    """``accounts[0].status``: the steps of the location that the data has, without the names of a union's members."""
    text = ""
    for step in _steps(location, entry, missing=missing):
        if isinstance(step, int):
            text += f"[{step}]"
        else:
            text += f".{step}" if text else step
    return text


def _steps(location: tuple[str | int, ...], entry: Any, *, missing: bool) -> Iterator[str | int]:
    data = entry
    for number, step in enumerate(location, 1):
        if isinstance(step, int):
            if isinstance(data, list) and step < len(data):
                data = data[step]
                yield step
        elif isinstance(data, dict) and step in data:
            data = data[step]
            yield step
        elif missing and number == len(location):
            yield step
