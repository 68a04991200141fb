"""Who is named in a stretch, up to where it goes on to its topic."""

from __future__ import annotations

from collections.abc import Sequence

from onetext.reading.article import Article
from onetext.reading.meetings.attendance import beside, people
from onetext.reading.records import Statement
from onetext.wording.spans import Span


def named(article: Article, span: Span, said: Sequence[Statement]) -> list[str]:
    """Who is named in a stretch, up to its topic."""
    return people(article, beside(article, span), said)
