"""Contacts: sightings joined, so that one meeting is one contact with a history (R4)."""

from __future__ import annotations

from dataclasses import dataclass, field

from onetext.reading.article import Article
from onetext.reading.dates import day_of, phrase_of
from onetext.reading.records import Contact, ContactAccount, Statement, StatusMark
from onetext.reading.sightings import Sighting, sightings
from onetext.reading.statements import name_of

_OPEN = frozenset({"planned", "expected", "unknown"})
_OFF = frozenset({"cancelled", "declined", "postponed", "not_held", "suspended", "replaced"})
_REACH = 4


@dataclass(slots=True, eq=False)
class _Meeting:
    """A contact being put together."""

    sightings: list[Sighting] = field(default_factory=list)
    accounts: list[ContactAccount] = field(default_factory=list)
    stands_for: set[str] = field(default_factory=set)

    @property
    def participants(self) -> list[str]:
        names: list[str] = []
        for each in self.sightings:
            names += [name for name in each.participants if name not in names and name not in self.stands_for]
        return names

    @property
    def status(self) -> str:
        return final_status([each.status or "unknown" for each in self.sightings])

    @property
    def kind(self) -> str | None:
        return next((each.kind for each in self.sightings if each.kind), None)

    @property
    def place(self) -> str | None:
        return next((each.place for each in self.sightings if each.place), None)


def final_status(statuses: list[str]) -> str:
    """The last word that is more than a plan; a plan alone stays a plan. Called off is never held (R4)."""
    strong = [status for status in statuses if status not in _OPEN]
    return strong[-1] if strong else next((s for s in reversed(statuses) if s != "unknown"), "unknown")


def contacts(
    article: Article, said: tuple[Statement, ...], outlet: str | None, published: str | None
) -> tuple[Contact, ...]:
    meetings: list[_Meeting] = []
    for sentence in article.sentences:
        for sighting in sightings(article, sentence):
            _denied(sighting, said)
            meeting = _find(meetings, sighting, article)
            if meeting is None:
                if not _stands_alone(sighting):
                    continue
                meeting = _Meeting()
                meetings.append(meeting)
            if meeting.sightings and len(meeting.participants) > 1:
                meeting.stands_for |= _parties_of(meeting, article)  # "London cancelled it" adds nobody
            meeting.sightings.append(sighting)
            meeting.accounts.append(_account(article, sighting, said, outlet))
    return tuple(_contact(meeting, said, published) for meeting in meetings)


def _denied(sighting: Sighting, said: tuple[Statement, ...]) -> None:
    """Inside a denial a plan is denied: that account says that there was no such meeting."""
    statement = around(said, sighting.sentence.tokens[sighting.at].start)
    if (
        statement is not None
        and statement.act == "deny"
        and sighting.status in {"planned", "expected", "held", "ongoing"}
    ):
        sighting.status, sighting.rule = "not_held", "denied"


def _stands_alone(sighting: Sighting) -> bool:
    """Enough to be a contact: two sides, or one with a place, a day or a clear fate."""
    if sighting.kind is None:
        return False
    if sighting.refers and not sighting.participants and not sighting.place:
        return False
    told = sighting.place is not None or sighting.date is not None or sighting.status in _OFF
    return (
        len(sighting.participants) >= 2
        or (bool(sighting.participants) and (told or sighting.kind in {"mediation", "talks"}))
        or (
            sighting.kind in {"meeting", "talks", "call", "visit"}
            and told
            and sighting.status is not None
            and (sighting.place is not None or sighting.fresh or sighting.status in _OFF)
        )
    )


def _find(meetings: list[_Meeting], sighting: Sighting, article: Article) -> _Meeting | None:
    """The meeting that this sighting speaks of again."""
    for meeting in reversed(meetings[-3:]):
        last = meeting.sightings[-1]
        if last.sentence is sighting.sentence and set(last.nouns) & set(sighting.nouns):
            return meeting
    near = [
        m
        for m in meetings[-12:]
        if sighting.sentence.number - m.sightings[-1].sentence.number <= _REACH or _same_people(m, sighting)
    ]
    for meeting in reversed(near):
        if _compatible(meeting, sighting) and _same(meeting, sighting, article):
            return meeting
    return None


def _compatible(meeting: _Meeting, sighting: Sighting) -> bool:
    status, new = meeting.status, sighting.status or "unknown"
    if (meeting.kind == "call") != (sighting.kind == "call") and sighting.kind is not None:
        return False
    if sighting.fresh and not sighting.refers:
        return False
    if "mediation" in {meeting.kind, sighting.kind} and meeting.kind != sighting.kind:
        return False
    if status in {"held", "ongoing"}:
        return new in {status, "ongoing", "suspended"} or (sighting.refers and new == "held")
    return not (status in _OFF and new in {"held", "ongoing"})


