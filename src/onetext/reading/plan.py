"""The plan: how many points, which categories, whose it is."""

from __future__ import annotations

import re

from onetext.reading.article import Article
from onetext.reading.clauses import Clause
from onetext.reading.numbers import WORD, number
from onetext.reading.records import PlanFacts
from onetext.wording.spans import Span, trimmed
from onetext.wording.words import listed

_UNIT = r"(?:points?|articles?|clauses?|items?|provisions?|paragraphs?|steps?)"
_PAPER = (
    r"(?:plan|proposal|draft|document|text|paper|framework|road ?map|initiative|agenda|blueprint"
    r"|package|deal|formula|outline|non-paper|memorandum|programme|program|settlement|scheme|sketch|compact"
    r"|protocol)"
)
_BEFORE = re.compile(rf"\b(?P<n>{WORD})[- ]point (?:\w+[ -]){{0,4}}?{_PAPER}\b", re.IGNORECASE)
_BEHIND = re.compile(
    rf"\b{_PAPER}\b[^.!?\n]{{0,60}}?\b(?:of|consists? of|contains?|has|have|comprises?|runs? to|lists?"
    rf"|includes?|with|in"
    rf"|to)\b(?: (?:some|about|around|exactly|only|a total of))? (?P<n>{WORD}) {_UNIT}\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    rf"\b(?:[Ii]t|[Ww]hich|[Tt]he (?:text|document|paper|draft))\b (?:\w+ )?"
    rf"(?:has|contains?|consists? of|comprises?|runs? to"
    rf"|lists?|includes?|had|contained|consisted of|comprised|ran to|listed)"
    rf"(?: (?:some|about|around|exactly|only|just|a total of))? (?P<n>{WORD}) (?:points|articles|clauses|provisions)\b"
)
_OF_ALL = re.compile(
    rf"\b(?:{WORD}|all|most|none|some|half|the first \w+) of (?:the|its|their) (?P<n>{WORD})"
    r" (?:points|articles|clauses|provisions)\b",
    re.IGNORECASE,
)
_UNITS = re.compile(r"point|article|clause|item|provision|paragraph|step", re.IGNORECASE)
_COUNTED = re.compile("point|article|clause|item|provision|paragraph|step")
"""In small letters: a sentence without any of these counts no points."""
_ADVERT = re.compile(r"\b(?:you|your|yours)\b", re.IGNORECASE)
_PARTS = re.compile(
    rf"\b(?P<n>{WORD}) (?:(?:main|broad|key|large|big|thematic|separate|general|principal|different|wide|major) )?"
    r"(?:categor(?:y|ies)|headings?|parts?|chapters?|sections?|baskets?|areas?|themes?|blocks?|groups?|pillars?|topics?|fields?"
    r"|clusters?)\b",
    re.IGNORECASE,
)
_DIVIDED = re.compile("categor|heading|part|chapter|section|basket|area|theme|block|group|pillar|topic|field|cluster")
"""In small letters: a sentence without any of these names no parts."""
_LIST_START = re.compile(r"\s*(?::|[-–—]|, namely|, covering|, which are|, on)\s*")


def plan(article: Article) -> PlanFacts | None:
    counts = [found for sentence in article.sentences for found in _counts(article.text, sentence.span)]
    categories, where = _categories(article)
    if not counts and not categories:
        return None
    first = counts[0] if counts else (None, where or Span(0, 0))
    others = tuple((value, span) for value, span in counts[1:] if value != first[0] and value is not None)
    author, party = _author(article)
    assert first is not None
    span = (
        first[1]
        if where is None
        else Span(min(first[1].start, where.start), max(first[1].end, where.end))
        if _near(first[1], where)
        else first[1]
    )
    return PlanFacts(
        points=first[0],
        categories=tuple(categories),
        author=author,
        party=party,
        span=span,
        others=others,
        confidence=0.9 if categories and counts else 0.75,
        rule="points-and-categories" if categories and counts else ("points" if counts else "categories"),
    )


def _near(one: Span, other: Span) -> bool:
    return abs(one.start - other.start) < 400


