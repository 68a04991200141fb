"""Which points a text touches, by the words of their titles, options and clauses.

Words are cut to stems and weighed by how few points hold them (inverse document frequency, Robertson and Spärck
Jones); where a word stands decides how much it may say: title before options before clauses. What a point's words
leave of doubt is multiplied over the words found (noisy or), so two telling words say much more than one told twice.
Names of the case's own parties and persons, which stand in every second sentence, tell nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from gettext import gettext as _
from math import log

from onetext.case.case import Case
from onetext.case.current import current_draft, main_plan
from onetext.case.once import once_a_case
from onetext.case.people import Party, Person
from onetext.case.plan import Category, Draft, Option, Point
from onetext.reading.gazetteer import gazetteer
from onetext.reading.linking.link import LEAST, Link, rounded
from onetext.reading.linking.names import party_name
from onetext.wording.stems import folded, matter, plain_words, stem, stems
from onetext.wording.words import listed

_TITLE, _OPTION, _TEXT = 0.57, 0.45, 0.25
"""How far one word that no other point holds goes towards certainty, by where it stands."""
_WHOLE_TITLE = 0.62
"""A title of one word, said: just enough to offer it, where no other point has that word."""
_MOST = 3
"""More points than these are no subject but a summary."""
_SHARE = 0.25
"""A word in more than this share of the points (and in more than two) tells none of them apart."""
_NUMBER = 0.5
"""A number below a hundred counts years, days and articles alike."""
_FAR = 0.75
"""What scores less than this share of the best is not meant beside it."""


@dataclass(frozen=True, slots=True)
class Topic:
    """``weight`` by stem: how much that word says for this point; ``words`` its title, where no other shares a word."""

    id: str
    title: str
    weight: Mapping[str, float]
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Topics:
    all: Mapping[str, Topic]
    by_stem: Mapping[str, tuple[str, ...]]


@once_a_case
def topics(case: Case) -> Topics:
    places = _places(case)
    names = _names(case)
    spread: dict[str, float] = defaultdict(float)  # how many points hold a word, each by the place it stands in
    titled: dict[str, int] = defaultdict(int)
    for found in places.values():
        for cut, place in found.items():
            spread[cut] += place / _TITLE
            titled[cut] += place == _TITLE
    every = {}
    for point in case.all(Point):
        weight = {
            cut: place * _rarity(max(1.0, spread[cut]), len(places)) * (_NUMBER if _is_small(cut) else 1.0)
            for cut, place in places[point.id].items()
            if cut not in names and spread[cut] <= max(2.5, _SHARE * len(places))
        }
        title = frozenset(cut for cut in stems(point.title) if cut not in names)
        told = title & frozenset(matter(point.title))
        alone = bool(told) and all(titled[cut] == 1 and cut in weight for cut in told)
        every[point.id] = Topic(point.id, point.title, weight, title if alone else frozenset())
    by_stem = defaultdict[str, list[str]](list)
    for topic in every.values():
        for cut in topic.weight:
            by_stem[cut].append(topic.id)
    return Topics(every, {cut: tuple(ids) for cut, ids in by_stem.items()})


def _rarity(holders: float, points: int) -> float:
    """1 for a word of one point, less the more points hold it."""
    return log(1 + points / holders) / log(1 + points) if points > 1 else 1.0


def _is_small(cut: str) -> bool:
    return (cut.isdigit() and len(cut) < 3) or cut in _SMALL


_SMALL = frozenset(stem(word) for word in listed("three four five six seven eight nine ten eleven twelve half third"))


def _places(case: Case) -> dict[str, dict[str, float]]:
    """For each point its stems, each with the weight of the best place it stands in."""
    found: dict[str, dict[str, float]] = {point.id: {} for point in case.all(Point)}

    def put(id: str | None, text: str | None, weight: float) -> None:
        if id in found and text:
            for cut in matter(text):
                found[id][cut] = max(weight, found[id].get(cut, 0.0))

    categories = {one.id: one.name for one in case.all(Category)}
    for point in case.all(Point):
        put(point.id, point.title, _TITLE)
        put(point.id, point.text, _TEXT)
        put(point.id, categories.get(point.category or ""), _TEXT / 2)
    for option in case.all(Option):
        put(option.point, option.issue_title, _OPTION)
        put(option.point, option.label, _OPTION)
        put(option.point, option.text, _TEXT)
    for draft in _drafts(case):
        for clause in draft.clauses:
            put(clause.point, clause.title, _OPTION)
            put(clause.point, clause.text, _TEXT)
    return found


def _drafts(case: Case) -> Iterable[Draft]:
    """The current draft of the one text: older wordings say what a point was about, and no longer is."""
    draft = current_draft(case, main_plan(case))
    return (draft,) if draft else ()


def _names(case: Case) -> frozenset[str]:
    names = [*(party.name for party in case.all(Party)), *(person.name for person in case.all(Person))]
    names += [party.short for party in case.all(Party) if party.short]
    states = {party_name(party.name) for party in case.all(Party)}
    names += [" ".join(key) for key, entry in gazetteer().entries.items() if folded(entry.party) in states]
    return frozenset(stem(word) for name in names for word in plain_words(name))


def link_topics(case: Case, text: str | None) -> tuple[Link, ...]:
    """The points that a text touches, best first, three at most; none where its words do not say."""
    if not text:
        return ()
    held, said, every = topics(case), set(matter(text)), frozenset(stems(text))
    hits: dict[str, list[str]] = defaultdict(list)
    for cut in said:
        for id in held.by_stem.get(cut, ()):
            hits[id].append(cut)
    found = [link for id, cuts in hits.items() if (link := _scored(held.all[id], cuts, text, every))]
    found.sort(key=lambda link: (-link.score, link.record))
    return tuple(link for link in found[:_MOST] if link.score >= max(LEAST, _FAR * found[0].score))


def _scored(topic: Topic, cuts: list[str], text: str, every: frozenset[str]) -> Link | None:
    doubt = 1.0
    for cut in cuts:
        doubt *= 1 - topic.weight[cut]
    score = 1 - doubt
    if topic.words and topic.words <= every:
        score = max(score, _WHOLE_TITLE)
    if score < LEAST:
        return None
    words = list(dict.fromkeys(word for word in plain_words(text) if stem(word) in cuts))
    reason = _("“{title}”: {words}").format(title=topic.title, words=", ".join(words[:6]))
    return Link(topic.id, Point.kind, "about", rounded(min(score, 0.95)), reason)
