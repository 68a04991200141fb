"""Disclosures: who informs, briefs, shows, hands over, publishes or consults, whom, on what, and is it done."""

from __future__ import annotations

import re
from dataclasses import replace

from onetext.reading.article import Article
from onetext.reading.clauses import Clause
from onetext.reading.dates import dates, day_of
from onetext.reading.disclosures.handing import telling_of
from onetext.reading.disclosures.learning import but_not, learned
from onetext.reading.disclosures.status import status_of
from onetext.reading.disclosures.wording import extent
from onetext.reading.innermost import around
from onetext.reading.meetings.contacts import reporter
from onetext.reading.meetings.events import stretch_of
from onetext.reading.persons.bearers import as_party
from onetext.reading.records import Statement, Telling
from onetext.reading.tokens import Sentence
from onetext.wording.spans import Span, trimmed


def disclosures(article: Article, said: tuple[Statement, ...], published: str | None) -> tuple[Telling, ...]:
    """Every disclosure of the text, in its order; what is told twice once. ``published``: the day of the text."""
    found: list[Telling] = []
    for sentence in article.sentences:
        for clause in article.clauses[sentence.number]:
            telling = _kept_informed(article, clause) or telling_of(article, clause, said)
            telling = telling or _learned(article, clause, said)
            if telling is not None:
                found.append(_reported(article, sentence, telling, said, published))
                kept = but_not(article, clause, telling)
                found += [_reported(article, sentence, kept, said, published)] if kept is not None else []
        consulted = _consultations(article, sentence)
        found += [_reported(article, sentence, telling, said, published) for telling in consulted]
    return tuple(_disputed(article, telling) for telling in _joined(found))


_REBUTS = re.compile(
    r"\b(?:never (?:came|arrived|saw|received|got|reached)|(?:received|got|seen|had|heard) (?:nothing|no such)"
    r"|denie[sd] (?:it|this|that)\b|(?:calls?|called) (?:it|this|that) (?:a lie|untrue|an invention))"
)


def _disputed(article: Article, telling: Telling) -> Telling:
    """``A says it sent the paper; B says it never came``: told by one, denied by whom it is said to have reached."""
    if telling.status != "done" or telling.reported_by is None:
        return telling
    here = next(s for s in article.sentences if s.span.end > telling.span.start)
    end = article.sentences[min(here.number + 1, len(article.sentences) - 1)].span.end
    match = _REBUTS.search(article.text, telling.span.end, max(end, telling.span.end))
    if match is None:
        return telling
    start = max(article.text.rfind(mark, telling.span.end, match.start()) for mark in ".;")
    named = article.cast.mentions.inside(Span(max(start, telling.span.end), match.start()))
    who = {as_party(article, m.known) for m in named if m.known} | {m.party for m in named if m.party}
    return replace(telling, status="disputed") if who & set(telling.to) else telling


def _learned(article: Article, clause: Clause, said: tuple[Statement, ...]) -> Telling | None:
    """From the side of who learns; what is denied is not told."""
    inside = around(said, clause.sentence.tokens[clause.verb].start)
    return None if inside is not None and inside.act == "deny" else learned(article, clause)


def _reported(
    article: Article, sentence: Sentence, telling: Telling, said: tuple[Statement, ...], published: str | None
) -> Telling:
    when = dates(article.text, *telling.span)
    by = reporter(article, sentence.number, telling.span.start, said)
    return Telling(
        telling.by, telling.to, telling.what, telling.extent, telling.mode, telling.status,
        day_of(when[0], published) if when else None, telling.span, by, telling.confidence, telling.rule,
    )  # fmt: skip


