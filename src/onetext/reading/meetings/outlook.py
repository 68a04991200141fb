"""What the form of a verb says of an event: held, planned, not held …; nothing, where it is only supposed or wished.

The answer is a row of statuses in the order of time, because one form can tell two: "was to have met" was planned and
came to nothing.
"""

from __future__ import annotations

import re

from onetext.reading.article import Article
from onetext.reading.clauses import Clause
from onetext.reading.meetings import events
from onetext.wording.words import listed

_OPENERS = listed("if unless whether suppose supposing imagine assuming lest provided")
_DOUBTED = re.compile(
    r"\b(?:untrue|false|not true|no truth|incorrect|den(?:y|ies|ied|ying)|denial|rejected (?:reports?|claims?|rumou?rs)"
    r"|dismissed (?:reports?|claims?|rumou?rs))\b[^.;:“”]*?\bthat\b[^.;:“”]*$",
    re.IGNORECASE,
)
_UNTRUE = re.compile(
    r"^[^.;“”]{0,120}?\b(?:is|was|are|were) (?:entirely |simply |completely )?"
    r"(?:untrue|false|not true|wrong|fabricated|baseless|nonsense|an invention|without foundation|unfounded)\b"
)
_RUMOUR = re.compile(r"\b(?:rumou?rs?|speculation|suggestions?|no (?:evidence|suggestion))\b[^.;:]*$", re.IGNORECASE)
_AS_PLANNED = re.compile(r"\bas (?:\w+ )?(?:planned|scheduled|intended|announced|agreed|expected|foreseen)\b")
_SET = re.compile(
    r"\b(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|tomorrow|today|\d{1,2} [A-Z]|[A-Z]\w+ \d)"
)
_SINCE = re.compile(r"\b(?:since|for (?:years|months|weeks|more than))\b")
_ABLE = listed("unable able")


def supposed(article: Article, clause: Clause) -> bool:
    """Stands the clause, or one over it, under a condition; or tells it what may be, or would be."""
    if clause.modal in {"could", "may", "might", "can"} and not clause.negated:
        return True
    if clause.modal in {"would", "should"} and clause.perfect:
        return True
    above: Clause | None = clause
    for _ in range(3):
        if above is None:
            break
        if _is_condition(article, above):
            return True
        above = above.governor if above.governor is not None and above.governor is not above else None
    if clause.modal in {"would", "could", "might", "'d"}:
        return any(_is_condition(article, other) for other in article.clauses[clause.sentence.number])
    return False


def _is_condition(article: Article, clause: Clause) -> bool:
    tokens = clause.sentence.tokens
    first = clause.subject.first if clause.subject and clause.subject.first < clause.first else clause.first
    if any(token.low in _OPENERS for token in tokens[max(0, first - 2) : first]):
        return True
    inverted = first > 0 and tokens[first - 1].low in {"had", "were", "should"}
    opens = first == 1 or (first > 1 and tokens[first - 2].is_mark)
    return inverted and opens and not asks(article, clause)


def asks(article: Article, clause: Clause) -> bool:
    """A question asserts nothing."""
    return clause.sentence.span.of(article.text).rstrip("”\"’»' ").endswith("?")


def denied(article: Article, clause: Clause) -> bool:
    """``It is untrue that …``, ``denied that …``: what follows is said not to be so."""
    start = clause.sentence.span.start
    first = clause.subject.first if clause.subject and clause.subject.first < clause.first else clause.first
    if _DOUBTED.search(article.text[start : clause.sentence.tokens[first].start]):
        return True
    that = clause.sentence.tokens[first - 1].low == "that" if first else False
    return that and bool(_UNTRUE.search(article.text[clause.span.end : clause.sentence.span.end]))


def rumoured(article: Article, clause: Clause) -> bool:
    """Told as hearsay before the clause, and not denied."""
    start = clause.sentence.span.start
    return bool(_RUMOUR.search(article.text[start : clause.span.start])) and not denied(article, clause)


def outlook(article: Article, clause: Clause) -> tuple[str, ...]:
    """The statuses of an event that the clause's verb asserts; empty where it asserts none."""
    if supposed(article, clause) or rumoured(article, clause) or asks(article, clause) or _instead(clause):
        return ()
    found = _plain(article, clause)
    if denied(article, clause) and found:
        return ("not_held",)
    if _nobody(clause) and found and found[-1] in {"held", "ongoing"}:
        return ("not_held",)
    return found


