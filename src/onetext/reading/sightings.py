"""Each place where a text says something of a meeting: who, where, when, and what became of it. Not yet joined."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from onetext.reading import events
from onetext.reading.article import Article
from onetext.reading.clauses import Clause
from onetext.reading.events import EventNoun, event_nouns
from onetext.reading.fates import as_object, as_subject, subject_name, zone_of
from onetext.reading.tokens import Sentence
from onetext.reading.whereabouts import date_in, place_in
from onetext.wording.spans import Span

_PRESS = re.compile(
    r"\b(?:reporters?|journalists?|press|interview|magazine|newspaper|anonymity|background)\b", re.IGNORECASE
)
_PHONE = re.compile(r"\b(?:(?:tele)?phone|video ?(?:link|call|conference)|phone call|on the line)\b", re.IGNORECASE)
_REASON = re.compile(
    r"\b(?:because(?: of)?|due to|citing|owing to|in view of|on account of|over|after|at [^ ]+['’]s request)\b.*"
)


@dataclass(slots=True, eq=False)
class Sighting:
    """One mention of a meeting. ``refers`` means that it points back and names nothing new."""

    sentence: Sentence
    at: int
    kind: str | None
    status: str | None
    participants: list[str]
    span: Span
    rule: str
    confidence: float
    by: str | None = None
    place: str | None = None
    date: re.Match[str] | None = None
    reason: str | None = None
    refers: bool = False
    fresh: bool = False
    nouns: list[int] = field(default_factory=list)


def sightings(article: Article, sentence: Sentence) -> list[Sighting]:
    """What one sentence says of meetings, in the order of its words."""
    told = article.clauses[sentence.number]
    nouns = event_nouns(sentence)
    found: list[Sighting] = []
    used: set[int] = set()
    for clause in told:
        ruled = _of_noun(article, clause, nouns)
        for sighting in ruled:
            used.update(sighting.nouns)
            found.append(sighting)
        if not ruled:
            met = _of_verb(article, clause, nouns)
            if met is not None:
                found.append(met)
                used.update(met.nouns)
    for event in nouns:
        if event.at not in used:
            lone = _lone_noun(article, sentence, event, told)
            if lone is not None:
                found.append(lone)
    return sorted(found, key=lambda each: each.at)


# -- by the verb: X met Y, X will travel to Z --


def _of_verb(article: Article, clause: Clause, nouns: list[EventNoun]) -> Sighting | None:
    kind = events.VERBS.get(clause.lemma)
    if clause.lemma == "expect" and clause.passive:
        return _expected_somewhere(article, clause)
    if kind is None or clause.subject is None or (clause.passive and clause.lemma not in {"receive", "host"}):
        return None
    status = events.tense_status(clause) or _foreseen(clause)
    if status is None or _is_condition(clause):
        return None
    sentence, mentions = clause.sentence, article.cast.mentions
    subject = mentions.who(sentence.stretch(clause.subject.first, clause.subject.last))
    behind = zone_of(clause)
    others = [name for name in mentions.who(behind) if name not in subject]
    words = behind.of(article.text)
    if not subject or _PRESS.search(words) or _tells_outlet(article, behind):
        return None
    if not _verb_counts(article, clause, others, nouns):
        return None
    moved = clause.lemma in events.MOVED
    place = place_in(article, behind, destination=moved or clause.lemma == "visit")
    if moved:
        others = others if re.search(r"\b(?:meet|talks|with)\b", words) else []
        if place is None:
            return None
    if _PHONE.search(words):
        kind = "call"
    return Sighting(
        sentence, clause.verb, kind, status, [*subject, *others], events.stretch_of(clause),
        f"verb-{clause.lemma}", 0.85 if others else 0.7, by=subject[0] if status == "declined" else None, place=place,
        date=date_in(article, events.stretch_of(clause)), fresh=" again" in words or " then " in words,
    )  # fmt: skip


def _foreseen(clause: Clause) -> str | None:
    """``when A and B meet in December``: to come."""
    if clause.tense != "present" or clause.subject is None or clause.negated or clause.subject.first == 0:
        return None
    before = clause.sentence.tokens[clause.subject.first - 1].low
    return "planned" if before in {"when", "before", "until", "once"} else None


def _expected_somewhere(article: Article, clause: Clause) -> Sighting | None:
    """``X is expected in Y next week``: a visit."""
    if clause.subject is None or clause.negated:
        return None
    sentence, behind = clause.sentence, zone_of(clause)
    if not re.match(r"\s*(?:back )?(?:in|at) ", f"{behind.of(article.text)} "):
        return None
    visitors = article.cast.mentions.who(sentence.stretch(clause.subject.first, clause.subject.last))
    place = place_in(article, behind, destination=False)
    if not visitors or place is None:
        return None
    whole = events.stretch_of(clause)
    return Sighting(
        sentence, clause.verb, "visit", "expected", visitors, whole, "verb-expect", 0.7, place=place,
        date=date_in(article, whole),
    )  # fmt: skip


def _is_condition(clause: Clause) -> bool:
    tokens = clause.sentence.tokens
    first = clause.subject.first if clause.subject and clause.subject.first < clause.first else clause.first
    return any(token.low in {"if", "whether", "unless"} for token in tokens[max(0, first - 2) : first])


def _verb_counts(article: Article, clause: Clause, others: list[str], nouns: list[EventNoun]) -> bool:
    """Is this use of the verb a meeting at all."""
    sentence, lemma = clause.sentence, clause.lemma
    words = [token.low for token in sentence.tokens[clause.last : clause.stop]]
    if lemma == "meet":
        following = sentence.tokens[clause.last] if clause.last < len(sentence.tokens) else None
        thing = following is not None and (following.is_noun or following.tag in {"DT", "JJ", "PRP$"}) and not others
        return not thing
    if lemma in {"see", "receive", "host"}:
        return bool(others) and clause.last < len(sentence.tokens) and _starts_with_person(article, clause)
    if lemma in {"speak", "talk"}:
        return ("with" in words or "to" in words or bool(_PHONE.search(" ".join(words)))) and (
            bool(others) or _many(clause)
        )
    if lemma in {"discuss", "consult", "confer", "negotiate"}:
        return bool(others) and ("with" in words or lemma == "consult")
    if lemma == "mediate":
        return True
    if lemma in {"convene", "gather", "sit_down"}:
        return bool(others) or _many(clause)
    return not any(clause.last <= event.at < clause.stop and event.kind != "visit" and lemma == "go" for event in nouns)


def _starts_with_person(article: Article, clause: Clause) -> bool:
    at = clause.sentence.tokens[clause.last].start
    mentions = article.cast.per_sentence[clause.sentence.number]
    return any(m.kind in {"person", "party"} and m.extent.start <= at < m.extent.end for m in mentions)


def _many(clause: Clause) -> bool:
    if clause.subject is None:
        return False
    tokens = clause.sentence.tokens[clause.subject.first : clause.subject.last]
    return any(token.tag == "CC" for token in tokens) or tokens[-1].low in {"they", "sides", "leaders", "delegations"}


def _tells_outlet(article: Article, zone: Span) -> bool:
    """``spoke to the Post``: talking to the outlet is no contact."""
    return any(
        m.kind == "outlet"
        and re.search(r"\b(?:to|with) (?:the )?$", article.text[max(0, m.extent.start - 10) : m.span.start])
        for m in article.cast.mentions.inside(zone)
    )


# -- by the noun: the talks were held, X cancelled the trip --


def _of_noun(article: Article, clause: Clause, nouns: list[EventNoun]) -> list[Sighting]:
    found = []
    subject = clause.subject
    for event in nouns:
        if subject is not None and subject.first <= event.at < subject.last and _heads_subject(clause, event):
            status, by = as_subject(article, clause)
        elif clause.last <= event.at < clause.stop:
            status, by = as_object(article, clause, event)
        else:
            continue
        if status is None or _is_condition(clause):
            continue
        found.append(_sighting(article, clause, event, status, by))
    if not found and _points_back(clause):
        status, by = as_subject(article, clause)
        if status is None:
            status, by = as_object(article, clause, None)
        if status is not None:
            found.append(_sighting(article, clause, None, status, by))
    return found


def _heads_subject(clause: Clause, event: EventNoun) -> bool:
    """The noun itself, not one that hangs on it ("the draft of the talks")."""
    assert clause.subject is not None
    tokens = clause.sentence.tokens
    return (
        event.at == clause.subject.head
        or not any(token.is_noun and not token.is_name for token in tokens[clause.subject.first : event.at])
        or tokens[clause.subject.head].lemma == "round"
    )


def _points_back(clause: Clause) -> bool:
    """``it`` as subject or object of a verb that says what became of a meeting."""
    tokens = clause.sentence.tokens
    lemma = clause.lemma
    if lemma not in events.CANCELS | events.POSTPONES | events.HOLDS | events.GOES | {"take"}:
        return False
    following = tokens[clause.last].low if clause.last < len(tokens) else ""
    if following == "it" and lemma in events.CANCELS | events.POSTPONES:
        return True
    if (
        lemma in events.CANCELS
        and not clause.passive
        and following in {"", ".", ",", "at", "hours", "on", "because", "after", "due"}
    ):
        return True  # "but X cancelled at short notice"
    if lemma == "take" and following != "place":
        return False
    head = tokens[clause.subject.head].low if clause.subject else ""
    return head == "it" and (clause.passive or lemma in events.GOES | {"take"})


_ENDED = frozenset({"cancelled", "postponed", "declined", "suspended"})


def _sighting(article: Article, clause: Clause, event: EventNoun | None, status: str, by: str | None) -> Sighting:
    sentence = clause.sentence
    whole = events.stretch_of(clause)
    participants = _around_noun(article, sentence, event.at) if event else []
    acting = subject_name(article, clause)
    in_subject = (
        event is not None and clause.subject is not None and clause.subject.first <= event.at < clause.subject.last
    )
    if acting and not in_subject and not clause.passive:
        who = (
            article.cast.mentions.who(sentence.stretch(clause.subject.first, clause.subject.last))
            if clause.subject
            else []
        )
        participants = [*who, *[name for name in participants if name not in who]]
    if by and status == "declined" and by not in participants:
        participants = [by, *participants]
    text, reach = whole.of(article.text), _reach(sentence, clause, event)
    behind = article.text[sentence.tokens[clause.last - 1].end : sentence.span.end]
    reason = _REASON.search(re.split(r", |; | but ", behind)[0]) if status in _ENDED else None
    kind = event.kind if event else None
    if kind != "call" and event is not None and _PHONE.search(text):
        kind = "call"
    return Sighting(
        sentence, event.at if event else clause.verb, kind, status, participants, whole,
        f"noun-{status}", 0.8 if participants else 0.6, by=by if status in _ENDED else None,
        place=place_in(article, reach, destination=kind == "visit"), date=date_in(article, reach),
        reason=" ".join(reason.group().strip(" .,").split()) if reason else None,
        refers=event is None or (event.definite and len(participants) < 2),
        fresh=bool(event and event.fresh), nouns=[event.at] if event else [],
    )  # fmt: skip


def _reach(sentence: Sentence, clause: Clause, event: EventNoun | None) -> Span:
    """The clause, and what is tied to the noun behind it ("talks planned for 3 March in Oslo")."""
    whole = events.stretch_of(clause)
    start = whole.start
    if event is not None:
        start = min(start, sentence.tokens[event.at].start)
    end = whole.end
    at = clause.stop
    tokens = sentence.tokens
    if at < len(tokens) and tokens[at].tag == "VBN" and event is not None and event.at == at - 1:
        end = tokens[min(len(tokens) - 1, at + 9)].end
    return Span(start, end)


_NOUN_STOPS = frozenset(",.;:")


def _around_noun(article: Article, sentence: Sentence, at: int) -> list[str]:
    """``between A and B``, ``with B``, ``A's meeting``."""
    tokens, text = sentence.tokens, article.text
    start = next(
        (n for n in range(at + 1, min(at + 12, len(tokens))) if tokens[n].low in {"with", "between", "among"}), None
    )
    names: list[str] = []
    if start is not None and not any(
        t.text in _NOUN_STOPS or (t.is_verb and t.tag != "VBN") for t in tokens[at + 1 : start]
    ):
        end = start + 1
        while (
            end < len(tokens)
            and tokens[end].text not in ".;:"
            and not (tokens[end].is_verb and not _in_mention(article, tokens[end].start))
        ):
            if tokens[end].text == "," and not _in_mention(article, tokens[end].start):
                break
            end += 1
        names = _linked_names(article, sentence.stretch(start, end))
    for mention in article.cast.per_sentence[sentence.number]:
        owns = 0 <= tokens[at].start - mention.extent.end < 40 and text[
            mention.extent.end : mention.extent.end + 1
        ] in {"'", "’"}
        if owns and not any(t.is_verb and t.tag != "VBN" for t in tokens[sentence.place(mention.extent.end) : at]):
            names = [*[n for n in article.cast.mentions.who(mention.extent) if n not in names], *names]
    return names


