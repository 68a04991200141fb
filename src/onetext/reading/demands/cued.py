"""Demands that only a cue of speech shows: what was said in a verb of demanding."""

from __future__ import annotations

import re

from onetext.reading.article import Article
from onetext.reading.persons.bearers import as_party
from onetext.reading.records import Demand, Statement
from onetext.reading.statements import name_of
from onetext.wording.spans import Span
from onetext.wording.words import listed

PRONOUNS = listed("he she they it we i you this that who")
"""Nobody's name: a demand of theirs says not whose it is."""
_WISHED = re.compile(r"\b(?:to|not|back|out|home|removed|\w+ed)\b")


def from_statement(article: Article, statement: Statement) -> Demand | None:
    """What attribution took for a demand and the grammar above did not find."""
    if statement.content is None or statement.cue is None or statement.act != "demand":
        return None
    words = statement.content.of(article.text)
    party = statement.party or name_of(statement.speaker)
    if party is None or re.match(r"(?:nothing|none|no more|it|that|this)\b(?! \w+ (?:be|should|must))", words):
        return None
    cue = statement.cue.of(article.text).lower()
    if party.lower() in PRONOUNS or (re.search(r"\bwant|\bwould like", cue) and not _WISHED.search(words)):
        return None
    if re.search(r"\b(?:insist|requir)", cue) and not re.search(r"\b(?:must|should|be|shall)\b", words):
        return None
    return Demand(
        party=party, of=_addressed(article, statement), text=" ".join(re.sub(r"^(?:for|that) ", "", words).split()),
        span=statement.span, confidence=round(statement.confidence - 0.1, 2), rule=f"{statement.rule}-demand",
    )  # fmt: skip


def _addressed(article: Article, statement: Statement) -> str | None:
    """Who shall do it: the one who is called on, else the first party named in what is demanded."""
    assert statement.content is not None
    if statement.to:
        return as_party(article, statement.to)
    start = statement.content.start
    for mention in article.cast.mentions.outer(Span(start, min(statement.content.end, start + 60))):
        if (
            mention.kind in {"party", "person", "group"}
            and mention.extent.start <= start + 8
            and (mention.party or mention.known)
        ):
            return mention.party or mention.known
    return None