def _same_people(meeting: _Meeting, sighting: Sighting) -> bool:
    return len(set(meeting.participants) & set(sighting.participants)) >= 2


def _same(meeting: _Meeting, sighting: Sighting, article: Article) -> bool:
    shared = set(meeting.participants) & set(sighting.participants)
    own = set(sighting.participants)
    if len(shared) >= 2:
        return _same_day(meeting, sighting)
    places = {meeting.place, sighting.place} - {None}
    if sighting.refers:
        gap = sighting.sentence.number - meeting.sightings[-1].sentence.number
        strangers = own - set(meeting.participants) - _parties_of(meeting, article)
        if gap == 0 and sighting.status in _OFF:
            strangers = set()  # "a dinner with X was planned, but Y cancelled": Y is the other side
        return (
            gap <= 2
            and (not strangers or not meeting.participants)
            and len(places) <= 1
            and _kinds_fit(meeting, sighting)
        )
    if not own or not meeting.participants:
        return meeting.place is not None and meeting.place == sighting.place and _same_day(meeting, sighting)
    if own <= set(meeting.participants) and meeting.place and meeting.place == sighting.place:
        return _same_day(meeting, sighting) and (len(own) == 1 and meeting.kind == sighting.kind)
    return False


def _parties_of(meeting: _Meeting, article: Article) -> set[str]:
    """The parties of the persons who take part: "Moscow cancelled it" fits a meeting of its president."""
    parties = set()
    for name in meeting.participants:
        profile = article.cast.profiles.get(name)
        if profile is not None and profile.party:
            parties.add(profile.party)
    return parties


def _kinds_fit(meeting: _Meeting, sighting: Sighting) -> bool:
    if sighting.kind is None or meeting.kind is None or meeting.kind == sighting.kind:
        return True
    dated = sighting.date is not None and sighting.date.group("loose") is None
    if sighting.place is not None or dated:
        return False  # another word with a place or day of its own is another event
    return {meeting.kind, sighting.kind} <= {"meeting", "talks", "visit"} and sighting.status in _OFF | {
        "held",
        "planned",
        "expected",
    }


def _same_day(meeting: _Meeting, sighting: Sighting) -> bool:
    known = {phrase_of(each.date) for each in meeting.sightings if each.date}
    return not known or sighting.date is None or phrase_of(sighting.date) in known


def _account(article: Article, sighting: Sighting, said: tuple[Statement, ...], outlet: str | None) -> ContactAccount:
    by = reporter(article, sighting.sentence.number, sighting.sentence.tokens[sighting.at].start, said) or outlet
    return ContactAccount(by, sighting.status or "unknown", sighting.reason, sighting.span)


def around(said: tuple[Statement, ...], at: int) -> Statement | None:
    """The innermost statement that tells of this; refusing or promising to do it is the deed, not the telling."""
    holding = [s for s in said if s.content and s.content.start <= at < s.content.end and s.rule != "report-deed"]
    return min(holding, key=lambda s: s.content.end - s.content.start if s.content else 0, default=None)


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


def _contact(meeting: _Meeting, said: tuple[Statement, ...], published: str | None) -> Contact:
    marks = [StatusMark(each.status or "unknown", each.span) for each in meeting.sightings]
    history = tuple(sorted(_without_repeats(marks), key=lambda mark: mark.status not in _OPEN))
    dated = next((each.date for each in meeting.sightings if each.date), None)
    first = meeting.sightings[0]
    status = meeting.status
    deciding = next((each for each in reversed(meeting.sightings) if each.status == status), first)
    statement = around(said, first.sentence.tokens[first.at].start)
    outlet = next((a.by for a in meeting.accounts if a.by), None)
    return Contact(
        kind=meeting.kind or "meeting",
        status=status,
        history=history,
        participants=tuple(meeting.participants),
        by=deciding.by,
        accounts=tuple(meeting.accounts),
        place=meeting.place,
        date=day_of(dated, published) if dated else None,
        date_text=phrase_of(dated) if dated else None,
        span=first.span,
        reported_by=name_of(statement.speaker) if statement else outlet,
        confidence=max(each.confidence for each in meeting.sightings),
        rule="+".join(dict.fromkeys(each.rule for each in meeting.sightings)),
    )


def _without_repeats(marks: list[StatusMark]) -> list[StatusMark]:
    kept: list[StatusMark] = []
    for mark in marks:
        if not kept or kept[-1].status != mark.status:
            kept.append(mark)
    return kept
