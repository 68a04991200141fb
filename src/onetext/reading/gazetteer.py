"""Names the project knows before any model: states, their capitals and offices, unions, outlets, cities, given names.

Tables beside this file, in our own words; no office-holder is in them, so that no side and no year is favoured.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Literal, Protocol

from onetext.wording.words import words

Kind = Literal["party", "person", "adjective", "capital", "office", "outlet", "place"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A known name: ``party`` is who stands behind it, for an outlet its usual name, for a place itself."""

    kind: Kind
    party: str
    plural: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Gazetteer:
    """``entries`` by the words of a name; ``longest`` by first word, so that a look-up is a few steps.

    ``persons`` are forms of names that somebody gave to full names, ``known`` these names to what is known of them.
    """

    entries: dict[tuple[str, ...], Entry]
    longest: dict[str, int]
    given: dict[str, str]
    persons: Mapping[str, str] = field(default_factory=dict)
    known: Mapping[str, Known] = field(default_factory=dict)

    def at(self, texts: list[str], place: int) -> tuple[int, Entry] | None:
        """The longest known name that starts at word ``place``: how many words it has, and what it is."""
        for size in range(min(self.longest.get(texts[place], 0), len(texts) - place), 0, -1):
            entry = self.entries.get(tuple(texts[place : place + size]))
            if entry is not None:
                return size, entry
        return None


def table(name: str) -> list[str]:
    """The lines of a table without comments and blanks."""
    text = files("onetext.reading").joinpath("gazetteer", name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


def cell(text: str) -> list[str]:
    return [part.strip() for part in text.split(";") if part.strip()]


class Known(Protocol):
    """What somebody gave of a person."""

    @property
    def party(self) -> str | None: ...
    @property
    def role(self) -> str | None: ...


_GIVEN: ContextVar[Gazetteer | None] = ContextVar("gazetteer", default=None)


def gazetteer() -> Gazetteer:
    """The names to read by: the shipped ones, or those of ``reading_by``."""
    return _GIVEN.get() or shipped()


@contextmanager
def reading_by(names: Gazetteer) -> Iterator[None]:
    """In this block, and this thread, ``names`` are the gazetteer."""
    before = _GIVEN.set(names)
    try:
        yield
    finally:
        _GIVEN.reset(before)


@cache
def shipped() -> Gazetteer:
    entries: dict[tuple[str, ...], Entry] = {}

    def put(name: str, entry: Entry) -> None:
        entries.setdefault(tuple(word.text for word in words(name)), entry)

    for line in table("states.txt"):
        _put_state(line, put)
    for line in table("outlets.txt"):
        name, *others = (part.strip() for part in line.split("|"))
        for form in [name, *cell(";".join(others))]:
            put(form, Entry("outlet", name))
    for name in cell(";".join(table("cities.txt"))):
        put(name, Entry("place", name))
    longest: dict[str, int] = {}
    for key in entries:
        longest[key[0]] = max(longest.get(key[0], 0), len(key))
    return Gazetteer(entries, longest, _given_names())


def _put_state(line: str, put: object) -> None:
    assert callable(put)
    name, others, peoples, capitals, offices = (part.strip() for part in line.split("|"))
    for form in [name, *cell(others)]:
        put(form, Entry("party", name))
    for people in cell(peoples):
        put(people, Entry("adjective", name))
        for plural in _plurals(people):
            put(plural, Entry("party", name, plural=True))
    for capital in cell(capitals):
        put(capital, Entry("capital", name))
    for office in cell(offices):
        put(office, Entry("office", name))


def _plurals(people: str) -> list[str]:
    if people.endswith("man"):
        return [people[:-3] + "men"]
    return [people + "s"] if people[-1] not in "shzx" and not people.endswith("ese") and people != "U.S" else []


def _given_names() -> dict[str, str]:
    given: dict[str, str] = {}
    for line in table("firstnames.txt"):
        pronoun, _, names = line.partition(":")
        for name in names.split():
            given[name] = "either" if given.get(name, pronoun) != pronoun else pronoun
    return given
