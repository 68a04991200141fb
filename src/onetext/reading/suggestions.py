"""Findings in text order, each with its kind, place, rule and confidence: what a person is shown in place (R1, R2)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from onetext.reading.reading import read_text
from onetext.reading.records import Document, Source
from onetext.reading.rendering import as_data
from onetext.wording.spans import Span

KINDS = {
    "persons": "person", "statements": "statement", "contacts": "contact", "disclosures": "disclosure",
    "deadlines": "deadline", "questions": "question", "demands": "demand", "agreements": "agreement",
}  # fmt: skip
_OWN = frozenset({"span", "rule", "confidence", "links"})


@dataclass(frozen=True, slots=True)
class Finding:
    """One suggestion. ``fields`` are those of the printed form, without span, rule and confidence.

    ``links`` are what it has to do with a case, where it was matched to one.
    """

    kind: str
    span: Span
    fields: dict[str, Any]
    rule: str
    confidence: float
    links: tuple[dict[str, Any], ...] = ()


def suggestions(text: str, source: Source = Source(), *, with_model: bool | None = None) -> list[Finding]:  # noqa: B008 -- frozen
    """Everything found in ``text`` by place: kind, span, fields, rule, confidence. Never raises on any text."""
    return findings(read_text(text, source, with_model=with_model))


def findings(document: Document) -> list[Finding]:
    """The findings of a document already read, in text order."""
    return findings_in(as_data(document))


def findings_in(data: dict[str, Any]) -> list[Finding]:
    """The findings of a document in its printed form, in text order."""
    return sorted(in_sections(data), key=lambda finding: (finding.span, finding.kind))


def in_sections(data: dict[str, Any]) -> list[Finding]:
    """The same in the document's own order, section by section, which is what ``bound_to`` counts in."""
    found = [_finding(kind, item) for section, kind in KINDS.items() for item in data[section]]
    if data["plan"] is not None:
        found.append(_finding("plan", data["plan"]))
    return found


def _finding(kind: str, item: dict[str, Any]) -> Finding:
    fields = {name: value for name, value in item.items() if name not in _OWN}
    links = tuple(item.get("links", ()))
    return Finding(kind, Span(*item["span"]), fields, item["rule"], item["confidence"], links)
