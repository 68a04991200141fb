"""Meetings told by a noun: the talks were held, X cancelled the trip, after two days of consultations with Y."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onetext.reading.article import Article
from onetext.reading.clauses import Clause
from onetext.reading.meetings import events, outcomes
from onetext.reading.meetings.attendance import people
from onetext.reading.meetings.company import around_noun, of_others, says_who, topic_before
from onetext.reading.meetings.deeds import PLAN_NOUNS, as_object, is_called_one
from onetext.reading.meetings.events import EventNoun
from onetext.reading.meetings.fates import as_subject, zone_of
from onetext.reading.meetings.outcomes import outcome_verb
from onetext.reading.meetings.outlook import rumoured, supposed
from onetext.reading.meetings.ownwords import fallen_by
from onetext.reading.meetings.roles import role_of
from onetext.reading.meetings.sighting import ENDED, PHONE, Sighting, acting, when
from onetext.reading.meetings.whereabouts import date_in, place_in
from onetext.reading.records import Statement
from onetext.reading.tokens import Sentence
from onetext.wording.spans import Span
from onetext.wording.words import listed

_REASON = re.compile(
    r"\b(?:because(?: of)?|due to|citing|owing to|in view of|on account of|over|after|at [^ ]+['’]s request)\b.*"
)


def by_noun(article: Article, clause: Clause, nouns: Sequence[EventNoun], said: Sequence[Statement]) -> list[Sighting]:
    """What the clause's verb tells of ``nouns``; where of none of them, of the meeting that "it" stands for."""
    found = []
    back = _points_back(clause)
    if not (nouns or back) or supposed(article, clause) or rumoured(article, clause):
        return []
    for event in nouns:
        if event.kind == "mediation" or unplanned(clause.sentence, event) or fallen_by(clause.sentence, event):
            continue
        if _in_subject(clause, event) and _heads_subject(clause, event):
            statuses, by = as_subject(article, clause, said)
        elif clause.last <= event.at < clause.stop or _is_gap(clause, event):
            statuses, by = as_object(article, clause, event, said)
        else:
            continue
        if statuses and statuses[-1] != "unknown":
            found.append(_sighting(article, clause, event, statuses, by, said))
    if not found and back:
        statuses, by = as_subject(article, clause, said)
        if not statuses:
            statuses, by = as_object(article, clause, None, said)
        if statuses:
            found.append(_sighting(article, clause, None, statuses, by, said))
    return found


_NO_PLANS = re.compile(
    r"\b(?:no|any|without|nor) (?:\w+ )?(?:plans?|prospects?|chance|hopes?|signs?|need|point|question|date|intention"
    r"|desire|appetite|talk|prospect) (?:for|of|to hold|to have|in)(?: [^ ,;]+){0,4} $"
)


def unplanned(sentence: Sentence, event: EventNoun) -> bool:
    """``has no plans for a summit``: neither that it fell nor that it is to come."""
    before = " ".join(token.low for token in sentence.tokens[max(0, event.at - 9) : event.at])
    return bool(_NO_PLANS.search(f"{before} "))


def _is_gap(clause: Clause, event: EventNoun) -> bool:
    """``the meeting that X called off``, ``talks Y stayed away from``: what the relative clause leaves out."""
    sentence = clause.sentence
    if clause.relation != "relcl" or not sentence.parsed or clause.subject is None:
        return False
    head = sentence.tokens[clause.verb].head
    own = clause.subject.first <= head < clause.subject.last
    if own or clause.passive or not event.at <= head < clause.first:
        return False
    taken = {sentence.tokens[at].dep for at in sentence.hanging(clause.verb) if at > clause.verb}
    if taken & {"dobj", "ccomp", "xcomp", "oprd"}:
        return False
    if any(token.low in {"where", "when", "whose", "who"} for token in sentence.tokens[head + 1 : clause.first]):
        return False
    role = role_of(sentence, event.at)
    return head == event.at or _is_within(sentence, event.at, head) or (role is not None and head in role.over)


