"""Each place where a text says something of a meeting, in the order of its words; not yet joined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onetext.reading.article import Article
from onetext.reading.clauses import Clause
from onetext.reading.meetings.absence import keeps_away
from onetext.reading.meetings.attendance import people
from onetext.reading.meetings.events import event_nouns, modifiers_of, stretch_of
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
    found = [each for known in found for each in _one_by_one(article, known)]
    found += [each for known in found for each in _stayed_away(article, known, said)]
    return sorted(found, key=lambda each: each.at)


def _one_by_one(article: Article, told: Sighting) -> list[Sighting]:
    """``held separate meetings with X and Y``: as many meetings as persons, the first named with each of them."""
    first, *others = told.participants or [""]
    tokens, at = told.sentence.tokens, told.noun
    apart = at is not None and "separate" in {token.low for token in modifiers_of(tokens, at)}
    many = apart and at is not None and tokens[at].tag == "NNS"
    if not many or len(others) < 2 or not {first, *others} <= {*article.cast.profiles}:
        return [told]
    return [replace(told, participants=[first, other], noun=None, fresh=True, refers=False) for other in others]


def _stayed_away(article: Article, held: Sighting, said: Sequence[Statement]) -> list[Sighting]:
    """``hosted a meeting that X and Y stayed away from``: beside what was held, what X and Y declined (R4)."""
    declined: list[Sighting] = []
    for clause in article.clauses[held.sentence.number] if held.noun is not None and held.status in _GOES_AHEAD else ():
        if not (keeps_away(clause) and _tells_of(article, clause, held.noun or 0)) or clause.subject is None:
            continue
        who = people(article, held.sentence.stretch(clause.subject.first, clause.subject.last), said)
        held.participants[:] = [name for name in held.participants if name not in who]
        held.without = (*held.without, *who)
        if who:
            names, span = [*who, *held.participants], stretch_of(clause)
            away = replace(held, at=clause.verb, statuses=("declined",), participants=names, span=span, noun=None)
            declined.append(replace(away, rule="stayed-away", by=who[0], fresh=True, refers=False))
    return declined


_GOES_AHEAD = frozenset({"held", "planned", "ongoing", "expected"})


def _tells_of(article: Article, clause: Clause, noun: int) -> bool:
    """Is the clause tied to the noun by "that" or "which", and no other verb between."""
    tokens, subject = clause.sentence.tokens, clause.subject
    if subject is None or subject.first <= noun or tokens[subject.first - 1].low not in {"that", "which"}:
        return False
    finite = (each for each in article.clauses[clause.sentence.number] if each.tense in {"past", "present", "modal"})
    return not any(noun < each.verb < subject.first for each in finite)


def _lacks_a_side(ruled: Sequence[Sighting]) -> bool:
    return len(ruled) == 1 and len(ruled[0].participants) == 1
