"""Before I send: the form, the answer with its records, and the way on to recording it."""

from __future__ import annotations

from datetime import date

from tests.workspace.conftest import Visitor
from tests.workspace.pages.reading import read, words
from tests.workspace.room import RoomCases

PAGE = "/c/serrane/knows/before/"
ASKED = "knows/before/?to=league&drafts=d2&topics=topic:the+crossing:outline&extent=full&on=2025-06-01"


def test_answer_says_what_they_would_learn_with_its_record(visitor: Visitor, basin: RoomCases) -> None:
    page = read(visitor("ana"), ASKED)

    table = page.select_one("section.answer table")
    assert "League of River States: First working draft, in full; now not on record" in words(table)
    assert "the crossing, in outline; now not on record" in words(table)
    assert table is not None
    assert table.select_one("a[href*='/d2/']")


def test_button_leads_to_the_telling_filled_in(visitor: Visitor, basin: RoomCases) -> None:
    client = visitor("ana")
    [button] = read(client, ASKED).select("section.answer a.button")
    form = read(client, str(button["href"]).removeprefix("/c/serrane/"))

    assert [str(box["value"]) for box in form.select("input[type=checkbox][checked]")] == ["league", "d2"]
    assert words(form.select_one("textarea")) == "topic:the crossing:outline"
    assert [str(each["value"]) for each in form.select("form.tell input[name=on]")] == ["2025-06-01"]


def test_question_may_be_for_a_day_to_come_and_then_there_is_nothing_to_record(
    visitor: Visitor, basin: RoomCases
) -> None:
    page = read(visitor("ana"), ASKED.replace("2025-06-01", date.max.isoformat()))

    assert page.select("section.answer table")
    assert page.select("section.answer a.button") == []


def test_one_point_may_be_asked_about_alone(visitor: Visitor, basin: RoomCases) -> None:
    client = visitor("ana")
    box = read(client, "knows/before/").select("input[name=points]")[0]
    answer = client.get(PAGE, {"to": "league", "points": box["value"], "on": "2025-06-01"})

    assert answer.status_code == 200


def test_hidden_draft_is_refused_as_one_that_is_not_there(visitor: Visitor, basin: RoomCases) -> None:
    """D4."""
    answers = [
        visitor("ben").get(PAGE, {"to": "league", "drafts": name, "on": "2025-06-01"})
        for name in ("no-such-draft", "other-draft")
    ]

    assert [answer.status_code for answer in answers] == [400, 400]


def test_question_about_nothing_says_what_is_missing(visitor: Visitor, basin: RoomCases) -> None:
    answer = visitor("ana").get(PAGE, {"to": "league", "on": "2025-06-01"})

    assert answer.status_code == 400
    assert "Say what was told" in answer.content.decode()
