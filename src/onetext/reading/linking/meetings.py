"""The same meeting from a second outlet: another account of one contact, not a second contact (R4).

Three things are compared: who takes part, on which days, and where. Two sides at least must be the same, or all that
is told of a lone traveller; days and places that exclude one another end it. The weights are by judgement: people 45,
days 35, place 20 of 100. So the same two persons without a place need a day that fits (69 with nothing but the day of
publication), two states alone need the very day (81) or the place beside it; below 65 nothing is offered.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from gettext import gettext as _
from gettext import ngettext
from typing import Any, Literal

from onetext.case.case import Case
from onetext.case.contact import Contact
from onetext.reading.linking.actors import Actor, actors
from onetext.reading.linking.days import When
from onetext.reading.linking.link import LEAD, Link, rounded
from onetext.reading.linking.meeting import Meeting, keys, meetings, of_suggestion, place_words
from onetext.reading.linking.names import is_state, same_person, state_of_capital
from onetext.reading.linking.origin import Origin
from onetext.wording.stems import plain_words
from onetext.wording.words import listed

OFFERED = 0.65
_PEOPLE, _DAYS, _PLACE = 0.45, 0.35, 0.2
_VERY_TEXT = 0.9
"""Told at the same place of the same text."""
_FAR = listed("call message")
_TOGETHER = listed("meeting visit talks briefing mediation event")
_MOST_PUT_OFF = 60


def link_contact(case: Case, fields: Mapping[str, Any], words: str, origin: Origin) -> tuple[Link, ...]:
    """The one contact of the case that this is another account of, where that is plain; else nothing."""
    held = meetings(case)
    told = of_suggestion(fields, words, actors(case), origin)
    same_words = held.in_the_same_words(told.words)
    ids: set[str] = set(same_words)
    for key in keys(told.who):
        ids |= held.by_who.get(key, frozenset())
    for source in origin.same:
        ids |= held.by_source.get(source, frozenset())
    if not told.who:
        for word in place_words(told.place):
            ids |= held.by_place.get(word, frozenset())
    found = [fit for id in ids if (fit := compared(told, held.all[id], origin, same_words=id in same_words))]
    found.sort(key=lambda fit: (-fit.score, fit.held.id))
    if not found or found[0].score < OFFERED:
        return ()
    if len(found) > 1 and found[0].score - found[1].score < LEAD:
        return ()
    return (_link(told, found[0]),)


@dataclass(frozen=True, slots=True)
class Same:
    """Which share of the participants is the same, in how many pairs; ``persons`` when each is a person, not a side."""

    share: float
    pairs: int = 0
    persons: bool = False


DayFit = Literal["same", "within", "perhaps", "news", "apart", "put_off", "words"]


@dataclass(frozen=True, slots=True)
class Days:
    """How well the days fit, in which way, and how many lie between."""

    value: float
    fit: DayFit
    apart: int = 0


PlaceFit = Literal["same", "country", "another", "not_told"]


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a suggestion fits one contact; its words are made when it is offered."""

    held: Meeting
    people: Same
    days: Days
    place: tuple[float, PlaceFit]
    same_words: bool
    ours: bool

    @property
    def score(self) -> float:
        score = _PEOPLE * self.people.share + _DAYS * self.days.value + _PLACE * self.place[0]
        return rounded(max(score, _VERY_TEXT) if self.ours and self.same_words else score)


def compared(told: Meeting, held: Meeting, origin: Origin, *, same_words: bool = False) -> Fit | None:
    """How well a suggestion fits one contact; none where something excludes it. The cheapest is asked first."""
    if not _kinds_fit(told, held):
        return None
    place = _place(told.place, held.place)
    days = _days(told, held, same_place=place[0] >= 0.8, same_words=same_words)
    if days is None:
        return None
    people = _people(told.who, held.who)
    ours = bool(held.sources & origin.same)
    lone = min(len(told.who), len(held.who)) <= 1
    if lone and not same_words and (place[0] < 0.8 or days.value < 0.8 or told.kind != held.kind):
        return None
    if not lone and people.pairs < 2 and not (ours and same_words):
        return None
    if place[1] == "another" and not (days.value == 1 and people.share >= 0.9):
        return None
    return Fit(held, people, days, place, same_words, ours)


def _link(told: Meeting, fit: Fit) -> Link:
    new = told.statuses - fit.held.statuses
    reasons = [_people_words(fit.people), _place_words(fit.place[1]), _day_words(fit.days)]
    reasons.append(_("in the same words") if fit.same_words else "")
    if new and not fit.ours:
        reasons.append(_("tells another outcome: {status}").format(status=", ".join(sorted(new)).replace("_", " ")))
    relation: Literal["already", "account"] = "already" if fit.ours and not new else "account"
    return Link(fit.held.id, Contact.kind, relation, fit.score, ", ".join(filter(None, reasons)))


def _kinds_fit(told: Meeting, held: Meeting) -> bool:
    return told.kind == held.kind or {told.kind, held.kind} <= _TOGETHER or {told.kind, held.kind} <= _FAR


