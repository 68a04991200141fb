"""What a legal scrub looks for in a draft: references that point nowhere, terms, duties without who, what or when.

Rules of thumb over English words: a finding is a hint with its place, never a verdict (M1).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal

from onetext.case.plan import Draft
from onetext.drafting.facts import Fact, agent, facts, force
from onetext.drafting.references import own_references

Flaw = Literal["reference", "unused_term", "undefined_term", "no_who", "no_what", "no_when"]


@dataclass(frozen=True)
class Finding:
    """``words`` at ``start`` to ``end`` of the clause's text."""

    flaw: Flaw
    number: str
    point: str | None
    words: str
    start: int
    end: int

    def as_data(self) -> dict[str, Any]:
        return {
            "kind": self.flaw,
            "number": self.number,
            "point": self.point,
            "words": self.words,
            "span": [self.start, self.end],
        }


def flaws(draft: Draft, names: Collection[str] = ()) -> tuple[Finding, ...]:
    """In the order of the draft. ``names``: words that need no definition, such as those of parties and persons."""
    found = [*_dangling(draft), *_duties(draft), *_terms(draft, names)]
    place = {clause.number: at for at, clause in enumerate(draft.clauses)}
    return tuple(sorted(found, key=lambda one: (place[one.number], one.start, one.flaw)))


def _verbatim(draft: Draft) -> Iterator[tuple[str, str | None, str]]:
    for clause in draft.clauses:
        if clause.basis == "verbatim" and clause.text and (clause.language or "en").partition("-")[0] == "en":
            yield clause.number, clause.point, clause.text


def _dangling(draft: Draft) -> Iterator[Finding]:
    """References to a clause that the draft does not have; those to other papers are left alone.

    Nothing is said of a draft that is known in part only: the clause may be in the other part.
    """
    numbers = {clause.number.strip().rstrip(".") for clause in draft.clauses}
    if draft.points is not None and draft.points > len(numbers):
        return
    for number, point, text in _verbatim(draft):
        for one in own_references(text):
            if one.number not in numbers:
                yield Finding("reference", number, point, one.words, one.start, one.end)


_BINDING = 2
_SENTENCE = re.compile(r"[.;!?](?=\s|\Z)|\n\n")
_WHEN = re.compile(
    r"\b(?:within|not later than|no later than|until|upon|before|after|during|once|when|as soon as|immediately"
    r"|forthwith|without delay|at all times|at any time|daily|weekly|monthly|quarterly|annually|yearly|every"
    r"|each (?:day|week|month|year)|once a|permanent(?:ly)?|starting|from the (?:date|day)|on the \w+ day"
    r"|by the end of|days?|weeks?|months?|years?)\b",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    r"\s*(?:\[\s*(?:placeholder\b[^\]]{0,300}|…|\.\.\.|no text)\s*\]|[…_.]+)?\s*[.;]?\s*\Z", re.IGNORECASE
)


def _duties(draft: Draft) -> Iterator[Finding]:
    """Duties (shall, must, will, undertakes to) that nobody has, that say nothing to be done, or that have no time."""
    for number, point, text in _verbatim(draft):
        for start, end in _sentences(text):
            found = [replace(one, start=one.start + start, end=one.end + start) for one in facts(text[start:end])]
            timed = any(one.kind == "date" for one in found) or bool(_WHEN.search(text, start, end))
            for one in found:
                if one.kind == "duty" and force(one.words) >= _BINDING:
                    for flaw in _lacking(text, one, end, timed=timed):
                        yield Finding(flaw, number, point, one.words, one.start, one.end)


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for stop in _SENTENCE.finditer(text):
        yield start, stop.start()
        start = stop.end()
    yield start, len(text)


def _lacking(text: str, duty: Fact, end: int, *, timed: bool) -> Iterator[Flaw]:
    """``end``: of its sentence; ``timed``: whether that says when."""
    if agent(text, duty) is None:
        yield "no_who"
    if _NOTHING.match(text, duty.end, end):
        yield "no_what"
    if not timed:
        yield "no_when"


_QUOTED = r"[\"“«]([^\"”»\n]{2,60})[\"”»]"
_DEFINED = re.compile(
    rf"{_QUOTED}\s+(?:means|shall mean|refers to|has the meaning|is understood)|"
    rf"\(\s*(?:the\s+|hereinafter\s+(?:referred to as\s+|called\s+)?(?:the\s+)?)?{_QUOTED}\s*\)|"
    rf"hereinafter\s+(?:referred to as|called)\s+(?:the\s+)?{_QUOTED}"
)
_COMMON = (
    "Area|Authority|Board|Bureau|Centre|Commission|Committee|Conference|Contribution|Corridor|Council|Court|Date|Day"
    "|Depositary|Facility|Force|Forces|Framework|Fund|Group|Guarantor|Institution|Line|Mechanism|Mission|Observer"
    "|Office|Panel|Party|Period|Plan|Programme|Project|Register|Regime|Region|Roadmap|Schedule|Secretariat|Service"
    "|System|Team|Territory|Tribunal|Unit|Works|Zone"
)
"""Common nouns that a capital letter makes a term; without one of these, capitalised words are mostly names."""
_CAPITALISED = re.compile(rf"(?<=[a-z,] )((?:[A-Z][a-z]+ )+(?:{_COMMON})s?)\b")
_LEAST_USED = 2
"""A capitalised term is looked for from so many uses on: one alone is mostly a name."""


def _terms(draft: Draft, names: Collection[str]) -> Iterator[Finding]:
    """Defined and not used again; and capitalised words used as a term, over and over, that nothing defines."""
    clauses = list(_verbatim(draft))
    defined: dict[str, Finding] = {}
    for number, point, text in clauses:
        for found in _DEFINED.finditer(text):
            group = next(at for at, words in enumerate(found.groups(), 1) if words)
            defined.setdefault(
                found[group].strip(),
                Finding("unused_term", number, point, found[group], found.start(group), found.end(group)),
            )
    whole = "\n".join(text for _, _, text in clauses)
    for term, finding in defined.items():
        if len(re.findall(rf"(?i:\b{re.escape(term)}(?:s|es)?\b)", whole)) < _LEAST_USED:
            yield finding
    yield from _undefined(clauses, {term.casefold() for term in (*defined, *names)})


def _undefined(clauses: list[tuple[str, str | None, str]], known: Collection[str]) -> Iterator[Finding]:
    uses: dict[str, list[Finding]] = {}
    for number, point, text in clauses:
        for found in _CAPITALISED.finditer(text):
            term = found[1]
            if term.casefold() not in known:
                uses.setdefault(term, []).append(
                    Finding("undefined_term", number, point, term, found.start(1), found.end(1))
                )
    for found_uses in uses.values():
        if len({use.number for use in found_uses}) >= _LEAST_USED:
            yield found_uses[0]
