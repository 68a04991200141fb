"""Words for meetings, and what a clause says became of one: expected, held, called off, declined."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onetext.reading.clauses import Clause
from onetext.reading.tokens import Sentence, Token
from onetext.wording.spans import Span
from onetext.wording.words import listed

NOUNS = {
    "meeting": "meeting", "summit": "meeting", "encounter": "meeting", "gathering": "meeting", "session": "meeting",
    "dinner": "meeting", "lunch": "meeting", "breakfast": "meeting", "sit-down": "meeting", "reception": "event",
    "talk": "talks", "negotiation": "talks", "discussion": "talks", "consultation": "talks", "round": "talks",
    "dialogue": "talks", "conversation": "talks", "conference": "event", "contact": "talks", "visit": "visit",
    "trip": "visit", "journey": "visit", "tour": "visit", "call": "call", "phonecall": "call",
    "videoconference": "call",    "videocall": "call", "mediation": "mediation", "briefing": "briefing",
    "audience": "meeting", "forum": "event", "ceremony": "event", "parley": "talks", "pourparlers": "talks",
    "sitting": "meeting", "get-together": "meeting", "rendezvous": "meeting", "roundtable": "talks",
    "banquet": "meeting", "supper": "meeting", "tete-a-tete": "meeting", "tête-à-tête": "meeting",
    "one-on-one": "meeting",
    "bilateral": "meeting", "trilateral": "meeting", "face-to-face": "meeting", "huddle": "meeting", "chat": "talks",
    "colloquy": "talks", "dialog": "talks", "pre-negotiation": "talks", "deliberation": "talks",
    "stopover": "visit", "pilgrimage": "visit", "teleconference": "call", "videolink": "call", "hook-up": "call",
    "telephonecall": "call", "congress": "event", "symposium": "event", "retreat": "meeting", "workshop": "event",
}  # fmt: skip
"""Noun to kind of contact."""

VERBS = {
    "meet": "meeting", "see": "meeting", "host": "meeting", "receive": "meeting", "confer": "talks", "lunch": "meeting",
    "negotiate": "talks",
    "talk": "talks", "speak": "talks", "discuss": "meeting", "consult": "talks", "visit": "visit", "travel": "visit",
    "fly": "visit", "go": "visit", "head": "visit", "arrive": "visit", "come": "visit", "return": "visit",
    "phone": "call", "telephone": "call", "sit_down": "meeting", "convene": "talks", "gather": "meeting",
    "mediate": "mediation", "dine": "meeting", "reconvene": "talks", "huddle": "meeting",
    "greet": "meeting", "welcome": "meeting", "entertain": "meeting", "breakfast": "meeting", "caucus": "meeting",
    "parley": "talks", "converse": "talks", "chat": "talks", "deliberate": "talks", "bargain": "talks",
    "haggle": "talks", "get_together": "meeting", "assemble": "meeting", "reunite": "meeting", "drive": "visit",
    "sail": "visit", "journey": "visit", "tour": "visit", "ring": "call", "call": "call",
    "write": "message", "email": "message", "cable": "message", "correspond": "message",
}  # fmt: skip
"""Verb to kind of contact; ``see``, ``receive``, ``go`` and the like need a person or a place beside them."""

TOGETHER = listed("meet reconvene talk speak confer negotiate sit_down convene gather get_together assemble")
HOLDS = listed("hold have enter host conduct stage convene open start begin conclude finish end lead chair")
GOES = listed("happen occur proceed go_on continue resume take_place")
CANCELS = listed("cancel call_off scrap abandon drop axe scrub abort ditch pull_out withdraw shelve")
POSTPONES = listed("postpone delay put_off defer reschedule move push_back")
SUSPENDS = listed("suspend break_off halt interrupt freeze pause")
ATTENDS = listed("attend join participate take_part travel send come go show show_up turn_up")
DECLINES = listed("turn_down boycott skip refuse decline reject shun snub miss stay_away")
PLANS = listed(
    "plan schedule arrange set prepare organise organize announce agree fix book slate timetable "
    "pencil pencill pencil_in"
)
EXPECTS = listed("expect anticipate due likely suppose slate")
RULES_OUT = listed("rule_out exclude")
TELLS = listed(
    "record describe report mention recall cite note detail discuss welcome praise hail remember follow confirm "
    "precede outline summarise summarize announce"
)
"""What a memo or a minister does with a meeting without taking part in it."""

MEALS = listed("dinner lunch breakfast reception")
MOVED = frozenset(VERBS) & listed("travel fly go head arrive come return visit drive sail journey")
LANDS = listed("land touch_down stop jet cross rush hurry set_out depart dash stay")


@dataclass(slots=True, eq=False)
class EventNoun:
    """A noun for a meeting with its place in the sentence; ``definite`` points back ("the trip", "that meeting")."""

    at: int
    kind: str
    definite: bool
    fresh: bool
    plural: bool
    ordinal: bool = False
    indefinite: bool = False


_TIMES = listed("hours minutes days weeks months yesterday today tomorrow")
_PLANNED_WORDS = listed("next upcoming forthcoming planned scheduled expected future coming proposed")
_PAST_WORDS = listed("last previous recent latest earlier first")
_DEFINITE = listed("the this that his her their its those these")
_FRESH = listed("second third fourth fifth sixth another next new further final separate")


def event_nouns(sentence: Sentence) -> list[EventNoun]:
    """The nouns for meetings of a sentence; "peace talks process" and "call for" are none."""
    found, tokens = [], sentence.tokens
    for at, token in enumerate(tokens):
        if token.tag[:2] != "NN":
            continue
        kind = NOUNS.get(token.lemma) or NOUNS.get(token.low.rstrip("s"))
        if kind is None:
            continue
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        if following is not None and following.is_noun and not following.is_name and following.low not in _TIMES:
            continue
        if kind == "call" and following is not None and following.low in {"for", "to"} and not _is_phone(tokens, at):
            continue
        if kind == "event" and at and tokens[at - 1].low in {"news", "press"}:
            continue
        linked = following is not None and following.low in {"between", "with"} and token.tag == "NNS"
        if token.lemma == "contact" and not linked and not (at and tokens[at - 1].low == "in"):
            continue
        before = _modifiers(tokens, at)
        words = {word.low for word in before}
        if words & {"any", "every", "each", "whatever", "whichever"}:
            continue
        if (
            token.lemma == "round"
            and following is not None
            and following.low not in {"of", "between", "with"}
            and not words & _FRESH
        ):
            continue
        definite = bool(words & _DEFINITE) and not words & _FRESH
        fresh = bool(words & _FRESH)
        fresh = fresh or " ".join(token.low for token in tokens[max(0, at - 3) : at]).endswith(
            ("follow - up", "follow-up")
        )
        again = fresh or bool(words & {"fourth", "fifth", "sixth", "seventh", "last", "previous", "earlier"})
        found.append(
            EventNoun(at, kind, definite, fresh, token.tag == "NNS", again, bool(words & {"a", "an", "another"}))
        )
    return found


def _is_phone(tokens: list[Token], at: int) -> bool:
    return at > 0 and tokens[at - 1].low in {"phone", "telephone", "video", "conference"}


def _modifiers(tokens: list[Token], at: int) -> list[Token]:
    first = at
    while (
        first > 0
        and at - first < 6
        and tokens[first - 1].tag.startswith(("DT", "JJ", "PRP$", "VBN", "NN", "CD", "POS", "RB"))
    ):
        first -= 1
    return tokens[first:at]


def noun_status(sentence: Sentence, event: EventNoun) -> str | None:
    """What the noun's own words say: "the next meeting", "the cancelled visit", "ahead of the talks"."""
    tokens = sentence.tokens
    told = _by_its_words({token.low for token in _modifiers(tokens, event.at)}) or fallen_by(sentence, event)
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
    (listed("cancelled canceled scrapped aborted called-off abortive abandoned shelved aborted"), "cancelled"),
    (listed("postponed delayed deferred"), "postponed"),
    (listed("expected"), "expected"),
    (_PLANNED_WORDS, "planned"),
    (_PAST_WORDS, "held"),
)
REPLACED = re.compile(r"\b(?:instead of|in place of|in lieu of|rather than)(?: [^ ,;]+){0,5}$")
CALLED_OFF = re.compile(
    r"\b(?:cancellation|cancelling|canceling|calling off|scrapping|collapse|abandonment|failure|boycott|postponement"
    r"|postponing|deferral|delay|putting off) of(?: [^ ,;]+){0,5}$"
    r"|\b(?:cancelling|canceling|calling off|scrapping|postponing|putting off|boycotting)(?: [^ ,;]+){0,4}$"
)
"""``the cancellation of Tuesday's meeting``, ``instead of the meeting``: what the noun hangs on says that it fell."""


