"""The envelope: ids and labels that can be given, frozen records, keys nobody knows."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from onetext.case.people import Party
from onetext.case.position import Position
from onetext.case.record import Named, Record
from onetext.case.source import Statement
from onetext.case.telling import Item
from onetext.case.work import Suggestion


@pytest.mark.parametrize("id", ["p07-o2", "вода", "2025", "d1/2", "a" * 200, "north@home"])
def test_word_without_spaces_is_an_id(id: str) -> None:
    assert Party(id=id, name="x").id == id


@pytest.mark.parametrize("id", ["", "a b", "a,b", "a\nb", "a\tb", "a\x00", "a\x7f", "a\u2028b", "a\u00a0b", "a" * 201])
def test_id_that_would_break_a_list_or_a_line_is_refused(id: str) -> None:
    with pytest.raises(ValidationError) as refused:
        Party(id=id, name="x")

    assert refused.value.errors()[0]["ctx"]["remedy"] == "use 1 to 200 characters without spaces and commas"


@pytest.mark.parametrize(("id", "meaning"), [("public", "everybody"), ("@owner", "a member of the workspace")])
def test_record_cannot_be_called_like_a_reader(id: str, meaning: str) -> None:
    """D1, D2: told to a party called 'public' would be told to all."""
    with pytest.raises(ValidationError) as refused:
        Party(id=id, name="x")

    assert refused.value.errors()[0]["msg"] == f"'{id}' means {meaning}, so no record can be called so"


@pytest.mark.parametrize("label", ["", "a b", "team,backchannel", "a\nb"])
def test_label_is_held_to_the_form_of_an_id(label: str) -> None:
    """D1: 'team,backchannel' is not read as two."""
    with pytest.raises(ValidationError):
        Party.model_validate({"id": "x", "name": "x", "labels": [label]})


def test_record_is_frozen() -> None:
    """L1 begins here."""
    party = Party(id="north", name="Northbank")

    with pytest.raises(ValidationError):
        party.name = "Southbank"


def test_absent_labels_are_not_empty_ones() -> None:
    """D1: absent means the case's default, empty means public."""
    assert Party(id="x", name="x").labels is None
    assert Party(id="x", name="x", labels=()).labels == ()
    assert Party(id="x", name="x") != Party(id="x", name="x", labels=())


def test_four_ways_of_saying_nothing_are_four_words() -> None:
    """C1."""
    words = {
        Position.model_validate({"id": "x", "party": "a", "stance": stance}).stance
        for stance in ("unknown", "silent", "neutral", "declined_to_say")
    }

    assert len(words) == 4


def test_kind_of_a_party_does_not_hide_the_kind_of_the_record() -> None:
    party = Party.model_validate({"id": "x", "name": "x", "kind": "mediator"})

    assert (party.kind, party.party_kind) == ("party", "mediator")
    assert Party.model_validate({"id": "x", "name": "x", "party_kind": "mediator"}) == party


def test_unknown_key_is_kept() -> None:
    """C4."""
    party = Party.model_validate({"id": "x", "name": "x", "anthem": ["la", None]})

    assert party.model_extra == {"anthem": ["la", None]}


def test_unnamed_people_stand_beside_ids() -> None:
    statement = Statement.model_validate(
        {"id": "s", "to": [{"name": "two clerks", "party": "south"}, "south", "anyone"]}
    )

    assert statement.to == (Named(name="two clerks", party="south"), "south", "anyone")


@pytest.mark.parametrize(
    "item", [{}, {"draft": "d1", "topic": "the weir"}, {"draft": "d1", "statement": "s", "record": "r"}]
)
def test_item_is_exactly_one_thing(item: dict[str, str]) -> None:
    with pytest.raises(ValidationError) as refused:
        Item.model_validate(item)

    assert refused.value.errors()[0]["msg"] == f"an item names {len(item)} things"


@pytest.mark.parametrize("confidence", [-0.1, 1.1, float("nan"), float("inf"), 10**400])
def test_confidence_lies_between_nought_and_one(confidence: float) -> None:
    with pytest.raises(ValidationError):
        Suggestion(id="s", what="statement", confidence=confidence)


def test_record_without_a_kind_is_no_record_of_ours() -> None:
    assert Record(id="x").kind == ""
