"""What became of a meeting, as the verb beside its noun says: held, called off, declined; and by whom.

Each answer is a row of statuses in the order of time (empty: nothing is said) and who did it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onetext.reading.article import Article
from onetext.reading.clauses import Clause
from onetext.reading.meetings import events
from onetext.reading.meetings.attendance import people
from onetext.reading.meetings.events import EventNoun
from onetext.reading.meetings.outlook import asks, denied, outlook, rumoured, supposed
from onetext.reading.meetings.sighting import acting
from onetext.reading.records import Statement
from onetext.wording.spans import Span

Fate = tuple[tuple[str, ...], str | None]
NOTHING: Fate = ((), None)
_STATES = {
    "due": "planned", "expected": "expected", "likely": "expected", "off": "cancelled", "underway": "ongoing",
    "way": "ongoing", "scheduled": "planned", "planned": "planned", "over": "held",
}  # fmt: skip


def zone_of(clause: Clause) -> Span:
    """From the verb to the next verb that has something of its own to say."""
    tokens = clause.sentence.tokens
    if clause.last >= len(tokens):
        return Span(tokens[-1].end, tokens[-1].end)
    return clause.sentence.stretch(clause.last, max(clause.stop, clause.last + 1))


def as_subject(article: Article, clause: Clause, said: Sequence[Statement]) -> Fate:
    """What became of a meeting that is the verb's subject, and by whom."""
    lemma, tokens = clause.lemma, clause.sentence.tokens
    following = [token.low for token in tokens[clause.last : clause.last + 2]]
    if lemma == "take" and following[:1] == ["place"]:
        return _takes_place(article, clause), None
    if clause.passive:
        return _passive(article, clause, said)
    if lemma in events.GOES | {"open", "start", "begin", "follow"} or (
        lemma == "go" and following[:1] in (["ahead"], ["on"])
    ):
        without = _without(article, clause, said)
        return (("declined",), without) if without else (_takes_place(article, clause), None)
    if lemma in {"end", "conclude", "finish", "last", "see", "bring", "produce", "yield", "cover", "focus"}:
        return (("held",), None) if outlook(article, clause) in (("held",), ("ongoing",)) else NOTHING
    if lemma in {"drag_on", "continue", "stall"}:
        return (outlook(article, clause) and ("ongoing",), None)
    if lemma in {"collapse", "break_down", "fall"}:
        fell = lemma != "fall" or following[:1] in (["through"], ["apart"], ["victim"])
        return (
            (("suspended" if lemma != "fall" else "not_held",), None) if fell and outlook(article, clause) else NOTHING
        )
    if lemma == "come" and " ".join(following) in {"to nothing", "to naught", "to grief"}:
        return (("not_held",), None) if outlook(article, clause) else NOTHING
    if lemma == "be":
        return _is(article, clause), None
    return NOTHING


def _is(article: Article, clause: Clause) -> tuple[str, ...]:
    """``is due``, ``is off``, ``is under way``, ``was to be in Cork``."""
    tokens = clause.sentence.tokens
    if clause.infinitive:
        return outlook(article, clause)
    words = [token.low for token in tokens[clause.last : clause.last + 5]]
    for word, status in _STATES.items():
        if word in words:
            negated = clause.negated or "not" in words
            return () if negated else (status,)
    if words[:1] == ["on"] and tokens[clause.last + 1 : clause.last + 2] and not clause.negated:
        return ("planned",) if clause.modal == "will" else ()
    return ("planned",) if clause.modal == "will" and not clause.negated else ()


def _takes_place(article: Article, clause: Clause) -> tuple[str, ...]:
    """Will not take place: called off. Did not: not held."""
    told = outlook(article, clause)
    if clause.negated and clause.modal in {"will", "would", "shall", "'ll"} and told:
        return (*told[:-1], "cancelled")
    return told


def _without(article: Article, clause: Clause, said: Sequence[Statement]) -> str | None:
    zone = zone_of(clause)
    at = zone.of(article.text).find("without ")
    who = people(article, Span(zone.start + at, zone.end), said) if at >= 0 else []
    return who[0] if who else None


