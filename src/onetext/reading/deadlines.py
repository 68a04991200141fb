"""Deadlines: what has to be so by when; bound to a meeting where the text binds it to one."""

from __future__ import annotations

import re

from onetext.reading.article import Article
from onetext.reading.clauses import Clause
from onetext.reading.dates import dates, day_of, phrase_of
from onetext.reading.events import event_nouns
from onetext.reading.records import Contact, Due
from onetext.wording.spans import Span, trimmed
from onetext.wording.words import listed

_DUE = listed(
    "be finish complete finalise finalize submit receive deliver hand_over sign ready answer respond "
    "agree reply settle decide conclude approve ratify withdraw release publish present close implement "
    "accept lie arrive"
)
_LIMIT = re.compile(r"\b(?:by|before|until|ahead of|in time for|for|no later than|when|not later than)\b(?= )")
_DEADLINE = re.compile(r"\bdeadline\b[^.]{0,80}?\b(?:of|on|for|until|by|is|expires?|passes|runs out)\b", re.IGNORECASE)


def deadlines(article: Article, meetings: tuple[Contact, ...], published: str | None) -> tuple[Due, ...]:
    found: list[Due] = []
    for sentence in article.sentences:
        for clause in article.clauses[sentence.number]:
            due = _of_clause(article, clause, meetings, published)
            if due is not None and not any(due.span.touches(other.span) for other in found):
                found.append(due)
        named = _DEADLINE.search(sentence.span.of(article.text))
        if named and not any(sentence.span.touches(other.span) for other in found):
            when = dates(article.text, sentence.span.start + named.start(), sentence.span.end)
            if when:
                text = " ".join(sentence.span.of(article.text).strip(" .").split())
                found.append(
                    Due(text, None, day_of(when[0], published), phrase_of(when[0]), sentence.span, 0.6, "deadline-word")
                )
    return tuple(found)


def _of_clause(article: Article, clause: Clause, meetings: tuple[Contact, ...], published: str | None) -> Due | None:
    if clause.subject is None or not _must(clause) or clause.negated:
        return None
    sentence, text = clause.sentence, article.text
    end = _clause_end(clause)
    start = sentence.tokens[min(clause.subject.first, clause.first)].start
    zone = Span(sentence.tokens[clause.last - 1].end, end)
    limit = None
    for match in _LIMIT.finditer(text, zone.start, zone.end):
        bound = _meeting_behind(article, sentence.number, match.end(), end, meetings)
        when = [
            each for each in dates(text, match.start(), min(end, match.start() + 60)) if each.start() <= match.end() + 2
        ]
        if match.group() == "for" and bound is None:
            continue
        if bound is not None or when:
            limit = (match, bound, when[0] if when else None)
            break
    if limit is None:
        return None
    match, bound, moment = limit
    what = trimmed(text, start, match.start())
    return Due(
        what=" ".join(what.of(text).split()),
        bound_to=bound,
        date=day_of(moment, published) if moment and bound is None else None,
        date_text=phrase_of(moment) if moment else None,
        span=trimmed(text, start, end, " .,;"),
        confidence=0.8 if bound is not None else 0.65,
        rule="due-by-meeting" if bound is not None else "due-by-day",
    )


def _must(clause: Clause) -> bool:
    """``should be ready``, ``must receive``, ``has to be``, ``is to be finished``, ``needs to``."""
    if clause.lemma not in _DUE:
        return False
    if clause.modal in {"should", "must", "shall"} or (
        clause.modal == "will" and clause.lemma in {"be", "finish", "complete"} and not clause.passive
    ):
        return clause.lemma != "be" or clause.modal != "will" or _ready(clause)
    above = clause.governor
    before = [token.lemma for token in clause.sentence.tokens[max(0, clause.first - 2) : clause.first]]
    return clause.infinitive and (
        bool({"have", "need", "be"} & set(before)) or (above is not None and above.lemma in {"have", "need"})
    )


def _ready(clause: Clause) -> bool:
    return any(
        token.low in {"ready", "complete", "finished", "final", "done"}
        for token in clause.sentence.tokens[clause.last : clause.last + 4]
    )


def _clause_end(clause: Clause) -> int:
    """The end of what is due: a comma with a new subject, or the sentence."""
    tokens = clause.sentence.tokens
    for at in range(clause.last, len(tokens)):
        if tokens[at].text in ".;" or (
            tokens[at].text == "," and at + 1 < len(tokens) and tokens[at + 1].low in {"but", "and", "while", "which"}
        ):
            return tokens[at].start
    return clause.sentence.span.end


def _meeting_behind(article: Article, number: int, start: int, end: int, meetings: tuple[Contact, ...]) -> int | None:
    """The contact whose mention stands behind the limiting word."""
    sentence = article.sentences[number]
    nouns = [sentence.tokens[event.at].start for event in event_nouns(sentence)]
    verbs = [sentence.tokens[c.verb].start for c in article.clauses[number] if c.lemma in {"meet", "convene", "gather"}]
    first = min((at for at in [*nouns, *verbs] if start <= at < min(end, start + 90)), default=None)
    if first is None:
        return None
    for place, contact in enumerate(meetings):
        if (
            any(mark.span.start <= first < mark.span.end for mark in (*contact.history,))
            or contact.span.start <= first < contact.span.end
        ):
            return place
    return None
