"""What can be disclosed: plans, drafts, lists and the like, found in a row of words."""

from __future__ import annotations

from onetext.reading.tokens import Sentence
from onetext.wording.words import listed

PAPERS = listed(
    "plan proposal draft document paper text framework copy annex map roadmap version list minutes survey report "
    "table memo memorandum outline idea term detail content summary sketch blueprint protocol article point file "
    "record transcript figure finding request offer agreement accord treaty deal dossier manuscript "
    "excerpt section chapter clause provision passage page proposals settlement resolution formula initiative "
    "programme program timetable schedule agenda study assessment intelligence evidence data inventory accounts "
    "recording footage photograph map translation amendment package declaration communique "
    "statute charter constitution contract concept strategy principle parameter element approach budget analysis"
)
_TOPICS = PAPERS | listed(
    "talk negotiation preparation outcome result decision matter progress existence meeting contact visit trip change "
    "intention move situation mission discussion state position course development arrangement operation"
)
_PRONOUNS = listed("it them this that")


def paper_at(sentence: Sentence, first: int, last: int, *, topics: bool = False) -> tuple[int, int] | None:
    """The first noun phrase for a paper in ``[first, last)``: its start and the place behind its head."""
    tokens, wanted = sentence.tokens, _TOPICS if topics else PAPERS
    for at in range(first, min(last, len(tokens))):
        token = tokens[at]
        if not token.is_noun or not (token.lemma in wanted or token.low in wanted):
            continue
        following = tokens[at + 1] if at + 1 < last else None
        if following is not None and following.is_noun and not following.is_name and following.low != "secret":
            continue
        start = at
        while start > first and tokens[start - 1].tag.startswith(("JJ", "NN", "CD", "VBN", "HYPH", "VBG")):
            if tokens[start - 1].is_name and not tokens[at].is_name and tokens[start - 1].dep in {"dative", "dobj"}:
                break
            start -= 1
        while start > first and tokens[start - 1].tag in {"DT", "PRP$"}:
            start -= 1
        return start, at + 1
    return None


def pronoun_at(sentence: Sentence, first: int, last: int) -> tuple[int, int] | None:
    """``it`` or ``them`` right behind the verb, for a paper named before."""
    if first < last and sentence.tokens[first].low in _PRONOUNS:
        return first, first + 1
    return None
