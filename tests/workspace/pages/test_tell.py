"""The short form for recording who was told what."""

from __future__ import annotations

from bs4 import BeautifulSoup

from tests.workspace.conftest import Visitor
from tests.workspace.pages.reading import read, words
from tests.workspace.room import RoomCases

PAGE = "/c/serrane/knows/tell/"
TOLD = {"by": "north", "to": ["delta"], "drafts": ["d2"], "extent": "outline", "form": "told", "on": "2025-06-01"}


def refused(visitor: Visitor, **sent: object) -> list[str]:
    answer = visitor("ana").post(PAGE, {**TOLD, **sent})
    assert answer.status_code == 400
    return [words(each) for each in BeautifulSoup(answer.content, "html.parser").select(".error")]


def test_what_was_told_is_known_from_that_day_on(visitor: Visitor, basin: RoomCases) -> None:
    client = visitor("ana")
    answer = client.post(PAGE, {**TOLD, "to": ["league"], "topics": "the crossing at Sarn"})

    assert answer.status_code == 302
    page = words(read(client, "knows/?who=league").select_one("table"))
    assert "the crossing at Sarn" in page
    assert "Second working draft" in page
    assert "outline" in page


def test_a_telling_of_nothing_is_refused_beside_its_field(visitor: Visitor, basin: RoomCases) -> None:
    assert refused(visitor, drafts=[], topics=" ") == ["Say what was told: a draft above, or words here."]


def test_a_telling_to_nobody_is_refused(visitor: Visitor, basin: RoomCases) -> None:
    assert refused(visitor, to=[]) == ["Say who was told: a party or a person."]


def test_a_day_to_come_is_refused(visitor: Visitor, basin: RoomCases) -> None:
    assert refused(visitor, on="2999-01-01") == ["This day is still to come."]


def test_nobody_is_told_by_a_page_of_another_day(visitor: Visitor, basin: RoomCases) -> None:
    assert visitor("ana").post(f"{PAGE}?at=2025-05-01", TOLD).status_code == 400
