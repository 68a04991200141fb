"""What became of a meeting, as the verb beside its noun says: held, called off, declined; and by whom."""

from __future__ import annotations

import re

from onetext.reading import events
from onetext.reading.article import Article
from onetext.reading.clauses import Clause
from onetext.reading.events import EventNoun
from onetext.wording.spans import Span


def zone_of(clause: Clause) -> Span:
    """From the verb to the next verb that has something of its own to say."""
    tokens = clause.sentence.tokens
    stop = clause.stop
    if clause.last >= len(tokens):
        return Span(tokens[-1].end, tokens[-1].end)
    return clause.sentence.stretch(clause.last, max(stop, clause.last + 1))


def as_subject(article: Article, clause: Clause) -> tuple[str | None, str | None]:
    """What became of a meeting that is the verb's subject, and by whom."""
    lemma, tokens = clause.lemma, clause.sentence.tokens
    following = tokens[clause.last].low if clause.last < len(tokens) else ""
    if lemma == "take" and following == "place":
        return events.tense_status(clause), None
    if clause.passive:
        return _passive(article, clause)
    if lemma in events.GOES | {"open", "start", "begin", "follow"} or (lemma == "go" and following in {"ahead", "on"}):
        status = events.tense_status(clause)
        if clause.negated:
            return ("cancelled" if clause.modal else "not_held"), None
        without = _without(article, clause)
        return ("declined", without) if without else (status, None)
    if lemma in {"end", "conclude", "finish"}:
        return "held", None
    if lemma == "fall" and following in {"through", "apart"}:
        return "not_held", None
    if lemma == "be":
        words = {token.low for token in tokens[clause.last : clause.last + 5]}
        for word, status in (
            ("due", "expected"),
            ("expected", "expected"),
            ("off", "cancelled"),
            ("underway", "ongoing"),
            ("way", "ongoing"),
            ("likely", "expected"),
        ):
            if word in words:
                return status, None
    return None, None


def _without(article: Article, clause: Clause) -> str | None:
    zone = zone_of(clause)
    at = zone.of(article.text).find("without ")
    if at < 0:
        return None
    who = article.cast.mentions.who(Span(zone.start + at, zone.end))
    return who[0] if who else None


def _passive(article: Article, clause: Clause) -> tuple[str | None, str | None]:
    lemma = clause.lemma
    by = _agent(article, clause)
    pending = events.tense_status(clause)
    done = not clause.negated and pending not in {"unknown", None}
    if lemma in events.CANCELS:
        return ("cancelled" if done and not clause.modal else None), by
    if lemma in events.POSTPONES:
        return ("postponed" if done and not clause.modal else None), by
    if lemma in events.SUSPENDS:
        return ("suspended" if done and not clause.modal else None), by
    if lemma in events.HOLDS:
        return pending, None
    if lemma in events.EXPECTS:
        return ("expected" if not clause.negated else "not_held"), None
    if lemma in events.PLANS:
        return ("planned" if not clause.negated else "not_held"), None
    if lemma in {"reject", "refuse", "decline", "boycott"}:
        return "declined", by
    return ("replaced" if lemma == "replace" and done else None), None


def _agent(article: Article, clause: Clause) -> str | None:
    zone = zone_of(clause)
    found = re.search(r"\bby |\bat (?=[^ ]+['’]s request)", zone.of(article.text))
    if found is None:
        return None
    who = article.cast.mentions.who(Span(zone.start + found.end(), zone.end))
    return who[0] if who else None


def as_object(article: Article, clause: Clause, event: EventNoun | None) -> tuple[str | None, str | None]:
    """What the verb's subject did with the meeting, and who that is."""
    by = subject_name(article, clause)
    if clause.passive or by is None:
        return _passive_of_person(clause, event), None
    status = events.tense_status(clause)
    ended = _ended(clause, event, status)
    if ended is not None:
        return ended, by
    if clause.lemma in events.ATTENDS or (clause.lemma == "take" and _linked(clause, event, "part in")):
        return _attended(clause, event, status, by)
    if event is None:
        return None, None
    if clause.lemma in events.HOLDS or clause.lemma == "continue":
        return status, None
    planned = clause.lemma in events.PLANS | events.EXPECTS and clause.lemma != "set"
    if planned and not clause.negated and not _linked(clause, event, "of"):
        return ("expected" if clause.lemma in events.EXPECTS else "planned"), None
    return None, None


def _ended(clause: Clause, event: EventNoun | None, status: str | None) -> str | None:
    """Called off, put off, broken off or declined by the subject; null where that is not asserted."""
    lemma = clause.lemma
    asserted = not clause.negated and (not clause.modal or status == "planned") and status not in {None, "unknown"}
    if lemma in events.RULES_OUT | events.DECLINES:
        return "declined" if asserted or clause.tense == "participle" else None
    if not asserted or (clause.modal and lemma not in events.SUSPENDS):
        return None
    if lemma == "walk_out":
        return "suspended" if _linked(clause, event, "of") else None
    if lemma in {"withdraw", "pull_out"}:
        return "declined" if _linked(clause, event, "from") else None
    for words, fate in ((events.CANCELS, "cancelled"), (events.POSTPONES, "postponed"), (events.SUSPENDS, "suspended")):
        if lemma in words:
            return fate
    return None


def _attended(clause: Clause, event: EventNoun | None, status: str | None, by: str) -> tuple[str | None, str | None]:
    """Coming or not coming: whoever will not, declines."""
    moves = clause.lemma in {"send", "come", "go", "travel", "show"}
    if moves and not (clause.negated or _linked(clause, event, "to")):
        return None, None
    return ("declined", by) if clause.negated or status == "declined" else (status, None)


def _passive_of_person(clause: Clause, event: EventNoun | None) -> str | None:
    if (
        event is not None
        and clause.lemma in events.PLANS | events.EXPECTS
        and not clause.negated
        and clause.subject is None
    ):
        return "expected" if clause.lemma in events.EXPECTS else "planned"
    return None


def _linked(clause: Clause, event: EventNoun | None, link: str) -> bool:
    if event is None:
        return False
    words = " ".join(token.low for token in clause.sentence.tokens[clause.last : event.at])
    return f"{link} " in f"{words} "


def subject_name(article: Article, clause: Clause) -> str | None:
    if clause.subject is None:
        return None
    who = article.cast.mentions.who(clause.sentence.stretch(clause.subject.first, clause.subject.last))
    return who[0] if who else None
