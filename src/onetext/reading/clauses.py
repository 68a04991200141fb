"""Who does what: the verbs of a sentence with subject, object, tense, modality and negation.

With a model the subject comes from the parse; without, from the order of the words. The rest goes by position, so
that both ways give the same shape.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from onetext.reading.tokens import Sentence, Token
from onetext.wording.spans import Span
from onetext.wording.words import listed

_PARTICLES = listed("off out up down on back forward over away through in for together apart aside")
_PHRASAL = listed(
    "call_off call_for call_on call_up put_off put_forward put_on rule_out point_out go_on set_out spell_out turn_down "
    "break_off pull_out push_for push_back hand_over pass_on draw_up sit_down sum_up chime_in take_up hold_up "
    "stay_away back_out drop_out walk_out agree_on insist_on press_for hold_off write_up drag_on "
    "wrap_up pencil_in hang_up get_together touch_down walk_away turn_up show_up"
)
_NEVER_PASSIVE = listed(
    "breakfast lunch dine chat confer converse speak talk travel fly go come arrive return sit huddle walk din chatt"
)
"""Verbs whose lone past form is no participle behind its noun: ``the minister breakfasted with …``."""
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_BOUND = frozenset({"xcomp", "advcl", "conj", "ccomp", "acl", "pcomp", "dep"})


@dataclass(slots=True, eq=False)
class Phrase:
    """Tokens ``[first, last)`` of a sentence around the noun at ``head``."""

    first: int
    last: int
    head: int


@dataclass(slots=True, eq=False)
class Clause:
    """One verb. ``first`` to ``last`` is the verb group; ``stop`` is where the next clause begins."""

    sentence: Sentence
    verb: int
    lemma: str
    first: int
    last: int
    stop: int
    subject: Phrase | None
    passive: bool
    negated: bool
    modal: str
    tense: str
    continuous: bool
    perfect: bool
    relation: str
    governor: Clause | None = None

    @property
    def span(self) -> Span:
        return self.sentence.stretch(self.first, self.last)

    @property
    def infinitive(self) -> bool:
        return self.tense == "infinitive"


def clauses(sentence: Sentence) -> list[Clause]:
    """The clauses of a sentence in the order of their verbs."""
    found: list[Clause] = []
    for place, token in enumerate(sentence.tokens):
        if _is_main_verb(sentence, place, token):
            found.append(_clause(sentence, place))
    for clause, following in pairwise(found):
        own = following.subject
        near = own is not None and clause.last < own.first < following.first <= own.last + 2
        begins = own.first if own and near and following.relation not in {"relcl", "acl"} else following.first
        clause.stop = max(clause.last, begins)
    for clause in found:
        said_by = next(
            (at for at in range(clause.last, clause.stop) if sentence.tokens[at].low == "according"), clause.stop
        )
        clause.stop = max(clause.last, said_by)
    _tie(sentence, found)
    return found


def _is_main_verb(sentence: Sentence, place: int, token: Token) -> bool:
    if not token.tag.startswith("VB") or token.dep in {"aux", "auxpass", "amod", "compound", "prep"}:
        return False
    if token.dep in {"pobj", "dobj", "nmod"} and token.tag == "VBG":
        return False
    if token.low == "according":
        return False
    if not token.dep and token.lemma in {"be", "have", "do"}:
        return not _helps(sentence, place)
    return not (not token.dep and _plain_modifier(sentence, place, token))


def _helps(sentence: Sentence, place: int) -> bool:
    """Does this form of be, have or do help a later verb (only adverbs and "not" between)."""
    for token in sentence.tokens[place + 1 : place + 5]:
        if token.tag.startswith("VB"):
            return True
        if not token.tag.startswith("RB"):
            return False
    return False


def _plain_modifier(sentence: Sentence, place: int, token: Token) -> bool:
    """A participle before its noun: "the occupied territories"."""
    if token.tag not in {"VBN", "VBG"} or not 0 < place < len(sentence.tokens) - 1:
        return False
    before, after = sentence.tokens[place - 1], sentence.tokens[place + 1]
    return before.tag in {"DT", "PRP$", "JJ", "POS", "CD"} and (after.is_noun or after.tag == "JJ")


def _clause(sentence: Sentence, place: int) -> Clause:
    tokens, verb = sentence.tokens, sentence.tokens[place]
    first, auxiliaries = _group_start(sentence, place)
    lemma, last = _with_particle(sentence, place)
    lemmas = [tokens[at].lemma for at in auxiliaries]
    passive = verb.tag == "VBN" and "be" in lemmas
    if verb.tag == "VBN" and not auxiliaries and verb.dep in {"ROOT", "ccomp", "conj", "parataxis"}:
        verb.tag = "VBD"  # a finite verb that the tagger took for a participle
    if verb.tag == "VBN" and not auxiliaries and verb.lemma in _NEVER_PASSIVE and verb.head < place:
        verb.tag = "VBD"
    bare = verb.tag == "VBN" and not lemmas
    modal = next((tokens[at].low for at in auxiliaries if tokens[at].tag == "MD"), "")
    return Clause(
        sentence=sentence,
        verb=place,
        lemma=lemma,
        first=first,
        last=last,
        stop=len(tokens),
        subject=_subject(sentence, place, first),
        passive=passive or bare,
        negated=_is_negated(sentence, first, place),
        modal=modal.replace("’", "'"),
        tense=_tense(sentence, auxiliaries, verb, modal),
        continuous=verb.tag == "VBG" and "be" in lemmas,
        perfect="have" in lemmas,
        relation=verb.dep or "root",
    )


def _group_start(sentence: Sentence, place: int) -> tuple[int, list[int]]:
    """Where the verb group starts, and its auxiliaries (forms of be, have, do, a modal, "to")."""
    auxiliaries: list[int] = []
    at = place - 1
    while at >= 0 and place - at < 8:
        token = sentence.tokens[at]
        if token.tag == "MD" or token.lemma in {"be", "have", "do"} or token.tag == "TO":
            auxiliaries.insert(0, at)
            if token.tag == "TO":
                break
        elif not (token.tag.startswith("RB") or (auxiliaries == [] and token.tag == "PRP" and at > 0)) or (
            token.tag == "PRP" and sentence.tokens[at - 1].tag not in {"MD"} | {"VBD", "VBP", "VBZ"}
        ):
            break
        at -= 1
    if not auxiliaries and sentence.parsed:  # "did, however, speak"
        auxiliaries = [at for at in sentence.hanging(place) if at < place and _is_auxiliary(sentence.tokens[at])]
        between = sentence.tokens[auxiliaries[0] + 1 : place] if auxiliaries else []
        if len(between) > 6 or any(token.is_noun or token.tag in {"PRP", "CD", "CC"} for token in between):
            auxiliaries = []
    return (auxiliaries[0] if auxiliaries else place), auxiliaries


def _is_auxiliary(token: Token) -> bool:
    return token.dep in {"aux", "auxpass"} and (token.tag in {"MD", "TO"} or token.lemma in {"be", "have", "do"})


def _with_particle(sentence: Sentence, place: int) -> tuple[str, int]:
    """The verb with its particle ("call off", also "called the trip off"), and the token after the verb group."""
    tokens, lemma = sentence.tokens, sentence.tokens[place].lemma
    for at in range(place + 1, min(place + 6, len(tokens))):
        token = tokens[at]
        if token.low in _PARTICLES and f"{lemma}_{token.low}" in _PHRASAL:
            return f"{lemma}_{token.low}", at + 1 if at == place + 1 else place + 1
        if token.is_verb or token.text in ",.;:" or (token.tag == "IN" and at > place + 1):
            break
    return lemma, place + 1


def _is_negated(sentence: Sentence, first: int, place: int) -> bool:
    tokens = sentence.tokens
    window = tokens[max(0, first - 1) : place]
    if any(token.low in {"not", "n't", "n’t", "never"} or token.lemma == "not" for token in window):
        return True
    after = tokens[place + 1 : place + 3]
    return bool(after) and after[0].low in {"no", "nobody", "neither"}


def _tense(sentence: Sentence, auxiliaries: list[int], verb: Token, modal: str) -> str:
    tokens = sentence.tokens
    if auxiliaries and tokens[auxiliaries[0]].tag == "TO":
        return "infinitive"
    if modal:
        return "modal"
    tag = tokens[auxiliaries[0]].tag if auxiliaries else verb.tag
    if tag == "VBD":
        return "past"
    if auxiliaries:
        return "present"
    return {"VBP": "present", "VBZ": "present", "VB": "bare", "VBG": "participle", "VBN": "participle"}.get(tag, "past")


def _subject(sentence: Sentence, place: int, first: int) -> Phrase | None:
    if not sentence.parsed:
        return _subject_by_order(sentence, first)
    for at in sentence.hanging(place):
        if sentence.tokens[at].dep in _SUBJECTS:
            return _antecedent(sentence, place, phrase(sentence, at))
    return None


def _antecedent(sentence: Sentence, place: int, found: Phrase) -> Phrase:
    """For "which" and "who": the noun that the relative clause hangs on."""
    token = sentence.tokens[found.head]
    verb = sentence.tokens[place]
    if token.tag in {"WDT", "WP"} and verb.dep == "relcl" and verb.head != place:
        return phrase(sentence, verb.head, stop=found.first)
    return found


def phrase(sentence: Sentence, head: int, stop: int | None = None) -> Phrase:
    """The noun phrase around ``head``: all that hangs on it, relative clauses left out."""
    first = last = head
    if not sentence.parsed:
        return phrase_by_order(sentence, head)
    for at in _all_on(sentence, head):
        first, last = min(first, at), max(last, at)
    return Phrase(first, min(last + 1, stop) if stop is not None and stop > head else last + 1, head)


def _all_on(sentence: Sentence, head: int) -> list[int]:
    """The tokens that hang on ``head``, directly or over others, clauses that describe one of them left out."""
    found = [at for at in sentence.hanging(head) if sentence.tokens[at].dep not in {"punct", "cc", *_DESCRIBING}]
    for at in found:  # grows while it is gone through
        found += [under for under in sentence.hanging(at) if sentence.tokens[under].dep not in _DESCRIBING]
    return found


_DESCRIBING = frozenset({"relcl", "acl", "advcl"})
_INSIDE = ("DT", "JJ", "NN", "CD", "PRP$", "POS", "VBN", "HYPH", "PUNCT")


def phrase_by_order(sentence: Sentence, head: int) -> Phrase:
    """Around a noun: back over its modifiers, on over "of" and "from"."""
    tokens, first, last = sentence.tokens, head, head + 1
    while first > 0 and tokens[first - 1].tag.startswith(("DT", "JJ", "NN", "CD", "PRP$", "POS", "CC")):
        if tokens[first - 1].tag == "CC" and not (first > 1 and tokens[first - 2].tag.startswith(("NN", "JJ"))):
            break
        first -= 1
    while last < len(tokens) - 1 and tokens[last].low in {"of", "from", "in", "to"}:
        at = last + 1
        while at < len(tokens) and tokens[at].tag.startswith(_INSIDE):
            at += 1
        if at == last + 1:
            break
        last = at
    return Phrase(first, last, head)


def _subject_by_order(sentence: Sentence, first: int) -> Phrase | None:
    """The noun before the verb group that no preposition governs; comma phrases between are passed over."""
    tokens, at, aside = sentence.tokens, first - 1, 0
    if first < len(tokens) and tokens[first].tag == "TO":
        return None
    while at >= 0:
        token = tokens[at]
        if token.text == "," and at > 0:
            opened = next((n for n in range(at - 1, max(-1, at - 16), -1) if tokens[n].text == ","), None)
            if opened is None or opened == 0:
                return None
            at, aside = opened - 1, max(aside, at)
        elif token.is_noun or token.tag in {"PRP", "EX", "WP", "WDT"}:
            found = _climb(sentence, at)
            return Phrase(found.first, max(found.last, aside), found.head) if found else None
        elif token.tag.startswith("RB") or token.tag == "CD":
            at -= 1
        else:
            return None
    return None


def _climb(sentence: Sentence, at: int) -> Phrase | None:
    """From a noun inside "the envoys of North and South" up to "envoys"."""
    tokens, end = sentence.tokens, at + 1
    for _ in range(6):
        found = phrase_by_order(sentence, at)
        before = found.first - 1
        if before > 1 and tokens[before].low == "to" and tokens[before - 1].low == "close":
            at = before - 2  # "sources close to the talks"
            continue
        if before > 0 and tokens[before].low in {"of", "from", "in", "to", "for"} and tokens[before - 1].is_noun:
            at = before - 1
            continue
        if before >= 0 and tokens[before].tag in {"IN", "TO"} and tokens[before].low not in {"that", "if", "whether"}:
            return None
        return Phrase(found.first, max(found.last, end), at)
    return None


def _tie(sentence: Sentence, found: list[Clause]) -> None:
    """Which clause stands under which; a clause without a subject borrows that of the one above it."""
    by_verb = {clause.verb: clause for clause in found}
    for number, clause in enumerate(found):
        if sentence.parsed:
            clause.governor = _above(sentence, clause.verb, by_verb)
        elif number:
            clause.governor = found[number - 1]
            clause.relation = _relation_by_order(sentence, clause)
    for clause in found:
        _borrow(sentence, clause, found[0])


def _above(sentence: Sentence, verb: int, by_verb: dict[int, Clause]) -> Clause | None:
    """The clause that this verb hangs on, over an adjective or noun between ("due to meet", "plan to end")."""
    at = verb
    for _ in range(4):
        head = sentence.tokens[at].head
        if head in {at, -1}:
            return None
        if head in by_verb and head != verb:
            return by_verb[head]
        at = head
    return None


def _relation_by_order(sentence: Sentence, clause: Clause) -> str:
    if clause.infinitive:
        return "xcomp"
    at = clause.subject.first - 1 if clause.subject else clause.first - 1
    before = sentence.tokens[at].low if at >= 0 else ""
    if before in {"and", "but", "or", ","}:
        return "conj"
    if before in {"if", "because", "after", "before", "when", "while", "until", "since", "although"}:
        return "advcl"
    if clause.tense == "participle":
        return "acl" if clause.passive else "advcl"
    return "ccomp"


def _borrow(sentence: Sentence, clause: Clause, first: Clause) -> None:
    above, steps = clause.governor, 0
    token = sentence.tokens[clause.verb]
    if clause.subject is None and clause.relation == "acl" and sentence.parsed and token.head < clause.verb:
        clause.subject = phrase(sentence, token.head, stop=clause.verb)
    while clause.subject is None and above is not None and steps < 5 and clause.relation in _BOUND:
        # a fresh "and he" never gets here; "to meet" and "and left" take the subject of the verb above
        clause.subject = above.subject
        above, steps = above.governor, steps + 1
    if clause.subject is None and clause.tense in {"past", "present"} and clause.relation == "conj":
        clause.subject = first.subject