def _people(told: Sequence[Actor], held: Sequence[Actor]) -> Same:
    """Which participants are the same, each in one pair at most; a share of the smaller list, at least of two."""
    pairs = sorted((-value, i, j) for i, a in enumerate(told) for j, b in enumerate(held) if (value := alike(a, b)) > 0)
    left: set[int] = set()
    right: set[int] = set()
    total, persons = 0.0, True
    for value, i, j in pairs:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            total -= value
            persons = persons and value == -1.0
    if not left:
        return Same(0.4 if not told or not held else 0.0)
    share = total / max(min(2, max(len(told), len(held))), min(len(told), len(held)))
    return Same(min(1.0, share), len(left), persons)


def _people_words(same: Same) -> str:
    if not same.pairs:
        return ""
    if same.persons:
        return ngettext("the same person", "the same {n} people", same.pairs).format(n=_count(same.pairs))
    return ngettext("the same side", "the same {n} sides", same.pairs).format(n=_count(same.pairs))


def _count(number: int) -> str:
    words = (lambda: _("one"), lambda: _("two"), lambda: _("three"), lambda: _("four"), lambda: _("five"))
    return words[number - 1]() if 1 <= number <= len(words) else str(number)


def alike(a: Actor, b: Actor) -> float:
    """1: the same person; 0.8: the same party; 0.7: a person and their party; 0: others."""
    if a.is_party and b.is_party:
        return 0.8 if a.parties & b.parties else 0.0
    if a.is_party or b.is_party:
        return 0.7 if a.parties & b.parties else 0.0
    if a.person or b.person:
        return 1.0 if a.person == b.person else 0.0
    return 1.0 if a.name and same_person(a.name, b.name) in ("same", "spelling") else 0.0


def _days(told: Meeting, held: Meeting, *, same_place: bool, same_words: bool) -> Days | None:
    """How well the days fit; None: they exclude one another, or nothing is known of them."""
    if not told.days or not held.days:
        return Days(0.9, "words") if same_words else None
    apart, a, b = min(
        ((a.apart(b), a, b) for a in told.days for b in held.days),
        key=lambda one: (one[0], one[1].length, one[2].length),
    )
    if apart == 0:
        return _overlap(a, b, same_words=same_words)
    if not (a.told and b.told):
        return Days(0.5, "words") if same_words and apart <= _MOST_PUT_OFF else None
    if apart == 1:
        return Days(0.7, "apart", apart)
    if apart == 2 and same_place:
        return Days(0.45, "apart", apart)
    if "postponed" in told.statuses | held.statuses and apart <= _MOST_PUT_OFF and "held" not in told.statuses:
        return Days(0.45, "put_off", apart)
    return Days(0.5, "apart", apart) if same_words and apart <= 7 else None


def _overlap(a: When, b: When, *, same_words: bool) -> Days:
    if a.told and b.told:
        length = max(a.length, b.length)
        if min(a.length, b.length) == length and length <= 3:
            return Days(1.0, "same")
        if length <= 10:
            return Days(0.8, "within")
        return Days(0.9 if same_words else 0.55 if length <= 31 else 0.25, "perhaps")
    if same_words:
        return Days(0.9, "words")
    exact, news = (a, b) if a.told else (b, a)
    if not exact.told or exact.length > 10:
        return Days(0.4, "news")
    far = max(0, min(abs((news.last - exact.last).days), abs((exact.first - news.first).days)))
    return Days(max(0.35, 0.55 - 0.03 * far), "news")


def _day_words(days: Days) -> str:
    if days.fit == "same":
        return _("the same day")
    if days.fit == "within":
        return _("within the same days")
    if days.fit == "perhaps":
        return _("the days may be the same")
    if days.fit == "news":
        return _("its day fits the day of the article")
    if days.fit == "words":
        return ""
    words = ngettext("{n} day apart", "{n} days apart", days.apart).format(n=_count(days.apart))
    return _("{days}, and it was put off").format(days=words) if days.fit == "put_off" else words


def _place(told: str | None, held: str | None) -> tuple[float, PlaceFit]:
    """1: the same place; 0.8: one within the other; 0.5: not told; 0: two places."""
    if not told or not held:
        return 0.5, "not_told"
    a, b = place_words(told), place_words(held)
    if a == b:
        return 1.0, "same"
    if a and b and (a <= b or b <= a):
        return 0.8, "same"
    if is_state(told) == is_state(held):
        return 0.0, "another"
    capital, state = (state_of_capital(held), told) if is_state(told) else (state_of_capital(told), held)
    if capital is None:
        return 0.5, "not_told"  # a city of which no table says whose it is
    return (0.8, "country") if capital == " ".join(plain_words(state)) else (0.0, "another")


def _place_words(fit: PlaceFit) -> str:
    if fit == "not_told":
        return ""
    return {"same": _("the same place"), "country": _("the same country"), "another": _("another place")}[fit]
