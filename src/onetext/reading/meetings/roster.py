"""Who "all three", "the four countries" and a "four-way session" are: so many as the text has told of before."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from onetext.reading.article import Article
from onetext.reading.meetings.meeting import Meeting, same

_COUNTS = {"three": 3, "four": 4, "five": 5, "six": 6}
_LATIN = {"tri": 3, "quadri": 4}
_CUE = re.compile(
    r"\b(?:(?:[Aa]ll|[Tt]he|[Tt]hese|[Tt]hose|[Aa]ll of the) (?P<many>three|four|five|six)\b"
    r"(?! (?:day|week|month|year|hour|round|point|page|line|minute|time)s?\b)"
    r"|(?P<way>[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix)-(?:way|party|nation|country|state|sided|power)\b"
    r"|(?P<latin>[Tt]ri|[Qq]uadri)(?:lateral|partite)\b)"
)
_STATES = re.compile(
    r"\b(?:countr|state|government|delegation|part(?:y|ies)\b|side|power|nation|republic|capital|neighbo|-way|lateral"
    r"|partite|sided)"
)
_CONVENES = re.compile(
    r"\b(?:United Nations|European Union|African Union|Council|Red Cross|OSCE|[Mm]inistry|[Cc]ommi(?:ssion|ttee)"
    r"|Court|Secretariat)\b"
)
_LEAST = 2
"""Named so often, a party is one of those that the text is about."""


def call_the_roll(meetings: Sequence[Meeting], article: Article) -> None:
    """Put, in place, all of the three or four into a meeting of which no more than some of them are known."""
    for place, meeting in enumerate(meetings):
        cue = _cue(meeting)
        if cue is None or meeting.kind in {"visit", "message", "document"}:
            continue
        count, states = cue
        roll = _roll(meetings[:place], article, count, states=states)
        there = meeting.participants
        if len(there) >= count or len(roll) != count:
            continue
        if all(any(same(name, other, article) for other in roll) for name in there):
            meeting.added += [n for n in roll if not any(same(n, other, article) for other in there)]


def _cue(meeting: Meeting) -> tuple[int, bool] | None:
    """How many, and whether states are meant rather than persons."""
    for sighting in meeting.sightings:
        words = sighting.span.of(meeting.article.text)
        found = _CUE.search(words)
        if found is not None:
            many = _COUNTS.get((found["many"] or found["way"] or "").lower()) or _LATIN[found["latin"].lower()]
            return many, _STATES.search(words, found.start(), found.end() + 16) is not None
    return None


def _roll(before: Sequence[Meeting], article: Article, count: int, *, states: bool) -> list[str]:
    met = _met_before(before, article, count)
    if not states and met:
        return met
    return _most_named(article, count) or ([] if states else met)


def _met_before(before: Sequence[Meeting], article: Article, count: int) -> list[str]:
    """Those who took part in the meetings told last, if they are so many."""
    names: list[str] = []
    for meeting in reversed(before[-4:]):
        new = [n for n in meeting.participants if not any(same(n, other, article) for other in names)]
        if len(names) + len(new) > count:
            return []
        names += new
        if len(names) == count:
            return names
    return []


def _most_named(article: Article, count: int) -> list[str]:
    """The parties named most, where the next one is named less, in the order of the text."""
    counts = Counter(
        mention.party
        for row in article.cast.per_sentence
        for mention in row
        if mention.party and not mention.capital and mention.kind in {"party", "adjective", "person", "group"}
    )
    ranked = [(party, n) for party, n in counts.most_common() if not _CONVENES.search(party)]
    if len(ranked) < count or ranked[count - 1][1] < _LEAST:
        return []
    chosen = {party for party, _ in ranked[:count]}
    tied = len(ranked) > count and ranked[count][1] == ranked[count - 1][1]
    return [] if tied else [party for party in counts if party in chosen]
