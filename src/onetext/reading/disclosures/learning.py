"""Disclosures told from the side of who learns: "heard of the clause", "a summary has gone to", "nobody in X knew"."""

from __future__ import annotations

import re
from dataclasses import replace

from onetext.reading.article import Article
from onetext.reading.clauses import Clause
from onetext.reading.disclosures.hearers import named, outlet, press_in, title
from onetext.reading.disclosures.papers import paper_at, pronoun_at
from onetext.reading.disclosures.places import Stretch, behind, places
from onetext.reading.disclosures.status import is_supposed, status_of
from onetext.reading.disclosures.verbs import GOES, HEARS, WRITES
from onetext.reading.disclosures.wording import telling, words_of
from onetext.reading.persons.bearers import bearers
from onetext.reading.records import Telling
from onetext.wording.spans import Span
from onetext.wording.words import listed

_SEES = listed("see read look inspect study copy view know")
_TOLD = listed("inform tell brief notify show consult give send")
_NOBODY = re.compile(r"(?:[Nn]obody|[Nn]o one|[Nn]o-one|[Nn]one|[Nn]either) ?(?:in|at|from|of)?\b")
_BUT_NOT = re.compile(r",? (?:but|though|although|and) not (?:with|to) (?P<who>[^,.;:]{2,50})")
_BUT_NOT_ALL = re.compile(
    r",? (?:but|though|although|and) not (?P<what>(?:the|its|their|his|her|a|any|all) [^,.;:]{2,50})"
)


def learned(article: Article, clause: Clause) -> Telling | None:
    """What one clause tells of somebody who learns, or does not learn, of a paper."""
    if is_supposed(clause) or clause.subject is None:
        return None
    if clause.infinitive or clause.modal:
        return _let_see(article, clause)
    return (
        _heard(article, clause)
        or _went(article, clause)
        or _let_see(article, clause)
        or _nobody(article, clause)
        or _holds(article, clause)
    )


def _heard(article: Article, clause: Clause) -> Telling | None:
    """``heard of the secret clause``, ``learned about it only afterwards, from the hosts``."""
    sentence = clause.sentence
    out = clause.lemma.startswith("find") and [t.low for t in sentence.tokens[clause.verb + 1 :][:1]] == ["out"]
    if (
        (clause.lemma not in HEARS and not out)
        or clause.passive
        or clause.negated
        or clause.tense not in {"past", "present"}
    ):
        return None
    at = places(clause)
    topic = at.link("of", "about")
    if topic is None or topic[0] != behind(clause) + 1:
        return None
    known = clause.lemma == "know" or (clause.tense == "present" and not clause.perfect)
    paper = paper_at(sentence, *topic, topics=not known) or (
        pronoun_at(article, sentence, *topic) if clause.lemma == "learn" else None
    )
    teller = _who(article, clause, at.link("from"))
    if paper is None or (known and not (teller or clause.perfect)):
        return None
    return _made(article, clause, (teller, _who(article, clause, at.subject)), paper, "done", "heard-of")


def _went(article: Article, clause: Clause) -> Telling | None:
    """``a summary has gone to all members``, ``the plan has reached both``, ``one found its way to the Post``."""
    assert clause.subject is not None
    sentence, lemma = clause.sentence, clause.lemma.split("_")[0]
    if lemma not in GOES or clause.passive or clause.tense not in {"past", "present"} or clause.continuous:
        return None
    subject = (clause.subject.first, clause.subject.last)
    paper = paper_at(sentence, *subject)
    if paper is not None and (paper[1] - 1 != clause.subject.head or sentence.tokens[paper[0]].low == "no"):
        return None
    paper = paper or pronoun_at(article, sentence, *subject)
    where = _destination(clause, lemma)
    if paper is None or where is None:
        return None
    heard = named(article, sentence, *where)
    press = None if heard else outlet(article, sentence, *where) or title(sentence, *where)
    if lemma == "leak" and not press:
        return None
    heard = [press] if press else heard
    status = "withheld" if clause.negated else "done"
    teller = [] if press else _owner_of(article, clause, paper)
    found = _made(article, clause, (teller, heard), paper, status, "went-to")
    return replace(found, mode="leak" if press else "handover") if found is not None else None


def _destination(clause: Clause, lemma: str) -> Stretch | None:
    """Behind "to"; behind "reached" at once; behind "found its way to" and "made its way into"."""
    at = places(clause)
    tokens, to = clause.sentence.tokens, at.link("to", "into", "before")
    if lemma == "reach":
        return at.plain
    if lemma in {"find", "make"}:
        on_its_way = at.plain is not None and tokens[at.plain[1] - 1].low == "way"
        return to if on_its_way else None
    if lemma in {"surface", "appear"}:
        return at.links.get("in")
    return to if at.plain is None or lemma == "go" else None


