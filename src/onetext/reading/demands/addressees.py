"""Of whom something is demanded: whoever is named with "from", before the infinitive, or inside what is demanded."""

from __future__ import annotations

from onetext.reading.article import Article
from onetext.reading.clauses import Clause
from onetext.reading.persons.bearers import as_party, bearers
from onetext.reading.tokens import Sentence


def named_inside(article: Article, sentence: Sentence, at: int, last: int) -> str | None:
    """``a resolution that gives Kesh thirty days``: of whom, where one is named in it."""
    return next(iter(article.cast.mentions.who(sentence.stretch(at, last))), None)


def asked_from(article: Article, sentence: Sentence, at: int, end: int) -> str | None:
    """``demands guarantees from Kenya``."""
    tokens = sentence.tokens
    for n in range(at + 1, len(tokens) - 1):
        if tokens[n].start >= end:
            break
        if tokens[n].low == "from":
            last = next(
                (m for m in range(n + 1, len(tokens)) if tokens[m].start >= end or tokens[m].text in ",."), len(tokens)
            )
            named = article.cast.mentions.who(sentence.stretch(n + 1, max(last, n + 2)))
            if named:
                return as_party(article, named[0])
    return None


def asked_for(article: Article, sentence: Sentence, start: int, end: int) -> str | None:
    """``for Kyiv to cede land``."""
    tokens = sentence.tokens
    to = next((n for n in range(start, len(tokens)) if tokens[n].tag == "TO" and tokens[n].start < end), None)
    return next(iter(bearers(article, sentence.stretch(start, to))), None) if to is not None and to > start else None


def urged_by(article: Article, clause: Clause) -> tuple[str, int] | None:
    """``was urged by the council to withdraw``: whose demand, and where it begins; null where nobody is named."""
    tokens = clause.sentence.tokens
    to = next((n for n in range(clause.last, min(clause.last + 14, len(tokens))) if tokens[n].tag == "TO"), None)
    by = next((n for n in range(clause.last, len(tokens)) if tokens[n].low == "by"), None)
    if to is None or by is None or by + 1 >= len(tokens):
        return None
    last = to if by < to else next((n for n in range(by, len(tokens)) if tokens[n].text in ",.;"), len(tokens))
    named = bearers(article, clause.sentence.stretch(by + 1, max(last, by + 2)))
    return (named[0], to) if named else None
