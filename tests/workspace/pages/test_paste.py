"""An article is pasted or sent as a file: a source and suggestions, under the labels chosen (R1, R2, R5, D1)."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from onetext.case.access import Clearance, Compartment
from onetext.case.people import Person
from onetext.case.source import Source
from onetext.case.work import Question, Suggestion
from tests.workspace.conftest import Visitor
from tests.workspace.pages.articles import ACCORD, BASIN, decide, found, paste, shown, whole
from tests.workspace.room import RoomCases


def test_article_becomes_a_source_and_its_findings_suggestions_and_nothing_else(
    visitor: Visitor, store: RoomCases
) -> None:
    """R1."""
    before = {kind: len(records) for kind, records in whole(store).records.items()}

    source = paste(visitor("ana"), url="https://example.org/a", title="Briefing")

    after = {kind: len(records) for kind, records in whole(store).records.items()}
    kept = whole(store).get(Source, source)
    assert set(after) - set(before) == {"source", "suggestion"}
    assert {kind: number for kind, number in after.items() if kind in before} == before
    assert kept is not None
    assert (kept.outlet, kept.on, kept.url, kept.title) == (
        "Harbour Post",
        "2025-11-18",
        "https://example.org/a",
        "Briefing",
    )
    assert kept.text == ACCORD
    assert {one.labels for one in whole(store).all(Suggestion)} == {("team",)}


def test_span_counts_code_points_whatever_the_line_ends_and_letters(visitor: Visitor, store: RoomCases) -> None:
    """R2: letters beyond the basic plane, and the two characters with which a browser sends a line end."""
    text = "𝔄 𝔅 😀 title\n\n" + ACCORD
    paste(visitor("ana"), text.replace("\n", "\r\n"))

    spoken = found(store, "statement", "seriously")
    kept = whole(store).all(Source)[0].text
    assert spoken.span
    assert kept == text
    assert kept[spoken.span.start : spoken.span.end].startswith("We believe our concerns")


def test_text_comes_from_a_file_and_keeps_its_line_ends(visitor: Visitor, store: RoomCases) -> None:
    file = SimpleUploadedFile("a.txt", ACCORD.replace("\n", "\r\n").encode("utf-8-sig"))

    paste(visitor("ana"), "", file=file)

    assert whole(store).all(Source)[0].text == ACCORD.replace("\n", "\r\n")


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"\xff\xfe\x00", "not whole UTF-16 text"), (b"a\x00b", "binary content"), (b"", "There is no text yet")],
)
def test_file_that_is_no_text_is_refused_and_nothing_typed_is_lost(
    visitor: Visitor, store: RoomCases, data: bytes, words: str
) -> None:
    sent = {"file": SimpleUploadedFile("a.bin", data), "outlet": "The Post", "title": "What was typed"}

    answer = visitor("ana").post(f"{BASIN}paste/", sent)

    page = answer.content.decode()
    assert answer.status_code == 400
    assert words in page
    assert 'value="What was typed"' in page
    assert whole(store).all(Source) == ()


def test_wrong_date_keeps_the_text_of_the_file_in_the_form(visitor: Visitor) -> None:
    sent = {"file": SimpleUploadedFile("a.txt", ACCORD.encode()), "on": "yesterday"}

    page = visitor("ana").post(f"{BASIN}paste/", sent).content.decode()

    assert "Write the date like 19 Nov 2025, 2025-11-19, 2025-11 or 2025." in page
    assert "our concerns are finally being taken" in page


def test_text_nobody_can_read_is_taken_in_and_says_how_far_it_was_read(visitor: Visitor) -> None:
    """R5."""
    ana = visitor("ana")
    for text in (
        "]]]» „“ :: \u202e\u0301 <script>alert(1)</script>",
        "x" * 5000,
        "1\n2\n3",
        "Привіт. Київ сказав: «так».",
    ):
        page = ana.get(f"{BASIN}source/{paste(ana, text)}/")
        assert page.status_code == 200
        assert b"<script>alert(1)" not in page.content


# Labels


def test_what_is_taken_in_carries_the_labels_of_its_article_and_others_see_no_trace(
    visitor: Visitor, store: RoomCases
) -> None:
    """D1, D4."""
    quiet = Compartment(id="quiet", name="Quiet", owners=("ana",), labels=("quiet",))
    cleared = Clearance(id="cl-q", who="@ana", compartments=("quiet",), by="ana", on="2025-11-01", labels=("quiet",))
    store.write("river-basin", quiet, cleared)
    ana, ben = visitor("ana"), visitor("ben")
    before = shown(ben, "")
    source = paste(ana, labels=["quiet"])
    decide(ana, found(store, "question"), "take_in")
    decide(ana, found(store, "person", "Jorge"), "take_in")

    assert {one.labels for one in whole(store).all(Question)} == {("quiet",)}
    assert {one.labels for one in whole(store).all(Person)} == {("quiet",)}
    assert shown(ben, "") == before
    for path in (f"source/{source}/", f"source/{source}/mark/?kind=question&start=0&end=9", f"entry/{source}/"):
        assert shown(ben, path) == shown(ben, "source/none/")


def test_compartment_one_is_not_in_cannot_be_chosen(visitor: Visitor, store: RoomCases) -> None:
    paste(visitor("ben"), labels=["quiet", "team"])

    assert whole(store).all(Source)[0].labels == ("team",)
