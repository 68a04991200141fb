"""A form for any kind of record, read off the fields of its model: one way in for all kinds, today's and tomorrow's.

Parts of a record (accounts, clauses, participants) become rows of small fields, with blank ones to add. What the form
does not ask for travels with it and is kept.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from onetext.case.case import Case
from onetext.case.record import Model, Record
from onetext.files.faults import Fault
from onetext.workspace.pages.record.calling import field_called
from onetext.workspace.pages.record.choices import Choices
from onetext.workspace.pages.record.nature import Nature, default_of, is_required, natures, parts
from onetext.workspace.pages.record.schemafields import NamesField, field_for, initial_of, rest_of

_SEVERAL = frozenset({"participants", "clauses", "pairs"})
"""Parts of which there is hardly ever one alone."""
_MOST_ROWS = 200
_REST = "rest"
_FIRST = {
    "statement": ("speaker", "act", "party", "quote", "text", "on", "via", "received", "about"),
    "contact": ("kind", "on", "place", "participants", "accounts", "text", "about", "sources"),
    "position": ("party", "point", "stance", "option", "move", "red_line", "on", "text", "evidence", "sources"),
    "disclosure": ("by", "to", "items", "mode", "form", "status", "on", "text", "sources"),
}
"""The fields most used, in the order in which one has them at hand; all others stand under "More"."""
_FIRST_OF_PART = {
    "accounts": ("by", "status", "on", "reason", "certainty", "sources"),
    "participants": ("who", "name", "party", "role"),
    "roles": ("title", "kind", "party", "from", "to"),
}
_SELDOM = frozenset({"note", "accounts"})
_KEPT = {"source": frozenset({"text"})}
"""Fields whose words must not change once others point into them."""


_OWN = ("id", "labels")


@dataclass(frozen=True)
class Block:
    """One field, or the rows of one part."""

    name: str
    words: str
    field: BoundField | None = None
    rows: tuple[forms.Form, ...] = ()
    single: bool = False


class SchemaForm:
    """The fields of one record as Django forms. ``case`` is what the writer may read; ``start`` fills the form in."""

    def __init__(
        self,
        model: type[Record],
        case: Case,
        start: Record | Mapping[str, Any] | None,
        data: Mapping[str, Any] | None,
    ) -> None:
        self.model = model
        self.data = data
        self.choices = Choices(case)
        given = start.model_dump(mode="json", by_alias=True) if isinstance(start, Record) else dict(start or {})
        self.start = given
        hidden = _KEPT.get(model.kind, frozenset()) if isinstance(start, Record) else frozenset()
        self.form = _form(model, self.choices, "", given, data, hidden)
        self.kept = rest_of({**natures(model), **dict.fromkeys((*_OWN, ""))}, given, hidden)
        """What the record holds beside its fields, for whoever writes its next version."""
        self.rows = {name: self._rows(name, part) for name, part in parts(model)}
        self.filled: dict[str, list[forms.Form]] = {}

    def _rows(self, name: str, part: type[Model]) -> list[forms.Form]:
        start = self.start.get(name) or []
        listed = start if isinstance(start, list) else [start]
        blank = (2 if name in _SEVERAL and not listed else 1) if natures(self.model)[name].many else 1 - len(listed)
        count = _count(self.data, name) if self.data is not None else len(listed) + blank
        return [
            _form(part, self.choices, f"{name}-{at}", listed[at] if at < len(listed) else {}, self.data)
            for at in range(count)
        ]

    def first(self) -> list[Block]:
        """What is asked at once."""
        order = _FIRST.get(self.model.kind)
        if order is None:
            return [block for block in self._blocks() if block.name not in _SELDOM]
        by_name = {block.name: block for block in self._blocks()}
        return [by_name[name] for name in order if name in by_name]

    def more(self) -> list[Block]:
        """The rest, under "More"."""
        shown = {block.name for block in self.first()}
        return [block for block in self._blocks() if block.name not in shown]

    def more_is_open(self) -> bool:
        """Whether there is something to see there: a value, or what is wrong with it."""
        return any(_has_something(block) for block in self.more())

    def hidden(self) -> BoundField:
        return self.form[_REST]

    def wrong(self) -> list[tuple[str, str]]:
        """Where and what, for the summary."""
        found = [("", str(error)) for error in self.form.non_field_errors()]
        rows = [(name, row) for name, listed in self.rows.items() for row in listed]
        for words, form in [("", self.form), *rows]:
            for field in form:
                label = f"{field_called(words)}, {field.label}" if words else field.label
                found += [(field.id_for_label, f"{label}: {error}") for error in field.errors]
        return found

    def lists(self) -> list[tuple[str, list[str]]]:
        """The shared lists to choose from."""
        return self.choices.lists()

    def _blocks(self) -> Iterator[Block]:
        for name, found in natures(self.model).items():
            if name in self.rows:
                yield Block(name, field_called(name), rows=tuple(self.rows[name]), single=not found.many)
            elif name in self.form.fields:
                yield Block(name, field_called(name), self.form[name])

    def is_valid(self) -> bool:
        rows = [row for found in self.rows.values() for row in found]
        return all([self.form.is_valid(), *(row.is_valid() for row in rows)])

    def values(self) -> dict[str, Any]:
        """The record's fields as the model reads them; parts that were left blank are left out."""
        found = _values(self.model, self.form)
        for name, part in parts(self.model):
            pairs = [(row, value) for row in self.rows[name] if (value := _values(part, row))]
            self.filled[name] = [row for row, _ in pairs]
            many = natures(self.model)[name].many
            found[name] = [value for _, value in pairs] if many else (pairs[0][1] if pairs else None)
        return {name: value for name, value in found.items() if value not in (None, [])}

    def add_faults(self, faults: Iterable[Fault]) -> None:
        """Put each fault beside the field it is about, or above the form."""
        for fault in faults:
            words = f"{fault.problem} ({fault.remedy})"
            form, name = self._place(fault.address)
            if name in form.fields and name != _REST:
                form.add_error(name, words)
            else:
                self.form.add_error(None, f"{fault.address}: {words}" if fault.address else words)

    def _place(self, address: str) -> tuple[forms.Form, str]:
        """The form and field an address such as ``accounts[1].status`` is about."""
        name, _dot, inside = address.partition(".")
        listed, _bracket, number = name.partition("[")
        rows = self.filled.get(listed, [])
        at = int(number[:-1]) if number[:-1].isdecimal() else 0
        if rows and inside and at < len(rows):
            return rows[at], inside.split("[")[0].split(".")[0]
        return self.form, listed


