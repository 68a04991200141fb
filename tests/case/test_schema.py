"""The JSON Schema says of a file what the reader says of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from onetext.case.kinds import BY_SECTION
from onetext.case.schema import case_schema
from onetext.case.snapshot import case_data, read_case
from onetext.files.yamldoc import parse_yaml
from tests.case.cases import EXAMPLES, MILL, examined
from tests.case.export_schema import PAGE, as_text

SCHEMA = case_schema()
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def data_of(text: str) -> Any:
    return parse_yaml(text, "case.yaml")


def test_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["title"] == "onetext case/1"
    assert set(BY_SECTION) - set(SCHEMA["properties"]) == set()
    assert SCHEMA["required"] == ["onetext", "id", "title", "basis"]


def test_schema_is_the_same_every_time() -> None:
    assert json.dumps(case_schema()) == json.dumps(SCHEMA)


def test_exported_schema_is_that_of_the_models() -> None:
    assert PAGE.read_text(encoding="utf-8") == as_text(), "run `make docs`"


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda folder: folder.name)
def test_example_fits_the_schema(folder: Path) -> None:
    """C4."""
    assert [error.message for error in VALIDATOR.iter_errors(case_data(read_case(folder)))] == []


@pytest.mark.parametrize(
    "sections",
    [
        "parties: [{id: abbey, name: x, kind: mediater}]\n",
        "parties: [{id: abbey}]\n",
        "parties: [{id: abbey, name: 5}]\n",
        "parties: {id: abbey}\n",
        "contacts: [{id: c, accounts: [{status: heldd}]}]\n",
        "suggestions: [{id: c, what: x, confidence: 1.5}]\n",
        "suggestions: [{id: c, what: x, span: {start: -1, end: 0}}]\n",
    ],
)
def test_what_the_reader_refuses_does_not_fit_either(sections: str) -> None:
    text = MILL.replace("parties:\n", "ignored:\n") + sections

    assert any(fault.level == "error" for fault in examined(text)[1])
    assert not VALIDATOR.is_valid(data_of(text))


@pytest.mark.parametrize("sections", ["", "moods: [{id: m, grim: true}]\n", "titel: x\n", "contacts: null\n"])
def test_what_the_reader_lets_through_fits(sections: str) -> None:
    """C4: unknown keys and kinds are carried through here and there."""
    assert VALIDATOR.is_valid(data_of(MILL + sections))


def test_day_may_stand_as_a_bare_year() -> None:
    assert VALIDATOR.is_valid(data_of(f"{MILL}contacts: [{{id: c, on: 2025}}]\n"))
