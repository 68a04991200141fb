"""Articles sent in any number, read in the background, and gone through one by one; one yes over several (R1, R5)."""

from __future__ import annotations

import json
import re
import zipfile
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from onetext.case.source import Source, Statement
from onetext.case.work import Suggestion
from onetext.workspace.pages.record.articles import keeping, reader, sending
from onetext.workspace.pages.record.articles.found import Reading
from onetext.workspace.pages.record.articles.sending import Article, Skipped, gather
from onetext.workspace.stored import StoredCase
from tests.workspace.conftest import Visitor
from tests.workspace.pages.articles import BASIN, decide, sent_at, whole
from tests.workspace.room import RoomCases

SHELF = "/c/river-basin/articles/"
PATIENT = 30.0
FIRST = "Northland's minister Ana Petrova said on Monday that the dam will open.\n"
SECOND = "“We will not pay for the gauges,” said Jorge Lim of Southmark.\n"


@pytest.fixture(autouse=True)
def _no_piles() -> None:
    reader._PILES.clear()


def sent(*texts: str) -> list[SimpleUploadedFile]:
    return [SimpleUploadedFile(f"{at}.txt", text.encode()) for at, text in enumerate(texts)]


def waited() -> None:
    """Until nothing is being read."""
    for work in list(reader.READERS.works.values()):
        assert work.over.wait(PATIENT)


def send(client: Client, *texts: str, **given: object) -> str:
    page = client.post(f"{BASIN}paste/", {"file": sent(*texts), **given}, follow=True)
    waited()
    return page.content.decode()


def states(client: Client, query: str = "") -> list[str]:
    page = client.get(SHELF + query).content.decode()
    return re.findall(r'<tr data-row class="is-([a-z]+)">', page)


# What is sent


def test_references_without_any_and_damaged_archives_are_left_aside_and_said() -> None:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.ris", "No reference.")
        archive.writestr("one.txt", FIRST * 30)
    whole_one, data = packed.getvalue(), bytearray(packed.getvalue())
    place = whole_one.index(b"one.txt") + len("one.txt")
    data[place : place + 8] = b"\xff" * 8  # what is packed begins as no deflate does

    found = list(gather([SimpleUploadedFile("a.ris", b"x"), SimpleUploadedFile("b.zip", bytes(data))]))

    assert [one.name for one in found if isinstance(one, Skipped)] == ["a.ris", "a.ris", "b.zip"]


def test_archive_and_lines_and_texts_are_articles_and_litter_is_none() -> None:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a/one.txt", FIRST)
        archive.writestr("__MACOSX/a/._one.txt", "x")
        archive.writestr("a/two.bin", b"\x00\x01")
    line = json.dumps({"text": SECOND, "date": "2025-11-17", "outlet": "Harbour Post", "title": 3})
    files = [
        SimpleUploadedFile("all.zip", packed.getvalue()),
        SimpleUploadedFile("all.jsonl", f"{line}\nno json\n{{}}\n".encode()),
        SimpleUploadedFile("page.html", b"<html lang=en><p>Velmar agreed.</p>"),
        SimpleUploadedFile("empty.txt", b" "),
    ]

    found = list(gather(files))

    assert [one.name for one in found if isinstance(one, Article)] == ["a/one.txt", "all.jsonl:1", "page.html"]
    assert found[2] == Article("all.jsonl:1", SECOND, "Harbour Post", "2025-11-17")
    skipped = [(one.name, one.why) for one in found if isinstance(one, Skipped)]
    assert [name for name, _why in skipped] == ["a/two.bin", "all.jsonl:2", "all.jsonl:3", "empty.txt"]
    assert skipped[1][1] == "this line is no JSON"


def test_archive_is_not_unpacked_where_it_holds_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("one.txt", "a" * 2000)
        archive.writestr("two.txt", FIRST)
    monkeypatch.setattr(sending, "MOST_BYTES", 1000)
    found = list(gather([SimpleUploadedFile("all.zip", packed.getvalue())]))
    assert [type(one) for one in found] == [Skipped, Article]

    monkeypatch.setattr(sending, "MOST_SENT", 1000)
    assert [one.name for one in gather([SimpleUploadedFile("all.zip", packed.getvalue())])] == ["all.zip"]


