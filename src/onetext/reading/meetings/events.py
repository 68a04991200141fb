"""Words for meetings, and what a clause says became of one: expected, held, called off, declined."""

from __future__ import annotations

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
    "telephonecall": "call", "symposium": "event", "workshop": "event", "plenary": "meeting",
    "follow-up": "meeting",
    "leg": "visit", "stop": "visit", "appointment": "meeting", "confab": "talks", "powwow": "talks", "hearing": "event",
    "seminar": "event",
}  # fmt: skip
"""Noun to kind of contact."""

VERBS = listed(
    "meet see host receive confer lunch negotiate talk speak discuss consult visit travel fly go head arrive come "
    "return phone telephone sit_down convene gather mediate dine reconvene huddle greet welcome entertain breakfast "
    "caucus parley converse chat deliberate bargain haggle get_together assemble reunite drive sail journey tour ring "
    "call write email cable correspond"
)
"""Verbs that may tell of a meeting; ``see``, ``go`` and the like need a person or a place beside them."""

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
MOVED = listed("travel fly go head arrive come return visit drive sail journey")


@dataclass(slots=True, eq=False)
class EventNoun:
    """A noun for a meeting with its place in the sentence; ``definite`` points back ("the trip", "that meeting")."""

    at: int
    kind: str
    definite: bool
    fresh: bool
    ordinal: bool = False
    indefinite: bool = False


_TIMES = listed("hours minutes days weeks months yesterday today tomorrow")
_DEFINITE = listed("the this that his her their its those these")
_FRESH = listed("second third fourth fifth sixth seventh another next new further final separate")
_ORDINALS = listed(
    "fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth last "
    "previous earlier"
)


def event_nouns(sentence: Sentence, before: Sentence | None = None) -> list[EventNoun]:
    """The nouns for meetings of a sentence; "peace talks process" and "call for" are none.

    ``before``: the sentence before, where the noun stands that "another" or "the second" is left without.
    """
    found, tokens = [], sentence.tokens
    for at, token in enumerate(tokens):
        kind = _kind(tokens, at)
        if kind is None or _is_other(tokens, at, kind):
            continue
        words = {word.low for word in modifiers_of(tokens, at)}
        if words & {"any", "every", "each", "whatever", "whichever"}:
            continue
        definite = bool(words & _DEFINITE) and not words & _FRESH
        fresh = bool(words & _FRESH) or token.low == "follow-up" or _hyphenated(tokens, at) == "follow-up"
        again = fresh or bool(words & _ORDINALS)
        found.append(EventNoun(at, kind, definite, fresh, again, bool(words & {"a", "an", "another"})))
    return _one_each(sentence, found) or _left_out(sentence, before)


def _kind(tokens: list[Token], at: int) -> str | None:
    """What the word at ``at`` is a word for, if it is one; of words tied by hyphens the last one counts."""
    token = tokens[at]
    tied = _hyphenated(tokens, at)
    if tied is not None:
        kind = NOUNS.get(tied) or NOUNS.get(tied.removesuffix("s"))
        return kind if kind and (token.dep in _NOMINAL or not token.dep) else _plain_kind(token)
    return _plain_kind(token)


_NOMINAL = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "attr", "appos", "conj", "ROOT", "nmod", "oprd"})


def _plain_kind(token: Token) -> str | None:
    if token.tag[:2] != "NN" and not (token.low in {"plenary", "bilateral", "trilateral"} and token.dep in _NOMINAL):
        return None
    return NOUNS.get(token.lemma) or NOUNS.get(token.low.rstrip("s"))


def _hyphenated(tokens: list[Token], at: int) -> str | None:
    """``tête-à-tête``, ``follow-up`` as one word, for its last part."""
    if at < 2 or tokens[at - 1].text != "-" or (at + 1 < len(tokens) and tokens[at + 1].text == "-"):
        return None
    first = at
    while first > 1 and tokens[first - 1].text == "-" and tokens[first - 1].end == tokens[first].start:
        first -= 2
    return "".join(token.low for token in tokens[first : at + 1])


