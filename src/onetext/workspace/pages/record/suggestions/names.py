"""Names in an article matched to the case's own persons and parties where that is plain; else left as written (C1)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from onetext.case.check import may_name
from onetext.case.record import Record
from onetext.disclosure.view import View


@dataclass(frozen=True)
class Known:
    """Somebody of the case: id, names that mean them, labels."""

    id: str
    names: tuple[str, ...]
    labels: frozenset[str] = frozenset()


@dataclass
class Names:
    """Persons and parties that a record under certain labels may name (D12)."""

    parties: list[Known] = field(default_factory=list)
    persons: list[Known] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._parties = _index((_plain(name), one.id) for one in self.parties for name in one.names)
        self._persons = _index((_plain(name), one.id) for one in self.persons for name in one.names)
        self._surnames = _index((_surname(name), one.id) for one in self.persons for name in one.names)

    def party(self, name: str | None) -> str | None:
        """The party called exactly so, by its name or its short name."""
        return _only(self._parties, _plain(name)) if name else None

    def person(self, name: str | None) -> str | None:
        """The person called exactly so, or the only one of that surname."""
        if not name:
            return None
        whole = _only(self._persons, _plain(name))
        return whole if whole or len(name.split()) > 1 else _only(self._surnames, _plain(name))

    def id(self, name: str | None) -> str | None:
        """The person or party of that name."""
        return self.person(name) or self.party(name)

    def who(self, name: str | None) -> str | dict[str, Any] | None:
        """The id, else the name as the article has it."""
        return self.id(name) or ({"name": name} if name else None)

    def learn_party(self, id: str, name: str) -> None:
        self.parties.append(Known(id, (name,)))
        self.__post_init__()

    def learn_person(self, id: str, name: str) -> None:
        self.persons.append(Known(id, (name,)))
        self.__post_init__()


def names_for(view: View, labels: tuple[str, ...], default_labels: tuple[str, ...]) -> Names:
    """All that a record under ``labels`` may name, of what this writer may see."""
    may = frozenset(labels)

    def nameable(known: list[Known]) -> list[Known]:
        return [one for one in known if may_name(may, one.labels, default_labels)]

    return Names(nameable(view.facts("party", "names", _known)), nameable(view.facts("person", "names", _known)))


def _known(record: Record) -> Known:
    names = (getattr(record, "name", None), getattr(record, "short", None))
    return Known(record.id, tuple(name for name in names if name), frozenset(record.labels or ()))


def _plain(name: str | None) -> str:
    words = (name or "").casefold().replace(".", "").split()
    return " ".join(words[1:] if words[:1] == ["the"] else words)


def _surname(name: str) -> str:
    return _plain(name).rpartition(" ")[2]


def _index(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for name, id in pairs:
        found.setdefault(name, set()).add(id)
    return found


def _only(index: dict[str, set[str]], name: str) -> str | None:
    ids = index.get(name, set())
    return next(iter(ids)) if len(ids) == 1 else None
