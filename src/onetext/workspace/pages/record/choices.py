"""The records a field may name, by what people call them: one list a kind, shared by all fields of a page."""

from __future__ import annotations

from collections import Counter, deque
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from onetext.case.case import Case
from onetext.case.record import PUBLIC, Names, Record
from onetext.case.source import Source
from onetext.desk.calling import title_of
from onetext.files.faults import nearest

FEW = 30
_MOST = 90
_USUAL = ("point", "draft", "plan", "option", "agreement", "contact", "question")
"""Offered where any record may be named; any other may still be typed by its id."""
_OF_FIELD = {"evidence": ("statement", "contact", "disclosure")}

_WORDS: deque[tuple[Case, dict[str, str]]] = deque(maxlen=4)
"""The records of the cases last asked for, in words; a cut case never changes."""


@dataclass
class Choices:
    """Of one case, as its reader sees it."""

    case: Case
    kinds: dict[tuple[str, ...], dict[str, str]] = field(default_factory=dict)
    """Label to id, for each list of kinds asked for so far."""
    used: set[tuple[str, ...]] = field(default_factory=set)

    def offered(self, name: str, names: Names) -> tuple[str, ...]:
        """The kinds a field offers."""
        kinds = names.kinds or _OF_FIELD.get(name, _USUAL)
        return (*kinds, PUBLIC) if names.public else kinds

    def listed(self, kinds: tuple[str, ...]) -> dict[str, str]:
        """Label to id of every record of these kinds, in the order of the case."""
        if kinds not in self.kinds:
            self.kinds[kinds] = {self.label(id): id for id in self._ids(kinds)}
        return self.kinds[kinds]

    def list_id(self, kinds: tuple[str, ...]) -> str:
        """The id of the shared list; it will stand on the page."""
        self.used.add(kinds)
        return "known-" + "-".join(kinds)

    def lists(self) -> list[tuple[str, list[str]]]:
        """The lists that stand on the page: id and labels."""
        return [(self.list_id(kinds), list(self.listed(kinds))) for kinds in sorted(self.used)]

    def label(self, id: str) -> str:
        """What a record is called in fields: never the same for two records, whatever is asked for first."""
        words = self.words.get(id) or _label(self.case, id)
        return f"{words} · {id}" if self.shared[words] > 1 else words

    @cached_property
    def words(self) -> dict[str, str]:
        """Each record in words, which may be the same for several."""
        kept = next((words for case, words in _WORDS if case is self.case), None)
        if kept is None:
            kept = {one.id: _label(self.case, one.id) for one in self.case.everything()}
            _WORDS.append((self.case, kept))
        return kept

    @cached_property
    def shared(self) -> Counter[str]:
        """How many records have the same words."""
        return Counter(self.words.values())

    @cached_property
    def by_label(self) -> dict[str, str]:
        return {self.label(id): id for id in self.words}

    def any_id(self, text: str) -> str | None:
        """The record of any kind that is called exactly so."""
        return text if self.case.heads(text) else self.by_label.get(text)

    def id_of(self, text: str, kinds: tuple[str, ...], *, in_part: bool = False) -> str | None:
        """The record meant by what was typed: its id, its label, or (``in_part``) the only one called so in part."""
        listed = self.listed(kinds)
        if text in listed:
            return listed[text]
        if text == PUBLIC or any(head.kind in kinds for head in self.case.heads(text)):
            return text if text != PUBLIC or PUBLIC in kinds else None
        plain = text.casefold()
        same = [id for label, id in listed.items() if label.casefold() == plain]
        within = same or [id for label, id in listed.items() if in_part and plain in label.casefold()]
        return within[0] if len(within) == 1 else None

    def did_you_mean(self, text: str, kinds: tuple[str, ...]) -> str:
        """What to do about words that name nothing."""
        remedy = nearest(text, list(self.listed(kinds)))
        return remedy if remedy.startswith("did") else _("Choose one from the list, or leave it empty.")

    def said(self, value: Any) -> str:
        """A value as it stands in a field: a record by its label, the unnamed with their party in brackets."""
        if isinstance(value, dict):
            party = value.get("party")
            return f"{value.get('name', '')} ({self.label(party)})" if party else str(value.get("name", ""))
        if isinstance(value, str) and (value == PUBLIC or self.case.heads(value)):
            return self.label(value)
        return "" if value is None else str(value)

    def named(self, text: str) -> dict[str, Any]:
        """Somebody without a record; ``officials (Northland)`` are of that party."""
        name, _bracket, party = text.removesuffix(")").rpartition(" (") if text.endswith(")") else ("", "", "")
        id = self.id_of(party, ("party",)) if party else None
        return {"name": name, "party": id} if name and id else {"name": text}

    def _ids(self, kinds: tuple[str, ...]) -> list[str]:
        found = [one.id for kind in kinds for one in self.case.records.get(kind, ())]
        return list(dict.fromkeys([*([PUBLIC] if PUBLIC in kinds else []), *found]))


def _label(case: Case, id: str) -> str:
    if id == PUBLIC:
        return _("the public")
    heads = case.heads(id)
    words = (
        " ".join((_source(heads[0]) if isinstance(heads[0], Source) else title_of(case, heads[0])).split())
        if heads
        else id
    )
    return words if len(words) <= _MOST else words[:_MOST].rstrip() + " …"


def _source(source: Record) -> str:
    given = [getattr(source, name, None) for name in ("outlet", "on", "title")]
    return ", ".join(str(part) for part in given if part) or source.id
