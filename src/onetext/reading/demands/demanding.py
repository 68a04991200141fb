"""The forms that English gives to what is demanded: "wants them to leave", "that it be opened", "their demand for"."""

from __future__ import annotations

from onetext.reading.clauses import Clause
from onetext.reading.tokens import Sentence, Token
from onetext.wording.words import listed

URGES = listed("want urge call_on call_upon press push exhort implore appeal like beseech pressure")
"""With somebody and an infinitive: "urged the sides to accept"."""
DEMANDS = listed("demand insist insist_on require call_for push_for press_for appeal_for seek")
"""With a clause or a thing: "demands that …", "calls for …"."""
ASKS = listed("ask ask_for request")
"""The same, more softly: with a thing only where it is one that is asked for in talks."""
NOUNS = listed("demand call appeal insistence ultimatum condition precondition requirement")
REPEATS = listed(
    "repeat renew reiterate make voice raise issue present restate press maintain put_forward back support echo set "
    "stand stick table deliver send add drop_in underline stress reaffirm express lay lodge have impose attach state"
)
"""Verbs whose subject is whose demand it is."""
GIVES_UP = listed("drop withdraw abandon waive forgo retract soften shelve relinquish lift")
_ASKED = listed(
    "guarantee guarantees resolution veto end ceasefire truce withdrawal release pullout share seat payment "
    "compensation apology access recognition concession concessions pledge assurance assurances commitment say "
    "timetable lifting return halt pause referendum vote inspection inquiry investigation exemption quota extension "
    "delay amendment amendments change changes clause treaty role place answer answers proof explanation evidence "
    "control autonomy independence sovereignty status zone corridor exchange reparations freeze cut rise increase "
    "reduction review copy list removal deletion deployment mission monitors observers coupon retreat disarmament "
    "immunity amnesty restitution refund licence licences license licenses tariff tariffs deadline safeguards arms "
    "date mandate safe-conduct conduct papers line text map passage hearing retrial custody visa visas permit permits "
    "ban fund funds money aid quotas protection citizenship passports ceiling floor"
)
_EMPTY = listed("nothing none it that this one them these those more anything something what so everything no")


def lemma_of(clause: Clause) -> str:
    """``call on`` and ``appeal to`` also where the particle was not taken for one."""
    sentence = clause.sentence
    following = sentence.tokens[clause.last].low if clause.last < len(sentence.tokens) else ""
    if clause.lemma in {"call_on", "call_upon"} and not any(
        token.low in {"on", "upon"} for token in sentence.tokens[clause.verb + 1 : clause.verb + 3]
    ):
        return "call"  # "called her on Friday"
    if clause.lemma in {"call", "insist", "push", "press", "appeal", "ask"} and following in {"on", "upon", "for"}:
        return f"{clause.lemma}_{following}"
    return clause.lemma


def softly(sentence: Sentence, at: int, lemma: str) -> tuple[int, str]:
    """``asked him for a safe-conduct``: what is asked for stands behind "for"."""
    near = [token.low for token in sentence.tokens[at : at + 5]]
    if lemma != "ask" or "for" not in near:
        return at, lemma
    return at + near.index("for") + 1, "ask_for"


def is_subjunctive(clause: Clause) -> bool:
    """``be``, or the plain form of a verb with one subject of the third person ("that he leave")."""
    first = clause.sentence.tokens[clause.first]
    if first.low == "be":
        return True
    if clause.first != clause.verb or first.tag not in {"VB", "VBP"} or clause.subject is None:
        return False
    if first.tag == "VB":
        return True
    subject = clause.sentence.tokens[clause.subject.head]
    return subject.low in {"it", "he", "she"} or (subject.tag in {"NN", "NNP"} and subject.low != "police")


def is_asserted(clause: Clause) -> bool:
    """A finite demand that is made: not denied, not imagined, not passive, not only to come."""
    if clause.negated or clause.passive or clause.subject is None:
        return False
    if clause.lemma == "like":
        return clause.modal in {"would", "'d"}
    if clause.modal:
        return False
    above = clause.governor
    if clause.infinitive:
        return above is not None and above.lemma in {"continue", "go_on"} and not above.negated
    first = min(clause.subject.first, clause.first)
    before = [token.low for token in clause.sentence.tokens[max(0, first - 2) : first]]
    if {"if", "whether", "unless"} & set(before):
        return False
    if above is not None and above.negated and clause.relation in {"ccomp", "xcomp"}:
        return False
    return clause.tense in {"past", "present", "participle", "bare"}


_WRITES = listed("write telephone ring call phone cable wire go come travel")


def is_meant(clause: Clause) -> bool:
    """``wrote to ask for a new date``, ``asking him for a visa``, ``will press for a date``: asked, or sure to be."""
    if clause.negated or clause.passive or clause.subject is None:
        return False
    above = clause.governor
    if clause.infinitive:
        return above is not None and above.lemma in _WRITES and above.tense == "past" and not above.negated
    if clause.tense == "participle":
        if clause.sentence.tokens[clause.verb].tag != "VBG":
            return False
        return above is not None and not (above.negated or above.modal)
    return clause.modal == "will" and lemma_of(clause) in {
        "press",
        "push",
        "demand",
        "press_for",
        "push_for",
        "insist_on",
    }


def is_apart(clause: Clause) -> bool:
    """``denied it, while the others demanded``: told beside the denial, not denied with it."""
    tokens = clause.sentence.tokens
    first = min(clause.first, clause.subject.first) if clause.subject else clause.first
    beside = first > 0 and tokens[first - 1].low in {"while", "after", "as", "when", "but", "and"}
    return beside and clause.relation != "ccomp"


def is_empty(tokens: list[Token], at: int) -> bool:
    """``demands nothing of the kind``, ``wants that``: no demand of its own."""
    if tokens[at].low not in _EMPTY:
        return False
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is not None and (following.is_verb or (tokens[at].low == "that" and following.text not in ".,;:")):
        return False  # "that it hand over", "that the king go"
    return following is None or not (following.is_noun or following.tag.startswith("JJ")) or tokens[at].low == "no"


def asks_for_thing(sentence: Sentence, first: int, last: int) -> bool:
    """``wants a veto``, ``want guarantees from the guarantors``: the head is something one can be asked for."""
    tokens = sentence.tokens
    for at in range(first, min(first + 7, last)):
        token = tokens[at]
        if token.is_noun and not (at + 1 < last and tokens[at + 1].is_noun):
            return token.low in _ASKED
        if not token.tag.startswith(("DT", "JJ", "NN", "CD", "PRP$", "POS", "RB", "VBN", "VBG", "HYPH")):
            return False
    return False
