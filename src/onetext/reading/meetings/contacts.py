"""Contacts: sightings joined, so that one meeting is one contact with a history (R4)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onetext.reading.article import Article
from onetext.reading.dates import day_of, phrase_of
from onetext.reading.innermost import around
from onetext.reading.meetings.attendance import whole
from onetext.reading.meetings.completion import complete, stands
from onetext.reading.meetings.fates import subjects
from onetext.reading.meetings.meeting import FALLEN, OPEN, Meeting, find, same
from onetext.reading.meetings.presence import join, presences
from onetext.reading.meetings.roster import call_the_roll
from onetext.reading.meetings.sighting import PRESS, Sighting, present
from onetext.reading.meetings.sightings import sightings
from onetext.reading.meetings.together import together
from onetext.reading.records import Contact, ContactAccount, Statement, StatusMark
from onetext.reading.statements import name_of
from onetext.wording.words import listed


def contacts(
    article: Article, said: tuple[Statement, ...], outlet: str | None, published: str | None
) -> tuple[Contact, ...]:
    meetings: list[Meeting] = []
    for sentence in article.sentences:
        if article.title is not None and article.title.holds(sentence.span) and len(article.sentences) > 2:
            continue  # the title repeats the text
        for sighting in sightings(article, sentence, said) or together(article, sentence, said):
            speaker = _as_told(sighting, said)
            _fell(sighting)
            meeting = find(meetings, sighting, speaker, article)
            if meeting is None:
                sighting.participants = present(article, sighting, said)
                meeting = Meeting(article)
                meetings.append(meeting)
            meeting.take(sighting, speaker, _account(article, sighting, said, outlet))
            claimant = _claimant(article, sighting)
            if claimant is not None:
                meeting.rivals.append("held")
                meeting.accounts.append(ContactAccount(claimant, "held", None, sighting.span))
        for presence in presences(article, sentence, said):
            join(meetings, presence, article)
    _denials(meetings, article, said)
    _took_floor(meetings, article, said)
    call_the_roll(meetings, article)
    complete(meetings, article)
    standing = [meeting for meeting in meetings if stands(meeting)]
    standing = [meeting for meeting in standing if not _way_there(meeting, standing)]
    return tuple(_contact(each, said, published) for each in standing if not _may_have_fallen(each, standing))


_DELEGATE = re.compile(r"(?:permanent )?(?:representative|delegate)\b", re.IGNORECASE)


def _took_floor(meetings: Sequence[Meeting], article: Article, said: Sequence[Statement]) -> None:
    """The representatives whose words a report of a council's sitting gives took part in it."""
    sittings = [meeting for meeting in meetings if meeting.kind == "briefing" and meeting.status == "held"]
    if len(sittings) != 1 or "Security Council" not in sittings[0].participants:
        return
    for statement in said:
        profile = article.cast.profiles.get(statement.speaker.name or "")
        where = next((s for s in article.sentences if s.span.touches(statement.span)), None)
        told = where is not None and PRESS.search(where.span.of(article.text)) is None
        if profile is not None and told and _DELEGATE.match(profile.role or ""):
            sittings[0].added += [profile.name] if profile.name not in sittings[0].participants else []


def _fell(sighting: Sighting) -> None:
    """``was to have met, but did not``: what was planned and did not take place fell."""
    if sighting.status == "not_held" and any(status in OPEN for status in sighting.statuses[:-1]):
        sighting.statuses = (*sighting.statuses[:-1], "cancelled")


def _way_there(meeting: Meeting, others: Sequence[Meeting]) -> bool:
    """``arrived in X and was met by Y``: the journey of one alone is part of the meeting beside it."""
    names = [name for name in meeting.participants if name not in meeting.added]
    here = meeting.sightings[0].sentence.number
    if meeting.kind != "visit" or not names or len(meeting.sightings) != 1:
        return False
    persons = {name for name in names if name in meeting.article.cast.profiles}
    return any(
        other is not meeting
        and names[0] in other.participants
        and len(other.participants) > 1
        and (len(names) == 1 or (other.sightings[0].sentence.number == here and persons <= {*other.participants}))
        and 0 <= other.sightings[0].sentence.number - here <= 1
        and other.place in {None, meeting.place}
        and (other.status in FALLEN) == (meeting.status in FALLEN)
        for other in others
    )


def _may_have_fallen(meeting: Meeting, others: Sequence[Meeting]) -> bool:
    """Told as held without a day or a place, and the same people had one that fell: it may be that one (R4)."""
    told = meeting.place is not None or any(each.date or each.past or each.fresh for each in meeting.sightings)
    if meeting.status != "held" or told:
        return False
    names = meeting.participants
    return any(
        other.status in FALLEN and all(any(same(n, o, meeting.article) for o in other.participants) for n in names)
        for other in others
    )


def _as_told(sighting: Sighting, said: tuple[Statement, ...]) -> str | None:
    """Who tells it, null for the text itself. Inside a denial what is denied did not take place, by that account."""
    statement = around(said, sighting.sentence.tokens[sighting.at].start)
    if statement is None:
        return None
    if statement.act == "deny" and sighting.status in {"planned", "expected", "held", "ongoing"}:
        sighting.statuses, sighting.rule = ("not_held",), "denied"
    return statement.party or name_of(statement.speaker)