def _counts(text: str, span: Span) -> list[tuple[int | None, Span]]:
    found: list[tuple[int | None, Span]] = []
    words = span.of(text)
    if not _COUNTED.search(words.lower()):
        return []
    if _ADVERT.search(words) and not re.search(r"[\"“”«»]", words):
        return []  # "you will learn how to draft a ten-point plan"
    if not _UNITS.search(words):
        return []
    for pattern in (_BEFORE, _BEHIND, _PRONOUN, _OF_ALL):
        for match in pattern.finditer(words):
            value = number(match.group("n"))
            if value is not None and value > 1:
                found.append((value, Span(span.start + match.start(), span.start + match.end())))
    return found


def _categories(article: Article) -> tuple[list[str], Span | None]:
    """The list behind "four categories:"; right only when it has as many members as it says."""
    for sentence in article.sentences:
        words = sentence.span.of(article.text)
        if not _DIVIDED.search(words.lower()):
            continue
        for match in _PARTS.finditer(words):
            wanted = number(match.group("n"))
            opening = _LIST_START.match(words, match.end())
            if wanted is None or wanted < 2 or opening is None:
                continue
            listed = members(words[opening.end() :], wanted)
            if listed is not None:
                return listed, Span(sentence.span.start + match.start(), sentence.span.end)
    return [], None


def members(words: str, wanted: int) -> list[str] | None:
    """The ``wanted`` members of a list; "and" may stand inside a member, so the count decides where it parts."""
    rest = words if ";" in words else re.split(r",? (?:said|told|according to)\b|\s[-–—]\s", words, maxsplit=1)[0]
    rest = re.sub(r"[.!?]+$", "", rest.strip())
    marks = re.split(r"\s*;\s*(?:and )?|\s*,\s*(?:and )?" if ";" not in rest else r"\s*;\s*(?:and )?", rest)
    parts = [part.strip(" :") for part in marks if part.strip(" .:")]
    if len(parts) > wanted:  # what follows the list is no member
        parts = parts[:wanted]
    if len(parts) == wanted - 1 and " and " in parts[-1]:
        before, _, after = (
            parts[-1].rpartition(" and ") if parts[-1].count(" and ") == 1 else parts[-1].partition(" and ")
        )
        parts = [*parts[:-1], before, after]
    return [re.sub(r"^and ", "", part) for part in parts] if len(parts) == wanted else None


_WRITES = listed(
    "draft write pen author draw_up draw lead prepare develop devise formulate compose sketch conceive cook cook_up "
    "hatch elaborate put_forward propose work_out craft design"
)


def _author(article: Article) -> tuple[str | None, str | None]:
    """Who drafts or leads it: "drawn up by X", "X holds the pen", "X is working on a plan"."""
    party = None
    for sentence in article.sentences:
        if sentence.span == article.title:
            continue
        for clause in article.clauses[sentence.number]:
            name = _writer(article, clause)
            if name is None:
                continue
            profile = article.cast.profiles.get(name)
            if profile is not None:
                return name, profile.party or party
            party = party or name
    return None, party


def _writer(article: Article, clause: Clause) -> str | None:
    who, sentence = article.cast.mentions.who, clause.sentence
    tokens = sentence.tokens
    behind = sentence.stretch(clause.last, max(clause.stop, clause.last + 1)) if clause.last < len(tokens) else None
    words = behind.of(article.text) if behind else ""
    about = sentence.stretch(clause.subject.first, clause.subject.last) if clause.subject else None
    if (
        clause.passive
        and clause.lemma in _WRITES
        and about is not None
        and (_WRITTEN.search(about.of(article.text)) or _IT.fullmatch(about.of(article.text)))
    ):
        by = re.search(r"\bby\b", words)
        return _agent(article, Span(behind.start + by.end(), behind.end)) if by and behind else None
    works = (
        clause.lemma in _WRITES
        or (clause.lemma == "work" and " on " in f" {words}")
        or (clause.lemma == "hold" and "the pen" in words)
    )
    if not clause.passive and works and about is not None and _WRITTEN.search(words):
        named = who(trimmed_span(article, about))
        return named[0] if named else None
    return None


def _agent(article: Article, span: Span) -> str | None:
    """Behind "by": a person before the party that the phrase also names."""
    named = article.cast.mentions.who(span)
    persons = [name for name in named if name in article.cast.profiles]
    return next(iter([*persons, *named]), None)


_WRITTEN = re.compile(rf"\b(?:{_PAPER}|pen)\b", re.IGNORECASE)
_IT = re.compile(r"(?:it|which|that)", re.IGNORECASE)


def trimmed_span(article: Article, span: Span) -> Span:
    return trimmed(article.text, *span)
