"""Where and when a meeting is: the place named behind "in" or "to", the day in the same words."""

from __future__ import annotations

import re

from onetext.reading.article import Article
from onetext.reading.dates import dates
from onetext.wording.spans import Span
from onetext.wording.words import listed


def place_in(article: Article, span: Span, *, destination: bool) -> str | None:
    """The place named behind in, at or (for a journey) to."""
    links = (
        r"\b(?:in|at|inside|near)(?: the)?$"
        if not destination
        else r"\b(?:to|in|at|for|visit(?:ed|ing)?)(?: the [A-Za-z]+ capital,)?(?: the)?$"
    )
    aside = re.search(r",? \b(?:when|where|since)\b", span.of(article.text))
    span = Span(span.start, span.start + aside.start()) if aside and aside.start() else span
    for mention in article.cast.mentions.inside(span):
        before = article.text[max(0, mention.span.start - 40) : mention.span.start].rstrip()
        name = mention.span.of(article.text)
        if len(name) < 6 and name.isupper() and name not in {"US", "UK", "UAE", "DRC", "U.S.", "U.K."}:
            continue  # an organisation is no place
        if mention.kind in {"party", "place"} and not mention.possessive and re.search(links, before):
            return mention.name
    for match in re.finditer(rf"{links[:-1]} (?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){{0,2}})", span.of(article.text)):
        name = match.group("name")
        if (
            name.split()[0] not in _NO_PLACE
            and not name.endswith(("'s", "’s"))
            and not _is_person(article, span.start + match.start("name"))
        ):
            return name
    capital = re.search(r"capital, (?P<name>[A-Z][\w’'-]+)", span.of(article.text))
    return capital.group("name") if capital else None


_NO_PLACE = listed(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August "
    "September October November December He She They The"
)


def _is_person(article: Article, at: int) -> bool:
    return any(
        m.kind in {"person", "outlet"} and m.extent.start <= at < m.extent.end
        for m in article.cast.mentions.inside(Span(max(0, at - 60), at + 1))
    )


def date_in(article: Article, span: Span) -> re.Match[str] | None:
    """The first day that is named there."""
    found = dates(article.text, *span)
    return found[0] if found else None
