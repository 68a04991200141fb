"""Editing on the Text screen: suggest, take in, leave out, take back, name; with a clash both texts are answered."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from onetext.case.plan import Draft, Edit
from tests.workspace.pages.conftest import Opened
from tests.workspace.pages.reading import words
from tests.workspace.pages.stored import Room


@pytest.fixture
def room(stored: Opened) -> Room:
    return stored("examples/river-basin")


def draft(room: Room) -> Draft:
    found = room.all().get(Draft, "d1")
    assert found is not None
    return found


def post(room: Room, page: str, /, **sent: str) -> tuple[int, BeautifulSoup]:
    answer = room.owner.post(f"/c/{room.case_id}/text/{page}/", {"draft": draft(room).id, **sent})
    return answer.status_code, BeautifulSoup(answer.content, "html.parser")


def offer(room: Room, text: str, base: str) -> tuple[int, BeautifulSoup]:
    first = draft(room).clauses[0]
    return post(room, "edit", number=first.number, language=first.language or "", text=text, base=base)


def first_text(room: Room) -> str:
    return draft(room).clauses[0].text or ""


def edits(room: Room) -> list[Edit]:
    """Those of the member; the case has some of its own."""
    return [edit for edit in room.all().all(Edit) if edit.by == "owner"]


def test_words_suggested_stand_beside_the_clause_and_in_it_once_taken_in(room: Room) -> None:
    was = first_text(room)
    assert offer(room, f"{was} And so on.", was)[0] == 302

    page = BeautifulSoup(room.page("text/", draft=draft(room).id), "html.parser")
    assert [words(each) for each in page.select(".suggestion ins")] == ["And so on."]
    assert first_text(room) == was

    assert post(room, "decide", edit=edits(room)[0].id, act="take")[0] == 302
    assert first_text(room) == f"{was} And so on."
    assert [(edit.decision, edit.by, edit.decided_by) for edit in edits(room)] == [("taken_in", "owner", "owner")]

    assert post(room, "decide", edit=edits(room)[0].id, act="undo")[0] == 302
    assert (first_text(room), edits(room)[0].decision) == (was, None)


def test_two_at_the_same_words_are_answered_with_both_and_both_stay(room: Room) -> None:
    was = first_text(room)
    offer(room, f"{was} One.", was)
    post(room, "decide", edit=edits(room)[0].id, act="take")

    status, page = offer(room, f"{was} Two.", was)

    assert status == 409
    assert [words(each) for each in page.select(".clash .plan")][:2] == [
        " ".join(f"{was} One.".split()),
        " ".join(f"{was} Two.".split()),
    ]
    assert [edit.text for edit in edits(room)] == [f"{was} One.", f"{was} Two."]
    second = next(edit for edit in edits(room) if edit.decision is None)
    assert post(room, "decide", edit=second.id, act="take")[0] == 409
    assert first_text(room) == f"{was} One."


def test_bracket_left_open_is_refused_and_the_words_stay_in_the_form(room: Room) -> None:
    was = first_text(room)
    status, page = offer(room, f"{was} [open", was)

    assert (status, edits(room)) == (400, [])
    assert "is never closed" in words(page.select_one(".error"))
    assert [each.text.removeprefix("\n") for each in page.select("textarea")] == [f"{was} [open"]


def _opened(room: Room) -> BeautifulSoup:
    return BeautifulSoup(room.page("text/"), "html.parser")


def test_version_is_named_and_is_not_edited(room: Room) -> None:
    post(room, "name", title="First reading")
    named = next(one for one in room.all().all(Draft) if one.frozen)

    page = BeautifulSoup(room.page("text/", draft=named.id), "html.parser")
    assert "a named version, never changed" in words(page.select_one(".lead"))
    assert page.select("[data-edit]") == []
    assert named.id not in {each.get("value") for each in _opened(room).select("#draft option[selected]")}
    first = named.clauses[0]
    sent = {"draft": named.id, "number": first.number, "text": "x", "base": first.text or ""}
    assert room.owner.post(f"/c/{room.case_id}/text/edit/", sent).status_code == 404


def test_new_clause_is_suggested_and_taken_in(room: Room) -> None:
    last = draft(room).clauses[-1].number
    post(room, "edit", after=last, text="Gates are painted.")
    post(room, "decide", edit=edits(room)[0].id, act="take")

    assert draft(room).clauses[-1].text == "Gates are painted."


def test_deleted_clause_comes_back_whole(room: Room) -> None:
    before = draft(room)
    offer(room, "", first_text(room))
    post(room, "decide", edit=edits(room)[0].id, act="take")
    assert draft(room).clauses == before.clauses[1:]

    post(room, "decide", edit=edits(room)[0].id, act="undo")
    assert draft(room).clauses == before.clauses


@pytest.mark.parametrize("query", ["?at=2025-05-20", "?as=public"])
def test_nothing_is_suggested_on_another_day_or_for_other_eyes(room: Room, query: str) -> None:
    first = draft(room).clauses[0]
    sent = {"draft": draft(room).id, "number": first.number, "text": "x", "base": ""}

    assert room.owner.post(f"/c/{room.case_id}/text/edit/{query}", sent).status_code == 400
    assert edits(room) == []


def test_draft_or_suggestion_that_is_not_there_is_not_found(room: Room) -> None:
    """D4."""
    assert room.owner.get(f"/c/{room.case_id}/text/edit/?draft=none&number=1").status_code == 404
    assert post(room, "decide", edit="none", act="take")[0] == 404
