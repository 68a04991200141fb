"""A scenario while it is being read: the names known so far, and every fault found in it (C4)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, ParamSpec, TypeVar

from onetext.dealspace.scenario import Choice, Issue
from onetext.files.faults import Fault, Faults, nearest, refuse

_MOST_NAME = 500
_MOST = {"issues": 1000, "options": 10_000, "parties": 100, "entries": 10_000}
_NOTES = ("id", "title", "name", "note", "notes", "description", "basis", "sources", "labels", "on")
_P = ParamSpec("_P")
_T = TypeVar("_T")


class Reading:
    """Notes faults at places of the file named ``name`` and goes on, so that one fault does not hide the next."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.faults: list[Fault] = []
        self.issues: tuple[Issue, ...] = ()
        self.numbers: dict[str, int] = {}
        self.options: list[dict[str, int]] = []

    def know(self, issues: list[Issue]) -> None:
        """From here on these issues and options can be named."""
        self.issues = tuple(issues)
        self.numbers = {issue.name: number for number, issue in enumerate(issues)}
        self.options = [{option: number for number, option in enumerate(issue.options)} for issue in issues]

    def note(self, place: str, problem: str, remedy: str) -> None:
        self.faults.append(Fault(self.at(place), problem, remedy))

    def warn(self, place: str, problem: str, remedy: str) -> None:
        self.faults.append(Fault(self.at(place), problem, remedy, "warning"))

    def at(self, place: str) -> str:
        return f"{self.name}: {place}" if place else self.name

    def attempt(self, act: Callable[_P, _T], *given: _P.args, **named: _P.kwargs) -> _T | None:
        """The result of ``act``, or None with its faults noted, so that one fault does not hide the next."""
        try:
            return act(*given, **named)
        except Faults as found:
            self.faults += found.faults
            return None

    def check_keys(self, place: str, data: dict[str, Any], known: Iterable[str]) -> None:
        """A key close to a known one is surely a slip; another is passed over with a warning."""
        known = list(known)
        for key in data:
            if key in known or key in _NOTES:
                continue
            where = f"{place}.{key}" if place else key
            remedy = nearest(key, known)
            note = self.note if remedy.startswith("did you mean") else self.warn
            note(where, "an unknown key", remedy)

    def mapping(self, place: str, data: Any, size: str = "entries") -> dict[str, Any]:
        if data is None:
            return {}
        if not isinstance(data, dict):
            self.note(place, "must be a mapping", "write 'name: value' lines under it")
            return {}
        if self.too_many(place, len(data), size):
            return {}
        return data

    def entries(self, place: str, data: Any, size: str = "entries") -> list[Any]:
        if data is None:
            return []
        if not isinstance(data, list | tuple):
            self.note(place, "must be a list", "write [one, two], or lines that begin with '- '")
            return []
        return [] if self.too_many(place, len(data), size) else list(data)

    def too_many(self, place: str, count: int, size: str) -> bool:
        if count > _MOST[size]:
            self.note(place, f"{count:,} {size}; at most {_MOST[size]:,} are read", "check that it is the right file")
        return count > _MOST[size]

    def check_name(self, place: str, name: str) -> None:
        if not name.strip():
            self.note(place, "an empty name", "give it a name")
        elif len(name) > _MOST_NAME:
            self.note(place[:80], f"a name of {len(name):,} characters", f"use at most {_MOST_NAME}")
        elif not name.isprintable():
            self.note(repr(place), "a name with characters that cannot be printed", "use plain words on one line")

    def label(self, choice: Choice) -> str:
        """The choice as a file writes it."""
        issue, option = choice
        return f"{self.issues[issue].name}={self.issues[issue].options[option]}"

    def issue_number(self, name: Any, place: str) -> int:
        if not isinstance(name, str) or name not in self.numbers:
            raise refuse(self.at(place), f"there is no issue '{name}'", nearest(str(name), self.numbers))
        return self.numbers[name]

    def option_number(self, issue: int, name: Any, place: str) -> int:
        text = word(name)
        options = self.options[issue]
        if text is None or text not in options:
            raise refuse(
                self.at(place),
                f"the issue '{self.issues[issue].name}' has no option '{name}'",
                nearest(str(name), options),
            )
        return options[text]

    def choice(self, text: Any, place: str) -> Choice:
        """The option that ``issue=option`` names."""
        if not isinstance(text, str) or "=" not in text:
            raise refuse(self.at(place), f"'{text}' names no option", "write issue=option")
        parts = text.split("=")
        for cut in range(1, len(parts)):
            name = "=".join(parts[:cut]).strip()
            if name in self.numbers:
                issue = self.numbers[name]
                return issue, self.option_number(issue, "=".join(parts[cut:]).strip(), place)
        return self.issue_number(parts[0].strip(), place), 0

    def choices(self, place: str, data: Any) -> tuple[Choice, ...]:
        names = self.entries(place, data)
        found = [self.attempt(self.choice, name, f"{place}[{number}]") for number, name in enumerate(names)]
        return tuple(dict.fromkeys(choice for choice in found if choice is not None))

    def warn_of_clash(self, place: str, choices: tuple[Choice, ...], effect: str) -> None:
        seen = [issue for issue, _ in choices]
        if len(set(seen)) < len(seen):
            self.warn(place, f"names two options of one issue, so it {effect}", "name one option an issue")


def word(data: Any) -> str | None:
    """A name as text; YAML reads an unquoted 2 or true as a number or a truth value."""
    if isinstance(data, bool):
        return str(data).lower()
    return str(data) if isinstance(data, str | int | float) else None
