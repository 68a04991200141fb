"""What somebody does with a meeting that is the verb's object: holds, plans, attends, calls off or declines it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onetext.reading.article import Article
from onetext.reading.clauses import Clause
from onetext.reading.meetings import events, outcomes
from onetext.reading.meetings.events import EventNoun
from onetext.reading.meetings.fates import NOTHING, UNDERGONE, Fate, copula, subjects, told_flatly
from onetext.reading.meetings.outcomes import outcome_verb
from onetext.reading.meetings.outlook import outlook
from onetext.reading.meetings.roles import role_of
from onetext.reading.meetings.sighting import acting
from onetext.reading.records import Statement
from onetext.wording.words import listed


def as_object(article: Article, clause: Clause, event: EventNoun | None, said: Sequence[Statement]) -> Fate:
    """What the verb's subject did with the meeting, and who that is."""
    if event is not None and clause.lemma == "be" and _exists(clause):
        return _existential(article, clause), None
    if event is not None and _is_aside(clause, event):
        return NOTHING
    if clause.lemma == "be" and event is not None and is_called_one(clause, event):
        return copula(article, clause), None
    actors = subjects(article, clause, said) or acting(article, clause, said)
    by = actors[0] if actors else None
    if clause.passive or by is None:
        return _passive_of_person(clause, event), None
    told = outlook(article, clause)
    ended = _ended(clause, event, told)
    if ended is not None:
        return (ended,), by
    if clause.lemma in events.TELLS - events.PLANS:
        told_of = event is not None and event.indefinite and _tells_of(article, clause, told)
        return (("held",) if told_of else ()), None
    if clause.lemma in _ARRANGES and clause.tense == "participle" and not clause.negated and event is not None:
        return ("planned",), None
    if not told:
        return NOTHING
    if clause.lemma in events.ATTENDS or (clause.lemma == "take" and linked(clause, event, "part in")):
        return _attended(clause, event, told, by)
    return (_done(clause, event, told) if event is not None else ()), None


_ARRANGES = listed("arrange organise organize prepare plan schedule")


_ASIDE = listed(
    "after before during since following until till despite amid because about over concerning regarding than like "
    "without through throughout alongside given besides unlike"
)
_OPENING = listed(
    "opening start beginning end close conclusion day half part venue place date time agenda timetable "
    "delegation team participation attendance presence involvement role seat envoy representative delegate negotiator"
)


def _is_aside(clause: Clause, event: EventNoun) -> bool:
    """``stayed away after a call``, ``held a vote on the talks``: the verb does nothing with the meeting itself."""
    role = role_of(clause.sentence, event.at)
    if role is None or role.verb is None:
        return False
    if role.verb == clause.verb and role.link and role.link[0] in _ASIDE:
        return True
    if role.part != "object" or not role.over:
        return False
    tokens = clause.sentence.tokens
    return any(tokens[at].lemma not in _OPENING | PLAN_NOUNS for at in role.over)


def is_called_one(clause: Clause, event: EventNoun) -> bool:
    """``It was their fifth session``, ``this was the first meeting between …``."""
    head = clause.sentence.tokens[clause.subject.head] if clause.subject else None
    role = role_of(clause.sentence, event.at)
    own = role is not None and role.verb == clause.verb and role.part == "object" and not role.over
    return head is not None and head.low in {"it", "this", "that"} and own and (event.ordinal or event.definite)


PLAN_NOUNS = listed("plan arrangement preparation proposal idea request invitation offer appeal demand call date")
"""What is called off or turned down with the meeting that hangs on it."""


def _tells_of(article: Article, clause: Clause, told: tuple[str, ...]) -> bool:
    """``The memo records a meeting``: it was held."""
    if clause.tense == "present" and not clause.negated:
        return told_flatly(article, clause)
    return bool(told) and told[-1] in {"held", "ongoing"} and not clause.infinitive


