"""Meetings told by a turn of phrase: shook hands with, came face to face, paid a visit to, went into talks with."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onetext.reading.article import Article
from onetext.reading.clauses import Clause
from onetext.reading.meetings import events
from onetext.reading.meetings.attendance import beside, people
from onetext.reading.meetings.fates import zone_of
from onetext.reading.meetings.outlook import outlook
from onetext.reading.meetings.sighting import PRESS, Sighting, acting, when
from onetext.reading.meetings.whereabouts import date_in, place_in
from onetext.reading.records import Statement
from onetext.wording.spans import Span

_TALKS = r"(?:[\w-]+ ){0,3}(?:talks|negotiations|discussions|consultations|a meeting|session|conclave|dialogue)\b"
_MEAL = r"(?:[\w-]+ ){0,3}(?:lunch|dinner|breakfast|tea|coffee|talks|a meeting|a walk|supper)\b"
_LETTER = r"(?:an?|his|her|their|its|the) (?:[\w-]+ ){0,3}(?:letter|message|note|telegram|cable)\b"
_TURNS = {
    "come": (rf"face[- ]to[- ]face|together (?:for|in|at)\b|into {_TALKS}|out of {_TALKS}", "meeting"),
    "stand": (r"face[- ]to[- ]face", "meeting"),
    "sit": (r"(?:down )?(?:across|opposite|face[- ]to[- ]face|together|next to|beside)", "meeting"),
    "shake": (r"hands\b", "meeting"),
    "cross": (r"paths\b", "meeting"),
    "break": (r"bread\b", "meeting"),
    "pay": (r"(?:an?|his|her|their|its) (?:[\w-]+ ){0,3}(?:visit|call)\b (?:to|on)\b", "visit"),
    "go": (rf"(?:[a-z]+ )?into {_TALKS}", "talks"),
    "get": (rf"(?:down to|into|back to) {_TALKS}|together\b", "talks"),
    "emerge": (rf"from {_TALKS}", "talks"),
    "join": (rf".*\b(?:for|at|over) {_MEAL}", "meeting"),
    "share": (rf"{_MEAL}", "meeting"),
    "return": (rf"to (?:the table|{_TALKS})", "talks"),
    "turn": (r"to .*\bfor talks\b", "talks"),
    "have": (rf"{_MEAL}", "meeting"),
    "take": (r"tea\b|a walk\b", "meeting"),
    "bring": (r".*\btogether\b", "meeting"),
    "send": (
        r"(?:an?|his|her|their|its|the) (?:[\w-]+ ){0,3}(?:letter|message|note|telegram|cable)\b.*\bto\b",
        "message",
    ),
    "receive": (rf"{_LETTER}.*\bfrom\b", "message"),
}
"""Lemma to what must stand behind the verb, and the kind of contact."""
_IRREGULAR = {
    "rang": "ring",
    "shook": "shake",
    "sat": "sit",
    "shuttl": "shuttle",
    "came": "come",
    "went": "go",
    "paid": "pay",
    "emerg": "emerge",
}
_OTHERS = re.compile(r"\b(?:with|from|to|on|opposite|beside|between|of)\b ")


def lemma_of(clause: Clause) -> str:
    """The lemma, also where a tagger has left the past form."""
    return _IRREGULAR.get(clause.lemma, clause.lemma)


def by_idiom(article: Article, clause: Clause, said: Sequence[Statement]) -> list[Sighting]:
    """One sighting at most, with both sides named."""
    turn = _TURNS.get(lemma_of(clause))
    behind = zone_of(clause)
    behind = Span(behind.start, max(behind.end, min(clause.sentence.span.end, behind.start + 40)))
    words = behind.of(article.text)
    if turn is None or clause.passive or not re.match(turn[0], words, re.IGNORECASE) or PRESS.search(words):
        return []
    statuses, subject = outlook(article, clause), acting(article, clause, said)
    names = _sides(article, clause, behind, subject, said)
    if not statuses or len(names) < 2:
        return []
    return [
        Sighting(
            clause.sentence, clause.verb, turn[1], statuses, names, events.stretch_of(clause),
            f"idiom-{clause.lemma}", 0.7, by=subject[0] if statuses[-1] == "declined" and subject else None,
            place=place_in(article, behind, destination=False), date=date_in(article, behind) or when(article, clause),
            fresh=turn[1] == "message",
        )
    ]  # fmt: skip


def _sides(article: Article, clause: Clause, behind: Span, subject: list[str], said: Sequence[Statement]) -> list[str]:
    if lemma_of(clause) in {"bring", "join"}:
        others = people(article, beside(article, behind), said)
        return others if len(others) > 1 and lemma_of(clause) == "bring" else _joined(subject, others)
    link = _OTHERS.search(article.text, behind.start, behind.end)
    return _joined(subject, people(article, beside(article, Span(link.end(), behind.end)), said) if link else [])


def _joined(first: list[str], second: list[str]) -> list[str]:
    return [*first, *[name for name in second if name not in first]]
