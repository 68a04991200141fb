"""Whose the plan is: who drafts it ("drawn up by X"), whose it is called ("X's ten points"), who puts it forward."""

from __future__ import annotations

import re

from onetext.reading.article import Article
from onetext.reading.clauses import Clause
from onetext.reading.persons.bearers import bearers
from onetext.reading.persons.mentions import Mention
from onetext.wording.spans import Span
from onetext.wording.words import listed

PAPER = (
    r"(?:plan|proposal|draft|document|text|paper|framework|road ?map|initiative|blueprint"
    r"|package|deal|formula|outline|non-paper|memorandum|programme|program|settlement|scheme|sketch|compact"
    r"|protocol|compromise)"
)
_WRITES = listed(
    "draft write pen author draw_up draw lead prepare develop devise formulate compose sketch conceive cook cook_up "
    "hatch elaborate put_forward propose work_out craft design"
)
_TABLES = listed("present table unveil float submit put_forward propose offer launch announce publish advance")
_ABOUT = re.compile(rf"\b(?:{PAPER}|pen)\b", re.IGNORECASE)
_IT = re.compile(r"(?:it|which|that)", re.IGNORECASE)
_WORK_OF = re.compile(
    r"\b(?:is|was|being) (?:largely |mainly |mostly )?(?:the work|the brainchild|the handiwork|the idea) of "
    r"(?P<who>[^.;:]{3,80})"
    r"|\bwhose (?:author|drafter|architect|originator) (?:is|was) (?P<who2>[^.;:]{3,80})"
    r"|\b(?:said|thought|believed|reported|known|understood) to be (?:the work of|by|from the pen of) "
    r"(?P<who3>[^.;:]{3,80})"
    rf"|\b{PAPER}\b[^.;]{{0,80}}?,? (?:came|comes|stems|originates|originated) from (?!the\b)(?P<who4>[^.;:]{{3,60}})"
)
_THE_AUTHOR = re.compile(
    rf"\b[Tt]he (?:author|drafter|architect)s? of (?:the|its?) (?:[\w-]+ ){{0,2}}{PAPER}(?: (?:is|was|were|are)|,) "
    r"(?P<who>[^.;:,]{3,80})"
)
_OWNED = re.compile(
    rf"(?:['’]s|['’]) (?:own |new |latest |last |draft )?"
    rf"(?P<count>[\w-]+-(?:point|article|step|stage|clause|paragraph))?"
    rf"(?:[ ]?(?:[\w-]+ ){{0,2}}?){PAPER}\b"
)
_COUNTED = re.compile(r"\w-(?:point|article|step|stage|clause|paragraph)\b")


_TABLED = re.compile(
    rf"\w+(?: \w+)? (?:his|her|its|their|an?) (?:[\w-]+ ){{0,3}}?(?:{PAPER})\b(?: (?:of|with|in) [\w-]+ \w+)?"
)
_COUNTS = re.compile(r" (?:of|with|in) [\w-]+ (?:points|articles|steps|stages|clauses|paragraphs|chapters)$")


def author(article: Article) -> tuple[str | None, str | None]:
    """The person who wrote it, and the party; either may be null."""
    for find in (_by_verbs, _by_words, _by_owner, _by_tabling):
        found = find(article)
        if found != (None, None):
            return found
    return None, None


def _by_verbs(article: Article) -> tuple[str | None, str | None]:
    """Who drafts or leads it: "drawn up by X", "X holds the pen", "X is working on a plan"."""
    party = None
    for clause in _told(article):
        name = _writer(article, clause)
        if name is None:
            continue
        profile = article.cast.profiles.get(name)
        if profile is not None:
            return name, profile.party or party
        party = party or name
    return None, party


def _told(article: Article) -> list[Clause]:
    """The clauses of the text without its title."""
    sentences = [s for s in article.sentences if s.span != article.title]
    return [clause for sentence in sentences for clause in article.clauses[sentence.number]]


def _writer(article: Article, clause: Clause) -> str | None:
    who, sentence = article.cast.mentions.who, clause.sentence
    tokens = sentence.tokens
    behind = sentence.stretch(clause.last, max(clause.stop, clause.last + 1)) if clause.last < len(tokens) else None
    words = behind.of(article.text) if behind else ""
    about = sentence.stretch(clause.subject.first, clause.subject.last) if clause.subject else None
    if clause.passive and clause.lemma in _WRITES and about is not None:
        subject = about.of(article.text)
        by = re.search(r"\bby\b", words) if _ABOUT.search(subject) or _IT.fullmatch(subject) else None
        return _agent(article, Span(behind.start + by.end(), behind.end)) if by and behind else None
    works = (
        clause.lemma in _WRITES
        or (clause.lemma == "work" and " on " in f" {words}")
        or (clause.lemma == "hold" and "the pen" in words)
    )
    if clause.passive or not works or about is None or clause.negated or clause.modal:
        return None
    return next(iter(who(about)), None) if _ABOUT.search(words) or _is_of_paper(clause) else None


