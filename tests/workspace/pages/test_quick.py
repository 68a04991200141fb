"""Words marked by hand in a few keys, in any language: who may have said them, and what becomes of it."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.test import Client

from onetext.case.contact import Contact
from onetext.case.people import Party, Person, Role
from onetext.case.position import Position
from onetext.case.record import Span
from onetext.case.source import Statement
from onetext.case.telling import Disclosure
from onetext.case.work import Deadline, Question, Suggestion
from onetext.workspace.pages.record.speakers import is_quoted, without_marks
from tests.workspace.conftest import Visitor
from tests.workspace.pages.articles import BASIN, paste, whole
from tests.workspace.room import RoomCases

ARABIC = "قالت الوزيرة ليلى حداد للصحفيين في المدينة: «لن نقبل أي اتفاق».\n\nوغادر الوفد الآخر المدينة مساء."
TEAM = ("team",)
CALLED = "Northland, Eda"


def asked(client: Client, source: str, kind: str, text: str, words: str, /, **sent: str) -> HttpResponse:
    start = text.index(words)
    address = f"{BASIN}source/{source}/mark/?kind={kind}&start={start}&end={start + len(words)}"
    headers = {"HX-Request": "true"}
    answer = client.post(address, sent, headers=headers) if sent else client.get(address, headers=headers)
    assert isinstance(answer, HttpResponse)
    return answer


def test_statement_in_any_language_is_recorded_with_the_speaker_suggested(visitor: Visitor, store: RoomCases) -> None:
    """R1, R2: the person of the case whom the text names nearest stands in the field; Enter is all."""
    role = Role(title="minister", party="south")
    store.write("river-basin", Person(id="layla", name="ليلى حداد", roles=(role,), labels=TEAM))
    ana = visitor("ana")
    source = paste(ana, ARABIC)
    form = BeautifulSoup(asked(ana, source, "statement", ARABIC, "لن نقبل أي اتفاق").content, "html.parser")
    sent = {str(one["name"]): str(one.get("value") or "on") for one in form.select("input[name]:not([type=hidden])")}
    assert sent == {"who": "ليلى حداد", "quoted": "on"}

    answer = asked(ana, source, "statement", ARABIC, "لن نقبل أي اتفاق", **sent, act="decline")

    (statement,) = whole(store).all(Statement)
    assert answer.status_code == 201
    assert (statement.speaker.person, statement.party, statement.act) == ("layla", "south", "decline")
    assert (statement.quote, statement.text) == ("لن نقبل أي اتفاق", None)
    marked = next(one for one in whole(store).all(Suggestion) if one.rule == "by hand")
    assert answer["Location"] == f"{BASIN}source/{source}/#s-{marked.id}"
    assert (marked.decision, marked.by, marked.record, marked.span) == ("taken_in", "ana", statement.id, statement.span)


def test_speaker_given_by_hand_is_suggested_for_the_next_words(visitor: Visitor, store: RoomCases) -> None:
    ana = visitor("ana")
    source = paste(ana, ARABIC)
    asked(ana, source, "statement", ARABIC, "لن نقبل أي اتفاق", who="ليلى حداد", act="say")

    page = asked(ana, source, "statement", ARABIC, "وغادر الوفد").content.decode()

    assert 'value="ليلى حداد"' in page


def test_speaker_of_the_same_paragraph_comes_before_a_nearer_one(visitor: Visitor, store: RoomCases) -> None:
    text = "Southmark was silent.\nEarlier in the day, the council of Northland met for long hours. It will not pay."
    ana = visitor("ana")
    page = asked(ana, paste(ana, text), "statement", text, "It will not pay").content.decode()

    assert 'name="who" value="Northland"' in page


def test_party_that_speaks_is_the_party_of_the_statement(visitor: Visitor, store: RoomCases) -> None:
    text = "Northland: we agree."
    ana = visitor("ana")
    asked(ana, paste(ana, text), "statement", text, "we agree", who="Northland", act="say")

    (statement,) = whole(store).all(Statement)
    assert (statement.speaker.description, statement.party) == ("Northland", "north")


@pytest.mark.parametrize(
    ("kind", "sent", "model", "field", "value"),
    [
        (
            "contact",
            {"contact_kind": "call", "who_all": "Northland، Eda", "status": "held"},
            Contact,
            "title",
            CALLED,
        ),
        ("disclosure", {"by": "Northland", "to": "Southmark", "what": "the draft"}, Disclosure, "by", "north"),
        ("question", {"text": "Who pays?"}, Question, "text", "Who pays?"),
        ("deadline", {"text": "Sign it", "day": "2025-12-01"}, Deadline, "on", "2025-12-01"),
        ("person", {"name": "Eda", "role": "envoy", "party": "Northland"}, Person, "name", "Eda"),
        ("position", {"party": "Southmark", "stance": "reject", "text": "No"}, Position, "stance", "reject"),
    ],
)
def test_each_kind_is_recorded_from_its_few_fields(
    visitor: Visitor, store: RoomCases, kind: str, sent: dict[str, str], model: type[Contact], field: str, value: str
) -> None:
    ana = visitor("ana")
    answer = asked(ana, paste(ana, ARABIC), kind, ARABIC, "الوفد الآخر", **sent)

    assert answer.status_code == 201, answer.content.decode()
    (record,) = whole(store).all(model)
    assert getattr(record, field) == value


def test_field_that_is_missing_is_said_and_nothing_is_written(visitor: Visitor, store: RoomCases) -> None:
    ana = visitor("ana")
    answer = asked(ana, paste(ana, ARABIC), "position", ARABIC, "الوفد", party="nobody", stance="reject", text="No")

    assert answer.status_code == 400
    assert "no party of the case" in answer.content.decode()
    assert whole(store).all(Position) == ()
    assert [one for one in whole(store).all(Suggestion) if one.rule == "by hand"] == []


def test_names_hidden_from_the_writer_are_not_offered(visitor: Visitor, store: RoomCases) -> None:
    """D4, D12."""
    store.write("river-basin", Party(id="quiet", name="Quietland", labels=("quiet",)))
    ana = visitor("ana")

    assert "Quietland" not in asked(ana, paste(ana, ARABIC), "statement", ARABIC, "الوفد").content.decode()


def test_quotation_marks_are_known_in_many_scripts() -> None:
    text = "a «b» “c” 「d」 e"

    assert [is_quoted(text, Span(source="s", start=text.index(one), end=text.index(one) + 1)) for one in "abcde"] == [
        False, True, True, True, False,
    ]  # fmt: skip
    assert without_marks("«b»") == "b"