def _is_other(tokens: list[Token], at: int, kind: str) -> bool:
    """The same word, but no meeting: ``talks process``, ``a call for restraint``, ``a news conference``."""
    token, following = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else None
    low = following.low if following is not None else ""
    if following is not None and following.is_noun and not following.is_name and low not in _TIMES:
        return True
    if low == "-" and at + 2 < len(tokens) and tokens[at + 1].start == token.end:
        return True
    if kind == "call" and low in {"for", "to"} and not _is_phone(tokens, at):
        return True
    if kind in {"event", "briefing"} and at and tokens[at - 1].low in {"news", "press"}:
        return True
    words = {word.low for word in modifiers_of(tokens, at)}
    if token.lemma == "contact":
        linked = low in {"between", "with"} and token.tag == "NNS"
        return not linked and not (at and tokens[at - 1].low == "in") and not words & {"direct", "first"}
    links = _SHORT_WORDS.get(token.lemma)
    if links is not None:
        return not (low in links or (following is not None and following.is_verb))
    return token.lemma == "round" and (low == "table" or bool(words & {"all", "year"}))


_SHORT_WORDS = {
    "leg": listed("in to at"), "stop": listed("in at"), "appointment": listed("with at on for ."),
}  # fmt: skip
"""Words of many senses are meetings before these words, or before a verb."""
_COUNTS = listed("round session series set leg bout")


def _one_each(sentence: Sentence, found: list[EventNoun]) -> list[EventNoun]:
    """``A round of talks``, ``a session of consultations`` are one: the first noun, of the kind of the second."""
    tokens, kept = sentence.tokens, list[EventNoun]()
    for event in found:
        last = kept[-1] if kept else None
        between = tokens[last.at + 1 : event.at] if last else []
        inner = (
            between[:1] and between[0].low == "of" and all(t.tag.startswith(("IN", "DT", "JJ", "NN")) for t in between)
        )
        if last and inner and tokens[last.at].lemma in _COUNTS and len(between) < 5:
            last.kind = event.kind if last.kind in {"talks", "meeting"} else last.kind
            continue
        kept.append(event)
    return kept


_LEFT_OUT = frozenset({"another", "first", "second", "third", "fourth", "fifth", "sixth", "last", "latest", "next"})


def _left_out(sentence: Sentence, before: Sentence | None) -> list[EventNoun]:
    """``Another is scheduled for Thursday``, ``a second foundered``: the noun stands in the sentence before."""
    if before is None or not sentence.parsed or before.paragraph != sentence.paragraph:
        return []
    known = event_nouns(before)
    kind = known[-1].kind if known else None
    if kind is None or kind == "mediation":
        return []
    for at, token in enumerate(sentence.tokens[:12]):
        if token.low in _LEFT_OUT and token.dep in {"nsubj", "nsubjpass"} and not token.is_verb:
            again = token.low not in {"first", "last", "latest"}
            return [EventNoun(at, kind, False, again, True, token.low == "another")]
    return []


def _is_phone(tokens: list[Token], at: int) -> bool:
    return at > 0 and tokens[at - 1].low in {"phone", "telephone", "video", "conference"}


def modifiers_of(tokens: list[Token], at: int) -> list[Token]:
    """The words right before the noun that tell more of it, at most six."""
    first = at
    while (
        first > 0
        and at - first < 6
        and tokens[first - 1].tag.startswith(("DT", "JJ", "PRP$", "VBN", "NN", "CD", "POS", "RB"))
    ):
        first -= 1
    return tokens[first:at]


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
    if clause.passive or (opener not in _OPENERS | {",", ""} and above.lemma not in _GOES_ON):
        return None
    return tense_status(above) if tense_status(above) in {"held", "planned", "expected", "ongoing"} else None


_OPENERS = listed("before after and while by on upon when")
_GOES_ON = listed("spend keep start begin continue end_up finish go_on resume")


def _modal_status(clause: Clause) -> str | None:
    if clause.modal in {"will", "shall", "'ll", "would", "'d"}:
        if clause.perfect:
            return None
        return "declined" if clause.negated else "planned"
    if clause.modal == "should" and not clause.negated:
        return "planned"
    return None if not clause.negated else "not_held"


_WISHES = listed("want wish hope ask offer propose seek try like intend need urge invite call_on demand be_ready")


_IMPLIES = listed(
    "begin start continue force oblige compel lead prompt cause persuade convince manage help get resume have"
)
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
        done = tense_status(above)
        return "planned" if done in {"planned", "expected"} else None
    return "unknown" if lemma in _WISHES else None


def stretch_of(clause: Clause) -> Span:
    """The characters of a clause from its subject (or verb) to where the next one begins."""
    first = clause.first
    if clause.subject is not None and clause.subject.first < first:
        between = clause.sentence.tokens[clause.subject.last : first]
        if clause.infinitive or not any(token.tag in {"VBD", "VBZ", "VBP", "MD"} for token in between):
            first = clause.subject.first
    return clause.sentence.stretch(first, max(clause.stop, clause.last))