def _is_of_paper(clause: Clause) -> bool:
    """``the roadmap which X drew up``: the paper stands before the relative clause."""
    tokens = clause.sentence.tokens
    if clause.relation != "relcl" or clause.subject is None:
        return False
    before = " ".join(token.text for token in tokens[max(0, clause.subject.first - 4) : clause.subject.first])
    return _ABOUT.search(before) is not None and tokens[clause.subject.head].low not in {"which", "that", "who"}


def _agent(article: Article, span: Span) -> str | None:
    """Behind "by": a person before the party that the phrase also names."""
    named = article.cast.mentions.who(span)
    persons = [name for name in named if name in article.cast.profiles]
    return next(iter([*persons, *named]), None)


def _by_words(article: Article) -> tuple[str | None, str | None]:
    """``is the work of X``, ``whose author is X``, ``the author of the plan, X``."""
    for pattern in (_WORK_OF, _THE_AUTHOR):
        for match in pattern.finditer(article.text):
            place = next(name for name in match.re.groupindex if match.group(name) is not None)
            name = _agent(article, Span(*match.span(place)))
            if name is not None:
                return _as_pair(article, name)
    return None, None


def _as_pair(article: Article, name: str) -> tuple[str | None, str | None]:
    profile = article.cast.profiles.get(name)
    return (None, name) if profile is None else (name, profile.party)


def _by_owner(article: Article) -> tuple[str | None, str | None]:
    """``Egypt's ten-point proposal``, ``the French 15-point plan``; without a number only if all agree whose it is."""
    owners = dict[tuple[str | None, str | None], bool]()
    for mention in article.cast.mentions.all:
        if article.title is not None and article.title.holds(mention.span):
            continue
        owned = _OWNED.match(article.text, mention.span.end) or _described(article, mention)
        pair = _owner(article, mention) if owned else None
        if pair is not None and owned is not None:
            owners[pair] = owners.get(pair, False) or _COUNTED.search(owned.group()) is not None
    counted = [pair for pair, is_counted in owners.items() if is_counted]
    if len(counted) == 1:
        return counted[0]
    return next(iter(owners)) if len(owners) == 1 else (None, None)


def _described(article: Article, mention: Mention) -> re.Match[str] | None:
    """``the French plan``, ``the American 28-point plan``."""
    if mention.kind != "adjective":
        return None
    return re.compile(rf" (?:[\w-]+-\w+ )?(?:peace )?{PAPER}\b").match(article.text, mention.span.end)


def _owner(article: Article, mention: Mention) -> tuple[str | None, str | None] | None:
    if mention.kind in {"adjective", "party"}:
        return (None, mention.party) if mention.party else None
    if mention.kind == "pronoun":
        return None
    name = mention.name if mention.kind == "person" else next(iter(bearers(article, mention.extent)), None)
    if name is None:
        return None
    if mention.kind == "group" and not (mention.collective or mention.plural):
        return name, mention.party  # "the mediator's plan": somebody, though not named
    return _as_pair(article, name)


def _by_tabling(article: Article) -> tuple[str | None, str | None]:
    """``X presented her nine-point plan``: who puts it on the table."""
    for clause in _told(article):
        if clause.lemma not in _TABLES or clause.passive or clause.negated or clause.modal or clause.subject is None:
            continue
        sentence = clause.sentence
        words = sentence.stretch(clause.verb, max(clause.stop, clause.last)).of(article.text)
        own = _TABLED.match(words)
        if own is None or not (_COUNTED.search(own.group()) or _COUNTS.search(own.group())):
            continue
        subject = sentence.stretch(clause.subject.first, clause.subject.last)
        named = article.cast.mentions.who(subject) or [_in_full(article, name) for name in bearers(article, subject)]
        if named:
            return _as_pair(article, _first_person(article, named))
    return None, None


def _in_full(article: Article, name: str) -> str:
    """``Mekdes``: the one person of the text who is called so."""
    called = [full for full in article.cast.profiles if name in full.split()]
    return called[0] if len(called) == 1 else name


def _first_person(article: Article, named: list[str]) -> str:
    return next((name for name in named if name in article.cast.profiles), named[0])
