"""Persons, questions, demands, agreements, deadlines, tellings and plans that the case already holds."""

from typing import Any

from onetext.case.case import Case
from onetext.reading.linking.origin import Origin
from tests.reading.linking.stories import STRAIT, links, named


def test_person_of_the_case_is_known_by_name_and_a_namesake_is_not() -> None:
    assert named(links("person", name="Ilse Brandt", party="Norrland")) == ["ilse"]
    assert named(links("person", name="Maren Brandt", party="Norrland")) == []
    assert named(links("person", name="Brandt", party="Sudria")) == []


def test_person_has_the_other_names_that_accounts_and_aliases_give() -> None:
    known = STRAIT.records["person"][0].model_copy(update={"aliases": ["Ilse von Tegen"]})
    held = Case(STRAIT.head, {**STRAIT.records, "person": (known,)})

    assert named(links("person", case=held, name="von Tegen", party=None)) == ["ilse"]


def test_question_asked_in_nearly_the_same_words_is_already_there() -> None:
    assert named(links("question", text="who pays for the buoys in that strait"), "already") == ["q1"]
    assert named(links("question", text="who repairs the lights of the harbour"), "already") == []


def test_demand_of_the_same_party_is_already_there_and_of_another_is_not() -> None:
    told: dict[str, Any] = {"of": "Norrland", "text": "every prisoner be returned by June"}

    assert named(links("demand", party="Sudria", **told), "already") == ["x1"]
    assert named(links("demand", party="Norrland", **told), "already") == []


def test_agreement_of_that_name_is_the_same_and_of_another_year_is_not() -> None:
    assert named(links("agreement", name="Orle Protocol", status=None), "already") == ["a1"]
    assert named(links("agreement", name="Orle Protocol", status="revived", claimed_by="Vanek"), "account") == ["a1"]
    assert named(links("agreement", name="Orle Protocol of 2004", status=None)) == []
    assert named(links("agreement", name="Lisse Protocol", status=None)) == []


def test_deadline_of_the_same_day_for_the_same_thing_is_already_there() -> None:
    assert named(links("deadline", what="handing over the list of prisoners", date="2025-06-01")) == ["dl1"]
    assert named(links("deadline", what="handing over the list of prisoners", date="2025-07-01")) == []
    assert named(links("deadline", what="the reefs are mapped", date="2025-06-01")) == []


def test_telling_by_the_same_to_the_same_within_days_is_an_account_of_it() -> None:
    told: dict[str, Any] = {
        "by": "Norrland",
        "to": ["Kyiv"],
        "what": "the draft",
        "mode": "briefing",
        "status": "ongoing",
    }

    assert named(links("disclosure", **told), "account") == ["k1"]
    assert named(links("disclosure", Origin(on="2025-09-01"), **told)) == []
    assert named(links("disclosure", **{**told, "to": ["Sudria"]})) == []
    assert named(links("disclosure", **{**told, "mode": "leak"})) == []


def test_plan_of_that_many_points_is_the_draft_with_them() -> None:
    assert named(links("plan", points=14)) == ["d1"]
    assert named(links("plan", points=28)) == []
