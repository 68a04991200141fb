"""The forms that English gives to what is demanded: "wants them to leave", "that it be opened", "their demand for"."""

from __future__ import annotations

from onetext.reading.clauses import Clause
from onetext.reading.tokens import Sentence, Token
from onetext.wording.words import listed

URGES = listed("want urge call_on call_upon press push exhort implore appeal like beseech pressure")
"""With somebody and an infinitive: "urged the sides to accept"."""
DEMANDS = listed("demand insist insist_on require call_for push_for press_for appeal_for seek")
"""With a clause or a thing: "demands that …", "calls for …"."""
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
    "immunity amnesty restitution refund licence licences license licenses tariff tariffs deadline safeguards arms"
)
_EMPTY = listed("nothing none it that this one them these those more anything something what so everything no")


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
