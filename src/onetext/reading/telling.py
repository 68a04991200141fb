"""Disclosures: who informs, briefs, shows, hands over, publishes or consults, whom, on what, and is it done."""

from __future__ import annotations

import re
from dataclasses import replace

from onetext.reading.article import Article
from onetext.reading.clauses import Clause
from onetext.reading.contacts import reporter
from onetext.reading.dates import dates, day_of
from onetext.reading.events import stretch_of
from onetext.reading.records import Statement, Telling
from onetext.reading.tokens import Sentence
from onetext.wording.spans import Span, trimmed

_HEARER_FIRST = {
    "inform": "briefing", "brief": "briefing", "notify": "briefing", "update": "briefing", "apprise": "briefing",
    "tell": "briefing", "familiarise": "briefing", "show": "briefing", "consult": "consultation", "walk": "briefing",
}  # fmt: skip
_HEARER_BEHIND_TO = {
    "explain": "briefing", "present": "briefing", "outline": "briefing", "show": "briefing", "hand": "handover",
    "hand_over": "handover", "pass": "handover", "pass_on": "handover", "deliver": "handover", "submit": "handover",
    "send": "handover", "transmit": "handover", "circulate": "handover", "distribute": "handover", "give": "handover",
    "provide": "handover", "share": "handover", "leak": "leak", "sell": "briefing", "pitch": "briefing",
}  # fmt: skip
_OPEN = {
    "publish": "publication",
    "release": "publication",
    "leak": "leak",
    "unveil": "publication",
    "disclose": "publication",
}
_TEXT = re.compile(
    r"\b(?:plans?|proposals?|drafts?|documents?|papers?|texts?|frameworks?|terms|details|contents?"
    r"|outlines?|cop(?:y|ies)"
    r"|annex(?:es)?|approach|road ?map|initiative|version|points|articles|advantages|merits"
    r"|negotiations|talks|preparations"
    r"|outcome|results?|decision|agreement|deal|matter|progress|it)\b",
    re.IGNORECASE,
)
_PAPER = re.compile(
    r"\b(?:plans?|proposals?|drafts?|documents?|papers?|texts?|frameworks?|cop(?:y|ies)|annex(?:es)?|road ?map"
    r"|version|it|them)\b",
    re.IGNORECASE,
)
_FULL = re.compile(
    r"\b(?:full|whole|entire|complete) (?:text|draft|document|plan|paper|copy)|\bin full\b|\bcop(?:y|ies)\b",
    re.IGNORECASE,
)
_OUTLINE = re.compile(
    r"\b(?:outlines?|main points|broad (?:lines|terms)|summary|gist|key (?:points|elements)|general terms|advantages"
    r"|merits)\b",
    re.IGNORECASE,
)
_PART = re.compile(r"\b(?:parts?|portions?|sections?|excerpts?|some of the) (?:of )?", re.IGNORECASE)


def disclosures(article: Article, said: tuple[Statement, ...], published: str | None) -> tuple[Telling, ...]:
    found: list[Telling] = []
    for sentence in article.sentences:
        for clause in article.clauses[sentence.number]:
            telling = _kept_informed(article, clause) or _of_clause(article, clause)
            if telling is not None:
                found.append(_reported(article, sentence, telling, said, published))
        consulted = _consultations(article, sentence)
        found += [_reported(article, sentence, telling, said, published) for telling in consulted]
    return tuple(_joined(found))


def _reported(
    article: Article, sentence: Sentence, telling: Telling, said: tuple[Statement, ...], published: str | None
) -> Telling:
    when = dates(article.text, *telling.span)
    by = reporter(article, sentence.number, telling.span.start, said)
    return Telling(
        telling.by, telling.to, telling.what, telling.extent, telling.mode, telling.status,
        day_of(when[0], published) if when else None, telling.span, by, telling.confidence, telling.rule,
    )  # fmt: skip


def status_of(clause: Clause) -> str | None:
    """done, ongoing, planned or withheld; null where the verb asserts nothing."""
    above = clause.governor
    if clause.infinitive:
        if above is None:
            return None
        if (
            above.lemma
            in {
                "plan",
                "intend",
                "promise",
                "agree",
                "want",
                "prepare",
                "decide",
                "vow",
                "pledge",
                "expect",
                "schedule",
            }
            or above.lemma == "be"
        ):
            return "planned" if not above.negated else "withheld"
        if above.lemma in {"refuse", "decline", "fail"}:
            return "withheld"
        if above.lemma in {"begin", "start", "continue"}:
            return "ongoing"
        return None
    if clause.negated:
        return "withheld"
    if clause.modal:
        return "planned" if clause.modal in {"will", "would", "shall", "'ll"} and not clause.perfect else None
    if clause.continuous:
        return "ongoing"
    if clause.tense == "past" or clause.perfect:
        return "done"
    return (
        "ongoing"
        if clause.tense == "present" and not clause.passive
        else ("done" if clause.passive and clause.tense == "present" else None)
    )


