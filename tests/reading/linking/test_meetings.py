"""R4: the same meeting from a second outlet is another account of one contact; what only looks alike is not."""

from typing import Any

import pytest

from onetext.case.case import Case
from onetext.reading.linking.origin import Origin
from tests.reading.linking.stories import HERE, STRAIT, links, meeting, named, strait


def test_meeting_told_by_a_second_outlet_is_an_account_of_the_same_contact() -> None:
    (link,) = links("contact", **meeting("Brandt", "Karel Vanek", date="2025-05-05", place="Lisse"))

    assert (link.record, link.relation) == ("c1", "account")


def test_reason_names_people_place_and_day() -> None:
    (link,) = links("contact", **meeting("Ilse Brandt", "Karel Vanek", date="2025-05-05", place="Lisse"))

    assert link.reason == "the same two people, the same place, the same day"
    assert link.score == 1.0


def test_two_days_apart_in_the_same_place_is_offered_with_that_said() -> None:
    (link,) = links("contact", **meeting("Ilse Brandt", "Karel Vanek", date="2025-05-07", place="Lisse"))

    assert link.reason == "the same two people, the same place, two days apart"


@pytest.mark.parametrize(
    "told",
    [
        meeting("Ilse Brandt", "Karel Vanek", date="2025-06-05", place="Lisse"),
        meeting("Ilse Brandt", "Karel Vanek", date="2025-05-07"),
        meeting("Ilse Brandt", "Karel Vanek", date="2025-05-06", place="Mirrow"),
        meeting("Ilse Brandt", "Karel Vanek", date_text="last month", date=None),
        meeting("Ilse Brandt", "Karel Vanek", date="2025-04-05", place="Lisse"),
        meeting("Ilse Brandt", "Dora Vanek", date="2025-05-05", place="Lisse"),
        meeting("Ilse Brandt", "Petr Vanek", date="2025-05-05", place="Lisse"),
        meeting("Maren Brandt", "Petr Vanek", date="2025-05-05", place="Lisse"),
        {**meeting("Ilse Brandt", "Karel Vanek", date="2025-05-05"), "kind": "call"},
        meeting("Karel Vanek", date="2025-05-05"),
        meeting("Ilse Brandt", "Karel Vanek", status="expected"),
    ],
    ids=[
        "a month later",
        "two days apart and no place",
        "another place a day later",
        "a retold old meeting",
        "a month before",
        "the other of one surname",
        "a stranger of that surname",
        "two strangers of those surnames",
        "a call",
        "one of them alone",
        "one still to come",
    ],
)
def test_meeting_that_only_looks_the_same_is_linked_to_nothing(told: dict[str, Any]) -> None:
    assert links("contact", **told) == ()


def test_meeting_without_a_day_is_placed_by_the_day_of_the_article() -> None:
    (link,) = links("contact", **meeting("Ilse Brandt", "Karel Vanek"))

    assert (link.record, link.score < 0.8) == ("c1", True)
    assert links("contact", Origin(on="2025-08-01"), **meeting("Ilse Brandt", "Karel Vanek")) == ()
    assert links("contact", Origin(), **meeting("Ilse Brandt", "Karel Vanek")) == ()


def test_weekday_is_counted_from_the_day_of_the_article() -> None:
    """5 May 2025 was a Monday."""
    told = meeting("Ilse Brandt", "Karel Vanek", date_text="Monday", date=None)

    assert named(links("contact", **told)) == ["c1"]
    assert links("contact", **{**told, "date_text": "Friday"}) == ()


def test_two_contacts_that_fit_equally_well_are_told_apart_by_nobody() -> None:
    twice = strait().records["contact"]
    more = twice[0].model_copy(update={"id": "c9", "on": "2025-05-06"})
    case = Case(STRAIT.head, {**STRAIT.records, "contact": (*twice, more)})

    assert links("contact", case=case, **meeting("Ilse Brandt", "Karel Vanek")) == ()
    assert named(links("contact", case=case, **meeting("Ilse Brandt", "Karel Vanek", date="2025-05-06"))) == ["c9"]


def test_other_outcome_is_a_rival_account_and_says_so() -> None:
    """C3."""
    told = meeting("Ilse Brandt", "Karel Vanek", date="2025-05-05", status="cancelled")
    (link,) = links("contact", **told)

    assert link.relation == "account"
    assert link.reason.endswith("tells another outcome: cancelled")


def test_sides_stand_for_their_people_on_the_very_day_alone() -> None:
    told = meeting("Norrland", "Sudria", date="2025-05-05", place="Lisse")

    assert named(links("contact", **told)) == ["c1"]
    assert links("contact", **meeting("Norrland", "Sudria")) == ()


def test_meeting_put_off_is_the_same_contact_with_its_old_or_new_day() -> None:
    told = {**meeting("Norrland", "Dora Vanek", date="2025-04-20", status="postponed"), "kind": "call"}

    assert named(links("contact", Origin(on="2025-04-01"), **told)) == ["c2"]
    assert links("contact", Origin(on="2025-04-01"), **{**told, "status": "planned"}) == ()


def test_capital_and_its_state_are_one_place_and_two_cities_are_two() -> None:
    case = strait().records["contact"][0].model_copy(update={"place": "Paris"})
    held = Case(STRAIT.head, {**STRAIT.records, "contact": (case,)})
    told = meeting("Ilse Brandt", "Karel Vanek", date="2025-05-06")

    assert named(links("contact", case=held, **told, place="France")) == ["c1"]
    assert links("contact", case=held, **told, place="Rome") == ()


def test_account_of_the_very_source_is_already_there() -> None:
    (link,) = links(
        "contact", Origin(id="s1", on="2025-05-06"), **meeting("Ilse Brandt", "Karel Vanek", date="2025-05-05")
    )

    assert link.relation == "already"


def test_order_of_the_case_changes_nothing() -> None:
    records = {kind: tuple(reversed(found)) for kind, found in STRAIT.records.items()}
    case = Case(STRAIT.head, records)
    for told in (meeting("Ilse Brandt", "Karel Vanek"), meeting("Norrland", "Sudria", "Ukraine", date="2025-03-04")):
        assert links("contact", HERE, case=case, **told) == links("contact", HERE, **told)
