"""An article as a source of the case, and what was found in it as suggestions (R1, R2)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from django.utils.translation import gettext as _
from pydantic import ValidationError

from onetext.case.misfit import misfits
from onetext.case.record import Record, Span
from onetext.case.source import Source
from onetext.case.work import Suggestion
from onetext.disclosure.recording import Writing, write
from onetext.disclosure.view import View
from onetext.workspace.pages.record.articles.found import Reading, read_article
from onetext.workspace.pages.record.articles.sending import Article, Skipped
from onetext.workspace.pages.record.suggestions.intake import READING
from onetext.workspace.stored import StoredCase


def known_texts(seen: View) -> dict[str, str]:
    """Digest to id, of the texts that are there already as far as this writer sees them (D4)."""
    return dict(pair for pair in seen.facts(Source.kind, "digest", _digested) if pair[0])


def digest(text: str) -> str:
    """The same for two texts that differ in white space alone."""
    return hashlib.sha256(" ".join(text.split()).encode("utf-8", "replace")).hexdigest()


def _digested(record: Record) -> tuple[str, str]:
    text = record.text if isinstance(record, Source) else None
    return (digest(text) if text else ""), record.id


def keep(
    case: StoredCase, seen: View, articles: Iterable[Article], labels: tuple[str, ...]
) -> tuple[list[str], list[Skipped]]:
    """Write the sources, unread, in one write; gives their ids, and what was left aside and why."""
    found, known, skipped = list(articles), known_texts(seen), []
    ids = case.store.ledger.draw(case.username, labels, len(found)) if found else ()
    made: list[Source] = []
    for id, article in zip(ids, found, strict=True):
        if (same := digest(article.text)) in known:
            skipped.append(Skipped(article.name, _("its text is here already")))
            continue
        try:
            made.append(source_of(id, article, labels))
            known[same] = id
        except ValidationError as error:
            skipped += [Skipped(article.name, f"{fault.address}: {fault.problem}") for fault in misfits(error, {})]
    if made:
        write(case.store, seen, case.username, [Writing(source) for source in made])
    return [source.id for source in made], skipped


def source_of(id: str, article: Article, labels: tuple[str, ...], language: str | None = None) -> Source:
    """Raises ``ValidationError``."""
    fields = {
        "outlet": article.outlet,
        "on": article.on,
        "title": article.title,
        "url": article.url,
        "language": article.language or language,
    }
    return Source.model_validate({**fields, "id": id, "labels": labels, "text": article.text})


def read_source(source: Source) -> Reading:
    """What the machine finds in the text of a source."""
    return read_article(source.text or "", source.outlet, source.on, source.title, source.url, source.language)


def suggested(source: Source, reading: Reading, ids: tuple[str, ...], labels: tuple[str, ...]) -> list[Record]:
    """One suggestion a finding, and one that keeps how the text was read; one id more than there are findings."""
    whole = Span(source=source.id, start=0, end=len(source.text or ""))
    made: list[Record] = [
        Suggestion(id=ids[-1], labels=labels, what=READING, span=whole, fields=reading.about, rule=reading.engine)
    ]
    for id, one in zip(ids[:-1], reading.found, strict=True):
        bound = {} if one.bound_to is None else {"bound_to": ids[one.bound_to]}
        made.append(
            Suggestion(
                id=id,
                labels=labels,
                what=one.kind,
                span=Span(source=source.id, start=one.start, end=one.end),
                fields={**one.fields, **bound},
                rule=one.rule,
                confidence=one.confidence,
            )
        )
    return made


def write_reading(case: StoredCase, seen: View, source: Source, reading: Reading) -> None:
    """Add what was found to a source that is there, under its labels."""
    labels = source.labels or case.store.head.default_labels
    ids = case.store.ledger.draw(case.username, labels, len(reading.found) + 1)
    write(case.store, seen, case.username, [Writing(one) for one in suggested(source, reading, ids, labels)])
