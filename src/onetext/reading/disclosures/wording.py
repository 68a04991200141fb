"""How a disclosure is put: the words of what is told, how much of it, and the stretch that tells it."""

from __future__ import annotations

import re

from onetext.reading.article import Article
from onetext.reading.clauses import Clause
from onetext.reading.disclosures.places import LINKS
from onetext.reading.meetings.events import stretch_of
from onetext.reading.records import Telling
from onetext.wording.spans import Span, trimmed

_FULL = re.compile(r"\b(?:full|whole|entire|complete) \w+|\bin full\b|\bcop(?:y|ies)\b", re.IGNORECASE)
_OUTLINE = re.compile(
    r"\b(?:outlines?|main points|broad (?:lines|terms)|summary|gist|key (?:points|elements)|general terms|advantages"
    r"|merits)\b",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(?:parts?|portions?|sections?|excerpts?|some|first \w+ (?:points|articles)|one page)\b", re.IGNORECASE
)


def words_of(clause: Clause, thing: tuple[int, int] | None) -> Span | None:
    """What is told, with what belongs to it behind its noun ("the list of names")."""
    if thing is None:
        return None
    tokens, last = clause.sentence.tokens, thing[1]
    while last < len(tokens) and tokens[last].tag.startswith(("IN", "CD", "NN", "JJ", "DT")):
        following = tokens[last + 1] if last + 1 < len(tokens) else None
        counted = tokens[last].low == "with" and following is not None and following.tag in {"CD", "JJ"}
        if (tokens[last].tag == "IN" or tokens[last].low in LINKS) and tokens[last].low != "of" and not counted:
            break
        last += 1
    return clause.sentence.stretch(thing[0], last)


def telling(
    article: Article, clause: Clause, teller: list[str], heard: list[str], what: Span | None, status: str, rule: str
) -> Telling:
    """A disclosure without mode, day and reporter."""
    tokens = clause.sentence.tokens
    end = tokens[min(max(clause.stop, clause.last), len(tokens)) - 1].end
    span = Span(stretch_of(clause).start, trimmed(article.text, clause.span.start, end, " .,;\n").end)
    words = " ".join(what.of(article.text).strip(" .,").split()) if what else None
    return Telling(
        by=teller[0] if teller else None,
        to=tuple(heard),
        what=words or None,
        extent=extent(words or span.of(article.text)),
        mode=None,
        status=status,
        date=None,
        span=span,
        reported_by=None,
        confidence=0.8 if teller else 0.65,
        rule=rule,
    )


def extent(words: str) -> str | None:
    """full, outline, part or existence, where the words tell."""
    if _FULL.search(words):
        return "full"
    if _OUTLINE.search(words):
        return "outline"
    if _PART.search(words):
        return "part"
    return "existence" if re.search(r"\bexistence\b", words) else None
