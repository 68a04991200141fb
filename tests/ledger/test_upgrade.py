"""Rule L8: old payloads are read as today's and stay as they are."""

from __future__ import annotations

import pytest

from onetext.files.faults import Faults
from onetext.ledger.upgrade import Payload, current, upgrade


def speaker_becomes_an_object(payload: Payload) -> Payload:
    return {**payload, "speaker": {"name": payload["speaker"], "description": None}}


def via_becomes_a_list(payload: Payload) -> Payload:
    payload["via"] = [payload["via"]] if payload.get("via") else []
    return payload


STEPS = {("statement", 1): speaker_becomes_an_object, ("statement", 2): via_becomes_a_list}
OLD = {"id": "st4", "speaker": "Ana", "via": "s12"}


def test_old_payload_goes_through_all_steps_and_stays_as_it_is() -> None:
    before = dict(OLD)
    assert upgrade("statement", 1, OLD, STEPS) == {
        "id": "st4",
        "speaker": {"name": "Ana", "description": None},
        "via": ["s12"],
    }
    assert before == OLD


def test_payload_of_today_and_kind_without_steps_are_given_back() -> None:
    assert (current("statement", STEPS), current("point", STEPS)) == (3, 1)
    assert upgrade("statement", 3, OLD, STEPS) == OLD
    assert upgrade("point", 1, OLD, STEPS) == OLD


@pytest.mark.parametrize("schema", [0, 4])
def test_schema_of_the_future_is_refused(schema: int) -> None:
    with pytest.raises(Faults, match="knows schemas 1 to 3"):
        upgrade("statement", schema, OLD, STEPS)
