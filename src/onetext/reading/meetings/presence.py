"""Who else a sentence puts into the meeting told just before: who led a side, came along, took the chair, looked on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from onetext.reading.article import Article
from onetext.reading.clauses import Clause
from onetext.reading.meetings.attendance import named
from onetext.reading.meetings.events import event_nouns
from onetext.reading.meetings.meeting import Meeting, same
from onetext.reading.meetings.outlook import outlook, supposed
from onetext.reading.meetings.sighting import acting
from onetext.reading.records import Statement
from onetext.reading.tokens import Sentence
from onetext.wording.spans import Span
from onetext.wording.words import listed

_TEAMS = listed("delegation side team group party mission panel committee")
_SIDES = _TEAMS | listed("talk meeting session negotiation round")
_LEADS = listed("head lead chair represent front")
_HOLDS = listed("include comprise consist")
_THERE = re.compile(r"(?:also |too |in person |as well )*(?:present|in attendance|at the table|in the room|on hand)\b")
_COMES = {
    "attend": r"(?:,|\.|;|$|as |too|also|along|but|and)", "take": r"(?:also )?(?:part\b(?! in)|the chair(?=[,.]|$))",
    "participate": r"(?:,|\.|;|$|as |too|also)", "listen": r"in(?= on\b|[,.]|$)",
    "sit": r"in(?= on\b| as\b| for\b|[,.]|$)", "look": r"on(?= as\b|[,.]|$)",
    "join": r"(?:them|him|her|the (?:two|three|pair)|both|in)\b", "preside": r"", "chair": r"(?:it|them|\.|,|$)",
}  # fmt: skip
"""What must follow, where no noun says what somebody came to."""
_REACH = 2
_KINDS = frozenset({"meeting", "talks", "event", "briefing", "call", None})


@dataclass(slots=True)
class Presence:
    """``names`` were there too; ``instead``: a party, and who stood for it."""

    sentence: Sentence
    names: list[str]
    instead: dict[str, str] = field(default_factory=dict)
    must: list[str] = field(default_factory=list)
    leads: bool = False
    held: bool = False


def presences(article: Article, sentence: Sentence, said: Sequence[Statement]) -> list[Presence]:
    """Who was there besides, as the verbs of one sentence say."""
    found: list[Presence] = []
    for clause in article.clauses[sentence.number]:
        if clause.negated or supposed(article, clause) or clause.subject is None:
            continue
        each = _led(article, clause, said) or _came(article, clause, said) or _sent(article, clause, said)
        if each is not None:
            found.append(each)
    return found


def _led(article: Article, clause: Clause, said: Sequence[Statement]) -> Presence | None:
    """``The delegations were headed by X and Y``, ``Kenya was represented by X``, ``the teams included X and Y``."""
    assert clause.subject is not None
    sentence = clause.sentence
    by = clause.passive and clause.lemma in _LEADS
    if not (by or (clause.lemma in _HOLDS and not clause.passive)):
        return None
    head = sentence.tokens[clause.subject.head]
    if clause.relation == "acl" and head.lemma in _TEAMS and head.tag != "NNS":
        return None  # "a delegation led by X met Y" names X in its own clause
    side = head.lemma in _SIDES
    if not side and clause.lemma != "represent":
        return None
    zone = sentence.stretch(clause.last, len(sentence.tokens)) if clause.last < len(sentence.tokens) else None
    if zone is None or (by and not re.search(r"\bby ", zone.of(article.text))):
        return None
    end = re.search(r"[;.] |, (?:who|which|but|while|whose) ", article.text[zone.start : zone.end])
    zone = Span(zone.start, zone.start + end.start()) if end else zone
    persons = [name for name in named(article, zone, said) if name in article.cast.profiles]
    if not persons:
        return None
    must = [] if side else acting(article, clause, said)
    return Presence(sentence, persons, _instead(article, clause, zone), must, leads=True)


def _instead(article: Article, clause: Clause, zone: Span) -> dict[str, str]:
    """``the Northern side by X, the Southern one by Y``: who stands for whom."""
    assert clause.subject is not None
    subject = clause.sentence.stretch(clause.subject.first, clause.subject.last)
    found: dict[str, str] = {}
    party: str | None = None
    for mention in article.cast.mentions.outer(Span(subject.start, zone.end)):
        if mention.kind in {"group", "party"} and mention.party:
            party = mention.party
        elif mention.kind == "person" and mention.name and party is not None:
            between = article.text[max(subject.start, mention.extent.start - 4) : mention.extent.start]
            if between.endswith("by "):
                found[party] = mention.name
            party = None
    return found


def _came(article: Article, clause: Clause, said: Sequence[Statement]) -> Presence | None:
    """``X also attended``, ``X listened in``, ``X was present``; ``was accompanied by Y``."""
    sentence = clause.sentence
    words = (
        sentence.stretch(clause.last, len(sentence.tokens)).of(article.text)
        if clause.last < len(sentence.tokens)
        else ""
    )
    if clause.lemma in {"accompany", "join"} and clause.passive:
        by = words.find("by ")
        start = sentence.tokens[clause.last].start if by >= 0 else 0
        names = named(article, Span(start + by, sentence.span.end), said)[:3] if by >= 0 else []
        return Presence(sentence, names, must=acting(article, clause, said)) if names else None
    needs = _COMES.get(clause.lemma)
    there = clause.lemma == "be" and _THERE.match(words)
    if not there and (needs is None or clause.passive or re.match(needs, words) is None):
        return None
    if any(clause.last <= event.at < clause.stop for event in event_nouns(sentence)):
        return None
    told = outlook(article, clause)
    if told[-1:] not in {("held",), ("ongoing",), ("planned",), ("expected",)} and clause.tense != "present":
        return None
    persons = [name for name in acting(article, clause, said) if name in article.cast.profiles]
    return Presence(sentence, persons, held=told[-1:] == ("held",)) if persons else None


def _sent(article: Article, clause: Clause, said: Sequence[Statement]) -> Presence | None:
    """``Kenya sent X``: X stood for Kenya in the meeting told before."""
    if clause.lemma != "send" or clause.passive or outlook(article, clause)[-1:] not in {("held",), ("ongoing",)}:
        return None
    sentence = clause.sentence
    senders = acting(article, clause, said)
    if len(senders) != 1 or clause.last >= len(sentence.tokens):
        return None
    zone = sentence.stretch(clause.last, max(clause.stop, clause.last + 1))
    persons = [name for name in named(article, zone, said) if name in article.cast.profiles and name not in senders]
    if len(persons) != 1 or senders[0] in article.cast.profiles or re.search(r"\bto [A-Z]", zone.of(article.text)):
        return None
    return Presence(sentence, persons, {senders[0]: persons[0]}, senders)


def join(meetings: Sequence[Meeting], presence: Presence, article: Article) -> None:
    """Put, in place, whom ``presence`` tells of into the meeting that was told last, if it is near."""
    for meeting in reversed(meetings[-4:]):
        gap = presence.sentence.number - meeting.sightings[-1].sentence.number
        if gap > _REACH or meeting.kind not in _KINDS:
            continue
        if presence.held and (meeting.status != "held" or all(each.past for each in meeting.sightings)):
            continue
        there = [name for name in presence.must if any(same(name, other, article) for other in meeting.participants)]
        if presence.must and not there:
            continue
        for sighting in meeting.sightings:
            names = [presence.instead.get(name, name) for name in sighting.participants]
            sighting.participants[:] = list(dict.fromkeys(names))
        meeting.led = meeting.led or presence.leads
        last = meeting.sightings[-1].participants
        last += [name for name in presence.names if name not in meeting.participants]
        return