def _of_clause(article: Article, clause: Clause) -> Telling | None:
    if clause.lemma in _HEARER_FIRST | _HEARER_BEHIND_TO or clause.lemma in _OPEN:
        status = status_of(clause)
        if status is None or _supposed(clause):
            return None
        zone = _zone(clause)
        if clause.passive:
            return _passive(article, clause, zone, status)
        return _active(article, clause, zone, status)
    return None


def _supposed(clause: Clause) -> bool:
    tokens = clause.sentence.tokens
    first = clause.subject.first if clause.subject and clause.subject.first < clause.first else clause.first
    return any(token.low in {"if", "whether"} for token in tokens[max(0, first - 1) : first]) or (
        clause.tense == "participle" and not clause.passive
    )


def _zone(clause: Clause) -> Span:
    tokens = clause.sentence.tokens
    if clause.last >= len(tokens):
        return Span(tokens[-1].end, tokens[-1].end)
    stop = max(clause.stop, clause.last + 1)
    for at in range(clause.last, stop):
        if tokens[at].text in ";." and at > clause.last:
            stop = at
            break
    return clause.sentence.stretch(clause.last, stop)


def _active(article: Article, clause: Clause, zone: Span, status: str) -> Telling | None:
    who = article.cast.mentions.who
    subject = clause.sentence.stretch(clause.subject.first, clause.subject.last) if clause.subject else None
    teller = who(subject) if subject else []
    words = zone.of(article.text)
    to_at = _link(article.text, zone, r"\b(?:to|with|among|between)\b")
    about = _about(article.text, zone)
    if clause.lemma in _HEARER_FIRST and about is not None and not (clause.lemma == "show" and to_at is not None):
        told = who(Span(zone.start, about.start))
        what = trimmed(article.text, about.end, zone.end)
        if clause.lemma == "tell" and not _TEXT.search(what.of(article.text)):
            return None
        return (
            _telling(
                article, clause, (teller, told, what), _HEARER_FIRST[clause.lemma], status, f"tells-{clause.lemma}"
            )
            if told
            else None
        )
    if clause.lemma in _HEARER_BEHIND_TO and to_at is not None and _TEXT.search(words):
        told = who(Span(to_at.end, zone.end))
        what = trimmed(article.text, zone.start, to_at.start)
        mode = _HEARER_BEHIND_TO[clause.lemma]
        if told and _is_object(clause, article, what):
            return _telling(article, clause, (teller, told, what), mode, status, f"gives-{clause.lemma}")
    if clause.lemma == "consult" and (told := who(zone)):
        return _telling(article, clause, (teller, told, None), "consultation", status, "consults")
    if clause.lemma in {"brief", "inform", "notify"} and (told := who(zone)):
        return _telling(article, clause, (teller, told, None), "briefing", status, f"tells-{clause.lemma}")
    if clause.lemma in _OPEN and _PAPER.search(words):
        return _telling(
            article,
            clause,
            (teller, ["public"] if _OPEN[clause.lemma] == "publication" else [], zone),
            _OPEN[clause.lemma],
            status,
            f"opens-{clause.lemma}",
        )
    return None


def _is_object(clause: Clause, article: Article, what: Span) -> bool:
    """The thing given is a paper or news of it, and stands right behind the verb."""
    words = what.of(article.text)
    return bool(_TEXT.search(words)) and (_HEARER_BEHIND_TO[clause.lemma] == "briefing" or bool(_PAPER.search(words)))


