"""The Briefs screen: what is shown, what leaves, and what a handing over changes."""

from __future__ import annotations

import html
import re
from typing import Any
from urllib.parse import urlencode

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from onetext.case.telling import Disclosure, Export
from onetext.disclosure.knows import knows
from onetext.workspace.pages.brief import views
from tests.workspace.conftest import Visitor
from tests.workspace.pages.conftest import Opened
from tests.workspace.pages.stored import Room

FERRY = "tests/brief/ferry.yaml"
DAY = {"at": "2025-05-20", "hindsight": "1"}
"""The case is taken in on 19 November, so that what has no source became known then."""
NORTH = {"kind": "handout", "for": "north", **DAY}
NOTE = {"kind": "speaking_note", "for": "me", "about": "south", **DAY}


def fields(page: str) -> dict[str, str]:
    """The hidden fields of the form that takes the page out."""
    form = page[page.index("take/?") :]
    return dict(re.findall(r'<input type="hidden" name="([a-z]+)" value="([^"]*)">', form))


def take(room: Room, query: dict[str, str], ending: str = "pdf", **changed: str) -> Any:
    data = {**fields(room.page("brief/", **query)), "format": ending, **changed}
    return room.owner.post(f"/c/{room.case_id}/brief/take/?{urlencode({name: query[name] for name in DAY})}", data)


def without_token(page: str) -> str:
    """The page without the word against forged forms, which is new each time."""
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", page)


def exports(room: Room) -> list[str]:
    return [one.id for one in room.all().all(Export)]


def known(room: Room, who: str) -> set[str]:
    return {item.id for item in knows(room.all(), who, room.store.today()).items}


def test_page_is_shown_as_it_prints_with_footnotes_to_the_very_words(stored: Opened) -> None:
    """B1: a footnote leads to the words in the source, or to the entry where there are none."""
    page = stored(FERRY).page("brief/", **NORTH)

    assert "The current draft is “First draft” of 1 Mar 2025 (excerpt: 1 point)." in page
    assert '/c/ferry/record/entry/open-word/?at=2025-05-20&amp;hindsight=1#words"' in page
    assert '/c/ferry/record/entry/gazette/?at=2025-05-20&amp;hindsight=1"' in page
    assert "left out" not in page


def test_handout_on_the_page_shows_its_maker_what_not_to_say_and_prints_none_of_it(stored: Opened) -> None:
    """D5: beside the page, never on it."""
    room = stored(FERRY)
    page = room.page("brief/", **NORTH)
    paper = page[page.index('<article class="paper"') : page.index("</article>")]

    assert "Not the stone." in page
    assert "Not the stone." not in paper
    assert b"Not the stone." not in take(room, NORTH, "html").content


def test_speaking_note_for_me_is_about_somebody_and_hands_nothing_to_them(stored: Opened) -> None:
    page = stored(FERRY).page("brief/", **NOTE)

    assert "Speaking note for owner about The confederation of the southern bank" in page
    assert "Never a penny." in page
    assert "What you say from it to others is a telling" in page


def test_taking_out_is_on_record_before_the_first_byte(stored: Opened) -> None:
    """D6: and it changes nothing of what anybody knows."""
    room = stored(FERRY)
    before = known(room, "north")
    response = take(room, {**NORTH, "copy": "3"})

    assert response["Content-Disposition"] == 'attachment; filename="ferry-north-2025-05-20.pdf"'
    assert response.content.startswith(b"%PDF")
    export = room.all().all(Export)[-1]
    assert (export.what, export.for_, export.by, export.copy_) == ("handout", "north", "owner", "3")
    assert export.labels == ("assessment", "exports", "team")
    assert known(room, "north") == before


def test_file_of_a_speaking_note_is_not_named_like_the_handout_to_whom_it_is_about(stored: Opened) -> None:
    response = take(stored(FERRY), NOTE)

    assert response["Content-Disposition"] == 'attachment; filename="ferry-note-for-me-about-south-2025-05-20.pdf"'


def test_page_for_nobody_says_what_is_to_be_chosen(stored: Opened) -> None:
    room = stored(FERRY)

    assert "Choose for whom the page is." in room.page("brief/", kind="handout")
    assert "Choose whom the speaking note is about." in room.page("brief/", kind="speaking_note")
    assert "Choose for whom" not in room.page("brief/")


