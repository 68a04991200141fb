"""A record on a day: an end that lies ahead is not told, a question whose answers came later is open."""

from __future__ import annotations

from datetime import date

import pytest

from onetext.case.case import Case
from onetext.case.people import Person
from onetext.case.snapshot import parse_case
from onetext.case.work import Question
from onetext.disclosure.cut import cut_day
from onetext.disclosure.moment import Moment

FRAME = """
onetext: case/1
id: river
title: Two banks
basis: invented
default_labels: [team]
parties: [{id: mill, name: Mill town}]
sources: [{id: early, on: 2025-03-01}, {id: late, on: 2025-03-20}]
persons: [{id: ana, name: Ana, roles: [{title: envoy, party: mill, to: 2025-03-10, sources: [early]}]}]
questions:
- {id: q1, text: Who pays?, status: answered, sources: [early], answers: [{text: Mill town, sources: [late]}]}
- {id: q2, text: Who rows?, status: disputed, sources: [early]}
"""


def on(day: str, *, hindsight: bool = False) -> Case:
    case, faults = parse_case(FRAME)
    assert faults == []
    assert case is not None
    return cut_day(case, Moment(date.fromisoformat(day), hindsight))


@pytest.mark.parametrize(
    ("day", "end"), [("2025-03-09", None), ("2025-03-10", "2025-03-10"), ("2025-04-01", "2025-03-10")]
)
@pytest.mark.parametrize("hindsight", [False, True])
def test_end_of_an_office_is_told_from_the_day_it_comes(day: str, end: str | None, hindsight: bool) -> None:
    """L5."""
    ana = on(day, hindsight=hindsight).get(Person, "ana")

    assert ana is not None
    assert [role.to for role in ana.roles] == [end]


@pytest.mark.parametrize(
    ("day", "hindsight", "status"),
    [("2025-03-05", False, "open"), ("2025-03-20", False, "answered"), ("2025-03-05", True, "answered")],
)
def test_question_is_open_until_its_first_answer_is_known(day: str, hindsight: bool, status: str) -> None:
    question = on(day, hindsight=hindsight).get(Question, "q1")

    assert question is not None
    assert question.status == status


def test_question_without_answers_keeps_its_status() -> None:
    question = on("2025-03-05").get(Question, "q2")

    assert question is not None
    assert question.status == "disputed"
