"""The plan: how many points, which categories, whose it is."""

from __future__ import annotations

import re

from onetext.reading.article import Article
from onetext.reading.numbers import WORD, number
from onetext.reading.plans.authors import PAPER, author
from onetext.reading.records import PlanFacts
from onetext.reading.tokens import Sentence
from onetext.wording.spans import Span

_UNIT = r"(?:points?|articles?|clauses?|items?|provisions?|paragraphs?|steps?|measures|principles|stages|theses)"
_COUNTABLE = r"(?:points|articles|clauses|provisions|paragraphs)"
_ABOUT = r"(?: (?:some|about|around|exactly|only|just|a total of))?"
_BEFORE = re.compile(
    rf"\b(?P<n>{WORD})[- ](?:point|article|clause|item|step|stage|paragraph),? (?:\w+[ -]){{0,4}}?{PAPER}\b",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    rf"\b{PAPER}\b[^.!?\n]{{0,60}}?\b(?:of|consists? of|contains?|has|have|comprises?|runs? to|lists?|rests on"
    rf"|includes?|with|in|sets? out|numbers?|counts?|fills?|sums? up"
    rf"|to)\b{_ABOUT} (?P<n>{WORD}) (?:(?:basic|main|short|brief|separate) )?{_UNIT}\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    rf"\b(?:[Ii]t|[Ww]hich|[Tt]he (?:text|document|paper|draft|plan))\b (?:\w+ )?"
    rf"(?:has|contains?|consists? of|comprises?|runs? to"
    rf"|lists?|includes?|had|contained|consisted of|comprised|ran to|listed)"
    rf"{_ABOUT} (?P<n>{WORD}) {_COUNTABLE}\b"
)
_OF_ALL = re.compile(
    rf"\b(?:{WORD}|all|most|none|some|half|the first \w+|each) of (?:the|its|their) (?P<n>{WORD}) {_COUNTABLE}\b",
    re.IGNORECASE,
)
_OWN = re.compile(
    rf"\b{PAPER}['’]s (?P<n>{WORD}) {_COUNTABLE}\b"
    rf"|\b(?:[Oo]f|[Aa]mong) its (?P<n2>{WORD}) {_COUNTABLE}\b"
    rf"|\b{PAPER}\b[^.!?\n]{{0,20}}?(?P<n3>{WORD}) {_COUNTABLE} (?:in all|altogether|all told|long)\b",
    re.IGNORECASE,
)
_IN_IT = re.compile(rf"\b[Tt]here are{_ABOUT} (?P<n>{WORD}) {_COUNTABLE} in (?:it|the {PAPER})\b")
_UNITS = re.compile("point|article|clause|item|provision|paragraph|step|measure|principle|stage|theses")
"""In small letters: a sentence without any of these counts no points."""
_ADVERT = re.compile(r"\b(?:you|your|yours)\b", re.IGNORECASE)
_IMAGINED = re.compile(r"^[\W_]*(?:had there been|were there|suppose|imagine|if there (?:were|was))\b", re.IGNORECASE)
_PARTS = re.compile(
    rf"\b(?P<n>{WORD}) (?:(?:main|broad|key|large|big|thematic|separate|general|principal|different|wide|major) )?"
    r"(?:categor(?:y|ies)|headings?|heads|titles|parts?|chapters?|sections?|baskets?|areas?|themes?|blocks?|groups?"
    r"|pillars?|topics?|fields?|clusters?|subjects|tracks|files|columns|annexes|dossiers)\b",
    re.IGNORECASE,
)
_DIVIDED = re.compile(
    "categor|head|title|part|chapter|section|basket|area|theme|block|group|pillar|topic|field|cluster|subject|track"
    "|file|column|annex|dossier|rubric|deals with|covers|treats of|is about|touches on"
)
"""In small letters: a sentence without any of these names no parts."""
_LIST_START = re.compile(r"\s*(?::|[-–—]|, namely|, covering|, which are|,? (?:on|about|dealing with))\s*")
_ASKS_WHICH = re.compile(r"(?:which|whom|whose|how|what)\b")
_HEADED = re.compile(
    r"\b(?:under|into|in) the (?:heads|headings|chapters|titles|rubrics)(?: of)?:? (?P<list>[^.;:]{5,120})",
    re.IGNORECASE,
)
_DEALS = re.compile(
    rf"\b(?:It|it|which|(?:[Tt]he|[Tt]his) (?:[\w-]+ )?{PAPER}) (?:deals with|covers|treats of|is about|touches on)"
    r"(?: (?:only|mainly|also))? (?P<list>[^.;:]{5,120})"
)


def plan(article: Article) -> PlanFacts | None:
    counts = [found for sentence in article.sentences for found in _counts(article.text, sentence.span)]
    categories, where = _categories(article)
    if not counts and not categories:
        return None
    first = counts[0] if counts else (None, where or Span(0, 0))
    others = tuple((value, span) for value, span in counts[1:] if value != first[0] and value is not None)
    drafter, party = author(article)
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
        author=drafter,
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
    if not _UNITS.search(words.lower()) or _IMAGINED.match(words):
        return []
    if _ADVERT.search(words) and not re.search(r"[\"“”«»]", words):
        return []  # "you will learn how to draft a ten-point plan"
    for pattern in (_BEFORE, _BEHIND, _PRONOUN, _OF_ALL, _OWN, _IN_IT):
        for match in pattern.finditer(words):
            value = number(next(word for word in match.groups() if word))
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
            if wanted is None or wanted < 2 or opening is None or _ASKS_WHICH.match(words, opening.end()):
                continue
            listed = members(words[opening.end() :], wanted)
            if listed is not None:
                return listed, Span(sentence.span.start + match.start(), sentence.span.end)
        headed = _HEADED.search(words) or (_DEALS.search(words) if _is_counted(article, sentence) else None)
        found = _row(headed["list"]) if headed else None
        if headed is not None and found is not None:
            return found, Span(sentence.span.start + headed.start(), sentence.span.end)
    return [], None


def _is_counted(article: Article, sentence: Sentence) -> bool:
    """The sentence or the one before it counts the points: what follows is said of the same paper."""
    near = article.sentences[max(0, sentence.number - 1) : sentence.number + 1]
    return any(_counts(article.text, each.span) for each in near)


def _row(words: str) -> list[str] | None:
    """The members of a row of at least three, none of them a clause."""
    row = re.match(r"(?:[^,]{2,40}, )+(?:[^,]{2,40}?,? )?and [^,]{2,40}?(?=[,.;]|$)", words)
    parts = re.split(r", (?:and )?| and ", row.group()) if row else []
    return [part.strip() for part in parts if part.strip()] if 3 <= len(parts) <= 8 else None


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
    return [re.sub(r"^(?:and )?(?:(?:on|about|for) )?", "", part) for part in parts] if len(parts) == wanted else None