_CLAIMED = re.compile(r"\b(?:reports?|claims?|accounts?|stor(?:y|ies)|assertions?|allegations?) (?:by|in|from|of) ")


def _claimant(article: Article, sighting: Sighting) -> str | None:
    """``denied a report by X that …``: X had told of it."""
    if sighting.status != "not_held":
        return None
    start = sighting.sentence.span.start
    match = _CLAIMED.search(article.text[start : sighting.sentence.tokens[sighting.at].start])
    if match is None:
        return None
    row = article.cast.per_sentence[sighting.sentence.number]
    named = [m for m in row if m.extent.start <= start + match.end() + 4 and m.span.end > start + match.end()]
    return next((m.known or m.name for m in named if m.kind in {"outlet", "party", "person"}), None)


_WHICH = listed("it this that report account claim meeting visit talks encounter version")


def _denials(meetings: Sequence[Meeting], article: Article, said: Sequence[Statement]) -> None:
    """``X denied it``: X's account of the meeting that somebody else told of just before."""
    for sentence in article.sentences:
        for clause in article.clauses[sentence.number]:
            if clause.lemma not in {"deny", "dispute", "contradict"} or clause.negated or clause.passive:
                continue
            words = [token.low for token in sentence.tokens[clause.last : clause.last + 3]]
            head = words[1:2] if words[:1] == ["the"] else words[:1]
            by = next(iter(subjects(article, clause, said)), None)
            told = [m for m in meetings if 0 < sentence.number - m.sightings[-1].sentence.number <= 4]
            told = [m for m in told if m.speakers[-1] is not None and by and not same(m.speakers[-1], by, article)]
            if head and head[0] in _WHICH and told and told[-1].status in {"held", "planned", "ongoing"} and by:
                told[-1].rivals.append("not_held")
                told[-1].accounts.append(ContactAccount(by, "not_held", None, clause.span))


def _account(article: Article, sighting: Sighting, said: tuple[Statement, ...], outlet: str | None) -> ContactAccount:
    by = reporter(article, sighting.sentence.number, sighting.sentence.tokens[sighting.at].start, said) or outlet
    return ContactAccount(by, sighting.status, sighting.reason, sighting.span)


def reporter(article: Article, number: int, at: int, said: tuple[Statement, ...]) -> str | None:
    """Who says so: the speaker around these words, else the outlet that the paragraph is attributed to."""
    statement = around(said, at)
    if statement is not None:
        return name_of(statement.speaker)
    sentence = article.sentences[number]
    for earlier in reversed(article.sentences[max(0, number - 3) : number]):
        if earlier.paragraph != sentence.paragraph:
            break
        inside = [s for s in said if earlier.span.holds(s.span) and s.speaker.name]
        if inside:
            last = inside[-1]
            return last.speaker.name if last.via and last.speaker.name == last.via[0] else None
    return None


def _contact(meeting: Meeting, said: tuple[Statement, ...], published: str | None) -> Contact:
    first, status = meeting.sightings[0], meeting.status
    marks = [StatusMark(status, each.span) for each in meeting.sightings for status in each.statuses]
    history = tuple(sorted(_without_repeats(marks), key=lambda mark: mark.status not in OPEN))
    if status == "unknown" and meeting.disputed:
        history = (StatusMark("unknown", first.span),)
    dated = next((each.date for each in meeting.sightings if each.date), None)
    statement = around(said, first.sentence.tokens[first.at].start)
    outlet = next((a.by for a in meeting.accounts if a.by), None)
    return Contact(
        kind=meeting.kind or "meeting",
        status=status,
        history=history,
        participants=tuple(whole(meeting.participants, meeting.article)),
        by=meeting.by,
        accounts=tuple(meeting.accounts),
        place=meeting.place,
        date=day_of(dated, published, forward=_ahead(dated, status, published)) if dated else None,
        date_text=phrase_of(dated) if dated else None,
        span=first.span,
        reported_by=name_of(statement.speaker) if statement else outlet,
        confidence=max(each.confidence for each in meeting.sightings),
        rule="+".join(dict.fromkeys(each.rule for each in meeting.sightings)),
    )


def _ahead(dated: re.Match[str], status: str, published: str | None) -> bool:
    """Where a day without a date lies: ahead of a plan or of what fell, behind what was held; of a month the nearer."""
    if status in {"planned", "expected"}:
        return True
    if status not in FALLEN - {"not_held"}:
        return False
    if not dated.group("bare") or published is None:
        return True
    near = [day_of(dated, published, forward=ahead) or "" for ahead in (False, True)]
    month = int(published[:4]) * 12 + int(published[5:7] or 1)
    away = [abs(int(each[:4]) * 12 + int(each[5:7]) - month) if each else 99 for each in near]
    return away[1] < away[0]


def _without_repeats(marks: list[StatusMark]) -> list[StatusMark]:
    kept: list[StatusMark] = []
    for mark in marks:
        if not kept or kept[-1].status != mark.status:
            kept.append(mark)
    return kept
