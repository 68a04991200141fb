"""The same meeting from a second outlet: another account of one contact, not a second contact (R4).

Three things are compared: who takes part, on which days, and where. Two sides at least must be the same, or all that
is told of a lone traveller; days and places that exclude one another end it. The weights are by judgement: people 45,
days 35, place 20 of 100. So the same two persons without a place need a day that fits (69 with nothing but the day of
publication), two states alone need the very day (81) or the place beside it; below 65 nothing is offered.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from gettext import gettext as _
from gettext import ngettext
from typing import Any

from onetext.case.case import Case
from onetext.case.contact import Contact
from onetext.case.once import once_a_case
from onetext.case.source import Source
from onetext.reading.linking.actors import Actor, Actors, actor_of, actors
from onetext.reading.linking.days import When, days_told, when_told
from onetext.reading.linking.link import LEAD, Link, rounded
from onetext.reading.linking.names import is_state, same_person, state_of_capital
from onetext.reading.linking.origin import Origin
from onetext.reading.linking.stems import plain_words
from onetext.wording.likeness import Traits, likeness, traits
from onetext.wording.words import listed

OFFERED = 0.65
_PEOPLE, _DAYS, _PLACE = 0.45, 0.35, 0.2
_SAME_WORDS = 0.8
_FAR = listed("call message")
_TOGETHER = listed("meeting visit talks briefing mediation event")
_MOST_PUT_OFF = 60
_IN_PLACE = listed("in at the near of outside city town hotel embassy palace")


@dataclass(frozen=True, slots=True)
class Meeting:
    """A contact as it is compared."""

    kind: str
    who: tuple[Actor, ...]
    days: tuple[When, ...]
    place: str | None
    statuses: frozenset[str]
    words: Traits
    id: str = ""
    sources: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Meetings:
    """The contacts of a case, by id; ``by_who`` finds those of a person, a party or an unknown name."""

    all: Mapping[str, Meeting]
    by_who: Mapping[str, frozenset[str]]
    by_place: Mapping[str, frozenset[str]]


@once_a_case
def meetings(case: Case) -> Meetings:
    people = actors(case)
    sources = {source.id: source.on for source in case.all(Source)}
    every = {contact.id: _of_record(contact, people, sources) for contact in case.all(Contact)}
    by_who, by_place = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    for meeting in every.values():
        for key in _keys(meeting.who):
            by_who[key].add(meeting.id)
        for word in _place_words(meeting.place):
            by_place[word].add(meeting.id)
    return Meetings(every, {k: frozenset(v) for k, v in by_who.items()}, {k: frozenset(v) for k, v in by_place.items()})


def _keys(who: Iterable[Actor]) -> set[str]:
    found = set()
    for actor in who:
        found |= {f"#{id}" for id in (actor.person, *actor.parties) if id}
        if not actor.record:
            found.add(plain_words(actor.name)[-1] if plain_words(actor.name) else "")
    return found


def _of_record(contact: Contact, people: Actors, sources: Mapping[str, str | None]) -> Meeting:
    told = [account for account in contact.accounts if account.status]
    named = {id for account in contact.accounts for id in account.sources} | set(contact.sources)
    days = [contact.on, *(str(a.value) for a in contact.accounts if a.field == "on" and isinstance(a.value, str))]
    found = [when for when in (days_told(on, contact.end if on == contact.on else None) for on in days) if when]
    if not found:
        status = told[-1].status if told else None
        found = [when for id in sorted(named) if (when := when_told(None, None, sources.get(id), status))]
    return Meeting(
        kind=contact.contact_kind,
        who=tuple(
            actor_of(people, one.who, one.party, one.name)
            for one in contact.participants if (one.role or "") not in ("host", "mediator")
        ),
        days=tuple(found),
        place=contact.place,
        statuses=frozenset(account.status for account in told if account.status),
        words=traits(contact.text or ""),
        id=contact.id,
        sources=frozenset(named),
    )  # fmt: skip


def of_suggestion(fields: Mapping[str, Any], words: str, people: Actors, origin: Origin) -> Meeting:
    """A suggested contact, as it is compared."""
    status = fields.get("status")
    statuses = {str(mark["status"]) for mark in fields.get("history") or ()} | ({str(status)} if status else set())
    when = when_told(fields.get("date"), fields.get("date_text"), origin.on, status)
    names = fields.get("participants") or ()
    return Meeting(
        kind=str(fields.get("kind") or "meeting"),
        who=tuple(people.named(name, origin.party_of(name), origin.on) for name in names),
        days=(when,) if when else (),
        place=fields.get("place"),
        statuses=frozenset(statuses),
        words=traits(words),
    )


def link_contact(case: Case, fields: Mapping[str, Any], words: str, origin: Origin) -> tuple[Link, ...]:
    """The one contact of the case that this is another account of, where that is plain; else nothing."""
    held = meetings(case)
    told = of_suggestion(fields, words, actors(case), origin)
    ids: set[str] = set()
    for key in _keys(told.who):
        ids |= held.by_who.get(key, frozenset())
    if not told.who:
        for word in _place_words(told.place):
            ids |= held.by_place.get(word, frozenset())
    found = [link for id in ids if (link := compared(told, held.all[id], origin))]
    found.sort(key=lambda link: (-link.score, link.record))
    if not found or found[0].score < OFFERED:
        return ()
    if len(found) > 1 and found[0].score - found[1].score < LEAD:
        return ()
    return (found[0],)


def compared(told: Meeting, held: Meeting, origin: Origin) -> Link | None:
    """How well a suggestion fits one contact; none where something excludes it."""
    if not _kinds_fit(told, held):
        return None
    same_words = bool(told.words) and likeness(told.words, held.words) >= _SAME_WORDS
    people = _people(told.who, held.who)
    place, place_reason = _place(told.place, held.place)
    days, day_reason = _days(told, held, same_place=place >= 0.8, same_words=same_words)
    if days is None or (days == 0 and not same_words):
        return None
    lone = min(len(told.who), len(held.who)) <= 1
    if lone and not same_words and (place < 0.8 or days < 0.8 or told.kind != held.kind):
        return None
    if not lone and people.matched < 2:
        return None
    if place == 0 and not (days == 1 and people.share >= 0.9):
        return None
    score = _PEOPLE * people.share + _DAYS * days + _PLACE * place
    ours = bool(held.sources & origin.same)
    new = told.statuses - held.statuses
    reasons = [people.reason, place_reason, day_reason, _("in the same words") if same_words else ""]
    if new and not ours:
        reasons.append(_("tells another outcome: {status}").format(status=", ".join(sorted(new)).replace("_", " ")))
    return Link(held.id, Contact.kind, "already" if ours and not new else "account", rounded(score),
                ", ".join(reason for reason in reasons if reason))  # fmt: skip


def _kinds_fit(told: Meeting, held: Meeting) -> bool:
    return told.kind == held.kind or {told.kind, held.kind} <= _TOGETHER or {told.kind, held.kind} <= _FAR


@dataclass(frozen=True, slots=True)
class _Same:
    share: float
    matched: int
    reason: str


def _people(told: Sequence[Actor], held: Sequence[Actor]) -> _Same:
    """Which participants are the same, each in one pair at most; a share of the smaller list, at least of two."""
    pairs = sorted(
        ((-value, i, j) for i, a in enumerate(told) for j, b in enumerate(held) if (value := alike(a, b)) > 0),
    )
    left: set[int] = set()
    right: set[int] = set()
    total, persons = 0.0, 0
    for value, i, j in pairs:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            total -= value
            persons += value == -1.0
    if not left:
        return _Same(0.4 if not told or not held else 0.0, 0, "")
    share = total / max(min(2, max(len(told), len(held))), min(len(told), len(held)))
    sides = len(left)
    if persons == sides:
        reason = ngettext("the same person", "the same {n} people", sides).format(n=_count(sides))
    else:
        reason = ngettext("the same side", "the same {n} sides", sides).format(n=_count(sides))
    return _Same(min(1.0, share), sides, reason)


def _count(number: int) -> str:
    words = {2: _("two"), 3: _("three"), 4: _("four"), 5: _("five")}
    return words.get(number, str(number))


def alike(a: Actor, b: Actor) -> float:
    """1: the same person; 0.8: the same party; 0.7: a person and their party; 0: others."""
    if a.is_party and b.is_party:
        return 0.8 if a.parties & b.parties else 0.0
    if a.is_party or b.is_party:
        return 0.7 if a.parties & b.parties else 0.0
    if a.person or b.person:
        return 1.0 if a.person == b.person else 0.0
    return 1.0 if a.name and same_person(a.name, b.name) in ("same", "spelling") else 0.0


def _days(told: Meeting, held: Meeting, *, same_place: bool, same_words: bool) -> tuple[float | None, str]:
    """How well the days fit; None: they exclude one another."""
    if not told.days or not held.days:
        return (0.9, "") if same_words else (0.0, "")
    apart, a, b = min(
        ((a.apart(b), a, b) for a in told.days for b in held.days),
        key=lambda one: (one[0], one[1].length, one[2].length),
    )
    if apart == 0:
        return _overlap(a, b, same_words=same_words)
    if not (a.told and b.told):
        return (0.5, "") if same_words and apart <= _MOST_PUT_OFF else (None, "")
    reason = ngettext("{n} day apart", "{n} days apart", apart).format(n=_count(apart) if apart > 1 else _("one"))
    if apart == 1:
        return 0.7, reason
    if apart == 2 and same_place:
        return 0.45, reason
    if "postponed" in told.statuses | held.statuses and apart <= _MOST_PUT_OFF and not told.statuses & {"held"}:
        return 0.45, _("{days}, and it was put off").format(days=reason)
    return (0.5, reason) if same_words and apart <= 7 else (None, "")


def _overlap(a: When, b: When, *, same_words: bool) -> tuple[float, str]:
    if a.told and b.told:
        length = max(a.length, b.length)
        if min(a.length, b.length) == length and length <= 3:
            return 1.0, _("the same day")
        if length <= 10:
            return 0.8, _("within the same days")
        return (0.9 if same_words else 0.55 if length <= 31 else 0.25), _("the days may be the same")
    if same_words:
        return 0.9, ""
    exact, news = (a, b) if a.told else (b, a)
    if not exact.told or exact.length > 10:
        return 0.4, _("its day fits the day of the article")
    far = max(0, min(abs((news.last - exact.last).days), abs((exact.first - news.first).days)))
    return max(0.35, 0.55 - 0.03 * far), _("its day fits the day of the article")


def _place(told: str | None, held: str | None) -> tuple[float, str]:
    """1: the same place; 0.8: one within the other; 0.5: not told; 0: two places."""
    if not told or not held:
        return 0.5, ""
    a, b = _place_words(told), _place_words(held)
    if a == b:
        return 1.0, _("the same place")
    if a and b and (a <= b or b <= a):
        return 0.8, _("the same place")
    state_a, state_b = state_of_capital(told), state_of_capital(held)
    if is_state(told) != is_state(held):
        capital, state = (state_b, told) if is_state(told) else (state_a, held)
        if capital is None:
            return 0.5, ""
        return (0.8, _("the same country")) if capital == " ".join(plain_words(state)) else (0.0, _("another place"))
    return 0.0, _("another place")


def _place_words(place: str | None) -> frozenset[str]:
    return frozenset(plain_words(place or "")) - _IN_PLACE
