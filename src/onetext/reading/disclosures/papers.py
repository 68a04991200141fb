"""What can be disclosed: plans, drafts, lists and the like, found in a row of words."""

from __future__ import annotations

from onetext.reading.article import Article
from onetext.reading.tokens import Sentence
from onetext.wording.words import listed

PAPERS = listed(
    "plan proposal draft document paper text framework copy annex map roadmap version list minutes survey report table "
    "memo memorandum outline idea term detail content summary sketch blueprint protocol article point file record "
    "transcript figure finding agreement accord treaty deal dossier manuscript excerpt section chapter clause "
    "provision passage page proposals settlement resolution formula initiative programme program timetable schedule "
    "agenda study assessment intelligence evidence data inventory accounts recording footage photograph translation "
    "amendment package declaration communique communiqué statute charter constitution contract concept strategy "
    "principle parameter element approach budget analysis note notes picture image photo video videotape tape film "
    "audio log logbook register ledger diary notebook counterproposal counter-proposal non-paper aide-memoire "
    "aide-mémoire chart diagram graph spreadsheet database coordinate coordinates sample proof paperwork material "
    "documentation wording formulation compromise suggestion annexe appendix supplement addendum attachment guideline "
    "manual handbook catalogue catalog roster roll census statistic statistics scheme layout drawing calculation "
    "estimate forecast projection bill printout scan script name names number size identity location whereabouts price "
    "cost result breakdown overview account backgrounder presentation slide slides folder existence secret information "
    "warrant questionnaire audit briefing update rundown"
)
"""Whatever holds what one may not know yet."""
LETTERS = listed(
    "letter message cable telegram reply answer e-mail email dispatch wire response invitation fax request offer"
)
"""Sent, they are a contact; seen, leaked or published they are told of."""
_TOPICS = (
    PAPERS
    | LETTERS
    | listed(
        "talk negotiation preparation outcome result decision matter progress existence meeting contact visit trip "
        "change intention move situation mission discussion state position course development arrangement operation "
        "encounter channel conversation exchange session request offer deal affair plot"
    )
)
_PRONOUNS = listed("it them this that these one ones")
_WITHIN = {"NN", "JJ", "CD", "HY"}
_MODIFIERS = ("JJ", "NN", "CD", "VBN", "HYPH", "VBG")


def paper_at(
    sentence: Sentence, first: int, last: int, *, topics: bool = False, letters: bool = False
) -> tuple[int, int] | None:
    """The first noun phrase for a paper in ``[first, last)``: its start and the place behind its head.

    ``topics`` takes talks and their like too; ``letters`` takes letters, which are else no paper.
    """
    tokens = sentence.tokens
    wanted = _TOPICS if topics else (PAPERS | LETTERS if letters else PAPERS)
    for at in range(first, min(last, len(tokens))):
        token = tokens[at]
        if not token.is_noun or not (token.lemma in wanted or token.low in wanted):
            continue
        following = tokens[at + 1] if at + 1 < last else None
        if following is not None and following.is_noun and not following.is_name and following.low != "secret":
            continue
        if token.is_name and token.low in {"ledger", "register", "record", "chronicle", "times"}:
            continue  # part of an outlet's name
        if token.lemma == "note" and following is not None and following.low == "of":
            continue  # "a note of protest"
        start = at
        while start > first and tokens[start - 1].tag.startswith(_MODIFIERS):
            if tokens[start - 1].is_name and not tokens[at].is_name and tokens[start - 1].dep in {"dative", "dobj"}:
                break
            start -= 1
        while start > first and tokens[start - 1].tag in {"DT", "PRP$"}:
            start -= 1
        return start, at + 1
    return None


def pronoun_at(article: Article, sentence: Sentence, first: int, last: int) -> tuple[int, int] | None:
    """``it``, ``them``, ``the other one``, ``copies`` right behind the verb, for a paper named before."""
    tokens = sentence.tokens
    at = first
    while at < min(last, first + 3) and tokens[at].tag.startswith(("DT", "JJ")) and tokens[at].low not in _PRONOUNS:
        at += 1
    if at >= last or tokens[at].low not in _PRONOUNS or (at + 1 < last and tokens[at + 1].tag[:2] in _WITHIN):
        return None  # "that message", "a one-point lead"
    if not _named_before(article, sentence, first):
        return None
    return (first, at + 1) if at > first or tokens[at].low not in {"one", "ones"} else None


def _named_before(article: Article, sentence: Sentence, at: int) -> bool:
    """A paper or letter stands before it in the sentence or in the three before."""
    if paper_at(sentence, 0, at, topics=True) is not None:
        return True
    before = article.sentences[max(0, sentence.number - 3) : sentence.number]
    return any(paper_at(each, 0, len(each.tokens), topics=True) is not None for each in before)
