"""Where the participants of a verb stand: its subject, what follows it, what prepositions link, what is left out."""

from __future__ import annotations

from dataclasses import dataclass

from onetext.reading.clauses import Clause, phrase
from onetext.wording.words import listed

Stretch = tuple[int, int]
"""The tokens from one place up to, not including, another."""
LINKS = listed("to with from by about on over among between through via of before into at for")
_PARTICLES = listed("over out on in back forward along up round around aloud down off away aside across")
_CLEAR = listed("shown given known seen written drawn spoken taken withdrawn")
"""Participles that cannot be a past tense."""


@dataclass(frozen=True, slots=True)
class Places:
    """``plain`` follows without a preposition; ``gap`` is what a relative clause has as its object."""

    passive: bool
    subject: Stretch | None
    plain: Stretch | None
    links: dict[str, Stretch]
    gap: Stretch | None

    def link(self, *words: str) -> Stretch | None:
        """The first of these prepositions that is there."""
        return next((self.links[word] for word in words if word in self.links), None)


def places(clause: Clause) -> Places:
    """Where the participants of the clause's verb stand."""
    pieces = _pieces(clause)
    plain = pieces.pop("", None)
    for word, stretch in _hanging(clause).items():
        known = pieces.setdefault(word, stretch)
        if known[0] == stretch[0]:
            pieces[word] = max(known, stretch)  # "with Kenya, Norway and Togo": a comma does not end a row
    subject = (clause.subject.first, clause.subject.last) if clause.subject is not None else None
    return Places(clause.passive or _goes_on_passive(clause, plain), subject, plain, pieces, _gap(clause))


def behind(clause: Clause) -> int:
    """Behind the verb and its particle ("read aloud", "handed over")."""
    tokens, at = clause.sentence.tokens, clause.last
    while at < len(tokens) and at < clause.last + 2 and tokens[at].low in _PARTICLES and tokens[at].low != "to":
        if not (tokens[at].tag == "RP" or tokens[at].dep in {"prt", "advmod"}):
            break
        at += 1
    return at


def _pieces(clause: Clause) -> dict[str, Stretch]:
    """What stands behind the verb, parted at the linking words; "" is what no word links."""
    start = behind(clause)
    tokens, found, word = clause.sentence.tokens, dict[str, Stretch](), ""
    stop = max(clause.stop, start)
    for at in range(start, stop + 1):
        ends = at == stop or tokens[at].text in ",;:.—–" or tokens[at].text in '"”“'
        of = not ends and tokens[at].low in {"of", "for", "at"} and word != ""
        if not ends and (tokens[at].low not in LINKS or of):
            continue
        if at > start:
            found.setdefault(word, (start, at))
        if ends:
            break
        word, start = tokens[at].low, at + 1
    return found


def _hanging(clause: Clause) -> dict[str, Stretch]:
    """What the parse links to the verb over a preposition, wherever it stands behind it."""
    sentence, found = clause.sentence, dict[str, Stretch]()
    if not sentence.parsed:
        return found
    for at in sentence.hanging(clause.verb):
        token = sentence.tokens[at]
        if at < clause.verb or token.dep not in {"prep", "dative", "agent"} or token.low not in LINKS:
            continue
        heads = [under for under in sentence.hanging(at) if sentence.tokens[under].dep == "pobj"]
        if heads:
            whole = phrase(sentence, heads[0])
            found.setdefault(token.low, (whole.first, whole.last))
    return found


def _goes_on_passive(clause: Clause, plain: Stretch | None) -> bool:
    """``was written by X and slipped to Y``, ``was told but not shown it``: the auxiliary stands once for both."""
    above = clause.governor
    if above is None or not above.passive or clause.relation != "conj" or clause.first != clause.verb:
        return False
    if clause.tense not in {"past", "participle"} or _own_subject(clause):
        return False
    tokens = clause.sentence.tokens
    bare = tokens[clause.first - 1].low in {"not", "never"} or tokens[clause.verb].low in _CLEAR
    return bare or plain is None or not any(tokens[at].dep == "dobj" for at in clause.sentence.hanging(clause.verb))


def _own_subject(clause: Clause) -> bool:
    subjects = {"nsubj", "nsubjpass"}
    return any(clause.sentence.tokens[at].dep in subjects for at in clause.sentence.hanging(clause.verb))


def _gap(clause: Clause) -> Stretch | None:
    """``the note which he gave to both``, ``the note he gave``: the noun that the relative clause hangs on."""
    sentence, tokens = clause.sentence, clause.sentence.tokens
    if clause.relation != "relcl" or not sentence.parsed or tokens[clause.verb].head >= clause.verb:
        return None
    under = sentence.hanging(clause.verb)
    objects = [at for at in under if tokens[at].dep == "dobj"]
    asks = [at for at in objects if tokens[at].tag in {"WDT", "WP"}]
    subject = next((at for at in under if tokens[at].dep in {"nsubj", "nsubjpass"}), None)
    if subject is None or tokens[subject].tag in {"WDT", "WP"}:
        return None
    head = tokens[clause.verb].head
    whole = phrase(sentence, head, stop=min(asks[0] if asks else subject, clause.first))
    return whole.first, max(whole.last, head + 1)
