"""Meetings told by a verb: X met Y, X will travel to Z, A has invited B."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onetext.reading.article import Article
from onetext.reading.clauses import Clause
from onetext.reading.meetings import events
from onetext.reading.meetings.attendance import beside, people
from onetext.reading.meetings.events import EventNoun
from onetext.reading.meetings.fates import zone_of
from onetext.reading.meetings.idioms import lemma_of
from onetext.reading.meetings.outlook import outlook, supposed
from onetext.reading.meetings.sighting import ENDED, PHONE, PRESS, Sighting, acting, when
from onetext.reading.meetings.strangers import strangers
from onetext.reading.meetings.whereabouts import date_in, place_in
from onetext.reading.records import Statement
from onetext.wording.spans import Span
from onetext.wording.words import listed


def by_verb(article: Article, clause: Clause, nouns: Sequence[EventNoun], said: Sequence[Statement]) -> list[Sighting]:
    kind = events.VERBS.get(lemma_of(clause))
    if clause.lemma in {"expect", "due"} and clause.passive:
        return _expected_somewhere(article, clause, said)
    if clause.lemma in _BETWEEN and not clause.passive:
        shuttled = _between(article, clause, said)
        if shuttled:
            return shuttled
    if clause.lemma in {"invite", "exchange"}:
        return _invited(article, clause, said) if clause.lemma == "invite" else _exchanged(article, clause, said)
    if kind is None or (clause.passive and clause.lemma not in _RECEIVES):
        return []
    return _met(article, clause, nouns, said, kind)


def _met(
    article: Article, clause: Clause, nouns: Sequence[EventNoun], said: Sequence[Statement], kind: str
) -> list[Sighting]:
    statuses = outlook(article, clause)
    subject = acting(article, clause, said)
    behind = zone_of(clause)
    words = behind.of(article.text)
    if not statuses or not subject or (clause.passive and " by " not in f" {words}"):
        return []
    others = [name for name in people(article, _partners(article, clause, behind), said) if name not in subject]
    if PRESS.search(words) or _tells_outlet(article, behind) or not _verb_counts(article, clause, others, nouns):
        return []
    moved = clause.lemma in events.MOVED
    place = place_in(article, behind, destination=moved or clause.lemma == "visit")
    if moved and place is None:
        return []
    if moved and not re.search(r"\b(?:meet|talks|with)\b", words):
        others = []
    whole = events.stretch_of(clause)
    return [
        Sighting(
            clause.sentence, clause.verb, "call" if PHONE.search(words) else kind, statuses, [*subject, *others], whole,
            f"verb-{clause.lemma}", 0.85 if others else 0.7,
            by=subject[0] if statuses[-1] in ENDED else None, place=place,
            date=date_in(article, behind) or when(article, clause),
            fresh=bool(re.search(r" again\b| then | last (?:met|spoke)", f" {whole.of(article.text)}")),
            past=statuses[-1] == "held" and _looks_back(clause),
        )
    ]  # fmt: skip


_RECEIVES = listed("meet receive host greet welcome entertain")


def _partners(article: Article, clause: Clause, behind: Span) -> Span:
    """Where the other side is named; of a passive behind its ``by``."""
    by = re.search(r"\bby ", behind.of(article.text)) if clause.passive else None
    return beside(article, Span(behind.start + by.end(), behind.end) if by else behind)


_TWICE = re.compile(r",? and (?P<again>again )?(?P<link>with|on) ")


def apart(article: Article, clause: Clause, met: Sighting, said: Sequence[Statement]) -> list[Sighting]:
    """``spoke with X yesterday and with Y today``, ``met on Monday and again on Tuesday``: two, not one."""
    behind = zone_of(clause)
    twice = _TWICE.search(article.text, behind.start, behind.end)
    if twice is None or met.status not in {"held", "planned", "expected"}:
        return [met]
    first, second = Span(behind.start, twice.start()), Span(twice.start("link"), behind.end)
    actors = acting(article, clause, said)
    if twice.group("again"):
        return [met, replace(met, date=date_in(article, second), fresh=True)]
    here, there = (people(article, beside(article, each), said) for each in (first, second))
    if twice.group("link") != "with" or not here or not there:
        return [met]
    return [
        replace(
            met, participants=[*actors, *[n for n in names if n not in actors]], date=date_in(article, zone), fresh=True
        )
        for names, zone in ((here, first), (there, second))
    ]


def _looks_back(clause: Clause) -> bool:
    """``had met``, ``last met``: before what the text is about."""
    tokens = clause.sentence.tokens
    return (clause.perfect and clause.tense == "past") or (clause.first > 0 and tokens[clause.first - 1].low == "last")


def _expected_somewhere(article: Article, clause: Clause, said: Sequence[Statement]) -> list[Sighting]:
    """``X is expected in Y next week``: a visit."""
    if clause.subject is None or clause.negated or supposed(article, clause):
        return []
    sentence, behind = clause.sentence, zone_of(clause)
    if not re.match(r"\s*(?:back )?(?:in|at) ", f"{behind.of(article.text)} "):
        return []
    visitors = people(article, sentence.stretch(clause.subject.first, clause.subject.last), said)
    place = place_in(article, behind, destination=False)
    if not visitors or place is None:
        return []
    whole = events.stretch_of(clause)
    return [
        Sighting(
            sentence, clause.verb, "visit", ("expected",), visitors, whole, "verb-expect", 0.7, place=place,
            date=date_in(article, whole),
        )
    ]  # fmt: skip


def _invited(article: Article, clause: Clause, said: Sequence[Statement]) -> list[Sighting]:
    """``X has invited Y for Friday``: fixed by one side."""
    behind, hosts = zone_of(clause), acting(article, clause, said)
    guests = [name for name in people(article, beside(article, behind), said) if name not in hosts]
    held = clause.tense in {"past", "present"} and not (clause.negated or clause.passive or supposed(article, clause))
    date, place = date_in(article, behind), place_in(article, behind, destination=True)
    if (
        not held
        or not hosts
        or not guests
        or (date is None and place is None and "talks" not in behind.of(article.text))
    ):
        return []
    return [
        Sighting(
            clause.sentence, clause.verb, "meeting", ("planned",), [*hosts, *guests], events.stretch_of(clause),
            "verb-invite", 0.65, place=place, date=date, fresh=True,
        )
    ]  # fmt: skip


_BETWEEN = listed("carry carri relay convey shuttle shuttl commute pass ferry mediate travel fly move go broker")


def _between(article: Article, clause: Clause, said: Sequence[Statement]) -> list[Sighting]:
    """``carries letters between A and B``, ``has shuttled between A and B``: somebody mediates."""
    behind, actors = zone_of(clause), acting(article, clause, said)
    words = behind.of(article.text)
    at = words.find("between ")
    carries = clause.lemma in {"shuttle", "shuttl", "commute", "mediate", "broker"} or _PAPERS.search(words)
    if at < 0 or not carries or not actors or supposed(article, clause) or clause.negated or clause.infinitive:
        return []
    sides = [n for n in people(article, Span(behind.start + at, behind.end), said) if n not in actors]
    if len(sides) < 2:
        return []
    status = "held" if clause.tense == "past" and not clause.continuous and not clause.perfect else "ongoing"
    whole = events.stretch_of(clause)
    return [Sighting(clause.sentence, clause.verb, "mediation", (status,), [*actors, *sides], whole, "mediates", 0.7)]


_PAPERS = re.compile(r"\b(?:letters?|notes?|papers?|drafts?|texts?|messages?|documents?|proposals?|lists?|readings?)\b")


def _exchanged(article: Article, clause: Clause, said: Sequence[Statement]) -> list[Sighting]:
    """``The delegations exchanged draft texts``."""
    statuses, subject = outlook(article, clause), acting(article, clause, said)
    behind = zone_of(clause)
    words = behind.of(article.text)
    names = [*subject, *[n for n in people(article, beside(article, behind), said) if n not in subject]]
    if not statuses or clause.passive or not _PAPERS.search(words) or len(names) < 2:
        return []
    kind = "message" if re.search(r"letter|note|message", words) else "document"
    whole = events.stretch_of(clause)
    return [Sighting(clause.sentence, clause.verb, kind, statuses, names, whole, "verb-exchange", 0.7, fresh=True)]


def _verb_counts(article: Article, clause: Clause, others: list[str], nouns: Sequence[EventNoun]) -> bool:
    """Is this use of the verb a meeting at all."""
    sentence, lemma = clause.sentence, lemma_of(clause)
    words = [token.low for token in sentence.tokens[clause.last : clause.stop]]
    if lemma == "meet":
        following = sentence.tokens[clause.last] if clause.last < len(sentence.tokens) else None
        thing = following is not None and (following.is_noun or following.tag in {"DT", "JJ", "PRP$"}) and not others
        return not thing
    if clause.passive:
        return bool(others)
    if lemma in _TOWARDS:
        return bool(others) and _is_towards(article, clause, words)
    if lemma in {"see", "receive", "host"}:
        return bool(others) and clause.last < len(sentence.tokens) and _starts_with_person(article, clause)
    if lemma in {"speak", "talk"}:
        partner = "with" in words or "to" in words
        return "about" not in words[:1] and (bool(others) or (not partner and _many(clause)))
    if lemma in {"discuss", "consult", "confer", "negotiate", "converse", "chat", "bargain", "haggle", "deliberate"}:
        return (bool(others) and ("with" in words or lemma == "consult")) or (lemma == "confer" and _many(clause))
    if lemma == "mediate":
        return True
    if lemma in _GATHERS:
        return bool(others) or _many(clause)
    return not any(clause.last <= event.at < clause.stop and event.kind != "visit" and lemma == "go" for event in nouns)


_COMES = re.compile(r"\b(?:at|in|to|for|into|aboard) ")
_GATHERS = listed(
    "convene reconvene gather sit_down dine lunch breakfast caucus parley huddle get_together assemble reunite"
)


_RINGS = re.compile(
    r"^(?:[\w’'-]+ ){1,5}(?:(?:late |early )?on (?:[a-z]*day|the (?:tele)?phone)|by (?:tele)?phone"
    r"|to (?:discuss|congratulate"
    r"|thank|warn|ask|tell|say|offer|express|condole|apologise|apologize)"
    r"|yesterday|twice|again|overnight|last (?:night|week))"
)
_TOWARDS = listed("call ring write email cable correspond greet welcome entertain")


def _is_towards(article: Article, clause: Clause, words: list[str]) -> bool:
    """``called X by phone``, ``wrote to X``, ``greeted X at the palace``."""
    if clause.lemma in {"write", "email", "cable", "correspond"}:
        return words[:1] in (["to"], ["with"])
    if not _starts_with_person(article, clause):
        return False
    if lemma_of(clause) == "ring":
        return True
    how = _RINGS if clause.lemma == "call" else _COMES
    return bool(how.search(" ".join(words)))


def _starts_with_person(article: Article, clause: Clause) -> bool:
    at = clause.sentence.tokens[clause.last].start
    if strangers(article, Span(at, max(at + 1, clause.sentence.tokens[max(clause.last, clause.stop - 1)].end)), ()):
        return True
    mentions = article.cast.per_sentence[clause.sentence.number]
    return any(
        m.kind in {"person", "party", "group", "pronoun"} and m.extent.start <= at < m.extent.end for m in mentions
    )


def _many(clause: Clause) -> bool:
    if clause.subject is None:
        return False
    tokens = clause.sentence.tokens[clause.subject.first : clause.subject.last]
    return any(token.tag == "CC" for token in tokens) or tokens[-1].low in {
        "they", "sides", "leaders", "delegations", "ministers", "presidents", "envoys", "parties", "governments", "we",
    }  # fmt: skip


def _tells_outlet(article: Article, zone: Span) -> bool:
    """``spoke to the Post``: talking to the outlet is no contact."""
    return any(
        m.kind == "outlet"
        and re.search(r"\b(?:to|with) (?:the )?$", article.text[max(0, m.extent.start - 10) : m.span.start])
        for m in article.cast.mentions.inside(zone)
    )
