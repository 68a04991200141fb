"""Who is named in a stretch, and not those who only tell who another one is: X of Y; X, an aide to Y."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from onetext.reading.article import Article
from onetext.reading.meetings.attendance import beside, people
from onetext.reading.persons.mentions import Mention
from onetext.reading.records import Statement
from onetext.wording.spans import Span
from onetext.wording.words import listed


def named(article: Article, span: Span, said: Sequence[Statement]) -> list[str]:
    """Who is named in a stretch, up to its topic; not those who only tell who another one is ("X, an aide to Y")."""
    span = beside(article, span)
    parts = [*_appositions(article, span), *_origins(article, span)]
    aside = [name for part in parts for name in people(article, part, said)]
    names = [name for at, name in enumerate(people(article, span, said)) if at == 0 or name not in aside]
    for team in article.cast.mentions.outer(span):
        leader = _leader(article, team)
        if leader is not None:
            stood = [*people(article, team.extent, said), leader]
            names = list(dict.fromkeys(leader if name in stood else name for name in names))
    return names


_TEAMS = listed("delegation team side mission group party committee contingent")
_LED = re.compile(
    r"(?: (?:from|of) (?:the )?[A-Z][\w’'-]+)?,? ?(?:[a-z’'-]+ ){0,4}?"
    r"(?:under|(?:led|headed|chaired|fronted) by|with (?=(?:[^ ,.]+ ){1,8}at its head)) "
    r"(?:the |its |an? )?(?P<who>[^;.]{0,120})"
)


def _leader(article: Article, team: Mention) -> str | None:
    """``a delegation led by X``: X stands for it."""
    if team.noun not in _TEAMS or team.plural:
        return None
    led = _LED.match(article.text, team.span.end)
    if led is None:
        return None
    near = article.cast.mentions.inside(Span(led.start("who"), led.end()))
    first = next((m for m in near if m.kind == "person"), None)
    between = article.text[led.start("who") : first.extent.start] if first is not None else ","
    return first.name if first is not None and "," not in between.strip(", ") and len(between) < 60 else None


_DEPENDS = re.compile(r"(?<=\s)(?:to|of|for|from|in|at|on) |(?<=\s)(?=\S+['’]s )")


def _appositions(article: Article, span: Span) -> list[Span]:
    """Behind a person and a comma, from the first preposition or possessor of a common noun on to the next comma."""
    found: list[Span] = []
    for mention in article.cast.mentions.outer(span):
        if mention.kind != "person" or article.text[mention.span.end : mention.span.end + 2] != ", ":
            continue
        start = mention.span.end + 2
        end = min((at for mark in ",;:" if (at := article.text.find(mark, start, span.end)) >= 0), default=span.end)
        opener = re.match(r"(?:an?|the|his|her|their|its|who) ", article.text[start:end])
        depends = _DEPENDS.search(article.text, start, end)
        if opener is not None and depends is not None:
            found.append(Span(depends.start(), end))
    return found


_OF = re.compile(r" (?:of|from) (?:the )?(?:[A-Z][\w’'-]+ (?:of (?:the )?)?)*")


def _origins(article: Article, span: Span) -> list[Span]:
    """``Minister X of Y``: where X is from, or whom X serves."""
    found: list[Span] = []
    row = article.cast.mentions.outer(span)
    for person, other in pairwise(row):
        if person.kind != "person" or other.kind not in {"party", "group"} or other.extent.end > span.end:
            continue
        if _OF.fullmatch(article.text, person.span.end, max(person.span.end, other.span.start)):
            found.append(Span(person.span.end, other.extent.end))
    return found