def _in_mention(article: Article, at: int) -> bool:
    near = article.cast.mentions.inside(Span(max(0, at - 300), at + 300))
    return any(m.extent.start <= at < m.extent.end for m in near if m.kind == "person")


def _linked_names(article: Article, span: Span) -> list[str]:
    return article.cast.mentions.who(span)


def _lone_noun(article: Article, sentence: Sentence, event: EventNoun, told: list[Clause]) -> Sighting | None:
    """A meeting that no verb rules: "ready for the next meeting between A and B", "in consultations with C"."""
    tokens = sentence.tokens
    participants = _around_noun(article, sentence, event.at)
    status = events.noun_status(sentence, event)
    finite = [c for c in told if c.tense in {"past", "present", "modal"}]
    clause = next((c for c in reversed(finite) if c.verb < event.at), finite[0] if finite else None)
    if status == "held" and clause is not None and clause.modal in {"will", "would", "should"}:
        status = "planned"
    if clause is not None and tokens[event.at - 1].low == "in" and event.kind == "talks":
        subject = _acting(article, clause)
        if subject is not None:
            participants = [subject, *[name for name in participants if name != subject]]
        status = "ongoing" if clause.continuous or clause.tense == "present" or clause.perfect else "held"
    if event.kind == "mediation":
        return _mediation(article, sentence, event)
    if (
        status is None
        or len(participants) < 1
        or (len(participants) < 2 and not event.definite and status != "planned")
    ):
        return None
    near = Span(tokens[event.at].start, min(sentence.span.end, tokens[event.at].end + 160))
    words = sentence.span.of(article.text)
    if _PRESS.search(article.text[tokens[event.at].start : tokens[event.at].end + 30]):
        return None
    kind = "call" if _PHONE.search(words) and event.kind != "visit" else event.kind
    return Sighting(
        sentence, event.at, kind, status, participants, Span(tokens[max(0, event.at - 2)].start, near.end),
        f"noun-alone-{status}", 0.65, place=place_in(article, near, destination=False), date=date_in(article, near),
        refers=len(participants) < 2 and event.definite, fresh=event.fresh, nouns=[event.at],
    )  # fmt: skip


