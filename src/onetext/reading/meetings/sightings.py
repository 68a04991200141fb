"""Each place where a text says something of a meeting, in the order of its words; not yet joined."""

from __future__ import annotations

from collections.abc import Sequence

from onetext.reading.article import Article
from onetext.reading.meetings.events import event_nouns
from onetext.reading.meetings.lone import by_noun_alone
from onetext.reading.meetings.nouns import by_noun
from onetext.reading.meetings.sighting import SPORT, Sighting
from onetext.reading.meetings.verbs import by_verb
from onetext.reading.records import Statement
from onetext.reading.tokens import Sentence


def sightings(article: Article, sentence: Sentence, said: Sequence[Statement]) -> list[Sighting]:
    """What one sentence says of meetings, in the order of its words."""
    if SPORT.search(sentence.span.of(article.text)):
        return []
    told = article.clauses[sentence.number]
    nouns = event_nouns(sentence, article.sentences[sentence.number - 1] if sentence.number else None)
    found: list[Sighting] = []
    used: set[int | None] = set()
    for clause in told:
        ruled = by_noun(article, clause, nouns, said)
        verbal = by_verb(article, clause, nouns, said) if not ruled or _lacks_a_side(ruled) else []
        if ruled and verbal and verbal[0].statuses == ruled[0].statuses and len(verbal[0].participants) > 1:
            ruled = []  # "paid a visit to X": the verb knows the other side
        verbal = [] if ruled else verbal
        found += ruled or verbal
        if verbal:
            used |= {event.at for event in nouns if clause.last <= event.at < clause.stop}
        used |= {each.noun for each in ruled}
    for event in nouns:
        if event.at not in used:
            lone = by_noun_alone(article, sentence, event, told, said)
            if lone is not None:
                found.append(lone)
    return sorted(found, key=lambda each: each.at)


def _lacks_a_side(ruled: Sequence[Sighting]) -> bool:
    return len(ruled) == 1 and len(ruled[0].participants) == 1