@pytest.mark.parametrize("data", [b"PK\x03\x04 torn", b"", b"nothing packed"])
def test_archive_that_is_torn_is_said_and_breaks_nothing(data: bytes) -> None:
    assert [type(one) for one in gather([SimpleUploadedFile("a.zip", data)])] == [Skipped]


# Reading aside


def test_several_articles_are_kept_at_once_and_read_in_the_background(visitor: Visitor, store: RoomCases) -> None:
    """R1: they become sources and suggestions, and nothing else."""
    ana = visitor("ana")
    page = send(ana, FIRST, SECOND, outlet="Harbour Post", on="2025-11-18")

    assert "2 articles are here." in page
    assert [(one.outlet, one.on, one.title) for one in whole(store).all(Source)] == [
        ("Harbour Post", "2025-11-18", None)
    ] * 2
    assert {one.what for one in whole(store).all(Suggestion)} >= {"reading", "statement"}
    assert whole(store).all(Statement) == ()
    assert states(ana) == ["open", "open"]


def test_text_that_is_here_already_is_not_kept_twice(visitor: Visitor, store: RoomCases) -> None:
    ana = visitor("ana")
    send(ana, FIRST, SECOND)
    page = send(ana, FIRST.replace(" ", "  "), "Nothing was decided in Velmar.")

    assert "1 article is here." in page
    assert "its text is here already" in page
    assert len(whole(store).all(Source)) == 3
    again = ana.post(f"{BASIN}paste/", {"text": SECOND}, follow=True).content.decode()
    assert "nothing was written" in again
    assert len(whole(store).all(Source)) == 3


