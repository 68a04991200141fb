"""Meetings that no verb rules: ready for the next meeting between A and B, after two days of talks with C."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onetext.reading.article import Article
from onetext.reading.clauses import Clause
from onetext.reading.meetings import events
from onetext.reading.meetings.attendance import people
from onetext.reading.meetings.company import around_noun, between
from onetext.reading.meetings.events import EventNoun
from onetext.reading.meetings.nouns import unplanned
from onetext.reading.meetings.outlook import denied, outlook, supposed
from onetext.reading.meetings.ownwords import behind_after, behind_for, noun_status
from onetext.reading.meetings.roles import role_of
from onetext.reading.meetings.sighting import PHONE, PRESS, Sighting, acting
from onetext.reading.meetings.whereabouts import date_in, place_in
from onetext.reading.records import Statement
from onetext.reading.tokens import Sentence, Token
from onetext.wording.spans import Span
from onetext.wording.words import listed


def by_noun_alone(
    article: Article, sentence: Sentence, event: EventNoun, told: list[Clause], said: Sequence[Statement]
) -> Sighting | None:
    """A meeting that no verb rules: "ready for the next meeting between A and B", "after two days of talks with C"."""
    tokens = sentence.tokens
    participants = around_noun(article, sentence, event.at, said)
    status = noun_status(sentence, event) or _opens_with(article, sentence, event, told)
    finite = [c for c in told if c.tense in {"past", "present", "modal"}]
    clause = next((c for c in reversed(finite) if c.verb < event.at), finite[0] if finite else None)
    if unplanned(sentence, event) or event.kind == "mediation":
        return None if event.kind != "mediation" else _mediation(article, sentence, event)
    if clause is not None and (supposed(article, clause) or denied(article, clause)):
        return None
    status, participants = _in_its_clause(article, clause, event, (status, participants), said)
    near = Span(tokens[event.at].start, min(sentence.span.end, tokens[event.at].end + 160))
    place, date = _lone_place(article, sentence, event, near), date_in(article, near)
    placed = place is not None or date is not None
    known = (
        bool(participants)
        or (placed and (event.definite or status == "planned"))
        or (place is not None and date is not None)
    )
    if status is None or not known or (status == "held" and _FELL.search(sentence.span.of(article.text))):
        return None
    if PRESS.search(article.text[tokens[event.at].start : tokens[event.at].end + 30]):
        return None
    kind = "call" if PHONE.search(sentence.span.of(article.text)) and event.kind != "visit" else event.kind
    return Sighting(
        sentence, event.at, kind, (status,), participants, Span(tokens[max(0, event.at - 2)].start, near.end),
        f"noun-alone-{status}", 0.65, place=place, date=date,
        refers=len(participants) < 2 and event.definite, fresh=event.fresh, noun=event.at,
        repeat=event.ordinal, indefinite=event.indefinite,
    )  # fmt: skip


def _opens_with(article: Article, sentence: Sentence, event: EventNoun, told: list[Clause]) -> str | None:
    """``The day began with a breakfast between X and Y``, ``the visit included talks with Z``: it was held."""
    role = role_of(sentence, event.at)
    clause = next((each for each in told if role is not None and each.verb == role.verb), None)
    if role is None or clause is None or clause.negated or role.over or outlook(article, clause) != ("held",):
        return None
    with_it = clause.lemma in _FRAMES and role.link[:1] == ("with",)
    return "held" if with_it or (clause.lemma in {"include", "comprise"} and role.part == "object") else None


_FRAMES = listed("begin start open end close conclude finish continue culminate")


def _in_its_clause(
    article: Article,
    clause: Clause | None,
    event: EventNoun,
    known: tuple[str | None, list[str]],
    said: Sequence[Statement],
) -> tuple[str | None, list[str]]:
    """Status and participants of a noun that hangs on a clause: in talks, during a call, for talks, after talks."""
    status, participants = known
    if clause is None:
        return known
    sentence, tokens = clause.sentence, clause.sentence.tokens
    if status == "held" and clause.modal in {"will", "would", "should"}:
        status = "planned"
    if tokens[event.at - 1].low == "in" and event.kind == "talks":
        going = clause.continuous or clause.tense == "present" or clause.perfect
        return "ongoing" if going else "held", _with_actor(article, clause, participants, said)
    if status == "replaced":
        return status, _with_actor(article, clause, participants, said)
    if _is_during(tokens, event.at) and len(participants) < 2:
        return "held" if clause.tense == "past" else None, people(article, sentence.stretch(0, event.at), said)
    if not participants and _is_held(tokens, event.at):
        return status, people(article, sentence.stretch(0, event.at), said)
    if behind_for(sentence, event) and participants:
        names = participants if between(sentence, event.at) else _with_actor(article, clause, participants, said)
        return _come_for(article, clause), names
    if status == "held" and behind_after(sentence, event) and len(participants) < 2:
        return status, _with_actor(article, clause, participants, said)
    return status, participants


def _is_during(tokens: Sequence[Token], at: int) -> bool:
    """``during a call``, ``in a meeting``: where something was said or done."""
    near = [token.low for token in tokens[max(0, at - 4) : at]]
    return "during" in near and not {"before", "ahead"} & {*near}


def _is_held(tokens: Sequence[Token], at: int) -> bool:
    """``held talks`` where the parser sees no subject."""
    return at > 1 and tokens[at - 1].lemma in {"hold", "conduct", "resume"} and tokens[at - 1].tag in {"VBD", "VBN"}


_TRAVELS = listed("land touch_down stop jet cross rush hurry set_out depart dash stay be leave")


def _come_for(article: Article, clause: Clause) -> str | None:
    """``X was in Juba for talks with Y``, ``flew there for talks``: held; who only arrives is still to talk."""
    if clause.lemma not in events.MOVED | _TRAVELS:
        return None
    if clause.lemma in {"be", "stay"} and clause.tense == "present" and not clause.negated:
        return "ongoing"
    told = outlook(article, clause)
    if told[-1:] == ("held",):
        return "planned" if clause.lemma in {"arrive", "leave", "head"} else "held"
    return "planned" if told or clause.tense == "present" else None


def _lone_place(article: Article, sentence: Sentence, event: EventNoun, near: Span) -> str | None:
    """Behind the noun; of a visit that somebody comes from, the place they left."""
    place = place_in(article, near, destination=event.kind == "visit")
    if place is not None or event.kind != "visit":
        return place
    left = re.search(
        r"\b(?:left|leaves|leaving|departed|departed from|returned from) (?=[A-Z])", sentence.span.of(article.text)
    )
    start = sentence.span.start + left.end() if left else -1
    return next((m.name for m in article.cast.per_sentence[sentence.number] if m.span.start == start), None)


_FELL = re.compile(
    r"\b(?:cancel\w*|call(?:s|ed|ing)? off|postpon\w*|scrap\w*|abandon\w*|abort\w*|shelv\w*|never|refus\w*|declin\w*"
    r"|reject\w*|boycott\w*|snub\w*|without|instead of|fail\w* to|(?:did|would|will|was|were|has|have|had) not)\b"
)
"""Where a sentence tells of something that fell, a bare noun in it is not said to be held."""


def _with_actor(article: Article, clause: Clause, names: list[str], said: Sequence[Statement]) -> list[str]:
    actors = acting(article, clause, said) or (acting(article, clause.governor, said) if clause.governor else [])
    return [*actors, *[name for name in names if name not in actors]]


def _mediation(article: Article, sentence: Sentence, event: EventNoun) -> Sighting | None:
    """``through the good offices of Lisse and of the League``: who mediates."""
    tokens = sentence.tokens
    if event.at + 1 >= len(tokens) or tokens[event.at + 1].low not in {"of", "by"}:
        return None
    mediators = mediators_in(article, sentence, event.at + 1)
    if not mediators:
        return None
    end = next((t.start for t in tokens[event.at + 1 :] if t.text in ",."), sentence.span.end)
    whole = Span(tokens[event.at].start, end)
    return Sighting(sentence, event.at, "mediation", ("held",), mediators, whole, "noun-mediation", 0.6, noun=event.at)


def mediators_in(article: Article, sentence: Sentence, at: int) -> list[str]:
    """The states named behind "with the mediation of": here "partners in Turkey" are Turkey's."""
    tokens = sentence.tokens
    end = next((n for n in range(at + 1, len(tokens)) if tokens[n].text in ",.;:" or tokens[n].is_verb), len(tokens))
    names: list[str] = []
    for mention in article.cast.mentions.inside(sentence.stretch(at, max(end, at + 1))):
        name = mention.name if mention.kind == "person" else mention.party
        if name and name not in names and mention.kind in {"party", "person"}:
            names.append(name)
    return names
