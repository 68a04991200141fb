"""The case that a person would have who took in everything that was found in an article, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from onetext.case.case import Case, Head
from onetext.case.kinds import BY_KIND
from onetext.case.record import Record
from onetext.reading.records import Document
from onetext.reading.rendering import as_data

HEAD = Head(id="taken", title="Taken in", basis="invented")


def taken(document: Document, text: str, source: str = "s1") -> Case:
    """All findings as records that name the article as their source."""
    data = as_data(document)
    fields = {"outlet": document.source.outlet, "on": document.source.date, "text": text}
    records: dict[str, list[Record]] = {"source": [_record("source", source, fields)]}
    for section, make in _MAKERS.items():
        for number, item in enumerate(data[section]):
            kind, made = make(item, source, text)
            records.setdefault(kind, []).append(_record(kind, f"{section}-{number}", made))
    return Case(HEAD, {kind: tuple(found) for kind, found in records.items()})


def _record(kind: str, id: str, fields: dict[str, Any]) -> Record:
    given = {name: value for name, value in fields.items() if value is not None}
    return BY_KIND[kind].model_validate({**given, "id": id, "labels": ["team"]})


def _words(item: dict[str, Any], text: str) -> str:
    return " ".join(text[item["span"][0] : item["span"][1]].split())


def _statement(item: dict[str, Any], source: str, text: str) -> tuple[str, dict[str, Any]]:
    said = item["text"] or _words(item, text)
    speaker = {"name": item["speaker"]["name"], "description": item["speaker"]["description"]}
    words = {"quote" if item["direct"] else "text": said}
    return "statement", {"act": item["act"], "speaker": speaker, "via": [source], **words}


def _contact(item: dict[str, Any], source: str, text: str) -> tuple[str, dict[str, Any]]:
    states: Sequence[dict[str, Any]] = item["history"]
    return "contact", {
        "kind": item["kind"], "on": item["date"], "place": item["place"], "text": _words(item, text),
        "participants": [{"name": name} for name in item["participants"]], "sources": [source],
        "accounts": [{"status": mark["status"], "sources": [source]} for mark in states],
    }  # fmt: skip


def _question(item: dict[str, Any], source: str, text: str) -> tuple[str, dict[str, Any]]:
    return "question", {"text": item["text"], "sources": [source]}


def _agreement(item: dict[str, Any], source: str, text: str) -> tuple[str, dict[str, Any]]:
    return "agreement", {"name": item["name"], "status": item["status"], "sources": [source]}


def _person(item: dict[str, Any], source: str, text: str) -> tuple[str, dict[str, Any]]:
    return "person", {"name": item["name"], "sources": [source]}


def _deadline(item: dict[str, Any], source: str, text: str) -> tuple[str, dict[str, Any]]:
    return "deadline", {"title": item["what"], "on": item["date"], "sources": [source]}


_MAKERS = {
    "persons": _person, "statements": _statement, "contacts": _contact, "questions": _question,
    "agreements": _agreement, "deadlines": _deadline,
}  # fmt: skip