def fallen_by(sentence: Sentence, event: EventNoun) -> str | None:
    """Replaced, cancelled or postponed, as the words that the noun hangs on say; null where they say no such thing."""
    lead = " ".join(token.low for token in sentence.tokens[max(0, event.at - 9) : event.at])
    if REPLACED.search(lead):
        return "replaced"
    fallen = CALLED_OFF.search(lead)
    if fallen is None:
        return None
    return "postponed" if fallen.group().startswith(("post", "def", "delay", "put")) else "cancelled"


def is_replaced(sentence: Sentence, event: EventNoun) -> bool:
    return fallen_by(sentence, event) == "replaced"


def behind_after(sentence: Sentence, event: EventNoun) -> bool:
    """``after two days of talks``: the talks are what the subject comes from."""
    return bool({token.low for token in sentence.tokens[max(0, event.at - 7) : event.at]} & {"after", "following"})


def behind_for(sentence: Sentence, event: EventNoun) -> bool:
    """``for talks``, ``for two days of talks``: what somebody comes for."""
    before = [token.low for token in sentence.tokens[max(0, event.at - 4) : event.at]]
    return "for" in before and event.kind in {"talks", "meeting"}


def tense_status(clause: Clause) -> str | None:
    """held, planned, ongoing … as the verb's own form says; null where it asserts nothing."""
    above = clause.governor
    if clause.infinitive and above is not None:
        return above_status(clause, above)
    if clause.tense in {"bare", "participle"} and above is not None and above is not clause and not clause.negated:
        return _beside(clause, above)
    if clause.modal:
        return _modal_status(clause)
    if clause.negated:
        return "not_held"
    if clause.passive and clause.sentence.tokens[clause.first].tag == "VB":
        return "unknown"  # "proposed that the round be held": wanted, not told
    if clause.tense == "past" and not clause.perfect:
        if clause.continuous:
            return "ongoing" if clause.lemma not in MOVED else "planned"
        return "held"
    if clause.perfect:
        return "ongoing" if clause.continuous else "held"
    if clause.continuous:
        return "planned" if clause.lemma in MOVED else "ongoing"
    return "held" if clause.tense == "past" else None