def _passive(article: Article, clause: Clause, said: Sequence[Statement]) -> Fate:
    lemma, told = clause.lemma, outlook(article, clause)
    by = _agent(article, clause, said)
    done = bool(told) and not clause.negated and told[-1] not in {"unknown", "not_held", "cancelled", "declined"}
    for words, fate in ((events.CANCELS, "cancelled"), (events.POSTPONES, "postponed"), (events.SUSPENDS, "suspended")):
        if lemma in words:
            return (((fate,), by) if done and not clause.modal else NOTHING) if told else NOTHING
    if lemma in events.HOLDS | {"attend", "mediate", "broker", "facilitate", "moderate"}:
        return _takes_place(article, clause), None
    if lemma in events.EXPECTS | events.PLANS:
        if not _told_flatly(article, clause):
            return NOTHING
        before = "expected" if lemma in events.EXPECTS else "planned"
        return ((before,) if not clause.negated and not denied(article, clause) else ("not_held",)), None
    if lemma in {"reject", "refuse", "decline", "boycott", "turn_down", "snub"}:
        return (("declined",), by) if done else NOTHING
    return (("replaced",), None) if lemma == "replace" and done else NOTHING


_AGENT = re.compile(
    r"\bby (?!mutual|common)|\bat (?:the (?:request|wish|insistence) of )?(?=[^ ]+['’]s (?:request|wish|insistence))"
    r"|\bat the (?:request|wish|insistence) of |\bbecause of (?=[A-Z]\w+['’]s (?:refusal|absence))"
)


def _agent(article: Article, clause: Clause, said: Sequence[Statement]) -> str | None:
    zone = Span(zone_of(clause).start, clause.sentence.span.end)
    found = _AGENT.search(article.text, zone.start, zone.end)
    if found is None or re.search(r"[;.]", article.text[zone.start : found.start()]):
        return None
    rest = Span(found.end(), min(zone.end, found.end() + 60))
    owner = next(
        (m for m in article.cast.mentions.inside(rest) if m.possessive and m.span.start <= rest.start + 4), None
    )
    if owner is not None and (owner.name or owner.party):
        return owner.party if owner.kind == "party" else owner.name
    who = people(article, rest, said)
    return who[0] if who else None


def as_object(article: Article, clause: Clause, event: EventNoun | None, said: Sequence[Statement]) -> Fate:
    """What the verb's subject did with the meeting, and who that is."""
    if event is not None and clause.lemma == "be" and _exists(clause):
        return _existential(article, clause), None
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
    if not told:
        return NOTHING
    if clause.lemma in events.ATTENDS or (clause.lemma == "take" and linked(clause, event, "part in")):
        return _attended(clause, event, told, by)
    return (_done(clause, event, told) if event is not None else ()), None


def _tells_of(article: Article, clause: Clause, told: tuple[str, ...]) -> bool:
    """``The memo records a meeting``: it was held."""
    if clause.tense == "present" and not clause.negated:
        return _told_flatly(article, clause)
    return bool(told) and told[-1] in {"held", "ongoing"} and not clause.infinitive


def _done(clause: Clause, event: EventNoun, told: tuple[str, ...]) -> tuple[str, ...]:
    """Held, planned or expected by the subject."""
    if clause.lemma in events.HOLDS | {"continue", "complete", "pay", "make", "wrap_up", "resume"}:
        return told
    if clause.lemma == "receive" and event.kind == "call":
        return told
    planned = clause.lemma in events.PLANS | events.EXPECTS and clause.lemma != "set"
    if planned and not clause.negated and not linked(clause, event, "of"):
        return ("expected" if clause.lemma in events.EXPECTS else "planned",)
    return ()


def _told_flatly(article: Article, clause: Clause) -> bool:
    return not (supposed(article, clause) or rumoured(article, clause) or asks(article, clause))


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
    lemma = clause.lemma
    status = told[-1] if told else None
    asserted = not clause.negated and (not clause.modal or status == "planned") and status not in {None, "unknown"}
    if lemma in events.RULES_OUT | events.DECLINES:
        return "declined" if asserted or clause.tense == "participle" else None
    if not asserted or (clause.modal and lemma not in events.SUSPENDS):
        return None
    if lemma in {"walk_out", "walk_away"}:
        return "suspended" if linked(clause, event, "of") or linked(clause, event, "from") else None
    if lemma in {"withdraw", "pull_out"}:
        left = linked(clause, event, "from") or linked(clause, event, "of")
        return ("cancelled" if _with_one(clause, event) else "declined") if left else None
    for words, fate in ((events.CANCELS, "cancelled"), (events.POSTPONES, "postponed"), (events.SUSPENDS, "suspended")):
        if lemma in words:
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
    if event is None:
        return False
    words = " ".join(token.low for token in clause.sentence.tokens[clause.last : event.at])
    return f" {link} " in f" {words} "


def subjects(article: Article, clause: Clause, said: Sequence[Statement]) -> list[str]:
    if clause.subject is None:
        return []
    return people(article, clause.sentence.stretch(clause.subject.first, clause.subject.last), said)
