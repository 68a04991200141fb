"""Where a value that does not fit is said to stand: in the words of the file, never in those of the models."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from onetext.case.kinds import MODELS
from onetext.case.misfit import misfits
from onetext.case.position import Assessment
from onetext.case.record import Record
from onetext.files.faults import Fault
from tests.case.strategies import plain_data


def told(model: type[Record], entry: Any) -> list[Fault]:
    try:
        model.model_validate(entry)
    except ValidationError as error:
        return misfits(error, entry, "here")
    return []


def test_keys_of_any_shape_stand_in_the_address() -> None:
    entry = {"id": "a", "title": "t", "scores": {"no.rth": {"p01-o1": "x"}}, "red_lines": {"int": 7}}

    assert [fault.address for fault in told(Assessment, entry)] == ["here.scores.no.rth.p01-o1", "here.red_lines.int"]


def test_one_wrong_value_is_one_fault_though_several_things_may_stand_there() -> None:
    entry = {"id": "a", "title": "t", "reservations": {"north": "much"}}

    assert [(fault.address, fault.problem) for fault in told(Assessment, entry)] == [
        ("here.reservations.north", "must be a number")
    ]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.kind)
@given(data=st.data())
@settings(max_examples=8)
def test_any_data_under_any_key_is_a_record_or_is_told_why_not(model: type[Record], data: st.DataObject) -> None:
    """C4: wrong types at every level; one printable line a place, each with a remedy."""
    keys = [field.alias or name for name, field in model.model_fields.items()]
    entry = data.draw(st.dictionaries(st.sampled_from(keys), plain_data(), max_size=6) | plain_data())

    faults = told(model, entry)

    assert len({fault.address for fault in faults}) == len(faults)
    for fault in faults:
        assert fault.address.startswith("here")
        assert fault.problem
        assert fault.remedy
        assert str(fault).isprintable()
