"""Who else must have been there: the host of a visit, the sides of the next round, the two the whole text is about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onetext.reading.article import Article
from onetext.reading.gazetteer import gazetteer
from onetext.reading.meetings.events import MEALS
from onetext.reading.meetings.meeting import FALLEN, Meeting, same

_TWO_SIDED = frozenset({"meeting", "talks", "call", None})


def complete(meetings: Sequence[Meeting], article: Article) -> None:
    """Add, in place, the participants that a contact must have and that the text gives elsewhere."""
    acting = _acting_parties(article)
    for place, meeting in enumerate(meetings):
        if meeting.kind == "visit":
            _add(meeting, _host(meeting, acting), article)
        apart = meeting.kind == "event" and meeting.status == "declined" and _names_both(meeting)
        alone = meeting.kind == "visit" and not meeting.participants
        if (meeting.kind in _TWO_SIDED or apart or alone) and len(meeting.participants) < 2:
            series = _series(meetings[:place], meeting)
            _add(meeting, series or _sides(meeting, article), article)


def _names_both(meeting: Meeting) -> bool:
    """The sentence itself names both parties of the text."""
    row = meeting.article.cast.per_sentence[meeting.sightings[0].sentence.number]
    return set(meeting.article.cast.pair) <= {mention.party for mention in row}


def _add(meeting: Meeting, names: Sequence[str], article: Article) -> None:
    away = [name for each in meeting.sightings if each.status != "declined" for name in each.without]
    for name in names:
        if not any(same(name, other, article) for other in (*meeting.participants, *away)):
            meeting.added.append(name)


def _acting_parties(article: Article) -> set[str]:
    """Parties that the text names as more than places."""
    return {
        m.party
        for row in article.cast.per_sentence
        for m in row
        if m.party and not m.located and m.kind in {"party", "adjective", "person", "group"}
    }


def _host(meeting: Meeting, acting: set[str]) -> list[str]:
    """The state whose capital is visited, where it acts in the text."""
    if meeting.place is None or len(meeting.participants) != 1:
        return []
    entry = gazetteer().entries.get(tuple(meeting.place.split()))
    party = entry.party if entry is not None and entry.kind in {"party", "capital"} else meeting.place
    return [party] if party in acting else []


def _series(before: Sequence[Meeting], meeting: Meeting) -> list[str]:
    """``The third round`` has the sides of the round before."""
    if not any(each.repeat or each.refers for each in meeting.sightings):
        return []
    earlier = [other for other in before if other.kind in _TWO_SIDED and len(other.participants) > 1]
    alike = [other for other in earlier if _nouns(other) & _nouns(meeting)]
    earlier = alike or earlier
    there = meeting.participants
    if earlier and any(not any(same(n, o, meeting.article) for o in earlier[-1].participants) for n in there):
        return []
    if (
        earlier
        and meeting.kind == "meeting"
        and not earlier[-1].led
        and all(n in meeting.article.cast.profiles for n in earlier[-1].participants)
    ):
        return earlier[-1].participants
    sides = _as_parties(earlier[-1]) if earlier else []
    pair = list(meeting.article.cast.pair)
    return pair if pair and set(pair) <= set(sides) else sides


def _nouns(meeting: Meeting) -> set[str]:
    """What it is called: a session, a round."""
    return {each.sentence.tokens[each.noun].lemma for each in meeting.sightings if each.noun is not None} - {"meeting"}


def _as_parties(meeting: Meeting) -> list[str]:
    profiles = meeting.article.cast.profiles
    names = [profiles[name].party or name if name in profiles else name for name in meeting.participants]
    return list(dict.fromkeys(names))


def _sides(meeting: Meeting, article: Article) -> list[str]:
    """The two parties of the text, if whoever is there is one of them."""
    if any(each.sentence.tokens[each.at].lemma in MEALS for each in meeting.sightings):
        return []
    if meeting.sightings[0].closed and not meeting.participants:
        return []
    pair = article.cast.pair
    led = any(_UNDER.search(each.span.of(article.text)) for each in meeting.sightings)
    present = [] if led and len(meeting.participants) == 1 else meeting.participants
    if meeting.status in FALLEN and meeting.kind in {"meeting", "talks"} and meeting.status != "declined":
        present = [name for name in present if name != meeting.by]  # a mediator may call it off
    if not pair or any(not any(same(name, side, article) for side in pair) for name in present):
        return []
    return list(pair)


_UNDER = re.compile(
    r"\b(?:under|with|through) (?:the )?(?:chairmanship|auspices|mediation|aegis|supervision|good offices) of\b"
)


def stands(meeting: Meeting) -> bool:
    """Enough to be a contact: two sides, or one with a place, a day or a clear fate."""
    names, status = meeting.participants, meeting.status
    if meeting.kind is None or not names:
        return False
    if len(names) > 1:
        return True
    told = meeting.place is not None or any(each.date for each in meeting.sightings)
    return status in FALLEN or meeting.kind == "mediation" or (told and meeting.kind in {"visit", "event", "talks"})
