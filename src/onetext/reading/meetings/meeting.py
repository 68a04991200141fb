"""A meeting put together from its sightings, and the question whether a sighting speaks of one seen before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from onetext.reading.article import Article
from onetext.reading.dates import phrase_of
from onetext.reading.meetings.sighting import Sighting
from onetext.reading.records import ContactAccount

OPEN = frozenset({"planned", "expected", "unknown"})
FALLEN = frozenset({"cancelled", "declined", "postponed", "not_held", "replaced"})
STANDING = frozenset({"held", "ongoing"})
_OFF = FALLEN | {"suspended"}
_REACH = 4
_APART = ({"call"}, {"mediation"}, {"document", "message"}, {"briefing"})


@dataclass(slots=True, eq=False)
class Meeting:
    """``speakers``: whose account each sighting is (null: the text itself); ``rivals`` are other accounts.

    ``led``: who is there leads a delegation, and the next time it may be somebody else.
    """

    article: Article
    sightings: list[Sighting] = field(default_factory=list)
    speakers: list[str | None] = field(default_factory=list)
    accounts: list[ContactAccount] = field(default_factory=list)
    rivals: list[str] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    led: bool = False

    def take(self, sighting: Sighting, speaker: str | None, account: ContactAccount) -> None:
        self.sightings.append(sighting)
        self.speakers.append(speaker)
        self.accounts.append(account)

    @property
    def participants(self) -> list[str]:
        """Each once; a person instead of the party that they stand for."""
        profiles, names = self.article.cast.profiles, list[str]()
        for name in (*(name for each in self.sightings for name in each.participants), *self.added):
            if name in names:
                continue
            twins = [at for at, other in enumerate(names) if same(name, other, self.article)]
            if not twins:
                names.append(name)
            elif name in profiles and len(twins) == 1 and names[twins[0]] not in profiles:
                names[twins[0]] = name
        return names

    @property
    def disputed(self) -> bool:
        """Held by one account and not held by another, and the text itself decides nothing."""
        held = {by for each, by in zip(self.sightings, self.speakers, strict=True) if each.status in STANDING}
        never = {by for each, by in zip(self.sightings, self.speakers, strict=True) if each.status == "not_held"}
        if None in held | never:
            return False
        return bool((held and ("not_held" in self.rivals or never - held)) or (never and "held" in self.rivals))

    @property
    def status(self) -> str:
        if self.disputed:
            return "unknown"
        own = [s for each, by in zip(self.sightings, self.speakers, strict=True) if by is None for s in each.statuses]
        if own and final_status(own) in STANDING | FALLEN and any(each.status == "not_held" for each in self.sightings):
            return final_status(own)
        return final_status([status for each in self.sightings for status in each.statuses])

    @property
    def kind(self) -> str | None:
        return next((each.kind for each in self.sightings if each.kind), None)

    @property
    def place(self) -> str | None:
        return next((each.place for each in self.sightings if each.place), None)

    @property
    def by(self) -> str | None:
        """Who called it off, put it off or declined; a side that announces that it will not meet does so itself."""
        status = self.status
        deciding = next((each for each in reversed(self.sightings) if each.status == status), self.sightings[0])
        if deciding.by is not None or status not in {"cancelled", "postponed"}:
            return deciding.by if status in _OFF else None
        told = self.speakers[self.sightings.index(deciding)]
        return told if told and any(same(told, name, self.article) for name in self.participants) else None


def final_status(statuses: Sequence[str]) -> str:
    """The last word that is more than a plan; a plan alone stays a plan. Called off is never held (R4)."""
    strong = [status for status in statuses if status not in OPEN]
    return strong[-1] if strong else next((s for s in reversed(statuses) if s != "unknown"), "unknown")


def same(one: str, other: str, article: Article) -> bool:
    """One person, one party, or a person and the party that they act for."""
    if one == other:
        return True
    profiles = article.cast.profiles
    parties = [profiles[name].party if name in profiles else name for name in (one, other)]
    return parties[0] == parties[1] is not None and (one not in profiles or other not in profiles)


def find(meetings: Sequence[Meeting], sighting: Sighting, speaker: str | None, article: Article) -> Meeting | None:
    """The meeting that this sighting speaks of again."""
    for meeting in reversed(meetings[-3:]):
        last = meeting.sightings[-1]
        if last.sentence is sighting.sentence and last.noun is not None and last.noun == sighting.noun:
            return meeting
    for meeting in reversed(meetings[-16:]):
        if _one_floor(meeting, sighting, article):
            return meeting
        if _compatible(meeting, sighting, speaker) and _identical(meeting, sighting, article):
            return meeting
    return None


def _one_floor(meeting: Meeting, sighting: Sighting, article: Article) -> bool:
    """Whoever speaks before one council on one day takes part in one sitting of it."""
    if {meeting.kind, sighting.kind} != {"briefing"} or meeting.status != sighting.status:
        return False
    bodies = {name for name in meeting.participants if name not in article.cast.profiles}
    days = _agrees(_days(meeting), _day(sighting)) is not False
    return days and bool(bodies & set(sighting.participants)) and not sighting.past


def _compatible(meeting: Meeting, sighting: Sighting, speaker: str | None) -> bool:
    """May what is said of one be said of the other: kind, time and fate."""
    kinds = {meeting.kind, sighting.kind} - {None}
    if any(len(kinds) == 2 and kinds & apart and not kinds <= apart for apart in _APART):
        return False
    status, new = meeting.status, sighting.status
    settled = STANDING | {"suspended"} | (FALLEN if sighting.indefinite else set())
    if sighting.fresh and not sighting.refers and status in settled:
        return False
    if sighting.past and status not in STANDING | {"unknown"}:
        return False
    if status in STANDING or meeting.disputed:
        if new == "not_held":
            return speaker not in meeting.speakers or sighting.refers
        return new in STANDING | {"suspended", "unknown"} and not (sighting.past and not meeting.sightings[-1].past)
    other = bool(sighting.participants) and not sighting.refers and sighting.date is not None
    if status == "not_held" and new in {"planned", "expected"} and other and not meeting.participants:
        return False  # "there was no meeting"; what is then announced by name and day is another one
    if status in FALLEN and new in STANDING:
        return status == "not_held" and speaker not in meeting.speakers and None not in {speaker, *meeting.speakers}
    return True


def _identical(meeting: Meeting, sighting: Sighting, article: Article) -> bool:
    gap = sighting.sentence.number - meeting.sightings[-1].sentence.number
    place = _agrees(meeting.place, sighting.place)
    day = _agrees(_days(meeting), _day(sighting))
    moved = {sighting.status, meeting.status} & {"postponed"} or sighting.status == "cancelled"
    before = sighting.refers and sighting.status in OPEN and meeting.status in FALLEN  # "had first been due on"
    if (place is False and not sighting.refers) or (day is False and not (moved or before)):
        return False
    if not _kinds_fit(meeting, sighting, gap):
        return False
    where = bool(place or day)
    if not sighting.participants:
        return _nameless(meeting, sighting, gap, where)
    if not meeting.participants:
        told = where or sighting.refers or meeting.status in _OFF or sighting.status in _OFF
        return gap <= _REACH and told
    return _by_people(meeting, sighting, article, (gap, place, day))


def _nameless(meeting: Meeting, sighting: Sighting, gap: int, where: bool) -> bool:
    """A sighting that names nobody: "the talks", "it", or the same place or day."""
    if (sighting.indefinite or sighting.closed) and not where:
        return False
    near = 6 if sighting.kind == meeting.kind else 3
    return where or (gap <= near and sighting.refers) or (gap <= 1 and sighting.status in _OFF)


def _by_people(
    meeting: Meeting, sighting: Sighting, article: Article, seen: tuple[int, bool | None, bool | None]
) -> bool:
    gap, place, day = seen
    own, theirs, where = sighting.participants, meeting.participants, bool(place or day)
    shared = [name for name in own if any(same(name, other, article) for other in theirs)]
    strangers = [name for name in own if name not in shared]
    if sighting.joins and sighting.refers and gap <= 8 and sighting.kind == meeting.kind:
        return True
    if sighting.kind == meeting.kind == "briefing" and shared and day is not False:
        return True  # several speak to one assembly
    standing = meeting.status in STANDING and sighting.status in STANDING
    if strangers and standing and gap <= 1 and len(shared) >= max(2, len(theirs)) and None in {place, day}:
        return True  # the same two, and now who sat between them
    if strangers:
        if len(shared) > 1 and len(shared) == len(theirs) and gap <= 1 and _still(meeting, sighting):
            return True  # "the two talked for hours; X sat between them"
        if gap == 0 and sighting.refers and sighting.status in _OFF:
            return True  # "a dinner with X was planned, but Y cancelled": Y is the other side
        return bool(shared) and gap <= _REACH and (len(theirs) < 2 or (bool(place) and day is not False))
    if len(shared) >= 2:
        loose = not set(shared) <= set(theirs) and {meeting.status, sighting.status} <= STANDING
        return not loose or sighting.refers or where  # two states talk, and their envoys do
    near = gap <= 2 and (sighting.refers or meeting.status in _OFF or sighting.status in _OFF)
    near = near or (gap <= 6 and sighting.refers and sighting.kind == meeting.kind)
    return where or near or (len(theirs) == 1 and gap <= 2)


def _still(meeting: Meeting, sighting: Sighting) -> bool:
    """Both told as having taken place, the second without a day, a place or a "then" of its own."""
    told = {meeting.status, sighting.status} <= STANDING and not (sighting.fresh or sighting.past)
    return told and sighting.date is None and sighting.place is None and meeting.kind in {"meeting", "talks"}


def _days(meeting: Meeting) -> list[str]:
    return [day for each in meeting.sightings if (day := _day(each)) is not None]


def _day(sighting: Sighting) -> str | None:
    """The words for the day without the time of day; ``this morning`` is today."""
    if sighting.date is None:
        return None
    return _day_in(phrase_of(sighting.date))


@lru_cache(maxsize=1024)
def _day_in(phrase: str) -> str:
    words = re.sub(r" (?:morning|afternoon|evening|night)$", "", phrase)
    return "today" if words in {"this", "tonight", "today"} else words.removeprefix("last ")


def _agrees(known: str | list[str] | None, new: str | None) -> bool | None:
    """Equal, different, or not told."""
    if not known or new is None:
        return None
    return new == known or (isinstance(known, list) and new in known)


def _kinds_fit(meeting: Meeting, sighting: Sighting, gap: int) -> bool:
    if sighting.kind is None or meeting.kind is None or meeting.kind == sighting.kind:
        return True
    kinds = {meeting.kind, sighting.kind}
    if kinds <= {"meeting", "talks"}:
        return True
    if not sighting.refers or gap > 2:
        return False
    dated = sighting.date is not None and sighting.date.group("loose") is None
    if sighting.place is not None or dated:
        return False  # another word with a place or day of its own is another event
    return kinds <= {"meeting", "talks", "visit", "event"} and sighting.status in _OFF | {"held", "planned", "expected"}