def _passive(article: Article, clause: Clause, zone: Span, status: str) -> Telling | None:
    """``X was told of the plan``; ``the text was handed to X (by Y)``; ``the plan will be published``."""
    if clause.subject is None:
        return None
    who, text = article.cast.mentions.who, article.text
    subject = clause.sentence.stretch(clause.subject.first, clause.subject.last)
    by_at = _link(text, zone, r"\bby\b")
    teller = who(Span(by_at.end, zone.end)) if by_at is not None else []
    told, words = who(subject), subject.of(text)
    paper = bool(_PAPER.search(words)) or bool(_TEXT.search(words) and not told)
    if not paper and not told:
        told = [group for group in [_described(article, subject)] if group]
    if (
        told
        and not paper
        and (clause.lemma in _HEARER_FIRST or clause.lemma in {"give", "show", "send", "hand", "hand_over", "provide"})
    ):
        about = _about(text, zone)
        what = trimmed(text, about.end if about is not None else zone.start, zone.end)
        if clause.lemma in {"give", "send", "hand", "provide", "tell"} and not _TEXT.search(what.of(text)):
            return None
        mode = _HEARER_FIRST.get(clause.lemma) or _HEARER_BEHIND_TO.get(clause.lemma)
        return _telling(
            article,
            clause,
            (teller, told, what if what.of(text).strip(". ") else None),
            mode,
            status,
            f"told-{clause.lemma}",
        )
    to_at = _link(text, zone, r"\b(?:to|with|among)\b")
    if paper and clause.lemma in _HEARER_BEHIND_TO and to_at is not None:
        heard = Span(to_at.end, by_at.start if by_at is not None and by_at.start > to_at.end else zone.end)
        hearers = who(heard) or [group for group in [_described(article, heard)] if group]
        if hearers:
            return _telling(
                article,
                clause,
                (teller, hearers, subject),
                _HEARER_BEHIND_TO[clause.lemma],
                status,
                f"given-{clause.lemma}",
            )
    if paper and clause.lemma in _OPEN:
        mode = _OPEN[clause.lemma]
        return _telling(
            article,
            clause,
            (teller, ["public"] if mode == "publication" else [], subject),
            mode,
            status,
            f"opened-{clause.lemma}",
        )
    return None


def _described(article: Article, subject: Span) -> str | None:
    """A body without a party ("the islanders' association") is told under its own description."""
    for mention in article.cast.mentions.outer(subject):
        if mention.kind == "group" and mention.description and not mention.document:
            return mention.description
    return None


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
    return _telling(
        article,
        clause,
        ([] if clause.passive else first, told, what),
        "briefing",
        "ongoing" if status == "done" else status,
        "keeps-informed",
        end,
    )


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
        by = _as_party(article, teller[0]) if teller else None
        span = Span(token.start, tokens[end - 1].end)
        found.append(
            Telling(by, tuple(partners), None, None, "consultation", status, None, span, None, 0.7, "in-consultations")
        )
    return found


def _link(text: str, zone: Span, pattern: str) -> Span | None:
    """The linking word of a zone."""
    match = re.compile(pattern).search(text, zone.start, zone.end)
    return Span(match.start(), match.end()) if match else None


def _about(text: str, zone: Span) -> Span | None:
    """Where the topic begins: behind "about" or "on", else behind an "of" that a paper follows."""
    found = _link(text, zone, r"\b(?:about|on|over)\b")
    if found is not None:
        return found
    for match in re.compile(r"\bof\b").finditer(text, zone.start, zone.end):
        if _TEXT.search(text, match.end(), min(zone.end, match.end() + 40)):
            return Span(match.start(), match.end())
    return None


def _telling(
    article: Article,
    clause: Clause,
    parts: tuple[list[str], list[str], Span | None],
    mode: str | None,
    status: str,
    rule: str,
    end: int | None = None,
) -> Telling:
    teller, told, what = parts
    zone = _zone(clause)
    first = stretch_of(clause).start
    span = Span(first, trimmed(article.text, zone.start, end or zone.end, " .,;\n").end)
    words = span.of(article.text) if clause.passive else Span(clause.span.start, span.end).of(article.text)
    by = _as_party(article, teller[0]) if teller else None
    return Telling(
        by=by,
        to=tuple(_as_party(article, name) for name in told),
        what=" ".join(what.of(article.text).strip(" .,").split()) or None if what else None,
        extent=_extent(words),
        mode=mode,
        status=status,
        date=None,
        span=span,
        reported_by=None,
        confidence=0.8 if by else 0.65,
        rule=rule,
    )


def _as_party(article: Article, name: str) -> str:
    """A disclosure is from party to party where the party is known."""
    profile = article.cast.profiles.get(name)
    return profile.party if profile is not None and profile.party else name


def _extent(words: str) -> str | None:
    if _FULL.search(words):
        return "full"
    if _OUTLINE.search(words):
        return "outline"
    if _PART.search(words):
        return "part"
    return "existence" if re.search(r"\bexistence\b", words) else None


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
