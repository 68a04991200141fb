"""Findings in text order, each with its kind, place, rule and confidence: what a person is shown in place (R1, R2)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from onetext.reading.reading import read_text
from onetext.reading.records import Document, Source
from onetext.reading.rendering import as_data
from onetext.wording.spans import Span

_KINDS = {
    "persons": "person", "statements": "statement", "contacts": "contact", "disclosures": "disclosure",
    "deadlines": "deadline", "questions": "question", "demands": "demand", "agreements": "agreement",
}  # fmt: skip
_OWN = frozenset({"span", "rule", "confidence"})


@dataclass(frozen=True, slots=True)
class Finding:
    """One suggestion. ``fields`` are those of the printed form, without span, rule and confidence."""

    kind: str
    span: Span
    fields: dict[str, Any]
    rule: str
    confidence: float


def suggestions(text: str, source: Source = Source(), *, with_model: bool | None = None) -> list[Finding]:  # noqa: B008 -- frozen
    """Everything found in ``text`` by place: kind, span, fields, rule, confidence. Never raises on any text."""
    return findings(read_text(text, source, with_model=with_model))


def findings(document: Document) -> list[Finding]:
    """The findings of a document already read, in text order."""
    return findings_in(as_data(document))


def findings_in(data: dict[str, Any]) -> list[Finding]:
    """The findings of a document in its printed form, in text order."""
    found = [_finding(kind, item) for section, kind in _KINDS.items() for item in data[section]]
    if data["plan"] is not None:
        found.append(_finding("plan", data["plan"]))
    return sorted(found, key=lambda finding: (finding.span, finding.kind))


def _finding(kind: str, item: dict[str, Any]) -> Finding:
    fields = {name: value for name, value in item.items() if name not in _OWN}
    return Finding(kind, Span(*item["span"]), fields, item["rule"], item["confidence"])
