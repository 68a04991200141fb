"""A name that somebody gave: who or what it is, and all the forms in which it is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from onetext.reading.gazetteer import Entry, Gazetteer, Kind, shipped
from onetext.wording.words import words

NameKind = Literal["party", "person", "outlet", "place"]


@dataclass(frozen=True, slots=True)
class Named:
    """``also`` are further forms; ``people``, ``capitals`` and ``offices`` stand for a party; a person has a party."""

    name: str
    kind: NameKind
    also: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    party: str | None = None
    role: str | None = None

    def forms(self) -> Iterator[tuple[str, Kind]]:
        """Each form with what it is; a person's are not in the table of names."""
        kind: Kind = "place" if self.kind == "place" else "outlet" if self.kind == "outlet" else "party"
        if self.kind != "person":
            yield from ((form, kind) for form in (self.name, *self.also))
        yield from ((form, "adjective") for form in self.people)
        yield from ((form, "capital") for form in self.capitals)
        yield from ((form, "office") for form in self.offices)


@lru_cache(maxsize=8)
def with_names(names: tuple[Named, ...]) -> Gazetteer:
    """The shipped gazetteer with these names, which go before its own."""
    if not names:
        return shipped()
    own: dict[tuple[str, ...], Entry] = {}
    for named in names:
        for form, kind in named.forms():
            own.setdefault(_key(form), Entry(kind, named.name))
            if kind == "adjective" and form[-1] not in "shzx":
                own.setdefault(_key(f"{form}s"), Entry("party", named.name, plural=True))
    entries = {**shipped().entries, **own}
    entries.pop((), None)
    longest = dict(shipped().longest)
    for key in own:
        if key:
            longest[key[0]] = max(longest.get(key[0], 0), len(key))
    persons = tuple(named for named in names if named.kind == "person")
    return Gazetteer(entries, longest, shipped().given, _by_form(persons), {each.name: each for each in persons})


def _key(form: str) -> tuple[str, ...]:
    return tuple(word.text for word in words(form))


def _by_form(persons: Iterable[Named]) -> dict[str, str]:
    """A person's forms to the full name; the last word of it too, where only one person has it."""
    found: dict[str, str] = {}
    lasts: dict[str, set[str]] = {}
    for person in persons:
        for form in (person.name, *person.also):
            found.setdefault(form, person.name)
        if " " in person.name:
            lasts.setdefault(person.name.rsplit(maxsplit=1)[-1], set()).add(person.name)
    for last, owners in lasts.items():
        if len(owners) == 1 and len(last) > 2 and (last,) not in shipped().entries:
            found.setdefault(last, *owners)
    return found