def _is_within(sentence: Sentence, event: int, at: int) -> bool:
    """Does ``at`` hang on the noun at ``event`` only over "of" ("a round of talks that …")."""
    place = at
    for _ in range(3):
        head = sentence.tokens[place].head
        if head == event:
            return True
        if sentence.tokens[head].low != "of" and place != at:
            return False
        place = head
    return False


def _heads_subject(clause: Clause, event: EventNoun) -> bool:
    """The noun itself, not one that hangs on it ("the draft of the talks")."""
    assert clause.subject is not None
    tokens = clause.sentence.tokens
    if event.at == clause.subject.head:
        return True
    role = role_of(clause.sentence, event.at)
    if role is not None:
        over = [tokens[at].lemma for at in role.over]
    elif not any(token.is_noun and not token.is_name for token in tokens[clause.subject.first : event.at]):
        over = []
    else:
        over = [] if tokens[clause.subject.head].lemma == "round" else [tokens[clause.subject.head].lemma]
    verb = outcome_verb(clause)
    planned = verb in outcomes.CANCELLED | outcomes.POSTPONED | outcomes.DECLINED
    return not over or (planned and len(over) == 1 and over[0] in PLAN_NOUNS)


_OVER = listed("host receive join welcome entertain meet see treat")
"""``hosted X for lunch``: who is named before the noun is there too."""


def _points_back(clause: Clause) -> bool:
    """``it`` as subject or object of a verb that says what became of a meeting."""
    tokens = clause.sentence.tokens
    lemma = clause.lemma
    if lemma not in events.CANCELS | events.POSTPONES | events.HOLDS | events.GOES | {"take", "be"}:
        return False
    following = tokens[clause.last].low if clause.last < len(tokens) else ""
    if following == "it" and lemma in events.CANCELS | events.POSTPONES:
        return True
    if (
        lemma in events.CANCELS
        and not clause.passive
        and following in {"", ".", ",", "at", "hours", "on", "because", "after", "due"}
    ):
        return True  # "but X cancelled at short notice"
    if lemma == "take" and following != "place":
        return False
    head = tokens[clause.subject.head].low if clause.subject else ""
    return head == "it" and (clause.passive or lemma in events.GOES | {"take"})


def _sighting(
    article: Article,
    clause: Clause,
    event: EventNoun | None,
    statuses: tuple[str, ...],
    by: str | None,
    said: Sequence[Statement],
) -> Sighting:
    sentence = clause.sentence
    whole = events.stretch_of(clause)
    in_subject = _in_subject(clause, event)
    participants = _there(article, clause, event, said)
    if by and statuses[-1] == "declined" and by not in participants:
        participants = [by, *participants]
    text, reach = whole.of(article.text), _reach(sentence, clause, event)
    behind = article.text[sentence.tokens[clause.last - 1].end : sentence.span.end]
    reason = _REASON.search(re.split(r", |; | but ", behind)[0]) if statuses[-1] in ENDED else None
    kind = event.kind if event else None
    if kind != "call" and event is not None and PHONE.search(text):
        kind = "call"
    behind_noun = Span(sentence.tokens[event.at].start, reach.end) if event and not in_subject else reach
    place = place_in(article, behind_noun, destination=kind == "visit") or place_in(article, reach, destination=False)
    again = event is not None and clause.lemma == "be" and not in_subject and is_called_one(clause, event)
    alone = event is not None and event.definite and not of_others(sentence, event.at)
    back = event is None or again or (alone and len(participants) < 2)
    if back and event is not None and sentence.tokens[event.at].lemma in _OF_ANY_KIND:
        kind = None
    return Sighting(
        sentence, event.at if event else clause.verb, kind, statuses, participants, whole,
        f"noun-{statuses[-1]}", 0.8 if participants else 0.6, by=by if statuses[-1] in ENDED else None,
        place=place, date=date_in(article, reach) or when(article, clause),
        reason=" ".join(reason.group().strip(" .,").split()) if reason else None,
        refers=back, fresh=bool(event and event.fresh and not again), noun=event.at if event else None,
        repeat=bool(event and event.ordinal), indefinite=bool(event and event.indefinite),
        joins=clause.lemma in _WITH_AGENTS, closed=event is not None and says_who(sentence, event.at),
    )  # fmt: skip