_CONTRARY = listed("instead but however yet though")
_FATE = re.compile(
    r"\b(?:cancel|call(?:s|ed|ing)? (?:\w+ ){0,3}off|postpon|put (?:\w+ ){0,3}off|scrap|delay|declin|refus)"
)
_FORESEES = listed("be expect due schedule suppose intend plan set")


def _missed_after_all(clause: Clause, above: Clause) -> bool:
    """``had been expected to meet, but …``, ``had been due to meet; they sent others instead``."""
    behind = clause.sentence.tokens[clause.last :]
    if _FATE.search(" ".join(token.low for token in behind)):
        return False  # what became of it is told by the verb behind
    return (
        above.lemma in _FORESEES
        and above.perfect
        and above.tense == "past"
        and any(token.low in _CONTRARY for token in behind)
    )


_INSTEAD = re.compile(r"\b(?:without|far from|instead of|rather than|short of|stopped short of)(?: \w+)?$")


def _instead(clause: Clause) -> bool:
    """``Far from having met``, ``instead of meeting``, ``without seeing``: it was not done."""
    before = " ".join(token.low for token in clause.sentence.tokens[max(0, clause.first - 3) : clause.first])
    return clause.sentence.tokens[clause.first].tag == "VBG" and bool(_INSTEAD.search(before))


def _plain(article: Article, clause: Clause) -> tuple[str, ...]:
    above = clause.governor
    if clause.infinitive and above is not None:
        return _infinitive(clause, above)
    if clause.modal in {"will", "shall", "'ll", "would", "'d"} and clause.negated:
        words = clause.sentence.span.of(article.text)
        return _will_not(clause, words)
    if clause.negated and clause.perfect and not clause.modal and _SINCE.search(clause.sentence.span.of(article.text)):
        return ()  # "have not met since": that they met then is told elsewhere, if at all
    status = events.tense_status(clause) or _foreseen(clause)
    return (status,) if status else ()


def _will_not(clause: Clause, words: str) -> tuple[str, ...]:
    """Both sides will not meet, or not on the day that was set: called off. One will not come: declined."""
    if _AS_PLANNED.search(words):
        return ("planned", "cancelled")
    together = clause.lemma in events.TOGETHER
    return ("cancelled",) if together and (_SET.search(words) or _several(clause)) else ("declined",)


def _several(clause: Clause) -> bool:
    if clause.subject is None:
        return False
    tokens = clause.sentence.tokens[clause.subject.first : clause.subject.last]
    return any(token.tag == "CC" for token in tokens) or tokens[-1].low in {"they", "sides", "leaders", "ministers"}


def _infinitive(clause: Clause, above: Clause) -> tuple[str, ...]:
    tokens = clause.sentence.tokens
    between = [token.low for token in tokens[above.first : clause.first + 1]]
    missed = above.lemma in {"be", "expect", "due", "schedule", "suppose", "intend", "plan"} and clause.perfect
    if missed and above.tense == "past":
        return ("planned", "not_held")
    if _missed_after_all(clause, above):
        return ("planned", "not_held")
    if set(between) & _ABLE:
        unable = "unable" in between or above.negated
        return ("not_held",) if unable else ()
    status = events.above_status(clause, above)
    if status == "planned" and above.negated and above.lemma == "be":
        return ("cancelled",)
    return (status,) if status else ()


_FUTURATE = events.TOGETHER | {"visit", "receive", "host", "see", "travel", "fly", "open"}


def _foreseen(clause: Clause) -> str | None:
    """``when A and B meet in December``; ``meet on Friday`` in the present: to come."""
    if clause.tense != "present" or clause.subject is None or clause.negated or clause.perfect:
        return None
    if clause.lemma in _FUTURATE and not clause.continuous:
        words = " ".join(token.text for token in clause.sentence.tokens[clause.last : clause.stop])
        if _SET.search(words):
            return "planned"
    before = clause.sentence.tokens[clause.subject.first - 1].low if clause.subject.first else ""
    return "planned" if before in {"when", "before", "until", "once", "after"} else None


_NOBODY = listed("no nobody neither none")


def _nobody(clause: Clause) -> bool:
    """``No delegation of ours met them``."""
    if clause.subject is None:
        return False
    return clause.sentence.tokens[clause.subject.first].low in _NOBODY