def _acting(article: Article, clause: Clause) -> str | None:
    """The subject, or the owner of a passive subject's verb."""
    name = subject_name(article, clause)
    if name is None and clause.governor is not None:
        return subject_name(article, clause.governor)
    return name


def _mediation(article: Article, sentence: Sentence, event: EventNoun) -> Sighting | None:
    """``through the good offices of Lisse and of the League``: who mediates."""
    tokens = sentence.tokens
    if event.at + 1 >= len(tokens) or tokens[event.at + 1].low not in {"of", "by"}:
        return None
    mediators = mediators_in(article, sentence, event.at + 1)
    if not mediators:
        return None
    end = next((t.start for t in tokens[event.at + 1 :] if t.text in ",."), sentence.span.end)
    return Sighting(
        sentence,
        event.at,
        "mediation",
        "held",
        mediators,
        Span(tokens[event.at].start, end),
        "noun-mediation",
        0.6,
        nouns=[event.at],
    )


def mediators_in(article: Article, sentence: Sentence, at: int) -> list[str]:
    """The states named behind "with the mediation of": here "partners in Turkey" are Turkey's."""
    tokens = sentence.tokens
    end = next((n for n in range(at + 1, len(tokens)) if tokens[n].text in ",.;:" or tokens[n].is_verb), len(tokens))
    names: list[str] = []
    for mention in article.cast.mentions.inside(sentence.stretch(at, max(end, at + 1))):
        name = mention.name if mention.kind == "person" else mention.party
        if name and name not in names and mention.kind in {"party", "person"}:
            names.append(name)
    return names
