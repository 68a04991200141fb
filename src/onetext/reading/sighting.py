"""One place where a text says something of a meeting: who, where, when, and what became of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onetext.reading.article import Article
from onetext.reading.attendance import people
from onetext.reading.clauses import Clause
from onetext.reading.records import Statement
from onetext.reading.tokens import Sentence
from onetext.wording.spans import Span

PRESS = re.compile(
    r"\b(?:reporters?|journalists?|press|interview|magazine|newspaper|anonymity|background|parliament|lawmakers)\b",
    re.IGNORECASE,
)
PHONE = re.compile(
    r"\b(?:(?:tele)?phone|video ?(?:link|call|conference)|phone call|telephone call|on the line)\b", re.IGNORECASE
)
ENDED = frozenset({"cancelled", "postponed", "declined", "suspended"})


@dataclass(slots=True, eq=False)
class Sighting:
    """One mention of a meeting. ``statuses`` are in the order of time; ``refers``: it points back."""

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

    @property
    def status(self) -> str:
        return self.statuses[-1]


def acting(article: Article, clause: Clause, said: Sequence[Statement]) -> list[str]:
    """Who the subject is; of an infinitive or participle without one, that of the verb over it."""
    subject, above = clause.subject, clause.governor
    if subject is None and above is not None and clause.tense in {"infinitive", "participle", "gerund"}:
        subject = above.subject
    if subject is None:
        return []
    tokens, last = clause.sentence.tokens, subject.last
    if last < clause.first <= last + 12 and not any(
        token.is_verb and token.low != "do" for token in tokens[last : clause.first]
    ):
        last = clause.first  # "A and B" where the parser saw A alone
    return people(article, clause.sentence.stretch(subject.first, last), said)
