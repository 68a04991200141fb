"""One verb of letting know, with where its participants stand and how far it has come."""

from __future__ import annotations

from dataclasses import dataclass, replace

from onetext.reading.article import Article
from onetext.reading.clauses import Clause
from onetext.reading.disclosures.hearers import ME, named
from onetext.reading.disclosures.papers import PAPERS, paper_at
from onetext.reading.disclosures.places import Places, Stretch
from onetext.reading.disclosures.verbs import HANDS, HIDES, SEES, SHOWS, VERBS
from onetext.reading.disclosures.wording import telling, words_of
from onetext.reading.records import Telling
from onetext.wording.words import listed


@dataclass(frozen=True, slots=True)
class Verb:
    """One verb with its places and how far it has come."""

    article: Article
    clause: Clause
    at: Places
    status: str

    @property
    def lemma(self) -> str:
        return lemma_of(self.clause)

    def who(self, stretch: Stretch | None) -> list[str]:
        return named(self.article, self.clause.sentence, *stretch) if stretch is not None else []

    def paper(self, stretch: Stretch | None, *, topics: bool = False) -> Stretch | None:
        letters = self.lemma in SHOWS | SEES or self.lemma == "leak"
        return paper_at(self.clause.sentence, *stretch, topics=topics, letters=letters) if stretch else None

    @property
    def shows(self) -> bool:
        """Handing or showing; to read is so only where it is read out to somebody."""
        aloud = {"aloud", "out"} & {t.low for t in self.clause.sentence.tokens[self.clause.last : self.clause.last + 4]}
        if self.lemma == "read" and not aloud and self.at.link("to", "before") is None:
            return False
        if self.lemma == "put" and "table" not in {t.low for t in self.clause.sentence.tokens[self.clause.last :]}:
            return self.at.link("to", "before") is not None
        return self.lemma in HANDS | SHOWS or self.lemma == "leak"

    def telling(self, who: tuple[list[str], list[str]], thing: Stretch | None, mode: str | None) -> Telling | None:
        what = words_of(self.clause, thing)
        rule = f"{'passive' if self.clause.passive else 'active'}-{self.lemma}"
        teller, heard = who
        told = telling(self.article, self.clause, teller, heard, what, self.status, rule)
        return replace(told, mode=mode)


def subject_of(verb: Verb) -> list[str]:
    """Who the subject is; ``ME`` where that is whoever speaks."""
    clause, sentence = verb.clause, verb.clause.sentence
    if clause.subject is None:
        return []
    head = sentence.tokens[clause.subject.head]
    if head.low in {"i", "we"}:
        return [ME]
    if head.lemma in PAPERS and head.is_noun:  # "X told Y, the memo says, but did not give": the subject stands before
        first = verb.article.clauses[sentence.number][0].subject
        if first is None or first.head == clause.subject.head or clause.relation != "conj":
            return []
        return verb.who((first.first, first.last))
    found = verb.who(verb.at.subject)
    return [ME] if found and found[0].split()[0].lower() in _OWN else found  # "said that her office had shared"


_OWN = listed("his her its their my our")


def lemma_of(clause: Clause) -> str:
    """``put a map on the table``: a particle that only seems one falls away."""
    if clause.lemma in {"sound", "sound_out"} and "out" in {
        t.low for t in clause.sentence.tokens[clause.last - 1 :][:6]
    }:
        return "consult"  # "sounded out the neighbours"
    return clause.lemma if clause.lemma in VERBS else clause.lemma.partition("_")[0]


def made_public(clause: Clause) -> bool:
    """``made the annex public``."""
    words = [token.low for token in clause.sentence.tokens[clause.last : clause.stop]]
    return clause.lemma == "make" and "public" in words[:8]


def posted(clause: Clause) -> bool:
    """``posted on its website``, ``put the text online``."""
    words = {token.low for token in clause.sentence.tokens[clause.last : clause.stop]}
    return clause.lemma in {"post", "put", "place", "upload", "run", "carry"} and bool(words & _NET)


_NET = listed("website site online internet web homepage webpage portal gazette telegram facebook twitter channel")


def hides(clause: Clause) -> bool:
    """``withheld the annex``, ``kept the annex secret``, ``kept it from the others``."""
    words = {token.low for token in clause.sentence.tokens[clause.last : clause.last + 7]}
    return clause.lemma in HIDES or (clause.lemma == "keep" and bool(words & {"secret", "hidden", "back", "from"}))
