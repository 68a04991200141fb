"""What the noun's own words say of a meeting: the next round, the cancelled visit, ahead of the talks, instead of."""

from __future__ import annotations

import re

from onetext.reading.meetings.events import EventNoun, modifiers_of
from onetext.reading.tokens import Sentence
from onetext.wording.words import listed

_PLANNED_WORDS = listed("next upcoming forthcoming planned scheduled expected future coming proposed")
_PAST_WORDS = listed("last previous recent latest earlier first")


def noun_status(sentence: Sentence, event: EventNoun) -> str | None:
    """What the noun's own words say: "the next meeting", "the cancelled visit", "ahead of the talks"."""
    tokens = sentence.tokens
    told = _by_its_words({token.low for token in modifiers_of(tokens, event.at)}) or fallen_by(sentence, event)
    if told:
        return told
    before = [token.low for token in tokens[max(0, event.at - 7) : event.at]]
    if "after" in before or "following" in before or "during" in before:
        return "held"
    if before[-2:-1] == ["at"] or before[-1:] == ["at"] or _COMES_OF.search(f"{' '.join(before)} "):
        return "held"
    if "ahead" in before or "before" in before or ("eve" in before and "of" in before):
        return "planned"
    after = tokens[event.at + 1 : event.at + 3]
    if after and after[0].tag == "VBN":
        return {
            "plan": "planned",
            "schedule": "planned",
            "expect": "expected",
            "hold": "held",
            "cancel": "cancelled",
            "postpone": "postponed",
        }.get(after[0].lemma)
    return None


_COMES_OF = re.compile(
    r"\b(?:outcome|results?|end|conclusion|close|wake|course|sidelines|margins|minutes|details|accounts?|readout|summary"
    r"|hours|days) of (?:the |a |an |his |her |their )?(?:[\w-]+ )?$"
)


def _by_its_words(words: set[str]) -> str | None:
    for marks, status in _BY_WORDS:
        if words & marks:
            return status
    return None


_BY_WORDS = (
    (listed("cancelled canceled scrapped aborted called-off abortive abandoned shelved"), "cancelled"),
    (listed("postponed delayed deferred"), "postponed"),
    (listed("expected"), "expected"),
    (_PLANNED_WORDS, "planned"),
    (_PAST_WORDS, "held"),
)
_REPLACED = re.compile(r"\b(?:instead of|in place of|in lieu of|rather than)(?: [^ ,;]+){0,5}$")
_CALLED_OFF = re.compile(
    r"\b(?:cancellation|cancelling|canceling|calling off|scrapping|collapse|abandonment|failure|boycott|postponement"
    r"|postponing|deferral|delay|putting off) of(?: [^ ,;]+){0,5}$"
    r"|\b(?:cancelling|canceling|calling off|scrapping|postponing|putting off|boycotting)(?: [^ ,;]+){0,4}$"
)
"""``the cancellation of Tuesday's meeting``, ``instead of the meeting``: what the noun hangs on says that it fell."""


def fallen_by(sentence: Sentence, event: EventNoun) -> str | None:
    """Replaced, cancelled or postponed, as the words that the noun hangs on say; null where they say no such thing."""
    lead = " ".join(token.low for token in sentence.tokens[max(0, event.at - 9) : event.at])
    if _REPLACED.search(lead):
        return "replaced"
    fallen = _CALLED_OFF.search(lead)
    if fallen is None:
        return None
    return "postponed" if fallen.group().startswith(("post", "def", "delay", "put")) else "cancelled"


def behind_after(sentence: Sentence, event: EventNoun) -> bool:
    """``after two days of talks``: the talks are what the subject comes from."""
    return bool({token.low for token in sentence.tokens[max(0, event.at - 7) : event.at]} & {"after", "following"})


def behind_for(sentence: Sentence, event: EventNoun) -> bool:
    """``for talks``, ``for two days of talks``: what somebody comes for."""
    before = [token.low for token in sentence.tokens[max(0, event.at - 4) : event.at]]
    return "for" in before and event.kind in {"talks", "meeting"}