def test_without_a_record_there_is_no_content(stored: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    """D6."""
    room = stored(FERRY)
    data = {**fields(room.page("brief/", **NORTH)), "format": "md"}

    def refuse(*_args: object, **_kept: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(views, "record_export", refuse)
    with pytest.raises(OSError, match="the disk is full"):
        room.owner.post("/c/ferry/brief/take/?at=2025-05-20&hindsight=1", data)


def test_looking_writes_no_export(stored: Opened) -> None:
    room = stored(FERRY)
    before = exports(room)
    room.page("brief/", **NORTH)
    room.page("brief/", **NOTE)

    assert exports(room) == before


def test_taken_out_twice_is_the_same_bytes(stored: Opened) -> None:
    """B2: the exports between the two are no ground for a difference."""
    room = stored(FERRY)

    assert take(room, NORTH).content == take(room, NORTH).content


def test_what_leaves_is_what_was_looked_at(stored: Opened) -> None:
    """Where the record has moved on, the page is shown again and nothing leaves."""
    room = stored(FERRY)
    before = exports(room)
    response = take(room, NORTH, seen="something else")

    assert response.status_code == 409
    assert "The record changed after you looked" in response.content.decode()
    assert exports(room) == before


def test_handing_over_says_who_will_know_what_and_then_they_know_it(stored: Opened) -> None:
    """D2, D6: one telling, of what was on the page, under the export's labels but for its own compartment."""
    room = stored(FERRY)
    take(room, NORTH)
    export = room.all().all(Export)[-1]
    page = room.page(f"brief/handed/{export.id}/")
    assert "Handed over to Northbank" in page
    assert "it cannot be taken back" in page

    response = room.owner.post(f"/c/ferry/brief/handed/{export.id}/", {"on": "2025-11-19", "by": "meg"})

    assert response.status_code == 302
    telling = room.all().all(Disclosure)[-1]
    assert (telling.to, telling.by, telling.export) == (("north",), "meg", export.id)
    assert (telling.form, telling.mode, telling.status) == ("handed_over", "handover", "done")
    assert telling.labels == ("assessment", "team")
    assert {item.names for item in telling.items} == {item.names for item in export.items}
    assert "open-word" in known(room, "north")
    assert "19 Nov 2025" in room.page("brief/")


def test_what_is_known_by_one_paper_stands_folded_under_it(stored: Opened) -> None:
    room = stored(FERRY)
    take(room, NORTH)
    export = room.all().all(Export)[-1]
    before = BeautifulSoup(room.page("knows/?who=north"), "html.parser")
    room.owner.post(f"/c/ferry/brief/handed/{export.id}/", {"on": "2025-11-19", "by": "meg"})

    after = BeautifulSoup(room.page("knows/?who=north"), "html.parser")

    assert not before.select(".papers")
    folded = after.select(".papers > li")
    assert len(folded) == 1
    assert len(folded[0].select("details ul > li")) >= 3
    assert f"/record/entry/{export.id}/" in str(folded[0].select_one("details p a"))


def test_day_that_has_not_come_is_refused(stored: Opened) -> None:
    room = stored(FERRY)
    take(room, NORTH)
    export = room.all().all(Export)[-1]
    response = room.owner.post(f"/c/ferry/brief/handed/{export.id}/", {"on": "2025-11-20"})

    assert response.status_code == 400
    assert "this day has not come" in response.content.decode()
    assert [one.export for one in room.all().all(Disclosure)].count(export.id) == 0


def test_next_page_marks_what_the_last_one_did_not_have(stored: Opened) -> None:
    room = stored(FERRY)
    early = {**NORTH, "at": "2025-05-10"}
    take(room, early)
    page = html.unescape(room.page("brief/", **NORTH))

    assert re.search(r'<span class="new">new</span> 12 May 2025: A penny would do\.', page)
    assert not re.search(r'<span class="new">new</span> [^<]*No toll at all', page)


def test_note_for_a_member_is_not_handed_over(stored: Opened) -> None:
    """It is for them alone; what is said from it is a telling of its own."""
    room = stored(FERRY)
    take(room, NOTE)
    export = room.all().all(Export)[-1]

    assert (export.for_, export.about) == ("@owner", "south")
    assert room.owner.get(f"/c/ferry/brief/handed/{export.id}/").status_code == 404


def test_somebody_absent_is_not_found(stored: Opened) -> None:
    """D4: as somebody hidden would be."""
    room = stored(FERRY)

    assert room.owner.get("/c/ferry/brief/", {"kind": "handout", "for": "nobody"}).status_code == 404
    assert room.owner.get("/c/ferry/brief/handed/no-such-export/").status_code == 404


def test_looking_through_other_eyes_takes_nothing_out(stored: Opened) -> None:
    room = stored(FERRY)
    page = room.page("brief/", **NORTH, **{"as": "north"})

    assert "Go back to your own eyes" in page
    response = room.owner.post("/c/ferry/brief/take/?as=north", {"kind": "handout", "for": "north", "format": "pdf"})
    assert response.status_code == 404


def test_public_record_offers_no_copy_number(stored: Opened) -> None:
    room = stored("examples/ukraine-2025")

    assert 'name="copy"' not in room.page("brief/")
    refused = room.owner.get("/c/ukraine-2025/brief/", {"kind": "handout", "for": "public", "copy": "2"})
    assert refused.status_code == 400
    assert "a public record about living people has no numbered copies" in refused.content.decode()


def test_stranger_is_asked_to_sign_in(stored: Opened, stranger: Client) -> None:
    stored(FERRY)

    assert stranger.get("/c/ferry/brief/").status_code == 302
    assert stranger.post("/c/ferry/brief/take/", {"format": "pdf"}).status_code == 302


def test_what_others_took_out_unseen_changes_nothing_for_who_may_not_see_it(stored: Opened, visitor: Visitor) -> None:
    """D4, B2: the guest is read into the team alone; the owner's papers lie in chains he is not in."""
    room = stored("examples/river-basin")
    south = {"kind": "handout", "for": "south", "at": "2025-06-10", "hindsight": "1"}
    guest = Room(visitor("guest"), room.cases, room.case_id)
    before = guest.page("brief/", **south)
    take(room, south)
    export = room.all().all(Export)[-1]
    response = room.owner.post(f"/c/river-basin/brief/handed/{export.id}/", {"on": "2025-11-19"})

    assert response.status_code == 302
    assert "The villa draft" in room.page("brief/", **south)
    assert "The villa draft" not in before
    assert guest.owner.get(f"/c/river-basin/brief/handed/{export.id}/").status_code == 404
    assert without_token(guest.page("brief/", **south)) == without_token(before)