def _in_subject(clause: Clause, event: EventNoun | None) -> bool:
    return event is not None and clause.subject is not None and clause.subject.first <= event.at < clause.subject.last


def _there(article: Article, clause: Clause, event: EventNoun | None, said: Sequence[Statement]) -> list[str]:
    """Who takes part: whom the noun names, the subject that does something with it, whom the verb adds."""
    sentence = clause.sentence
    names = around_noun(article, sentence, event.at, said) if event else []
    in_subject = _in_subject(clause, event)
    if not in_subject and not clause.passive and clause.lemma not in events.TELLS | {"be"}:
        who = acting(article, clause, said)
        others = clause.lemma == "host" or outcome_verb(clause) in outcomes.PLANNED | outcomes.EXPECTED | events.EXPECTS
        hosts_others = others and len(names) > 1
        names = names if hosts_others else [*who, *[name for name in names if name not in who]]
    if in_subject and event is not None:
        names = _added_behind(article, clause, names, said)
        lacking = _lacks_own(sentence, event, names)
        topic = topic_before(article, sentence, said) if lacking else []
        return [*[name for name in topic if name not in names], *names]
    if event is not None and clause.lemma in _OVER and clause.last < event.at:
        guests = people(article, sentence.stretch(clause.last, event.at), said)
        names += [name for name in guests if name not in names]
    return names


def _added_behind(article: Article, clause: Clause, names: list[str], said: Sequence[Statement]) -> list[str]:
    """``were attended by X``, ``brought together X and Y``, ``will be held with X``: of a meeting as the subject."""
    zone = zone_of(clause)
    if clause.passive and clause.lemma in _WITH_AGENTS:
        agents = re.search(r"\bby ", zone.of(article.text))
        names += people(article, Span(zone.start + agents.end(), zone.end), said) if agents else []
    if not clause.passive and clause.lemma in _UNITES:
        names += [n for n in people(article, zone, said) if n not in names]
    if len(names) < 2:
        between = re.search(r"\b(?:between|among|with) ", zone.of(article.text))
        behind_it = Span(zone.start + between.start(), zone.end) if between else None
        names += [n for n in people(article, behind_it, said) if n not in names] if behind_it else []
    return names


_UNITES = listed("bring bring_together gather unite assemble involve include group reunite")
"""``The talks brought together A, B and C``."""


def _lacks_own(sentence: Sentence, event: EventNoun, names: Sequence[str]) -> bool:
    """A visit of nobody, a meeting with B of nobody: whoever the text is about just there."""
    following = sentence.tokens[event.at + 1].low if event.at + 1 < len(sentence.tokens) else ""
    return (event.kind == "visit" and not names) or (following == "with" and len(names) == 1)


_OF_ANY_KIND = listed("conversation contact exchange encounter")
"""``The conversation``, of a call or of a meeting that was told before."""
_WITH_AGENTS = listed("attend host chair lead mediate broker facilitate moderate convene open")


def _reach(sentence: Sentence, clause: Clause, event: EventNoun | None) -> Span:
    """The clause, and what is tied to the noun behind it ("talks planned for 3 March in Oslo")."""
    whole = events.stretch_of(clause)
    start = whole.start
    if event is not None:
        start = min(start, sentence.tokens[event.at].start)
    end = whole.end
    at = clause.stop
    tokens = sentence.tokens
    if at < len(tokens) and tokens[at].tag == "VBN" and event is not None and event.at == at - 1:
        end = tokens[min(len(tokens) - 1, at + 9)].end
    return Span(start, end)