def _kept_informed(article: Article, clause: Clause) -> Telling | None:
    """``keeps X informed about Y``, ``are being kept informed of Y``, ``keep X posted on Y``."""
    if clause.lemma not in {"keep", "leave"}:
        return None
    tokens = clause.sentence.tokens
    word = next(
        (
            t
            for t in tokens[clause.last : clause.last + 14]
            if t.low in {"informed", "posted", "abreast", "updated", "dark"}
        ),
        None,
    )
    status = status_of(clause)
    if word is None or status is None:
        return None
    who, text = article.cast.mentions.who, article.text
    subject = clause.sentence.stretch(clause.subject.first, clause.subject.last) if clause.subject else None
    about = _link(text, Span(word.end, clause.sentence.span.end), r"\b(?:about|on|of|over)\b")
    end = next((t.start for t in tokens if t.start > word.end and (t.text in ",.;")), clause.sentence.span.end)
    what = trimmed(text, about.end, end) if about is not None and about.end < end else None
    first = who(subject) if subject else []
    told = first if clause.passive else who(Span(tokens[clause.last - 1].end, word.start))
    if not told:
        return None
    if word.low == "dark":
        status = "withheld"
    ongoing = "ongoing" if status == "done" else status
    return _telling(article, clause, ([] if clause.passive else first, told, what), ongoing, end)


def _consultations(article: Article, sentence: Sentence) -> list[Telling]:
    """``in consultations with X``, ``after consultations with X``, ``together with X``: may change the text."""
    found, tokens = [], sentence.tokens
    told = article.clauses[sentence.number]
    for at, token in enumerate(tokens):
        consults = (
            token.lemma == "consultation" and at > 0 and tokens[at - 1].low in {"in", "after", "close", "following"}
        )
        together = token.low == "together" and any(
            c.lemma in {"draft", "work", "prepare", "write", "draw_up", "develop"} for c in told
        )
        if not (consults or together) or at + 2 >= len(tokens) or tokens[at + 1].low != "with":
            continue
        end = next(
            (n for n in range(at + 2, len(tokens)) if tokens[n].text in ",.;" or tokens[n].tag in {"VBD", "VBZ", "MD"}),
            len(tokens),
        )
        partners = article.cast.mentions.who(sentence.stretch(at + 2, max(end, at + 3)))
        finite = [c for c in told if c.tense in {"past", "present", "modal"} and c.verb < at]
        clause = finite[-1] if finite else None
        if not partners or clause is None:
            continue
        subject = sentence.stretch(clause.subject.first, clause.subject.last) if clause.subject else None
        teller = article.cast.mentions.who(subject) if subject else []
        status = status_of(clause) or "unknown"
        if tokens[at - 1].low == "in" and status == "done" and clause.perfect:
            status = "ongoing"
        by = as_party(article, teller[0]) if teller else None
        span = Span(token.start, tokens[end - 1].end)
        found.append(
            Telling(by, tuple(partners), None, None, "consultation", status, None, span, None, 0.7, "in-consultations")
        )
    return found


def _link(text: str, zone: Span, pattern: str) -> Span | None:
    """The linking word of a zone."""
    match = re.compile(pattern).search(text, zone.start, zone.end)
    return Span(match.start(), match.end()) if match else None


def _telling(
    article: Article, clause: Clause, parts: tuple[list[str], list[str], Span | None], status: str, end: int
) -> Telling:
    teller, told, what = parts
    span = Span(stretch_of(clause).start, trimmed(article.text, clause.span.start, end, " .,;\n").end)
    return Telling(
        by=as_party(article, teller[0]) if teller else None,
        to=tuple(as_party(article, name) for name in told),
        what=" ".join(what.of(article.text).strip(" .,").split()) or None if what else None,
        extent=extent(span.of(article.text)),
        mode="briefing",
        status=status,
        date=None,
        span=span,
        reported_by=None,
        confidence=0.8 if teller else 0.65,
        rule="keeps-informed",
    )


def _joined(found: list[Telling]) -> list[Telling]:
    """The same telling told twice is one; the fuller wording stays, the first place counts."""
    kept: list[Telling] = []
    for telling in found:
        twin = next((n for n, other in enumerate(kept) if _same(other, telling)), None)
        if twin is None:
            kept.append(telling)
        elif (telling.by is not None and kept[twin].by is None) or (telling.reported_by and not kept[twin].reported_by):
            kept[twin] = replace(telling, span=kept[twin].span)
    return kept


def _same(one: Telling, other: Telling) -> bool:
    if one.mode != other.mode or one.status != other.status:
        return False
    by = one.by == other.by or None in {one.by, other.by}
    return by and bool(set(one.to) & set(other.to) or one.to == other.to)
