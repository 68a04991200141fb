"""Demands in the form of a condition or a duty: "will not sign unless", "no truce without", "they must leave"."""

from __future__ import annotations

import re

from onetext.reading.article import Article
from onetext.reading.clauses import Clause
from onetext.reading.persons.bearers import as_party
from onetext.reading.records import Statement
from onetext.reading.statements import name_of
from onetext.reading.tokens import Sentence
from onetext.wording.spans import Span
from onetext.wording.words import listed

_DEALS = (
    r"(?:sign|agree|accept|talk|negotiate|join|ratify|attend|return|come|lift|release|withdraw|stop|approve|sit|vote"
    r"|endorse|back|take part|meet|move|open|reopen|leave|ratify|initial|disarm|pay|recognise|recognize|go)"
)
_UNLESS = re.compile(
    rf"\b(?:(?:refus(?:e|es|ed|ing) to|will not|would not|won['’]t|wouldn['’]t|cannot|could not) {_DEALS}\b"
    rf"[^.;:?]{{0,60}}?,? (?:unless|until|as long as there is no)"
    rf"|(?:would|will) only {_DEALS}\b[^.;:?]{{0,50}}? (?:if|when|once)"
    rf"|(?:would|will) {_DEALS}\b[^.;:?]{{0,50}}? (?:only (?:if|when|once|after)|once)"
    rf"|(?:would not|will not|won['’]t|wouldn['’]t|cannot|could not) {_DEALS}\b[^.,;:?]{{0,30}}? without"
    r"|\bon (?:the |one |the sole |the strict )?condition that|,? provided that) (?P<what>[^.;:?]{6,160})"
)
_NO_WITHOUT = re.compile(
    r"\b(?:there (?:can|will|could|would|is to) be |we (?:accept|want|shall have) )?no (?:[\w-]+ ){1,4}?"
    r"(?:without|unless) (?P<what>(?:the|a|an|its|our|their|all|every|full|\w+) [^.,;:?]{3,90})",
    re.IGNORECASE,
)
_UNLESS_FIRST = re.compile(
    r"\b[Uu]nless (?P<what>[^.,;:?]{6,90}),[^.;:?]{0,60}? "
    r"(?:there (?:will|can|would) be no|will not|would not|nothing)\b"
)
_HIGH_TIME = re.compile(r"\bit is (?:high |about )?time (?:for|that) (?P<what>[^.;:?,]{6,120})", re.IGNORECASE)
_ULTIMATUM = re.compile(r"\b(?:ultimatum|demand|condition|precondition)s?: (?P<what>[^.;:?]{4,90}?)(?= or |[.;,]|$)")
_CONDITIONAL = re.compile("unless|until|once|only|condition|provided|without|as long|time (?:for|that)")
"""In small letters: a sentence without any of these sets no condition."""
_OWED = listed(
    "withdraw release free return open reopen lift remove pay share publish end stop leave let halt hand_over hand "
    "dismantle disarm recognise recognize apologise apologize compensate give_up give restore guarantee resign go "
    "answer respond explain cease drop abandon scrap repeal cut cancel suspend dismiss punish extradite admit allow "
    "sign accept agree comply honour honor respect keep make pull_out pull vacate close strike delete"
)


def conditioned(article: Article, sentence: Sentence, said: tuple[Statement, ...]) -> list[tuple[str, Span, str]]:
    """Whose demand, its words and the rule, for each condition in the sentence."""
    text, span, found = article.text, sentence.span, list[tuple[str, Span, str]]()
    if not _CONDITIONAL.search(span.of(text).lower()):
        return found
    for match in _UNLESS.finditer(text, *span):
        party = _refuser(article, sentence, match.start(), said)
        if party is not None:
            found.append((party, Span(*match.span("what")), "unless-demand"))
    for pattern in (_NO_WITHOUT, _UNLESS_FIRST, _HIGH_TIME):
        for match in pattern.finditer(text, *span):
            party = speaker_at(match.start("what"), said)
            if party is not None:
                found.append((party, Span(*match.span("what")), "condition-demand"))
    return found


