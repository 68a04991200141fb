"""The text of a scenario, YAML or JSON, as plain data whose decimals remember how they were written."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from onetext.dealspace.value import Written
from onetext.files.faults import refuse

MOST_BYTES = 32 * 1024 * 1024
"""Of any scenario file, whoever made it and however it is written."""
_MOST_DIGITS = 400
_MOST_EXPONENT = 999
_MOST_ENTRIES = 10_000
"""No part of a scenario has more."""


def parse_text(text: str, path: Path) -> Any:
    """JSON where the file's name says so, else YAML. Raises ``Faults`` with the line."""
    if path.suffix.lower() == ".json":
        return parse_json(text, path.name)
    from onetext.files.yamldoc import parse_yaml  # noqa: PLC0415  # JSON does not wait for it

    return parse_yaml(text, path.name, Written, _MOST_ENTRIES)


def parse_json(text: str, name: str) -> Any:
    """Plain data; keys stand once, and numbers are no longer than anyone needs. Raises ``Faults``."""
    try:
        return json.loads(
            text,
            object_pairs_hook=lambda pairs: _object(pairs, name),
            parse_float=lambda digits: _decimal(digits, name),
        )
    except json.JSONDecodeError as error:
        raise refuse(
            f"{name}, line {error.lineno}", f"not readable as JSON: {error.msg}", "correct this line"
        ) from error
    except RecursionError as error:
        raise refuse(name, "nested too deep", "flatten it") from error
    except ValueError as error:  # a whole number of thousands of digits
        raise refuse(name, f"not readable as JSON: {error}", "use smaller numbers") from error


def _decimal(digits: str, name: str) -> float:
    """An exponent that would fill the memory once the number is exact is refused."""
    exponent = digits.lower().partition("e")[2]
    if len(digits) > _MOST_DIGITS or (exponent and abs(int(exponent)) > _MOST_EXPONENT):
        raise refuse(name, f"a number with too many digits: {digits[:40]}", "use a plain decimal number")
    return Written(digits)


def _object(pairs: list[tuple[str, Any]], name: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, entry in pairs:
        if key in found:
            raise refuse(name, f"the key '{key}' stands twice", "keep one of the two")
        found[key] = entry
    return found
