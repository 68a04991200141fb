"""A document as plain data in the fixed shape of ``read``; unknown is null, spans are pairs of offsets."""

from __future__ import annotations

from typing import Any

from onetext.reading.records import Document
from onetext.wording.spans import Span


def as_data(document: Document) -> dict[str, Any]:
    """The printed form of one document."""
    source = document.source
    data: dict[str, Any] = {
        "source": {
            "file": source.file, "outlet": source.outlet, "date": source.date, "title": source.title,
            "chars": document.chars,
        },
        "language": document.language,
        "error": document.error.as_dict() if document.error else None,
        "engine": document.engine,
        "limits": list(document.limits),
        "read_to": document.read_to,
    }  # fmt: skip
    if source.id is not None:
        data = {"id": source.id, **data}
    for name in ("url", "line", "key"):
        if getattr(source, name) is not None:
            data["source"][name] = getattr(source, name)
    data |= {
        "persons": [_plain(person) for person in document.persons],
        "statements": [_plain(statement) for statement in document.statements],
        "contacts": [_plain(contact) for contact in document.contacts],
        "disclosures": [_plain(telling) for telling in document.disclosures],
        "deadlines": [_plain(due) for due in document.deadlines],
        "plan": _plain(document.plan) if document.plan else None,
        "questions": [_plain(question) for question in document.questions],
        "demands": [_plain(demand) for demand in document.demands],
        "agreements": [_plain(agreement) for agreement in document.agreements],
        "clutter": [list(span) for span in document.clutter],
    }
    if document.language not in {"en", None}:
        data["names"] = [_plain(name) for name in document.names]
        data["days"] = [_plain(day) for day in document.days]
    return data


def _plain(record: Any) -> dict[str, Any]:
    return {name: _value(getattr(record, name)) for name in type(record).__dataclass_fields__}


def _value(value: Any) -> Any:
    if isinstance(value, Span):
        return list(value)
    if isinstance(value, tuple):
        return [_value(each) for each in value]
    if hasattr(type(value), "__dataclass_fields__"):
        return _plain(value)
    return value
