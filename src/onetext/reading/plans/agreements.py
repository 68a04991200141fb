"""Other agreements tied to the talks: what is said to have become of them, by whom, through whom."""

from __future__ import annotations

import re

from onetext.reading.article import Article
from onetext.reading.clauses import Clause
from onetext.reading.innermost import around
from onetext.reading.meetings.nouns import mediators_in
from onetext.reading.records import Agreement, Statement
from onetext.reading.statements import name_of
from onetext.reading.tokens import Sentence
from onetext.wording.spans import Span
from onetext.wording.words import listed

_KIND = (
    r"(?:[Aa]greements?|[Aa]ccords?|[Tt]reaty|[Tt]reaties|[Pp]act|[Pp]rotocols?|[Mm]emorandum|[Mm]emoranda|[Cc]easefire"
    r"|[Tt]ruce|[Cc]onvention|[Dd]eclaration|[Aa]rmistice|[Aa]rrangements?|[Uu]nderstandings?|[Dd]eal|[Ii]nitiative"
    r"|[Cc]harter)"
)
_NAME = re.compile(rf"\b(?P<name>(?:(?:19|20)\d\d )?(?:[A-Z][\w’'.-]+ ){{1,4}}(?:I{{1,3}} |[12] )?{_KIND})\b")
_OF = re.compile(
    r"\b(?P<name>(?:Treaty|Convention|Pact|Peace|Accords?|Agreement|Protocol|Charter|Declaration|Memorandum|Truce|Armistice)"
    r" (?:of|on|for) (?:the )?[A-Z][\w’'-]+(?:(?: of| of the| the| and| on| in| for)? [A-Z][\w’'-]+){0,5})"
)
_ABOUT = re.compile(r"[”\"’]? (?:on|about|regarding|concerning|for) (?P<about>[^.,;:”\"]{3,70})")
_FATES = listed(
    "activate reactivate revive restore renew resume implement suspend sign ratify extend violate breach terminate "
    "freeze respect honour honor observe abandon reject denounce withdraw remain apply expire lapse collapse break "
    "enter"
)
_SKIP = listed("The A An This That These Those Its Their His Her Any No Some Under After Before In On")
_MEDIATED = re.compile(r"\b(?:mediat(?:ion|ed|ing)|broker(?:ed|ing)|good offices|help|auspices|facilitat(?:ed|ion))\b")


def agreements(article: Article, said: tuple[Statement, ...]) -> tuple[Agreement, ...]:
    found: dict[str, Agreement] = {}
    for sentence in article.sentences:
        if sentence.span == article.title:
            continue
        for match in (*_NAME.finditer(article.text, *sentence.span), *_OF.finditer(article.text, *sentence.span)):
            agreement = _agreement(article, sentence, match, said)
            if agreement is None:
                continue
            key = agreement.name.lower().rstrip("s")
            if key not in found or (found[key].status is None and agreement.status is not None):
                found[key] = agreement
    return tuple(sorted(found.values(), key=lambda agreement: agreement.span))


def _agreement(
    article: Article, sentence: Sentence, match: re.Match[str], said: tuple[Statement, ...]
) -> Agreement | None:
    words = match.group("name").split()
    while words and words[0] in _SKIP:
        words = words[1:]
    if len(words) < 2 or _is_role(words):
        return None
    name = " ".join(words)
    start = match.end("name") - len(match.group("name")) + match.group("name").index(words[0])
    at = sentence.place(start)
    status, about_end = _fate(article, sentence, at)
    about = _ABOUT.match(article.text, match.end("name"), min(sentence.span.end, match.end("name") + 90))
    statement = around(said, start)
    span = Span(start, about.end() if about else match.end("name"))
    del about_end
    return Agreement(
        name=name,
        about=_subject(about.group("about")) if about else None,
        status=status,
        claimed_by=name_of(statement.speaker) if statement else None,
        mediators=tuple(_mediators(article, sentence)),
        span=span,
        confidence=0.8 if status else 0.55,
        rule="named-agreement-with-fate" if status else "named-agreement",
    )


_GATHERS = listed("National Republican Democratic Party Constitutional Labour Conservative Liberal Annual Nominating")


def _is_role(words: list[str]) -> bool:
    """A title, a trade of one, a gathering called convention, or an office's own protocol: no agreements."""
    if words[-1].lower() == "convention" and set(words) & _GATHERS:
        return True
    if words[-1] == "protocol" and words[-2] in {"Service", "Agency", "Department", "Police", "Ministry", "Security"}:
        return True
    return words[0] in {"President", "Minister"} or (
        words[-1].lower() == "deal" and len(words) < 3 and words[0].islower()
    )


def _subject(words: str) -> str:
    """What it is about, up to the next verb; exchanges become the exchange."""
    text = re.split(
        r" (?:could|would|will|was|were|is|are|had|has|have|with|remains?|be|can|should|that|which"
        r"|and (?:that|said))\b",
        words,
    )[0].strip()
    return text[:-1] if text.endswith((" exchanges", " swaps", " transfers")) else text


def _fate(article: Article, sentence: Sentence, at: int) -> tuple[str | None, int]:
    """The verb that rules the agreement, with what stands over it: "agreed to activate", "remains in force"."""
    told = article.clauses[sentence.number]
    ruling = [
        c
        for c in told
        if c.lemma in _FATES
        and (c.verb < at <= c.stop or (c.subject is not None and c.subject.first <= at < c.subject.last))
    ]
    if not ruling:
        before = [c for c in told if c.lemma in _FATES and 0 <= at - c.verb < 7]
        behind = [c for c in told if c.lemma in _FATES and 0 < c.verb - at < 14]
        ruling = before[-1:] or behind[:1]
    if not ruling:
        return None, at
    clause = ruling[-1] if ruling[-1].verb < at else ruling[0]
    return _wording(article, clause), clause.last


def _wording(article: Article, clause: Clause) -> str:
    above = clause.governor
    first = clause.first
    if clause.infinitive and above is not None and above.verb < clause.verb and clause.first - above.verb < 4:
        first = above.first
    last = clause.last
    tokens = clause.sentence.tokens
    if clause.lemma in {"remain", "enter"} and last + 1 < len(tokens) and tokens[last].low in {"in", "into"}:
        last += 2
    return " ".join(clause.sentence.stretch(first, last).of(article.text).strip(" \"“”‘’'").split())


def _mediators(article: Article, sentence: Sentence) -> list[str]:
    """``with the mediation of X and Y``, ``mediated by X``, ``with X and Y mediating``, ``with the help of X``."""
    tokens = sentence.tokens
    for at, token in enumerate(tokens):
        if not _MEDIATED.fullmatch(token.low):
            continue
        following = tokens[at + 1].low if at + 1 < len(tokens) else ""
        if following in {"of", "by", "from"}:
            return mediators_in(article, sentence, at + 1)
        if token.low in {"mediating", "brokering"}:
            start = next((n for n in range(at - 1, -1, -1) if tokens[n].low == "with" or tokens[n].text == ","), None)
            if start is not None and start + 1 < at:
                return article.cast.mentions.who(sentence.stretch(start + 1, at))
    return []
