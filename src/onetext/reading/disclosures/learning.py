"""Disclosures told from the side of who learns: "heard of the clause", "a summary has gone to", "nobody in X knew"."""

from __future__ import annotations

import re

from onetext.reading.article import Article
from onetext.reading.clauses import Clause
from onetext.reading.disclosures.handing import extent
from onetext.reading.disclosures.papers import paper_at
from onetext.reading.disclosures.status import is_supposed
from onetext.reading.meetings.events import stretch_of
from onetext.reading.persons.bearers import bearers
from onetext.reading.records import Telling
from onetext.wording.spans import Span, trimmed
from onetext.wording.words import listed

_HEARS = listed("hear learn")
_SEES = listed("see read look inspect study copy view")
_TOLD = listed("inform tell brief notify show consult give send")
_NOBODY = re.compile(r"(?:[Nn]obody|[Nn]o one|[Nn]o-one|[Nn]one|[Nn]either) ?(?:in|at|from|of)?\b")
_BUT_NOT = re.compile(r",? (?:but|though|although|and) not (?:with|to) (?P<who>[^,.;:]{2,50})")


def learned(article: Article, clause: Clause) -> Telling | None:
    """What one clause tells of somebody who learns, or does not learn, of a paper."""
    if is_supposed(clause) or clause.modal or clause.subject is None or clause.infinitive:
        return None
    return _heard(article, clause) or _went(article, clause) or _let_see(article, clause) or _nobody(article, clause)


def _heard(article: Article, clause: Clause) -> Telling | None:
    """``heard of the secret clause``, ``learned about the plan from the papers``."""
    tokens = clause.sentence.tokens
    behind = clause.last
    if clause.lemma not in _HEARS or clause.passive or clause.negated or clause.tense not in {"past", "present"}:
        return None
    if behind + 1 >= len(tokens) or tokens[behind].low not in {"of", "about"}:
        return None
    paper = paper_at(clause.sentence, behind + 1, min(behind + 7, len(tokens)))
    return _made(article, clause, ([], _subject(article, clause)), paper, "done", "heard-of") if paper else None


def _went(article: Article, clause: Clause) -> Telling | None:
    """``a summary has gone to all members``."""
    assert clause.subject is not None
    sentence, tokens = clause.sentence, clause.sentence.tokens
    if clause.lemma != "go" or clause.passive or clause.negated or clause.tense not in {"past", "present"}:
        return None
    paper = paper_at(sentence, clause.subject.first, clause.subject.last)
    first = clause.last + 1
    if paper is None or paper[1] - 1 != clause.subject.head or first >= len(tokens):
        return None
    if tokens[clause.last].low != "to":
        return None
    heard = bearers(article, sentence.stretch(first, max(clause.stop, first + 1)))
    return _made(article, clause, ([], heard), paper, "done", "went-to")


def _let_see(article: Article, clause: Clause) -> Telling | None:
    """``let the consul look at the draft``: the teller, who is let, and what he sees."""
    sentence, tokens = clause.sentence, clause.sentence.tokens
    if clause.lemma != "let" or clause.negated or clause.passive:
        return None
    sees = next(
        (n for n in range(clause.last + 1, min(clause.last + 8, len(tokens))) if tokens[n].lemma in _SEES), None
    )
    paper = paper_at(sentence, sees + 1, min(sees + 7, len(tokens))) if sees is not None else None
    if sees is None or paper is None:
        return None
    heard = bearers(article, sentence.stretch(clause.last, sees))
    return _made(article, clause, (_subject(article, clause), heard), paper, "done", "let-see")


def _nobody(article: Article, clause: Clause) -> Telling | None:
    """``nobody in Jakarta had been informed of the plan``: it was kept from all of them."""
    assert clause.subject is not None
    sentence, tokens = clause.sentence, clause.sentence.tokens
    if clause.lemma not in _TOLD or not clause.passive or clause.negated:
        return None
    span = sentence.stretch(clause.subject.first, clause.subject.last)
    none = _NOBODY.match(article.text, *span)
    paper = paper_at(sentence, clause.last, min(clause.last + 7, len(tokens)), topics=True)
    if none is None or paper is None or none.end() >= span.end:
        return None
    inside = [m for m in article.cast.mentions.outer(Span(none.end(), span.end)) if m.party or m.known]
    heard = [inside[0].party or inside[0].known or ""] if inside else []
    return _made(article, clause, ([], heard), paper, "withheld", "told-nobody")


def but_not(article: Article, clause: Clause, found: Telling) -> Telling | None:
    """``shared the draft with A but not with B``: kept from B."""
    if found.status != "done":
        return None
    words = _BUT_NOT.search(article.text, clause.sentence.tokens[clause.verb].start, clause.sentence.span.end)
    heard = bearers(article, Span(*words.span("who"))) if words is not None else []
    if words is None or not heard:
        return None
    return Telling(
        found.by, tuple(heard), found.what, None, found.mode, "withheld", None, Span(*words.span()), None, 0.7,
        "but-not-to",
    )  # fmt: skip


def _subject(article: Article, clause: Clause) -> list[str]:
    if clause.subject is None:
        return []
    return bearers(article, clause.sentence.stretch(clause.subject.first, clause.subject.last))


def _made(
    article: Article, clause: Clause, who: tuple[list[str], list[str]], paper: tuple[int, int], status: str, rule: str
) -> Telling | None:
    teller, heard = who
    heard = [name for name in heard if name not in teller]
    if not heard:
        return None
    tokens = clause.sentence.tokens
    end = tokens[min(max(clause.stop, clause.last, paper[1]), len(tokens)) - 1].end
    span = Span(stretch_of(clause).start, trimmed(article.text, clause.span.start, end, " .,;\n").end)
    what = " ".join(clause.sentence.stretch(*paper).of(article.text).split())
    by = teller[0] if teller else None
    return Telling(by, tuple(heard), what, extent(what), "briefing", status, None, span, None, 0.65, rule)
