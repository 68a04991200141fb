"""Which records a record names, and what is left of it without some of them (D4, D12)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onetext.case.contact import Contact, Participant
from onetext.case.kinds import MODELS
from onetext.case.people import Mandate, Party, Person, Role
from onetext.case.plan import Clause, Draft, Linkage, Option
from onetext.case.position import Assessment, Interaction, Position
from onetext.case.record import Account, Named, Record, UnknownRecord
from onetext.case.references import Reference, needed, references, without
from onetext.case.source import Statement
from onetext.case.telling import Disclosure, Item, Line
from onetext.case.work import Link, LinkedAgreement, Suggestion
from tests.case.strategies import models


def hiding(*hidden: str) -> Callable[[str], bool]:
    return lambda id: id not in hidden


def named(record: Record) -> list[tuple[str, str]]:
    return [(reference.address, reference.id) for reference in references(record)]


def link(from_: str, to: str) -> Link:
    return Link.model_validate({"id": "l", "from": from_, "to": to})


def linkage(**fields: list[str]) -> Linkage:
    return Linkage.model_validate({"id": "l", **fields})


def test_ids_are_found_at_every_depth() -> None:
    draft = Draft(
        id="d1",
        plan="main",
        penholder=Named(name="a clerk", party="north"),
        clauses=(
            Clause(number="1", point="p1", options=("o1",)),
            Clause(number="2", sources=("s1",), accounts=(Account(by="south", sources=("s2",)),)),
        ),
        accounts=(Account(by="ida"),),
    )

    assert named(draft) == [
        ("accounts[0].by", "ida"),
        ("plan", "main"),
        ("penholder.party", "north"),
        ("clauses[0].point", "p1"),
        ("clauses[0].options[0]", "o1"),
        ("clauses[1].sources[0]", "s1"),
        ("clauses[1].accounts[0].by", "south"),
        ("clauses[1].accounts[0].sources[0]", "s2"),
    ]


def test_ids_that_are_keys_are_found() -> None:
    assessment = Assessment(
        id="a1",
        title="mine",
        scores={"north": {"o1": 100}},
        red_lines={"south": ("o2",)},
        interactions={"north": (Interaction(when=("o1", "o2"), value=3),)},
    )

    assert named(assessment) == [
        ("scores.north", "north"),
        ("scores.north.o1", "o1"),
        ("red_lines.south", "south"),
        ("red_lines.south[0]", "o2"),
        ("interactions.north", "north"),
        ("interactions.north[0].when[0]", "o1"),
        ("interactions.north[0].when[1]", "o2"),
    ]


def test_address_is_in_the_words_of_the_file() -> None:
    assert named(link("a", "b")) == [("from", "a"), ("to", "b")]
    assert named(linkage(**{"if": ["a"]})) == [("if[0]", "a")]


def test_kinds_that_may_stand_there_come_with_the_name() -> None:
    assert list(references(Position(id="x", party="north", stance="open", evidence=("st1",)))) == [
        Reference("party", "north", ("party",), soft=False),
        Reference("evidence[0]", "st1", (), soft=False),
    ]


def test_word_public_names_nobody_where_it_may_stand() -> None:
    """D2."""
    assert named(Disclosure(id="k", by="public", to=("public", "north"))) == [("to[1]", "north")]
    assert named(Mandate(id="m", person="public")) == [("person", "public")]


def test_free_words_are_soft_names() -> None:
    assert [
        (reference.id, reference.soft) for reference in references(Statement(id="s", to=("whoever reads this",)))
    ] == [("whoever reads this", True)]


def test_own_id_and_free_data_name_nobody() -> None:
    assert named(Suggestion(id="s", what="x", fields={"party": "north"}, by="ida")) == []
    assert named(UnknownRecord.model_validate({"id": "w", "party": "north"})) == []


def test_record_that_names_nothing_hidden_is_the_same_object() -> None:
    party = Party(id="x", name="x", part_of="y")

    assert without(party, hiding("z")) is party


def test_tie_is_taken_out_and_the_rest_stays() -> None:
    """D4: as if it had never been said."""
    party = Party(id="x", name="x", part_of="y", members=("a", "b", "c"), sources=("s1",))

    assert without(party, hiding("y", "b", "s1")) == Party(id="x", name="x", members=("a", "c"))


def test_record_is_gone_without_what_it_needs() -> None:
    assert without(Option(id="o", point="p1", label="x"), hiding("p1")) is None
    assert without(Position(id="x", party="a", option="o", stance="open"), hiding("o")) is None
    assert without(link("a", "b"), hiding("b")) is None
    assert without(Linkage(id="l", points=("p1", "p2")), hiding("p2")) is None


def test_part_is_gone_without_what_it_needs_and_the_record_stays() -> None:
    assessment = Assessment(
        id="a",
        title="t",
        interactions={"north": (Interaction(when=("o1", "o2"), value=1), Interaction(when=("o1",), value=2))},
    )

    assert without(assessment, hiding("o2")) == Assessment(
        id="a", title="t", interactions={"north": (Interaction(when=("o1",), value=2),)}
    )


def test_hidden_keys_go_with_all_under_them() -> None:
    assessment = Assessment(id="a", title="t", scores={"north": {"o1": 1, "o2": 2}, "south": {"o1": 3}})

    assert without(assessment, hiding("south", "o2")) == Assessment(id="a", title="t", scores={"north": {"o1": 1}})


def test_participant_of_whom_nothing_is_left_is_gone() -> None:
    contact = Contact(
        id="c", participants=(Participant(who="ida", role="host"), Participant(who="ida", name="a miller"))
    )

    assert without(contact, hiding("ida")) == Contact(id="c", participants=(Participant(name="a miller"),))


def test_item_of_which_nothing_is_left_is_gone() -> None:
    disclosure = Disclosure(id="k", items=(Item(draft="d1"), Item(topic="the weir", points=("p1",))))

    assert without(disclosure, hiding("d1", "p1")) == Disclosure(id="k", items=(Item(topic="the weir"),))


def test_unnamed_people_of_a_hidden_party_stay_without_it() -> None:
    line = Line(id="l", text="x", audience=(Named(name="clerks", party="south"), "public"))

    assert without(line, hiding("south", "public")) == Line(id="l", text="x", audience=(Named(name="clerks"), "public"))


def test_role_for_a_hidden_party_stays_as_a_title() -> None:
    person = Person(id="ida", name="Ida", roles=(Role(title="miller", party="north"),))

    assert without(person, hiding("north")) == Person(id="ida", name="Ida", roles=(Role(title="miller"),))


def test_free_words_stay_even_when_they_are_a_hidden_id() -> None:
    """D4: whether a word happens to be a hidden id must not show."""
    agreement = LinkedAgreement(id="g", name="x", mediators=("north", "the abbot"))

    assert without(agreement, hiding("north")) == agreement


def test_ids_without_which_a_record_is_not_shown_are_known_beforehand() -> None:
    assert needed(Position(id="x", party="north", point="p1", stance="open", person="ida")) == ("north", "p1")
    assert needed(linkage(points=["p2", "p1"], **{"if": ["o1"]})) == ("o1", "p1", "p2")
    assert needed(Party(id="x", name="x", part_of="y")) == ()


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.kind)
@given(data=st.data())
@settings(max_examples=8)
def test_what_is_left_names_nothing_hidden(model: type[Record], data: st.DataObject) -> None:
    """D4, D12: a cut record names only what its reader may read, and cutting twice changes nothing."""
    record = data.draw(models(model))
    ties = [reference.id for reference in references(record) if not reference.soft]
    hidden = data.draw(st.sets(st.sampled_from(ties))) if ties else set()

    rest = without(record, hiding(*hidden))

    if rest is None:
        assert hidden & set(needed(record)) or not record.stands()
    else:
        assert {reference.id for reference in references(rest) if not reference.soft} & hidden == set()
        assert without(rest, hiding(*hidden)) is rest
        assert type(rest).model_validate(rest.model_dump(by_alias=True)) == rest
