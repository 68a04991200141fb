"""Other agreements tied to the talks: what is said to have become of them, by whom, through whom."""

from __future__ import annotations

import re

from onetext.reading.article import Article
from onetext.reading.clauses import Clause
from onetext.reading.innermost import around
from onetext.reading.meetings.lone import mediators_in
from onetext.reading.plans.dated import unnamed, words
from onetext.reading.records import Agreement, Statement
from onetext.reading.statements import name_of
from onetext.reading.tokens import Sentence
from onetext.wording.spans import Span
from onetext.wording.words import listed

_KIND = (
    r"(?:[Aa]greements?|[Aa]ccords?|[Tt]reaty|[Tt]reaties|[Pp]act|[Pp]rotocols?|[Mm]emorandum|[Mm]emoranda|[Cc]easefire"
    r"|[Tt]ruce|[Cc]onvention|[Dd]eclaration|[Aa]rmistice|[Aa]rrangements?|[Uu]nderstandings?|[Dd]eal|[Ii]nitiative"
    r"|[Cc]harter|[Rr]oadmap|[Rr]oad map|[Cc]oncordat|[Cc]ompact|[Mm]oratorium|[Ff]ramework|[Cc]ease-fire|[Ss]ettlement"
    r"|[Ff]inal [Aa]ct|[Ff]ormula)"
)
_TOPIC = (
    r"(?:(?:peace|nuclear|trade|border|grain|gas|water|fishing|fisheries|arms|transit|prisoner|exchange|security|customs"
    r"|interim|framework|ceasefire|power-sharing|partition|boundary|maritime|joint|final|political) ){0,2}"
)
_NAME = re.compile(rf"\b(?P<name>(?:(?:19|20)\d\d )?(?:[A-Z][\w’'.-]+ ){{1,4}}(?:I{{1,3}} |[12] )?{_TOPIC}{_KIND})\b")
_OF = re.compile(
    r"\b(?P<name>(?:Treaty|Convention|Pact|Peace|Accords?|Agreement|Protocol|Charter|Declaration|Memorandum|Truce|Armistice)"
    r" (?:of|on|for) (?:the )?(?!\w+day)[A-Z][\w’'-]+(?:(?: of| of the| the| and| on| in| for)? [A-Z][\w’'-]+){0,5})"
)
_ABOUT = re.compile(r"[”\"’]? (?:on|about|regarding|concerning|for) (?P<about>[^.,;:”\"]{3,70})")
_FATES = listed(
    "activate reactivate revive restore renew resume implement suspend sign ratify extend violate breach terminate "
    "freeze respect honour honor observe abandon reject denounce withdraw remain apply expire lapse collapse break "
    "enter conclude reach hold last"
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
        for each in unnamed(article, sentence):
            name, span = words(article, sentence, each)
            if not any(_is_known(name, span, other) for other in found.values()):
                found[name.lower()] = _told(article, sentence, (name, span, span.end), said)
    return tuple(sorted(found.values(), key=lambda agreement: agreement.span))


def _is_known(name: str, span: Span, other: Agreement) -> bool:
    """The same place, or all of its words are in a name that is there already."""
    return span.touches(other.span) or set(name.lower().split()) <= set(other.name.lower().split())


def _agreement(
    article: Article, sentence: Sentence, match: re.Match[str], said: tuple[Statement, ...]
) -> Agreement | None:
    parts = match.group("name").split()
    while parts and parts[0] in _SKIP:
        parts = parts[1:]
    if len(parts) < 2 or _is_role(parts) or not any(part[0].isupper() or part[0].isdigit() for part in parts):
        return None
    if _OFFICE.match(article.text, match.end("name")):
        return None
    name = " ".join(parts)
    start = match.end("name") - len(match.group("name")) + match.group("name").index(parts[0])
    told = _told(article, sentence, (name, Span(start, match.end("name")), match.end("name")), said)
    any_ = (
        article.text[max(0, start - 4) : start].lower().endswith((" a ", " an ", "\na ", "\nan "))
    )  # "a trade agreement would take years": none there is
    return None if any_ and told.status is None else told


_OFFICE = re.compile(r" (?:office|officer|chief|service|department|staff|reasons|visit)\b")


def _told(article: Article, sentence: Sentence, named: tuple[str, Span, int], said: tuple[Statement, ...]) -> Agreement:
    """What the sentence tells of an agreement besides its name."""
    name, place, end = named
    status = _fate(article, sentence, sentence.place(place.start))
    about = _ABOUT.match(article.text, end, min(sentence.span.end, end + 90))
    statement = around(said, place.start)
    span = Span(place.start, about.end() if about else end)
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


_GATHERS = listed(
    "National Republican Democratic Democrat Democrats’ Party GOP Constitutional Labour Conservative Liberal Annual "
    "Nominating"
)


def _is_role(words: list[str]) -> bool:
    """A title, a trade of one, a gathering called convention, or an office's own protocol: no agreements."""
    if words[-1].lower() == "convention" and (words[-1][0].islower() or set(words) & _GATHERS):
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


def _fate(article: Article, sentence: Sentence, at: int) -> str | None:
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
        return None
    clause = ruling[-1] if ruling[-1].verb < at else ruling[0]
    return _wording(article, clause)


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
