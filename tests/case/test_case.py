"""A case answers by kind, by id and by label."""

from __future__ import annotations

import pytest

from onetext.case.case import Case, Head
from onetext.case.people import Party, Person
from onetext.case.plan import Draft, Plan
from onetext.case.position import Assessment, Position
from onetext.case.record import Record, UnknownRecord
from tests.case.cases import HEAD, MILL, examined, whole

LABELLED = Head(id="c", title="t", basis="invented", default_labels=("staff",))


def test_records_of_a_kind_come_in_the_order_of_the_file() -> None:
    case = whole(MILL)

    assert [party.id for party in case.all(Party)] == ["north", "south"]
    assert case.all(Plan)[0].parties == ("north", "south")
    assert case.all(Position) == ()


def test_heads_of_a_record_stand_side_by_side() -> None:
    """L2: one id, unlike labels."""
    case = whole(
        f"{MILL}compartments: [{{id: quiet, name: q}}]\n".replace(
            "drafts:\n", "drafts:\n- {id: d1, plan: main, title: seen by few, labels: [quiet]}\n"
        )
    )

    assert [head.labels for head in case.heads("d1")] == [("quiet",), None]
    assert case.heads("nobody") == ()


def test_get_gives_the_first_head_of_the_kind_asked_for() -> None:
    case = whole(MILL)

    assert case.get(Party, "north") == case.all(Party)[0]
    assert case.get(Person, "north") is None
    assert case.get(Party, None) is None
    assert case.get(Draft, "") is None


@pytest.mark.parametrize(
    ("record", "labels"),
    [
        (Party(id="x", name="x"), {"staff"}),
        (Party(id="x", name="x", labels=()), set()),
        (Party(id="x", name="x", labels=("quiet",)), {"quiet"}),
        (Position(id="x", party="a", stance="open"), {"staff"}),
        (Position(id="x", party="a", stance="open", public=False), {"staff", "assessment"}),
        (Position(id="x", party="a", stance="open", public=False, labels=("quiet",)), {"quiet", "assessment"}),
        (Position(id="x", party="a", stance="open", public=False, labels=()), {"assessment"}),
        (Assessment(id="x", title="x"), {"staff", "assessment"}),
        (Assessment(id="x", title="x", labels=()), {"assessment"}),
        (Assessment(id="x", title="x", labels=("assessment",)), {"assessment"}),
    ],
)
def test_labels_are_the_records_own_or_the_cases_and_private_is_never_without_assessment(
    record: Record, labels: set[str]
) -> None:
    """D1 for the default, D13 for what is private."""
    assert Case(LABELLED).labels_of(record) == labels


def test_everything_gives_known_kinds_first_and_loses_none() -> None:
    """C4: records of unknown kinds are part of the case."""
    case, _ = examined(f"{HEAD}weather: [{{id: w1, sky: grey}}]\nparties: [{{id: north, name: n}}]\n")

    assert case is not None
    assert [record.id for record in case.everything()] == ["north", "w1"]
    assert case.kinds_by_id == {"north": "party", "w1": "weather"}


def test_cases_are_equal_when_they_say_the_same() -> None:
    one, other = whole(MILL), whole(MILL)

    assert one == other
    assert one != whole(MILL.replace("The weir}", "The sluice}"))
    assert one != "a case"
    assert Case(one.head, {"party": ()}) == Case(one.head)


def test_order_of_records_is_part_of_what_a_case_says() -> None:
    party = [Party(id=id, name=id) for id in "ab"]

    assert Case(LABELLED, {"party": tuple(party)}) != Case(LABELLED, {"party": tuple(party[::-1])})


def test_unknown_record_is_not_equal_under_another_section() -> None:
    records = (UnknownRecord(id="x"),)

    assert Case(LABELLED, {}, {"weather": records}) != Case(LABELLED, {}, {"mood": records})


def test_case_of_many_heads_is_looked_up_in_one_walk() -> None:
    """A hostile file cannot make the index slow: 20,000 heads of one id."""
    heads = tuple(Party(id="x", name="x", labels=(f"l{number}",)) for number in range(20_000))

    assert len(Case(LABELLED, {"party": heads}).heads("x")) == 20_000
