"""What somebody would not tell: "would not say whether", "declined to answer", "would say only that"."""

from __future__ import annotations

from onetext.reading.attribution.said import Said
from onetext.reading.clauses import Clause
from onetext.wording.spans import Span
from onetext.wording.words import listed

SAYS_NOTHING = listed(
    "say comment elaborate explain confirm deny give specify answer disclose reveal predict speculate discuss detail"
)
TALKS = listed("talk speak")
_WILL_NOT = frozenset({"would", "could", "will", "wo", "can", "ca"})
OPENERS = listed("that whether if how why when what who which where")


def is_withheld(said: Said, clause: Clause) -> bool:
    """``would not say whether``, ``will not talk about it``, ``neither side would discuss it``."""
    if not clause.modal or clause.modal not in _WILL_NOT or clause.passive or clause.subject is None:
        return False
    tokens = said.sentence.tokens
    about = clause.lemma in TALKS and clause.last < len(tokens) and tokens[clause.last].low in {"about", "of"}
    neither = tokens[clause.subject.first].low == "neither"
    return (about or clause.lemma in SAYS_NOTHING) and (clause.negated or neither)


def says_only(said: Said, clause: Clause) -> bool:
    """``would say only that …``: he did."""
    tokens = said.sentence.tokens
    at = clause.last
    return clause.lemma == "say" and at < len(tokens) and tokens[at].low == "only" and not clause.negated


def is_silence(said: Said, clause: Clause) -> bool:
    """``did not comment``, ``would not say``; not "does not say", "has not commented yet", "did not answer calls"."""
    following = said.sentence.tokens[clause.last : clause.last + 1]
    silent = clause.negated and clause.tense == "past" and clause.lemma in {"comment", "elaborate", "answer"}
    return (silent and not any(token.is_noun for token in following)) or is_withheld(said, clause)


def asked(said: Said, clause: Clause) -> Span | None:
    """``Asked whether it would rain, he declined to answer``: what he would not tell."""
    tokens = said.sentence.tokens
    silent = clause.lemma in {"decline", "refuse"} and any(
        token.lemma in SAYS_NOTHING for token in tokens[clause.last : clause.last + 2]
    )
    if not silent or tokens[0].low != "asked" or clause.subject is None:
        return None
    last = clause.subject.first
    return said.clip(tokens[1].start, tokens[last - 1].end) if last > 2 else None


def names_it_only(said: Said, clause: Clause) -> bool:
    """Only a question word stands behind: ``would not say how``."""
    rest = said.sentence.tokens[clause.last :]
    return bool(rest) and rest[0].low in OPENERS and all(t.is_mark for t in rest[1:]) and is_withheld(said, clause)


def refusal(said: Said, clause: Clause) -> str:
    """Declining to comment is ``decline``; refusing to do something is ``reject``."""
    following = [token.lemma for token in said.sentence.tokens[clause.last : clause.last + 3]]
    return (
        "decline" if any(word in SAYS_NOTHING | {"speak", "discuss", "name", "be"} for word in following) else "reject"
    )