def _has_something(block: Block) -> bool:
    fields = [block.field] if block.field else [field for row in block.rows for field in row if field.name != _REST]
    return any(field.errors or field.value() not in (None, "", [], False) for field in fields if field)


def _form(
    model: type[Model],
    choices: Choices,
    prefix: str,
    start: Mapping[str, Any],
    data: Mapping[str, Any] | None,
    hidden: frozenset[str] = frozenset(),
) -> forms.Form:
    asked = {name: found for name, found in natures(model).items() if not found.part and name not in hidden}
    rest = rest_of(asked, start) if prefix else {}
    form = forms.Form(data, prefix=prefix or None)
    if data is not None:
        rest = _sent_rest(data, form.add_prefix(_REST))
    originals = rest.pop("~", {})
    first = _FIRST_OF_PART.get(prefix.rpartition("-")[0], ())
    for name, found in sorted(asked.items(), key=lambda pair: first.index(pair[0]) if pair[0] in first else len(first)):
        field = form.fields[name] = _asked(model, choices, name, found, originals.get(name), bool(prefix))
        if data is None and isinstance(field, NamesField) and not field.says_all_of(start.get(name)):
            originals[name] = start[name]
        value = start.get(name, default_of(model, name) if found.truth or (not prefix and found.words) else None)
        form.initial[name] = initial_of(form.fields[name], value)
    form.fields[_REST] = forms.CharField(required=False, widget=forms.HiddenInput)
    form.initial[_REST] = json.dumps({**rest, **({"~": originals} if originals else {})}, ensure_ascii=False)
    if prefix:
        form.use_required_attribute = False
    return form


def _asked(model: type[Model], choices: Choices, name: str, found: Nature, original: Any, row: bool) -> forms.Field:
    # a row may be left blank whole, so that what is missing in it is told by the model, not by the field
    required = is_required(model, name) and not row
    anything = found == Nature(free=True) and name == "value"
    return field_for(choices, name, found, required=required, original=original, row=row, anything=anything)


def _sent_rest(data: Mapping[str, Any], name: str) -> dict[str, Any]:
    try:
        found = json.loads(data.get(name) or "{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _count(data: Mapping[str, Any] | None, name: str) -> int:
    """How many rows of a part were sent."""
    numbers = [key.split("-")[1] for key in data or {} if key.startswith(f"{name}-") and key.count("-") >= 2]
    return min(1 + max((int(number) for number in numbers if number.isdecimal()), default=-1), _MOST_ROWS)


def _values(model: type[Model], form: forms.Form) -> dict[str, Any]:
    """What was entered, with what the form was not asked about; nothing where nothing was entered."""
    found: dict[str, Any] = {}
    for name, kind in natures(model).items():
        if kind.part or name not in form.cleaned_data:
            continue
        value = form.cleaned_data[name]
        if isinstance(value, str):
            value = value.replace("\r\n", "\n")
        elif kind.number and value is not None:
            value = int(value) if value == value.to_integral_value() else float(value)
        if value in (None, "", []) or (kind.truth and value == (default_of(model, name) or False)):
            continue
        found[name] = value
    rest = _sent_rest(form.cleaned_data, _REST) if form.prefix and found else {}
    return {**{name: value for name, value in rest.items() if name != "~"}, **found}
