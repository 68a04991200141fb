"""The case's own persons and parties: whom a name in an article means, by name, short name, other name or office."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from gettext import gettext as _
from typing import Literal

from onetext.case.case import Case
from onetext.case.dates import first_day, last_day
from onetext.case.once import once_a_case
from onetext.case.people import Party, Person, Role
from onetext.case.record import Named, Record
from onetext.reading.linking.names import name_parts, party_name, same_person
from onetext.wording.stems import folded, stems

How = Literal["same", "stands_for", "spelling", "surname", "office", "other_side"]
_SCORES: dict[How, float] = {
    "same": 1.0, "stands_for": 1.0, "spelling": 0.85, "surname": 0.75, "office": 0.65, "other_side": 0.62,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody as named: the person and the parties of the case that are meant, as far as that is plain.

    ``parties`` of a person are those they act for; of a party it is itself. ``how`` says how the case's own record,
    which is ``called`` so, was found: None where none was.
    """

    name: str
    person: str | None = None
    parties: frozenset[str] = frozenset()
    is_party: bool = False
    how: How | None = None
    called: str = ""

    @property
    def score(self) -> float:
        return _SCORES[self.how] if self.how else 0.0

    @property
    def reason(self) -> str:
        """In one line, made when it is shown."""
        words: dict[How, str] = {
            "same": _("the same name"),
            "stands_for": _("“{name}” stands for {called}"),
            "spelling": _("“{name}” is {called}, spelled otherwise"),
            "surname": _("{called} is the only one of that surname"),
            "office": _("the only one of that side in this office: {called}"),
            "other_side": _("the same name, though here of another side"),
        }
        return words[self.how].format(name=self.name, called=self.called) if self.how else ""

    @property
    def record(self) -> str | None:
        """The record that is meant: the person, else the one party that the name is."""
        return self.person or (next(iter(self.parties)) if self.is_party and len(self.parties) == 1 else None)


@dataclass(slots=True)
class Actors:
    """``by_last`` holds persons by the last word of any of their names, ``parties`` ids by every name."""

    people: dict[str, Person] = field(default_factory=dict)
    by_last: dict[str, list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))
    parties: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    called: dict[str, str] = field(default_factory=dict)
    part_of: dict[str, str] = field(default_factory=dict)

    def named(self, name: str | None, party: str | None = None, day: str | None = None) -> Actor:
        """Whom a name means. ``party`` is whom the article says they act for; it sets namesakes apart."""
        if not name:
            return Actor("")
        side = self.party(party)
        found = self.party(name)
        if found:
            called = self.called[found]
            how: How = "same" if folded(name) == folded(called) else "stands_for"
            return Actor(name, None, frozenset({found}), is_party=True, how=how, called=called)
        return self._person(name, side, day)

    def party(self, name: str | None) -> str | None:
        """The one party that has this name, by whichever of its names."""
        ids = self.parties.get(party_name(name), set()) if name else set()
        return next(iter(ids)) if len(ids) == 1 else None

    def _person(self, name: str, side: str | None, day: str | None) -> Actor:
        parts = name_parts(name)
        found: dict[str, How] = {}
        for id, known in self.by_last.get(_last(parts), ()):
            how = same_person(name, known)
            if how and (id not in found or _SCORES[how] > _SCORES[found[id]]):
                found[id] = how
        best = max((_SCORES[how] for how in found.values()), default=0.0)
        ids = sorted(id for id, how in found.items() if _SCORES[how] == best)
        if len(ids) > 1 and side:  # several of one name: the side tells them apart
            ids = [id for id in ids if side in self.sides(id, day)]
        if len(ids) != 1:
            return Actor(name, None, frozenset({side} if side else ()))
        sides, meant = self.sides(ids[0], day), found[ids[0]]
        if side and self.sides(ids[0]) and not self._within(side, self.sides(ids[0])):
            # acting for another side: a namesake where the whole name is not the same, else perhaps read wrongly
            if meant != "same" or len(parts) < 2:
                return Actor(name, None, frozenset({side}))
            meant = "other_side"
        acts_for = sides or frozenset({side} if side else ())
        return Actor(name, ids[0], acts_for, how=meant, called=self.called[ids[0]])

    def sides(self, person: str, day: str | None = None) -> frozenset[str]:
        """The parties a person acts for: on ``day`` where a role says so, else at any time."""
        roles = [role for role in self.people[person].roles if role.party]
        then = [role for role in roles if _held(role, day)]
        return frozenset(role.party for role in then or roles if role.party)

    def _within(self, side: str, sides: Iterable[str]) -> bool:
        """Whether a side is one of these, or the whole that one of them is part of, or part of one."""
        wholes = {self.part_of.get(one) for one in sides}
        return side in sides or side in wholes or self.part_of.get(side) in {*sides}

    def in_office(self, words: str, party: str | None, day: str | None) -> Actor | None:
        """The only person of that side whose office is called so: ``the envoy`` of a side that has one."""
        asked = set(stems(words)) & _OFFICES
        if not asked or not party:
            return None
        found = [
            id for id, person in self.people.items()
            if any(role.party == party and _held(role, day) and asked <= {*stems(role.title)} for role in person.roles)
        ]  # fmt: skip
        if len(found) != 1:
            return None
        return Actor(words, found[0], frozenset({party}), how="office", called=self.called[found[0]])


