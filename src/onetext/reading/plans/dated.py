"""Agreements without a name of their own: "the 2017 arrangement", "a protocol on tuna" that was signed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onetext.reading.article import Article
from onetext.reading.clauses import Clause
from onetext.reading.tokens import Sentence
from onetext.wording.spans import Span
from onetext.wording.words import listed

KINDS = listed(
    "agreement accord treaty pact protocol memorandum ceasefire cease-fire truce convention declaration armistice "
    "arrangement understanding deal charter roadmap timetable settlement moratorium compact concordat framework "
    "contract concession lease"
)
_BY_PLACE = listed(
    "truce ceasefire cease-fire treaty accord peace pact protocol declaration convention armistice charter"
)
"""Of these "of" and a place make a name; the agreement of somebody is his consent."""
_SHAPELESS = listed("settlement framework timetable contract concession lease understanding deal roadmap")
"""Words for much else: they need a date or who made them where."""
_EARLIER = listed(
    "first second third previous earlier old last existing current bilateral interim separate parallel original "
    "standing trilateral former provisional preliminary local partial expired"
)
_MADE = listed("sign conclude reach ratify make strike seal adopt agree broker negotiate initial hammer_out work_out")
_RUNS = listed("expire lapse last hold run_out run collapse end fail break freeze enter remain oblige govern regulate")
_NONE = listed("no any some such every another each further new possible future draft proposed wider lasting final")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")
_MONTHS = re.compile(
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)$", re.IGNORECASE
)
_BEFORE = ("JJ", "NN", "CD", "VBN", "HYPH", "POS")


@dataclass(frozen=True, slots=True)
class Dated:
    """The tokens of the name, from ``first`` up to, not including, ``last``; the noun is at ``head``."""

    first: int
    head: int
    last: int


def unnamed(article: Article, sentence: Sentence) -> list[Dated]:
    """Each agreement of the sentence that its date, its place, its subject or its order tells from others."""
    tokens = sentence.tokens
    found = [
        _at(article, sentence, at)
        for at, token in enumerate(tokens)
        if (token.is_noun and token.lemma in KINDS) or _is_notes(sentence, at)
    ]
    return [each for each in found if each is not None]


def _is_notes(sentence: Sentence, at: int) -> bool:
    """``exchange of notes``."""
    return [t.low for t in sentence.tokens[at : at + 3]] in (["exchange", "of", "notes"], ["exchange", "of", "letters"])


def _is_of_intent(sentence: Sentence, at: int) -> bool:
    """``memorandum of understanding``, ``declaration of intent``."""
    return [t.low for t in sentence.tokens[at + 1 : at + 3]] in (
        ["of", "understanding"], ["of", "intent"], ["of", "friendship"], ["of", "cooperation"], ["of", "principles"],
    )  # fmt: skip


def _is_gathering(noun: str, left: list[str]) -> bool:
    """``a constitutional convention``: people, and no paper."""
    return noun == "convention" and bool({"constitutional", "party", "national", "annual"} & set(left))


def _at(article: Article, sentence: Sentence, at: int) -> Dated | None:
    tokens, first = sentence.tokens, at
    if at + 1 < len(tokens) and tokens[at + 1].is_noun and not _is_notes(sentence, at):
        return None  # "the protocol office"
    while first > 0 and tokens[first - 1].tag.startswith(_BEFORE):
        first -= 1
    left = [token.low for token in tokens[first:at]]
    if _is_gathering(tokens[at].lemma, left):
        return None
    before = tokens[first - 1].low if first else ""
    if before in _NONE or _NONE & set(left) or before in {"by", "without", "in"}:
        return None
    head = at + 2 if _is_notes(sentence, at) or _is_of_intent(sentence, at) else at
    made = _made(article, sentence, head, first)
    for end in (_dated_end(sentence, head, left), _made_end(sentence, head), _about_end(sentence, head, left, made)):
        if end is not None:
            return Dated(first, head, end)
    return None


def _dated_end(sentence: Sentence, head: int, left: list[str]) -> int | None:
    """``the 2017 arrangement``, ``the protocol of 1970``, ``the exchange of notes of 9 May``, ``truce of Quel``."""
    tokens = sentence.tokens
    if any(_YEAR.match(word) for word in left):
        return head + 1
    if head + 2 >= len(tokens) or tokens[head + 1].low not in {"of", "from"}:
        return None
    words = [token.low for token in tokens[head + 2 : head + 5]]
    when = next((n for n, word in enumerate(words) if _YEAR.match(word) or _MONTHS.match(word)), None)
    if when is not None and all(word.isdigit() or word in {"late", "early", "mid"} for word in words[:when]):
        last = head + 3 + when
        return last + 1 if last < len(tokens) and _is_number(tokens[last].text) else last
    place = tokens[head + 1].low == "of" and tokens[head + 2].is_name and tokens[head].lemma in _BY_PLACE
    if not place:
        return None
    last = head + 2
    while last < len(tokens) and tokens[last].is_name:
        last += 1
    return last


def _is_number(word: str) -> bool:
    return bool(re.fullmatch(r"\d{1,4}", word))


def _made_end(sentence: Sentence, head: int) -> int | None:
    """``the timetable agreed in Lamu in May``, ``an accord, concluded in 2012``."""
    tokens = sentence.tokens
    at = head + 1 + (head + 1 < len(tokens) and tokens[head + 1].text == ",")
    if at + 2 >= len(tokens) or tokens[at].tag not in {"VBN", "VBD"} or tokens[at].lemma not in _MADE:
        return None
    at += tokens[at + 1].low in {"out", "up"}
    if tokens[at + 1].low not in {"in", "at", "on", "by"}:
        return None
    last = at + 2
    while last < len(tokens) and tokens[last].tag[:2] in {"NN", "CD", "DT", "JJ"}:
        last += 1
    told = any(token.is_name or _YEAR.match(token.low) for token in tokens[at + 2 : last])
    return (head + 1 if tokens[head + 1].text == "," else last) if told else None


def _about_end(sentence: Sentence, head: int, left: list[str], made: bool) -> int | None:
    """``a protocol on tuna``, ``the bilateral ceasefire``: where it is told to have been made, or to run."""
    tokens = sentence.tokens
    if not made:
        return None
    of_its_kind = bool(left) and tokens[head - 1].is_noun and not tokens[head - 1].is_name
    if of_its_kind:
        return head + 1
    if tokens[head].lemma in _SHAPELESS and tokens[head - 1].low != "of":
        return None
    if head + 2 < len(tokens) and tokens[head + 1].low in {"on", "for", "between", "with", "about"}:
        last = head + 2
        while last < len(tokens) and tokens[last].tag.startswith(("NN", "JJ", "DT", "CC", "CD", "VBG", "POS")):
            last += 1
        return last if last > head + 2 else None
    return head + 1 if _EARLIER & set(left) else None


def _made(article: Article, sentence: Sentence, head: int, first: int) -> bool:
    """Somebody signed or reached it, or it held, runs or ran out; not "hopes to sign", "may sign", "did not sign"."""
    for clause in article.clauses[sentence.number]:
        if clause.negated or clause.infinitive or (clause.modal and clause.lemma not in _RUNS):
            continue
        on_it = clause.subject is not None and clause.subject.first <= head < clause.subject.last
        if clause.lemma in _RUNS and on_it:
            return True
        if clause.lemma in _MADE and (on_it or _has_object(clause, first, head)):
            return True
    return False


def _has_object(clause: Clause, first: int, head: int) -> bool:
    if clause.tense not in {"past", "present"} or clause.passive or (clause.tense == "present" and not clause.perfect):
        return False
    if clause.last <= first <= head < max(clause.stop, clause.last + 1):
        between = clause.sentence.tokens[clause.last : first]
        return not any(token.is_noun or token.is_verb for token in between)
    return clause.relation == "relcl" and clause.sentence.tokens[clause.verb].head == head


def words(article: Article, sentence: Sentence, found: Dated) -> tuple[str, Span]:
    """The name as the text has it, without its article, and where it stands."""
    span = sentence.stretch(found.first, found.last)
    return " ".join(span.of(article.text).split()), span