def _done(clause: Clause, event: EventNoun, told: tuple[str, ...]) -> tuple[str, ...]:
    """Held, planned or expected by the subject."""
    if outcome_verb(clause) in outcomes.HELD - {"attend"}:
        return told
    if clause.lemma == "receive" and event.kind == "call":
        return told
    verb = outcome_verb(clause)
    planned = verb in outcomes.PLANNED | outcomes.EXPECTED | events.EXPECTS | {"accept"} and clause.lemma != "set"
    if planned and not clause.negated and not linked(clause, event, "of"):
        return ("expected" if verb in outcomes.EXPECTED | events.EXPECTS else "planned",)
    return ()


def _exists(clause: Clause) -> bool:
    tokens = clause.sentence.tokens
    return clause.subject is not None and tokens[clause.subject.head].low == "there"


_PLANS = re.compile(r"\b(?:no|any|without) (?:\w+ )?(?:plans?|prospects?|chance|hope|sign|signs|need|point|question)\b")
"""Where there is no plan for it, nothing is told of a meeting: neither that it fell nor that it is to come."""


def _existential(article: Article, clause: Clause) -> tuple[str, ...]:
    """``There was no meeting``, ``there will be a meeting``."""
    told = outlook(article, clause)
    words = [token.low for token in clause.sentence.tokens[clause.last : clause.last + 2]]
    if told[-1:] == ("planned",) and any(token.low in {"when", "once", "until"} for token in clause.sentence.tokens):
        return ()
    if _PLANS.search(clause.sentence.span.of(article.text)):
        return ()
    no = clause.negated or words[:1] in (["no"], ["never"])
    return (("not_held",) if told and clause.tense == "past" else ()) if no else told


def _ended(clause: Clause, event: EventNoun | None, told: tuple[str, ...]) -> str | None:
    """Called off, put off, broken off or declined by the subject; null where that is not asserted."""
    lemma = outcome_verb(clause)
    status = told[-1] if told else None
    asserted = not clause.negated and (not clause.modal or status == "planned") and status not in {None, "unknown"}
    if lemma in events.RULES_OUT | events.DECLINES | outcomes.DECLINED | outcomes.KEPT_AWAY:
        return "declined" if asserted or clause.tense == "participle" else None
    if not asserted or (clause.modal and lemma not in events.SUSPENDS):
        return None
    if lemma in {"walk_out", "walk_away"}:
        return "suspended" if linked(clause, event, "of") or linked(clause, event, "from") else None
    if lemma in {"withdraw", "pull_out"}:
        left = linked(clause, event, "from") or linked(clause, event, "of")
        return ("cancelled" if _with_one(clause, event) else "declined") if left else None
    straight = not any(linked(clause, event, link) for link in ("for", "to", "on", "into", "towards", "at"))
    for verbs, fate in UNDERGONE:
        if lemma in verbs and straight:
            return fate
    return None


def _with_one(clause: Clause, event: EventNoun | None) -> bool:
    """Talks with one other side cannot go on without this one."""
    tokens = clause.sentence.tokens
    return event is not None and [token.low for token in tokens[event.at + 1 : event.at + 2]] == ["with"]


def _attended(clause: Clause, event: EventNoun | None, told: tuple[str, ...], by: str) -> Fate:
    """Coming or not coming: whoever will not, declines."""
    moves = clause.lemma in {"send", "come", "go", "travel", "show"}
    away = clause.negated or told[-1] in {"declined", "cancelled", "not_held"}
    if moves and not (away or linked(clause, event, "to")):
        return NOTHING
    return (("declined",), by) if away else (told, None)


def _passive_of_person(clause: Clause, event: EventNoun | None) -> tuple[str, ...]:
    planned = clause.lemma in events.PLANS | events.EXPECTS and not clause.negated and clause.subject is None
    if event is None or not planned:
        return ()
    return ("expected" if clause.lemma in events.EXPECTS else "planned",)


def linked(clause: Clause, event: EventNoun | None, link: str) -> bool:
    """Whether ``link`` stands between the verb and the noun for the meeting."""
    if event is None:
        return False
    words = " ".join(token.low for token in clause.sentence.tokens[clause.last : event.at])
    return f" {link} " in f" {words} "
