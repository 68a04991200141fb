"""Demands: what a party wants another to do; from statements that demand and from "wants X to"."""

from __future__ import annotations

import re

from onetext.reading.article import Article
from onetext.reading.records import Demand, Statement
from onetext.reading.statements import name_of
from onetext.wording.spans import Span


def demands(article: Article, said: tuple[Statement, ...]) -> tuple[Demand, ...]:
    found = [_from_statement(article, statement) for statement in said if _demands(article, statement)]
    taken = [demand.span for demand in found]
    for sentence in article.sentences:
        for clause in article.clauses[sentence.number]:
            if clause.lemma != "want" or clause.subject is None or clause.negated or clause.passive:
                continue
            demand = _wanted(article, sentence.number, clause.subject.first, clause.subject.last, clause.last)
            if demand is not None and not any(span.touches(demand.span) for span in taken):
                found.append(demand)
    return tuple(sorted(found, key=lambda demand: demand.span))


def _demands(article: Article, statement: Statement) -> bool:
    if statement.content is None or statement.cue is None:
        return False
    cue = statement.cue.of(article.text).lower()
    if statement.act == "demand":
        return True
    return statement.act == "propose" and bool(
        re.match(r"(?:calls?|called|urges?|urged|presse[sd]|press) ?(?:on)?\b", cue)
    )


def _from_statement(article: Article, statement: Statement) -> Demand:
    assert statement.content is not None
    text = statement.content.of(article.text)
    return Demand(
        party=statement.party or name_of(statement.speaker),
        of=_addressed(article, statement),
        text=" ".join(re.sub(r"^(?:for|that) ", "", text).split()),
        span=statement.span,
        confidence=round(statement.confidence - (0.1 if statement.act != "demand" else 0), 2),
        rule=f"{statement.rule}-demand",
    )


def _addressed(article: Article, statement: Statement) -> str | None:
    """Who shall do it: the first party named in what is demanded, or the one who is called on."""
    assert statement.content is not None
    if statement.to:
        return _party(article, statement.to)
    start = statement.content.start
    for mention in article.cast.mentions.outer(Span(start, min(statement.content.end, start + 60))):
        if (
            mention.kind in {"party", "person", "group"}
            and mention.extent.start <= start + 8
            and (mention.party or mention.known)
        ):
            return mention.party or mention.known
    return None


def _party(article: Article, name: str) -> str:
    profile = article.cast.profiles.get(name)
    return profile.party if profile is not None and profile.party else name


def _wanted(article: Article, number: int, first: int, last: int, after: int) -> Demand | None:
    """``Manila wants Tarsia to release …``."""
    sentence = article.sentences[number]
    tokens = sentence.tokens
    to = next((n for n in range(after, min(after + 8, len(tokens))) if tokens[n].tag == "TO"), None)
    if to is None or to == after:
        return None
    who = article.cast.mentions.who
    wanting, doing = who(sentence.stretch(first, last)), who(sentence.stretch(after, to))
    if not wanting or not doing:
        return None
    end = tokens[-2].end if tokens[-1].text in ".!?" and len(tokens) > 1 else tokens[-1].end
    return Demand(
        _party(article, wanting[0]), _party(article, doing[0]), article.text[tokens[after].start : end],
        Span(tokens[first].start, end), 0.7, "wants-to",
    )  # fmt: skip
