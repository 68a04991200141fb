"""What the reading layer finds in an article, in the shape that is stored: suggestions in text order (R2)."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from functools import cache
from typing import Any

from onetext.reading.reading import read_text
from onetext.reading.records import Contact, Document, Source
from onetext.reading.suggestions import Finding, findings


@dataclass(frozen=True)
class Found:
    """One finding; ``bound_to`` is the place in the same list of the contact that a deadline moves with."""

    kind: str
    start: int
    end: int
    fields: dict[str, Any]
    rule: str
    confidence: float
    bound_to: int | None = None


@dataclass(frozen=True)
class Reading:
    """All that was found, and how the text was read: ``about`` is kept beside the suggestions (R5)."""

    found: tuple[Found, ...]
    language: str | None
    engine: str
    about: dict[str, Any]


_TURN = threading.Lock()


def get_ready() -> None:
    """Load what reading needs while a person is still pasting; the first article would wait for it otherwise."""
    threading.Thread(target=_ready, daemon=True).start()


def _ready() -> None:
    with _TURN:
        _once()


@cache
def _once() -> None:
    read_text("They met on Monday.", Source(language="en"))


def read_article(
    text: str, outlet: str | None, day: str | None, title: str | None, url: str | None, language: str | None
) -> Reading:
    """Read one article; offsets are code points of ``text``. Fails on no text (R5)."""
    _ready()
    document = read_text(text, Source(outlet=outlet, date=day, title=title, url=url, language=language))
    listed = findings(document)
    about = {
        "limits": list(document.limits),
        "read_to": document.read_to,
        "chars": document.chars,
        "clutter": [[span.start, span.end] for span in document.clutter],
        "outlet": document.source.outlet,
        "date": document.source.date,
        "title": document.source.title,
    }
    found = tuple(_found(document, listed, finding) for finding in listed)
    return Reading(found, document.language, document.engine, about)


def _found(document: Document, listed: list[Finding], finding: Finding) -> Found:
    fields = dict(finding.fields)
    bound = fields.pop("bound_to", None)
    place = _place(listed, document.contacts[bound]) if isinstance(bound, int) else None
    span = finding.span
    return Found(finding.kind, span.start, span.end, fields, finding.rule, finding.confidence, place)


def _place(listed: list[Finding], contact: Contact) -> int | None:
    """Where a contact of the document stands in the list of findings."""
    wanted = (contact.span, contact.kind, list(contact.participants))
    for place, finding in enumerate(listed):
        if finding.kind == "contact" and wanted == (
            finding.span,
            finding.fields["kind"],
            finding.fields["participants"],
        ):
            return place
    return None
