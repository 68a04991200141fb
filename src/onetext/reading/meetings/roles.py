"""Where a noun for a meeting hangs: on which verb, over which nouns, as subject, object or behind a preposition."""

from __future__ import annotations

from dataclasses import dataclass

from onetext.reading.tokens import Sentence
from onetext.wording.words import listed

MEASURES = listed(
    "round series set day week hour minute month bout leg phase stage session number course rounds couple cycle half "
    "string spate part item centrepiece centerpiece highlight continuation resumption kind sort type form bit handful"
)
"""What becomes of ``two days of talks`` becomes of the talks."""

_SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_OBJECT = frozenset({"dobj", "attr", "oprd", "dative", "acomp"})


@dataclass(frozen=True, slots=True)
class Role:
    """``part``: subject, object, behind or alone; ``over``: the nouns between; ``link``: prepositions, outer first."""

    verb: int | None
    part: str
    link: tuple[str, ...]
    over: tuple[int, ...]


def role_of(sentence: Sentence, at: int) -> Role | None:
    """The role of the noun at ``at``; null where nothing is parsed."""
    if not sentence.parsed:
        return None
    tokens, over, link, place = sentence.tokens, list[int](), list[str](), at
    for _ in range(10):
        token = tokens[place]
        head = token.head
        if head in {place, -1} or (token.is_verb and place != at):
            break
        if tokens[head].is_verb and token.dep in _SUBJECT | _OBJECT:
            return Role(head, "subject" if token.dep in _SUBJECT else "object", tuple(link), tuple(over))
        if token.dep in {"prep", "agent", "pcomp", "mark"} and tokens[place].tag in {"IN", "TO", "RP"}:
            link.insert(0, token.low)
        if tokens[head].is_verb:
            return Role(head, "behind", tuple(link), tuple(over))
        if tokens[head].is_noun and token.dep not in {"appos", "conj"}:
            if not (link[:1] == ["of"] and tokens[head].lemma in MEASURES):
                over.append(head)
            link.clear()
        place = head
    return Role(None, "alone", tuple(link), tuple(over))