_OFFICES = frozenset(
    cut for word in ("president", "minister", "chancellor", "envoy", "negotiator", "spokesperson", "spokesman",
                     "spokeswoman", "ambassador", "secretary", "king", "emir", "premier", "chair")
    for cut in (*stems(word), word)
)  # fmt: skip


def _last(parts: tuple[str, ...]) -> str:
    """What persons are filed under: the beginning of the surname, since its end is spelled in many ways."""
    return parts[-1][:3] if parts else ""


def _held(role: Role, day: str | None) -> bool:
    if day is None:
        return True
    begun = role.from_ is None or first_day(role.from_) <= last_day(day)
    return begun and (role.to is None or last_day(role.to) >= first_day(day))


@once_a_case
def actors(case: Case) -> Actors:
    """The persons and parties of a case."""
    found = Actors()
    for party in case.all(Party):
        found.called.setdefault(party.id, party.name)
        if party.part_of:
            found.part_of[party.id] = party.part_of
        for name in (party.name, party.short, *other_names(party)):
            if name:
                found.parties[party_name(name)].add(party.id)
    for person in case.all(Person):
        found.people.setdefault(person.id, person)
        found.called.setdefault(person.id, person.name)
        for name in dict.fromkeys((person.name, *other_names(person))):
            found.by_last[_last(name_parts(name))].append((person.id, name))
    return found


def other_names(record: Record) -> Iterable[str]:
    """What accounts say somebody is called, and names that stand under ``aliases``, a key the file may have."""
    for account in record.accounts:
        if account.field == "name" and isinstance(account.value, str):
            yield account.value
    aliases = (record.model_extra or {}).get("aliases")
    if isinstance(aliases, list):
        yield from (name for name in aliases if isinstance(name, str))


def actor_of(found: Actors, who: str | Named | None, party: str | None = None, name: str | None = None) -> Actor:
    """Somebody as a record names them: by id, or by a name with no record of its own."""
    if isinstance(who, Named):
        return actor_of(found, None, who.party or party, who.name)
    if who in found.people:
        sides = frozenset({party}) if party else found.sides(who)
        return Actor(found.called[who], who, sides, how="same")
    if who is not None:
        return Actor(found.called.get(who, who), None, frozenset({who}), is_party=True, how="same")
    named = found.named(name) if name else Actor("")
    if named.person or named.is_party or not party:
        return named
    # "senior officials" of a side stand for the side
    return Actor(name or "", None, frozenset({party}), is_party=not name or not _is_name(name))


def _is_name(name: str) -> bool:
    parts = name.split()
    return 1 < len(parts) < 5 and all(part[:1].isupper() for part in (parts[0], parts[-1]))


def of_document(persons: Iterable[Mapping[str, object]]) -> dict[str, str]:
    """The party of each person that the same article names, by name."""
    return {str(one["name"]): str(one["party"]) for one in persons if one.get("name") and one.get("party")}