def _beside(clause: Clause, above: Clause) -> str | None:
    """``will leave … and see X``, ``was received by X before holding talks with Y``: as the verb it is tied to."""
    if clause.tense == "bare":
        return tense_status(above) if clause.relation == "conj" else None
    opener = clause.sentence.tokens[clause.first - 1].low if clause.first else ""
    if clause.passive or opener not in {"before", "after", "and", "while", "by", ",", ""}:
        return None
    return tense_status(above) if tense_status(above) in {"held", "planned", "expected", "ongoing"} else None


def _modal_status(clause: Clause) -> str | None:
    if clause.modal in {"will", "shall", "'ll", "would", "'d"}:
        if clause.perfect:
            return None
        return "declined" if clause.negated else "planned"
    if clause.modal == "should" and not clause.negated:
        return "planned"
    return None if not clause.negated else "not_held"


_WISHES = listed("want wish hope ask offer propose seek try like intend need urge invite call_on demand be_ready")


_IMPLIES = listed("begin start continue force oblige compel lead prompt cause persuade convince manage help get resume")
"""What is done when this is done."""


def above_status(clause: Clause, above: Clause) -> str | None:
    """``was expected to meet``, ``is to fly``, ``had been due to see``, ``refused to attend``, ``hopes to meet``."""
    tokens = clause.sentence.tokens
    lead = {token.low for token in tokens[above.first : clause.first]}
    lemma = above.lemma
    if lemma in {"expect", "anticipate"} or lead & {"expected", "likely", "awaited"}:
        return "expected" if not above.negated else "not_held"
    if lemma in {
        "schedule",
        "plan",
        "arrange",
        "set",
        "agree",
        "prepare",
        "announce",
        "promise",
        "decide",
        "intend",
    } or lead & {"set", "scheduled", "planned", "due", "supposed", "slated"}:
        return "planned" if not above.negated else "not_held"
    if lemma in {"refuse", "decline"}:
        return "declined"
    if lemma == "be":
        return "planned" if not above.negated else "not_held"
    if lemma in {"fail", "neglect", "omit", "forget"}:
        return "not_held" if not above.negated else None
    if lemma in _IMPLIES:
        return tense_status(above)
    if lemma in {"go", "travel", "fly", "come", "head", "arrive", "return"}:
        return "planned" if tense_status(above) in {"planned", "expected"} else None
    return "unknown" if lemma in _WISHES else None


def stretch_of(clause: Clause) -> Span:
    """The characters of a clause from its subject (or verb) to where the next one begins."""
    first = clause.first
    if clause.subject is not None and clause.subject.first < first:
        between = clause.sentence.tokens[clause.subject.last : first]
        if clause.infinitive or not any(token.tag in {"VBD", "VBZ", "VBP", "MD"} for token in between):
            first = clause.subject.first
    return clause.sentence.stretch(first, max(clause.stop, clause.last))
