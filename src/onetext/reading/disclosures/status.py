"""How far a telling has come: done, ongoing, planned or withheld, by the form of its verb."""

from __future__ import annotations

from onetext.reading.clauses import Clause
from onetext.reading.demands.demanding import is_subjunctive
from onetext.wording.words import listed

ASKS = listed("request ask instruct direct order invite task commission authorise authorize mandate")
_PLANS = listed(
    "plan intend promise agree want prepare decide vow pledge expect schedule be undertake offer hope mean commit set"
)
_TRAVELS = listed("travel fly come go arrive meet visit return drive use call summon gather convene")
_NONE = listed("nothing neither no")


def status_of(clause: Clause) -> str | None:
    """done, ongoing, planned or withheld; null where the verb asserts nothing."""
    if clause.infinitive:
        return _of_infinitive(clause)
    if _is_demanded(clause):
        return "withheld"
    before = [token.low for token in clause.sentence.tokens[max(0, clause.first - 2) : clause.first]]
    if clause.tense == "participle":
        return _of_participle(clause, before)
    if clause.negated or _by_nobody(clause):
        return "withheld"
    if clause.modal:
        return "planned" if clause.modal in {"will", "would", "shall", "'ll"} and not clause.perfect else None
    if clause.continuous or (clause.passive and _is_being(clause)):
        return "ongoing"
    if clause.tense == "past" or clause.perfect or clause.passive:
        return "done"
    return "ongoing" if clause.tense == "present" else None


def _is_being(clause: Clause) -> bool:
    """``are being consulted``."""
    return any(token.low == "being" for token in clause.sentence.tokens[clause.first : clause.verb])


def _by_nobody(clause: Clause) -> bool:
    """``Neither side has published the text``."""
    if clause.subject is None or clause.passive:
        return False
    return clause.sentence.tokens[clause.subject.first].low in {"neither", "nobody", "none", "no"}


def told_nothing(clause: Clause) -> bool:
    """``was told nothing of the plan``."""
    tokens = clause.sentence.tokens
    return clause.last < len(tokens) and tokens[clause.last].low in _NONE


def _is_demanded(clause: Clause) -> bool:
    """``demands that he publish the note``: so far he has not."""
    above = clause.governor
    if above is None or above.lemma != "demand" or clause.relation != "ccomp":
        return False
    return is_subjunctive(clause) and not above.negated


def _of_infinitive(clause: Clause) -> str | None:
    above = clause.governor
    if above is not None and clause.relation == "conj" and above.infinitive:
        return _of_infinitive(above)
    if above is None or above.modal in {"could", "might", "may"}:
        return None
    tokens = clause.sentence.tokens
    if tokens[clause.first - 1].low == "yet" and above.lemma in {"have", "be"}:
        return "withheld"
    if above.lemma in _PLANS | ASKS:
        return "withheld" if above.negated else "planned"
    if above.lemma in {"refuse", "decline", "fail"}:
        return "withheld"
    if above.lemma in _TRAVELS and clause.relation in {"advcl", "xcomp"}:
        return status_of(above) if not above.negated else None
    return "ongoing" if above.lemma in {"begin", "start", "continue"} else None


def _of_participle(clause: Clause, before: list[str]) -> str | None:
    if "without" in before[-1:]:
        return "withheld"
    if clause.passive:
        return "done" if clause.relation in {"acl", "advcl", "relcl", "conj", "dep"} else None
    return "done" if before[-1:] in [["after"], [","], ["by"]] and not clause.negated else None


def is_supposed(clause: Clause) -> bool:
    """Under "if" or in a question."""
    tokens = clause.sentence.tokens
    first = clause.subject.first if clause.subject and clause.subject.first < clause.first else clause.first
    if any(token.low in {"if", "whether", "unless"} for token in tokens[max(0, first - 1) : first]):
        return True
    last = tokens[-1].text if tokens[-1].is_mark else ""
    return last == "?" or (clause.modal == "would" and any(token.low == "if" for token in tokens))
