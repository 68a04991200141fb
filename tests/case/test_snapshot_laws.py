"""C4: write-then-read gives the same case, whatever is in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onetext.case.case import Case, Head
from onetext.case.kinds import MODELS
from onetext.case.record import Record
from onetext.case.snapshot import parse_case, read_case, record_data, write_case
from tests.case.cases import EXAMPLES
from tests.case.strategies import cases, models

HEAD = Head(id="c", title="t", basis="invented")


def read_back(case: Case) -> Case | None:
    """The case after a file; what the checker says of its ties is not asked here."""
    return parse_case(write_case(case).encode().decode())[0]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.kind)
@given(data=st.data())
@settings(max_examples=8)
def test_record_of_every_kind_is_read_back_as_it_was(model: type[Record], data: st.DataObject) -> None:
    """C4, kind by kind."""
    record = data.draw(models(model))
    case = Case(HEAD, {model.kind: (record,)})

    assert read_back(case) == case
    assert model.model_validate(record_data(record)) == record


@given(cases())
@settings(max_examples=40)
def test_case_is_read_back_as_it_was(case: Case) -> None:
    """C4: heads, unknown kinds and unknown keys too; in the same order, and to the same bytes."""
    again = read_back(case)

    assert again is not None
    assert again == case
    assert [record.id for record in again.everything()] == [record.id for record in case.everything()]
    assert write_case(again) == write_case(case)


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda folder: folder.name)
def test_example_is_read_back_as_it_was(folder: Path) -> None:
    """C4, on the cases that are shipped."""
    case = read_case(folder)

    again, faults = parse_case(write_case(case))

    assert again == case
    assert [fault for fault in faults if fault.level == "error"] == []


def test_cases_that_differ_are_not_equal() -> None:
    """The law above can fail."""
    one, other = (Case(HEAD.model_copy(update={"title": title})) for title in ("a", "b"))

    assert one != other
    assert read_back(one) != other