def _owner_of(article: Article, clause: Clause, paper: Stretch) -> list[str]:
    """Whose the paper is, where nobody is said to pass it on: "a UN draft", "the text, drawn up by the chair"."""
    sentence = clause.sentence
    for other in article.clauses[sentence.number]:
        if other.passive and paper[1] <= other.first and other.last <= clause.first and other.lemma in WRITES:
            return _who(article, clause, places(other).link("by"))
    if paper[1] - paper[0] < 2:
        return []
    span = sentence.stretch(paper[0], paper[1] - 1)
    owners = [m for m in article.cast.mentions.inside(span) if m.kind in {"adjective", "party"} and m.party]
    return [owners[0].party or ""] if len(owners) == 1 else []


def _let_see(article: Article, clause: Clause) -> Telling | None:
    """``let the consul look at the draft``: the teller, who is let, and what he sees."""
    sentence, tokens = clause.sentence, clause.sentence.tokens
    status = status_of(clause)
    if clause.lemma != "let" or status is None or clause.passive:
        return None
    sees = next(
        (n for n in range(clause.last + 1, min(clause.last + 8, len(tokens))) if tokens[n].lemma in _SEES), None
    )
    paper = paper_at(sentence, sees + 1, min(sees + 7, len(tokens))) if sees is not None else None
    if sees is None or paper is None:
        return None
    heard = named(article, sentence, clause.last, sees)
    teller = _who(article, clause, (clause.subject.first, clause.subject.last) if clause.subject else None)
    return _made(article, clause, (teller, heard), paper, status, "let-see")


def _holds(article: Article, clause: Clause) -> Telling | None:
    """``both sides have the text``, ``the text is in the hands of both``: it has come to them."""
    sentence, tokens = clause.sentence, clause.sentence.tokens
    if clause.negated or clause.passive or clause.subject is None or clause.tense != "present":
        return None
    subject, at = (clause.subject.first, clause.subject.last), places(clause)
    if clause.lemma == "have" and at.plain is not None:
        paper = paper_at(sentence, *at.plain)
        known = paper is not None and tokens[paper[0]].low == "the" and tokens[paper[1] - 1].lemma in _HELD
        known = known and at.plain[1] == (paper or (0, 0))[1]
        return (
            _made(article, clause, ([], _who(article, clause, subject)), paper, "done", "has-it")
            if paper and known
            else None
        )
    paper = paper_at(sentence, *subject)
    holders = re.search(r"\bin the (?:hands|possession) of ", article.text[tokens[clause.verb].end : sentence.span.end])
    if clause.lemma != "be" or paper is None or holders is None:
        return None
    first = sentence.place(tokens[clause.verb].end + holders.end())
    last = next((n for n in range(first, len(tokens)) if tokens[n].text in ",.;"), len(tokens))
    heard = named(article, sentence, first, last)
    press = None if heard else press_in(article, sentence, (first, last))
    return _made(article, clause, ([], [press] if press else heard), paper, "done", "in-hands-of")


_HELD = listed("text draft list document paper map plan copy memo memorandum annex transcript minutes")


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
    """``shared the draft with A but not with B``: kept from B; ``told A the number but not the names``: that too."""
    if found.status != "done":
        return None
    start, end = clause.sentence.tokens[clause.verb].start, clause.sentence.span.end
    words = _BUT_NOT.search(article.text, start, end)
    if words is not None:
        heard = bearers(article, Span(*words.span("who")))
        return _kept(found, tuple(heard), found.what, Span(*words.span())) if heard else None
    all_ = _BUT_NOT_ALL.search(article.text, start, end)
    if all_ is None or not found.to:
        return None
    first, last = (clause.sentence.place(at) for at in all_.span("what"))
    paper = paper_at(clause.sentence, first, max(last, first + 1), letters=True)
    if paper is None:
        return None
    what = clause.sentence.stretch(*paper).of(article.text)
    return _kept(found, found.to, what, Span(*all_.span()))


def _kept(found: Telling, to: tuple[str, ...], what: str | None, span: Span) -> Telling:
    return Telling(found.by, to, what, None, found.mode, "withheld", None, span, None, 0.7, "but-not-to")


def _who(article: Article, clause: Clause, stretch: Stretch | None) -> list[str]:
    return named(article, clause.sentence, *stretch) if stretch is not None else []


def _made(
    article: Article, clause: Clause, who: tuple[list[str], list[str]], paper: Stretch, status: str, rule: str
) -> Telling | None:
    teller, heard = who
    heard = [name for name in heard if name not in teller]
    if not heard:
        return None
    told = telling(article, clause, teller, heard, words_of(clause, paper), status, rule)
    return replace(told, mode="briefing", confidence=0.65)
