"""One place where a text says something of a meeting: who, where, when, and what became of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onetext.reading.article import Article
from onetext.reading.clauses import Clause
from onetext.reading.innermost import around
from onetext.reading.meetings import events
from onetext.reading.meetings.absence import there
from onetext.reading.meetings.attendance import named, people, whole
from onetext.reading.meetings.whereabouts import date_in
from onetext.reading.persons.phrases import LED
from onetext.reading.records import Statement
from onetext.reading.tokens import Sentence
from onetext.wording.spans import Span
from onetext.wording.words import listed

PRESS = re.compile(
    r"\b(?:reporters?|journalists?|press|interview|magazine|newspaper|anonymity|background|parliament|lawmakers)\b",
    re.IGNORECASE,
)
PHONE = re.compile(
    r"\b(?:(?:tele)?phone|video ?(?:link|call|conference)|phone call|telephone call|on the line)\b", re.IGNORECASE
)
SPORT = re.compile(
    r"\b(?:qualifiers?|goalless|goals?|semi-?finals?|quarter-?finals?|cup tie|kick-?off|penalty|league"
    r"|tournament|fixture|innings|wicket|striker|midfielder|derby|playoffs?|play-offs?"
    r"|second leg|first leg|world cup|championship|coach"
    r"|stadium|rematch|scored)\b",
    re.IGNORECASE,
)
ENDED = frozenset({"cancelled", "postponed", "declined", "suspended"})


@dataclass(slots=True, eq=False)
class Sighting:
    """One mention of a meeting. ``statuses`` are in the order of time; ``refers``: it points back.

    ``without``: who stayed away.
    """

    sentence: Sentence
    at: int
    kind: str | None
    statuses: tuple[str, ...]
    participants: list[str]
    span: Span
    rule: str
    confidence: float
    by: str | None = None
    place: str | None = None
    date: re.Match[str] | None = None
    reason: str | None = None
    refers: bool = False
    fresh: bool = False
    past: bool = False
    noun: int | None = None
    repeat: bool = False
    indefinite: bool = False
    joins: bool = False
    closed: bool = False
    without: tuple[str, ...] = ()

    @property
    def status(self) -> str:
        return self.statuses[-1]


_MAKES = listed("force oblige compel lead prompt cause persuade convince help get")
"""Whoever does this has another do something: the object acts."""


def acting(article: Article, clause: Clause, said: Sequence[Statement]) -> list[str]:
    """Who the subject is; of an infinitive or participle without one, that of the verb over it."""
    subject, above = clause.subject, clause.governor
    if subject is None and above is not None and clause.tense in {"infinitive", "participle", "gerund"}:
        subject = above.subject
        if subject is None and above.tense in {"past", "present", "modal"}:
            return _just_before(article, above, said)
    if clause.infinitive and above is not None and above.lemma in _MAKES and not above.passive:
        made = people(article, clause.sentence.stretch(above.last, max(above.last + 1, clause.first)), said)
        if made:
            return made
    if subject is None:
        return _just_before(article, clause, said) if clause.tense in {"past", "present", "modal"} else []
    tokens, last = clause.sentence.tokens, subject.last
    if last < clause.first <= last + 12 and not any(
        token.is_verb and token.low != "do" for token in tokens[last : clause.first]
    ):
        last = clause.first  # "A and B" where the parser saw A alone
    elif last < clause.first and LED.match(article.text, tokens[last - 1].end):
        told = (at for at in range(last + 3, clause.first) if tokens[at].tag in {"VBD", "VBZ", "VBP", "MD"})
        last = next(told, clause.first)  # "A's delegation, led by B,"
    found = named(article, clause.sentence.stretch(_from(article, clause, subject.first), last), said)
    return found or _only_person_before(article, clause)


_BEHIND = re.compile(r",? and (?:the )?|, (?:(?:at the time|at that time|then|now|later|formerly|since) )?(?:the )?")


def _from(article: Article, clause: Clause, first: int) -> int:
    """``X, then A's minister, and Y met``: where the first of them stands, though the parser saw the second alone."""
    sentence, tokens = clause.sentence, clause.sentence.tokens
    joined = any(token.tag == "CC" for token in tokens[max(0, first - 1) : clause.first])
    row = article.cast.per_sentence[sentence.number]
    for mention in row:
        at = mention.extent.end
        near = joined and mention.kind in {"person", "party"} and at < tokens[first].start and not mention.located
        if near and _BEHIND.fullmatch(article.text, at, tokens[first].start):
            return sentence.place(mention.extent.start)
    return first


def _only_person_before(article: Article, clause: Clause) -> list[str]:
    """``he`` and ``she``, where nobody was found for them: the one person of the sentence before."""
    subject, number = clause.subject, clause.sentence.number
    if subject is None or clause.sentence.tokens[subject.head].low not in {"he", "she"} or not number:
        return []
    if article.sentences[number - 1].paragraph != clause.sentence.paragraph:
        return []
    row = article.cast.per_sentence[number - 1]
    names = {mention.name for mention in row if mention.kind == "person" and mention.name}
    return [name for name in names if len(names) == 1]


def _just_before(article: Article, clause: Clause, said: Sequence[Statement]) -> list[str]:
    """``On Friday X will meet …``, where the parser took the name for part of the day."""
    if clause.passive or clause.first == 0:
        return []
    end = clause.sentence.tokens[clause.first - 1].end
    row = article.cast.per_sentence[clause.sentence.number]
    near = next((m for m in row if m.kind in {"person", "party"} and m.extent.end == end), None)
    if near is None:
        return []
    tokens = clause.sentence.tokens
    comma = next((at for at in range(clause.first - 1, 0, -1) if tokens[at].text == "," or tokens[at].is_verb), 0)
    start = tokens[comma + 1].start if tokens[comma].text == "," else near.extent.start
    start = min(start, tokens[_from(article, clause, clause.sentence.place(near.extent.start))].start)
    return people(article, Span(min(start, near.extent.start), near.extent.end), said)


def when(article: Article, clause: Clause) -> re.Match[str] | None:
    """The day in the clause itself, or put before its subject: ``On Monday, X met Y``."""
    here = date_in(article, events.stretch_of(clause))
    first = clause.subject.first if clause.subject and clause.subject.first < clause.first else clause.first
    before = clause.sentence.tokens[:first]
    if here is not None or not before or len(before) > 6 or any(token.is_verb for token in before):
        return here
    return date_in(article, Span(clause.sentence.span.start, before[-1].end))


def present(article: Article, sighting: Sighting, said: tuple[Statement, ...]) -> list[str]:
    """Who takes part; where the build of the sentence shows fewer than two, whoever else is named in it."""
    if len(sighting.participants) > 1 or sighting.status == "declined":
        return sighting.participants
    besides = named_at(article, sighting.sentence, sighting.at, said)
    besides = [name for name in besides if name not in sighting.without]
    return list(dict.fromkeys([*sighting.participants, *besides]))


def named_at(article: Article, sentence: Sentence, at: int, said: tuple[Statement, ...]) -> list[str]:
    """Whoever a sentence names; inside what somebody says, only there: who tells of it was not there by that."""
    span, statement = sentence.span, around(said, sentence.tokens[at].start)
    if statement is not None and statement.content is not None:
        span = Span(max(span.start, statement.content.start), min(span.end, statement.content.end))
    pieces = there(article, sentence, at, span)
    return whole([name for piece in pieces for name in people(article, piece, said)], article)