def speaker_at(at: int, said: tuple[Statement, ...]) -> str | None:
    """The party, or the person, whose words these are."""
    statement = _around(at, said)
    if statement is None or statement.act in {"deny", "decline"}:
        return None
    return statement.party or name_of(statement.speaker)


def _around(at: int, said: tuple[Statement, ...]) -> Statement | None:
    holding = [s for s in said if s.content is not None and s.content.start <= at < s.content.end]
    return min(holding, key=lambda s: s.content.end - s.content.start if s.content else 0, default=None)


def _refuser(article: Article, sentence: Sentence, at: int, said: tuple[Statement, ...]) -> str | None:
    """The subject of "will not sign unless", or the speaker who says "we"."""
    place = sentence.place(at)
    told = [c for c in article.clauses[sentence.number] if c.first <= place + 3 and c.subject is not None]
    clause = next((c for c in reversed(told) if c.last >= place), None)
    if clause is None or clause.subject is None:
        return None
    if sentence.tokens[clause.subject.head].low in {"we", "i"}:
        return speaker_at(at, said)
    named = article.cast.mentions.who(sentence.stretch(clause.subject.first, clause.subject.last))
    return as_party(article, named[0]) if named else None


def owed(article: Article, sentence: Sentence, said: tuple[Statement, ...]) -> list[tuple[str, str | None, Span, str]]:
    """``Cyprus must pay``, said by somebody else; whose demand, of whom, the words and the rule."""
    found = list[tuple[str, str | None, Span, str]]()
    for clause in article.clauses[sentence.number]:
        if not _is_duty(clause) or clause.subject is None:
            continue
        statement = _around(sentence.tokens[clause.verb].start, said)
        party = speaker_at(sentence.tokens[clause.verb].start, said)
        if statement is None or statement.content is None or party is None:
            continue
        debtor = _debtor(article, sentence, clause, statement)
        if debtor is None or debtor == party:
            continue
        start = sentence.tokens[min(clause.subject.first, clause.first)].start
        if clause.subject.last > clause.first:
            continue
        found.append((party, debtor or None, Span(start, min(statement.content.end, sentence.span.end)), "duty-demand"))
    return found


def _is_duty(clause: Clause) -> bool:
    """``must``, ``should``, ``has to``, ``ought to`` with a deed; not "must have been", "should not", "if"."""
    if (
        (clause.lemma not in _OWED and not _is_deed(clause))
        or clause.perfect
        or clause.relation in {"advcl", "relcl", "acl"}
    ):
        return False
    tokens = clause.sentence.tokens
    before = [t.low for t in tokens[max(0, clause.first - 3) : clause.first]]
    has_to = clause.infinitive and before[-1:] in (["has"], ["have"], ["needs"], ["need"], ["ought"])
    has_to = has_to and not {"not", "n't", "n’t", "never"} & set(before)
    return clause.modal in {"must", "should"} or has_to


_STATES = listed("be have know remain understand want think say admit see seem mean like feel remember begin come work")


def _is_deed(clause: Clause) -> bool:
    """Under "must" any verb for what one does or leaves."""
    return clause.modal == "must" and clause.lemma not in _STATES and not (clause.passive or clause.negated)


def _debtor(article: Article, sentence: Sentence, clause: Clause, statement: Statement) -> str | None:
    """Who has to; "" where a thing has to be done; null for the speaker himself and for nobody known."""
    if clause.subject is None:
        return None
    head = sentence.tokens[clause.subject.head]
    if head.low == "you":
        return as_party(article, statement.to) if statement.to else ""
    if head.low in {"we", "i", "one", "everyone", "everybody", "nobody"}:
        return None
    if clause.passive:
        return "" if clause.modal == "must" and head.tag in {"NN", "NNS", "NNP"} else None
    named = article.cast.mentions.outer(sentence.stretch(clause.subject.first, clause.subject.last))
    parties = [m.party or m.known for m in named if m.kind in {"party", "group", "person"} and (m.party or m.known)]
    return parties[0] if parties else None


def ultimatums(article: Article, sentence: Sentence) -> list[Span]:
    """``gave them an ultimatum: leave``: the words behind the colon."""
    if ": " not in sentence.span.of(article.text):
        return []
    return [Span(*match.span("what")) for match in _ULTIMATUM.finditer(article.text, *sentence.span)]
