"""What was done by an attribution: said, asked, demanded, promised; null when it is no statement."""

from __future__ import annotations

import re

from onetext.reading.attribution.attribution import Attribution
from onetext.reading.lexicon import singular, speech_verbs
from onetext.wording.words import listed

TAGGED = "tagger"
BY_MARK = frozenset({"according", "dash", "colon", "turn"})
THAT = ("that ", "That ")
_NAMING = listed("call describe label brand dub term denounce hail portray characterise characterize")
_ASKING = {"ask": "ask", "appeal": "demand", "plead": "ask", "call": "demand", "press": "demand", "push": "demand"}
_DONE_TO = frozenset({"reject", "deny", "criticise", "accept", "confirm", "announce", "demand", "propose", "claim"})
_BY_NOUN = {
    "report": "report", "claim": "claim", "allegation": "claim", "demand": "demand", "request": "ask", "appeal": "ask",
    "promise": "promise", "pledge": "promise", "proposal": "propose", "warning": "say", "statement": "say",
    "announcement": "announce", "accusation": "criticise", "denial": "deny", "plea": "ask",
    "word": "say", "assurance": "promise", "guarantee": "promise", "regret": "say", "concern": "say", "belief": "say",
    "threat": "say", "vow": "promise", "confirmation": "confirm", "complaint": "criticise", "argument": "claim",
}  # fmt: skip
_PERSON = re.compile(
    r"(?:mr|mrs|ms|miss|dr|sir|lady|lord|prof|senator|the (?:\w+ )?(?:minister|president|chair))\b", re.IGNORECASE
)
_MARKS = frozenset("“\"'‘«„")


def act_of(one: Attribution) -> str | None:
    """The act as the closed words have it; null when nothing is stated."""
    speech = speech_verbs().get(one.lemma)
    act = speech.act if speech is not None else None
    if one.rule == "noun":
        return _BY_NOUN.get(singular(one.lemma))
    if one.rule == "turn":
        return _of_turn(one)
    if one.rule in BY_MARK or one.rule.startswith(("quote", TAGGED)):
        return act or "say"
    if one.lemma == "want" and one.rule in {"clause", "object"}:
        wanted = one.hull.of(one.said.text)
        return None if wanted.startswith("to ") or wanted in {"it", "them"} else "demand"
    return _of_words(one, act) if one.kind == "say" else None


def _of_words(one: Attribution, act: str | None) -> str | None:
    """Of an uttered word, by the construction that it stands in."""
    content = one.hull.of(one.said.text)
    if one.rule == "link":
        return _of_link(one, content)
    if one.rule == "light":  # "sent word that", "gave assurances that"
        noun = singular(one.cue.of(one.said.text).rsplit(maxsplit=1)[-1])
        return _BY_NOUN.get(noun) if content.startswith(THAT) else None
    if one.rule == "small":
        return act or "say" if one.lemma in _NAMING else None
    if one.rule == "passive":
        return act if act in _DONE_TO else None
    if one.rule == "over":
        asks = one.lemma == "ask" and content.startswith("for ")
        return "ask" if asks else act if act == "criticise" else None
    return act if one.rule not in {"object", "relative", "adjective"} else None


def _of_link(one: Attribution, content: str) -> str | None:
    """``called for a truce``, ``spoke of “a first step”``."""
    if one.lemma == "speak":
        return "say" if content[:1] in _MARKS else None
    asks = one.cue.of(one.said.text).endswith((" for", " on"))
    return _ASKING.get(one.lemma) if asks else None


def _of_turn(one: Attribution) -> str | None:
    """A question in a conversation is the interviewer's, unless it is put by a person with a title, as in a house."""
    text = one.said.text
    if not one.hull.of(text).endswith("?"):
        return "say"
    return "ask" if one.source is not None and _PERSON.match(one.source.of(text)) else None
