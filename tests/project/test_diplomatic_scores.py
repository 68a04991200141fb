"""What the measuring of the diplomatic texts counts as right, missed and invented."""

from __future__ import annotations

from typing import Any

from benchmarks.diplomatic.gold import Record, Text
from benchmarks.diplomatic.names import fits
from benchmarks.diplomatic.scores import score
from benchmarks.diplomatic.tally import Tally

TEXT = "Envoys part\n\n“We go,” said Ana Bel. “We do not return.” Her talks with Carl Dorn on Monday were cancelled.\n"
LISTS = ("persons", "statements", "contacts", "disclosures", "deadlines", "questions", "demands", "agreements")


def gold(**lists: Any) -> Text:
    record = {"date": None, "outlet": None, "plan": None} | {kind: [] for kind in LISTS} | lists
    return Text("00-envoys", TEXT, Record.model_validate(record))


def reading(**lists: Any) -> dict[str, Any]:
    return {"plan": None} | {kind: [] for kind in LISTS} | lists


def span(words: str) -> list[int]:
    return [TEXT.index(words), TEXT.index(words) + len(words)]


def said(words: str, name: str | None) -> dict[str, Any]:
    speaker = {"name": name, "description": None, "anonymous": False}
    where = {"span": span(words), "content": span(words), "cue": None}
    return {"act": "say", "speaker": speaker, "via": [], "text": words, "rule": "r"} | where


def met(status: str, *participants: str) -> dict[str, Any]:
    rest = {"by": None, "place": None, "date": None, "kind": "talks", "span": span("Her talks")}
    return {"status": status, "history": [{"status": status}], "participants": list(participants)} | rest


def counts(tally: Tally) -> tuple[int, int, int, int]:
    return tally.right, tally.gold, tally.found, tally.invented


PEOPLE = [{"name": "Ana Bel", "role": None, "party": "Elen"}, {"name": "Carl Dorn", "role": None, "party": None}]
QUOTE = {"act": "say", "speaker": "Ana Bel", "content": ["“We go,”", "“We do not return.”"]}
CANCELLED = {
    "kind": "talks",
    "status": "cancelled",
    "history": ["planned", "cancelled"],
    "participants": ["Ana Bel", "Carl Dorn"],
}


def test_second_piece_of_a_quote_by_the_right_speaker_is_not_one_too_many() -> None:
    founds = [said("“We go,”", "Ana Bel"), said("“We do not return.”", "Bel")]

    scores = score(gold(persons=PEOPLE, statements=[QUOTE]), reading(statements=founds))

    assert counts(scores["statements, content and speaker"]) == (1, 1, 1, 0)


def test_statement_of_the_wrong_speaker_is_found_but_not_right() -> None:
    scores = score(gold(persons=PEOPLE, statements=[QUOTE]), reading(statements=[said("“We go,”", "Carl Dorn")]))

    assert counts(scores["statements, content"]) == (1, 1, 1, 0)
    assert counts(scores["statements, content and speaker"]) == (0, 1, 1, 0)
    assert counts(scores["speakers resolved"]) == (0, 1, 1, 0)


def test_statement_in_the_title_alone_is_left_out() -> None:
    scores = score(gold(persons=PEOPLE), reading(statements=[said("Envoys part", None)]))

    assert counts(scores["statements, content"]) == (0, 0, 0, 0)


def test_cancelled_meeting_shown_as_held_is_counted() -> None:
    scores = score(gold(persons=PEOPLE, contacts=[CANCELLED]), reading(contacts=[met("held", "Dorn", "Ana Bel")]))

    assert counts(scores["contacts, pair and status"]) == (0, 1, 1, 0)
    assert scores["contacts fallen but shown as held"].right == 1


def test_cancelled_meeting_beside_one_that_was_held_is_right() -> None:
    held = CANCELLED | {"status": "held", "history": ["held"]}
    founds = [met("held", "Carl Dorn", "Ana Bel"), met("cancelled", "Ana Bel", "Carl Dorn")]

    scores = score(gold(persons=PEOPLE, contacts=[CANCELLED, held]), reading(contacts=founds))

    assert counts(scores["contacts, pair and status"]) == (2, 2, 2, 0)
    assert scores["contacts fallen but shown as held"].right == 0


def test_contact_with_nothing_in_the_gold_behind_it_is_invented() -> None:
    scores = score(gold(persons=PEOPLE), reading(contacts=[met("held", "Ana Bel", "Carl Dorn")]))

    assert counts(scores["contacts, pair and status"]) == (0, 0, 1, 1)


def test_person_with_a_party_the_text_does_not_tell_is_not_right() -> None:
    founds = [{"name": "Bel", "party": "Elen"}, {"name": "Carl Dorn", "party": "Elen"}]

    scores = score(gold(persons=PEOPLE), reading(persons=founds))

    assert counts(scores["persons named"]) == (2, 2, 2, 0)
    assert counts(scores["persons with the right party"]) == (1, 2, 2, 0)


def test_surname_of_two_people_names_neither() -> None:
    assert fits(("Elena Marino",), "Marino", ("Elena Marino", "Luca Marino")) is False
    assert fits(("Elena Marino",), "Marino", ("Elena Marino", "Ruth Alleyne")) is True
