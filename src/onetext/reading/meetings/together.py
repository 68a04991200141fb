"""A meeting that a noun names where no rule knows the build of the sentence: whoever is named there was at it.

Unsure, and so the last that is tried: only where the sentence told of no meeting otherwise, and supposes, asks, wishes
and denies nothing.
"""

from __future__ import annotations

import re

from onetext.reading.article import Article
from onetext.reading.meetings import events
from onetext.reading.meetings.events import EventNoun
from onetext.reading.meetings.sighting import PRESS, SPORT, Sighting, named_at
from onetext.reading.meetings.whereabouts import date_in, place_in
from onetext.reading.records import Statement
from onetext.reading.tokens import Sentence

_OPEN = re.compile(
    r"\b(?:if|would|could|might|may|no|not|never|neither|nor|whether|unless|any|demand\w*|call(?:ed|s)? for|propos\w+"
    r"|inventi\w+|fabricat\w+|fiction\w*|rumou?r\w*|myth|offer\w*|request\w*|suggest\w*|hop\w+ for)\b|n['’]t\b|\?",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:will|(?:is|are|was|were) to|due to|scheduled|planned|set for|expected|next)\b", re.IGNORECASE
)
_CONFIDENCE = 0.5


def together(article: Article, sentence: Sentence, said: tuple[Statement, ...]) -> list[Sighting]:
    """At most one."""
    words = sentence.span.of(article.text)
    if any(shape.search(words) for shape in (_OPEN, PRESS, SPORT)):
        return []
    for event in events.event_nouns(sentence):
        names = named_at(article, sentence, event.at, said)
        if event.kind != "mediation" and len(names) > 1:
            return [_sighting(article, sentence, event, names)]
    return []


def _sighting(article: Article, sentence: Sentence, event: EventNoun, names: list[str]) -> Sighting:
    status = _status(sentence, sentence.span.of(article.text))
    return Sighting(
        sentence, event.at, event.kind, (status,), names, sentence.span, f"together-{status}", _CONFIDENCE,
        place=place_in(article, sentence.span, destination=False), date=date_in(article, sentence.span), noun=event.at,
    )  # fmt: skip


def _status(sentence: Sentence, words: str) -> str:
    """By the verbs of the whole sentence: the first kind of ending that one of them tells, else plan or past."""
    lemmas = {token.lemma for token in sentence.tokens}
    fates = {
        "cancelled": events.CANCELS,
        "postponed": events.POSTPONES,
        "declined": events.DECLINES,
        "suspended": events.SUSPENDS,
    }
    told = next((status for status, verbs in fates.items() if lemmas & verbs), None)
    return told or ("planned" if _AHEAD.search(words) else "held")