def test_what_was_not_read_stays_unread_and_is_read_when_asked(
    visitor: Visitor, store: RoomCases, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As after a stop or when the server ended: the ledger alone says what is unread."""
    ana = visitor("ana")
    with monkeypatch.context() as patch:
        patch.setattr("onetext.workspace.pages.record.articles.paste.begin", lambda _case, _ids: None)
        send(ana, FIRST, SECOND)
    assert states(ana) == ["unread", "unread"]
    assert states(ana, "?state=open") == []

    ana.post(f"{SHELF}read/")
    waited()

    assert states(ana) == ["open", "open"]
    assert len([one for one in whole(store).all(Suggestion) if one.what == "reading"]) == 2


def test_one_article_alone_is_read_from_its_page(
    visitor: Visitor, store: RoomCases, monkeypatch: pytest.MonkeyPatch
) -> None:
    ana = visitor("ana")
    with monkeypatch.context() as patch:
        patch.setattr("onetext.workspace.pages.record.articles.paste.begin", lambda _case, _ids: None)
        send(ana, FIRST, SECOND)
    source = whole(store).all(Source)[0].id
    assert "has not read this article yet" in ana.get(f"{BASIN}source/{source}/").content.decode()

    page = ana.post(f"{SHELF}read/", {"source": source}, follow=True).content.decode()

    assert "Take in" in page
    assert sorted(states(ana)) == ["open", "unread"]


def test_reading_is_stopped_after_the_article_in_hand(
    visitor: Visitor, store: RoomCases, monkeypatch: pytest.MonkeyPatch
) -> None:
    ana = visitor("ana")
    read = keeping.read_source

    def stopping(source: Source) -> Reading:
        room = store.rooms["river-basin"]
        reader.stop(StoredCase(room.store, room.looks, "ana"))
        return read(source)

    monkeypatch.setattr(reader, "read_source", stopping)
    send(ana, FIRST, SECOND)

    assert sorted(states(ana)) == ["open", "unread"]


def test_reading_asked_for_again_before_it_has_stopped_goes_on(
    visitor: Visitor, store: RoomCases, monkeypatch: pytest.MonkeyPatch
) -> None:
    ana, read, waiting = visitor("ana"), keeping.read_source, list[str]()

    def hesitating(source: Source) -> Reading:
        room = store.rooms["river-basin"]
        case = StoredCase(room.store, room.looks, "ana")
        if not waiting:
            waiting.extend(reader.pile_of(case).waiting)
            reader.stop(case)
            reader.begin(case, waiting)
        return read(source)

    monkeypatch.setattr(reader, "read_source", hesitating)
    send(ana, FIRST, SECOND)

    assert waiting
    assert states(ana) == ["open", "open"]


def test_article_that_breaks_the_reader_is_passed_over_and_said(
    visitor: Visitor, store: RoomCases, monkeypatch: pytest.MonkeyPatch
) -> None:
    """R5."""
    read = keeping.read_source

    def breaking(source: Source) -> Reading:
        if "gauges" in (source.text or ""):
            raise ZeroDivisionError
        return read(source)

    monkeypatch.setattr(reader, "read_source", breaking)
    ana = visitor("ana")
    send(ana, SECOND, FIRST)

    assert sorted(states(ana)) == ["open", "unread"]
    assert "1 article could not be read" in ana.get(SHELF).content.decode()


def test_article_read_by_two_at_once_is_read_into_the_case_once(visitor: Visitor, store: RoomCases) -> None:
    ana, ben = visitor("ana"), visitor("ben")
    send(ana, FIRST, SECOND)
    before = len(whole(store).all(Suggestion))
    ben.post(f"{SHELF}read/")
    waited()

    assert len(whole(store).all(Suggestion)) == before


# Going through


def test_next_goes_to_what_is_open_and_back_to_the_list_when_nothing_is(visitor: Visitor, store: RoomCases) -> None:
    ana = visitor("ana")
    send(ana, FIRST, SECOND)
    first = ana.get(f"{SHELF}next/")["Location"]
    id = first.rstrip("/").rpartition("/")[2]
    second = ana.get(f"{SHELF}next/?after={id}")["Location"]
    assert first != second
    assert ana.get(f"{SHELF}next/?before={second.rstrip('/').rpartition('/')[2]}")["Location"] == first
    for one in whole(store).all(Suggestion):
        if one.what != "reading":
            decide(ana, one, "leave_out")

    assert ana.get(f"{SHELF}next/")["Location"] == SHELF
    assert states(ana) == ["done", "done"]


def test_one_yes_over_several_articles_is_recorded_with_its_filter(visitor: Visitor, store: RoomCases) -> None:
    """R1."""
    ana = visitor("ana")
    send(ana, FIRST, SECOND)
    asked = {"kind": "statement", "above": "20"}
    ana.post(f"{SHELF}open/take-in/", {**asked, "versions": sent_at(ana, f"{SHELF}open/", "take-in", asked)})

    taken = [one for one in whole(store).all(Suggestion) if one.decision]
    assert {one.filter for one in taken} == {"kind=statement confidence>=0.20"}
    assert len({one.span.source for one in taken if one.span}) == 2
    assert len(whole(store).all(Statement)) == len(taken)


def test_yes_without_a_filter_takes_nothing_in(visitor: Visitor, store: RoomCases) -> None:
    ana = visitor("ana")
    send(ana, FIRST, SECOND)
    all_of_it = " ".join(f"{one.id}=x" for one in whole(store).all(Suggestion))
    ana.post(f"{SHELF}open/take-in/", {"versions": all_of_it})

    assert [one for one in whole(store).all(Suggestion) if one.decision] == []


def test_shelf_through_other_eyes_is_cut_and_only_reads(visitor: Visitor) -> None:
    """D3, D4."""
    ana = visitor("ana")
    send(ana, FIRST, SECOND)
    page = ana.get(f"{SHELF}?as=public").content.decode()

    assert "No articles yet" in page
    assert "Take in articles" not in page
    assert visitor("carl").get(SHELF).status_code == 404


def test_contact_is_not_taken_in_over_several_articles(visitor: Visitor, store: RoomCases) -> None:
    """R4: of a meeting told twice, one yes over all articles would make two."""
    ana = visitor("ana")
    meeting = "The presidents of Northland and Southmark met in Velmar on Monday."
    send(ana, meeting, f"{meeting} Nothing was signed.")
    asked = {"kind": "contact"}
    page = ana.post(
        f"{SHELF}open/take-in/",
        {**asked, "versions": sent_at(ana, f"{SHELF}open/", "take-in", asked)},
        follow=True,
    ).content.decode()

    assert "2 stay open: several articles may tell of the same one, so each is taken in at its article." in page
    assert "Take in these" not in page
    assert [one for one in whole(store).all(Suggestion) if one.decision] == []
