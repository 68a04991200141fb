"""A form for any kind of record, read off the fields of its model: one way in for all kinds, today's and tomorrow's.

A field that names other records becomes a choice among those the writer may read; closed words become a choice;
parts of a record (accounts, clauses, participants) become rows of small fields, with blank ones to add.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from django import forms
from django.utils.translation import gettext as _

from onetext.case.case import Case
from onetext.case.record import PUBLIC, Model, Names, Record
from onetext.desk.calling import title_of
from onetext.files.faults import Fault

_LONG = frozenset({"text", "note", "caution", "quote", "reason"})
_LEFT_OUT = frozenset({"id", "labels", "known_from", "fields", "corrected_to", "span"})
_BLANK_ROWS = 2
_MOST_LISTED = 400


@dataclass(frozen=True)
class Nature:
    """What an annotation says: a word list, names of records, many or one, parts, a truth, a number, or plain text."""

    words: tuple[str, ...] = ()
    names: Names | None = None
    many: bool = False
    part: type[Model] | None = None
    truth: bool = False
    number: bool = False
    free: bool = False


def nature(annotation: Any) -> Nature:
    """Read off an annotation; of a union, what any of its members says."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        names = [mark for mark in annotation.__metadata__ if isinstance(mark, Names)]
        return Nature(names=names[-1]) if names else nature(arguments[0])
    if origin is Literal:
        return Nature(words=tuple(arguments))
    if origin in (Union, UnionType):
        return _joined([nature(part) for part in arguments if part is not type(None)], free=str in arguments)
    if origin is tuple:
        inner = nature(arguments[0])
        return Nature(inner.words, inner.names, many=True, part=inner.part, free=inner.free)
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return Nature(part=annotation)
    return Nature(truth=annotation is bool, number=annotation in (int, float), free=annotation is str)


def _joined(parts: list[Nature], *, free: bool) -> Nature:
    return Nature(
        words=next((part.words for part in parts if part.words), ()),
        names=next((part.names for part in parts if part.names), None),
        many=any(part.many for part in parts),
        # somebody without a record is written as free words; only a union without names is a part of its own
        part=next((part.part for part in parts if part.part), None) if not any(p.names for p in parts) else None,
        truth=any(part.truth for part in parts),
        number=any(part.number for part in parts),
        free=free or any(part.free for part in parts),
    )


class SchemaForm:
    """The fields of one record as a Django form, with rows for its parts. ``case`` is what the writer may read."""

    def __init__(self, model: type[Record], case: Case, record: Record | None, data: Mapping[str, Any] | None) -> None:
        self.model = model
        self.case = case
        self.data = data
        self.start = record.model_dump(mode="json", by_alias=True) if record else {}
        self.form = _form(model, case, "", self.start, data)
        self.rows = {name: self._rows(name, part) for name, part in _parts(model)}

    def _rows(self, name: str, part: type[Model]) -> list[forms.Form]:
        start = self.start.get(name) or []
        listed = start if isinstance(start, list) else [start]
        count = _count(self.data, name) if self.data is not None else len(listed) + _BLANK_ROWS
        return [
            _form(part, self.case, f"{name}-{index}", listed[index] if index < len(listed) else {}, self.data)
            for index in range(count)
        ]

    def labelled_rows(self) -> list[tuple[str, str, list[forms.Form]]]:
        """Name, words and rows of each list of parts."""
        return [(name, name.replace("_", " "), rows) for name, rows in self.rows.items()]

    def is_valid(self) -> bool:
        rows = [row for found in self.rows.values() for row in found]
        return all([self.form.is_valid(), *(row.is_valid() for row in rows)])

    def values(self) -> dict[str, Any]:
        """The record's fields as the model reads them; parts that were left blank are left out."""
        found = _values(self.model, self.form)
        many = dict(_natures(self.model))
        for name, rows in self.rows.items():
            part = next(part for listed, part in _parts(self.model) if listed == name)
            filled = [row for row in (_values(part, form) for form in rows) if row]
            found[name] = filled if many[name].many else (filled[0] if filled else None)
        return {name: value for name, value in found.items() if value not in (None, [])}

    def add_faults(self, faults: Iterable[Fault]) -> None:
        """Put each fault beside the field it is about, or above the form."""
        for fault in faults:
            name = fault.address.split("[")[0].split(".")[0]
            words = f"{fault.problem} ({fault.remedy})"
            if name in self.form.fields:
                self.form.add_error(name, words)
            else:
                self.form.add_error(None, f"{fault.address}: {words}" if fault.address else words)


def _natures(model: type[Model]) -> Iterator[tuple[str, Nature]]:
    hints = get_type_hints(model, include_extras=True)
    for name, field in model.model_fields.items():
        alias = field.alias or name
        if alias not in _LEFT_OUT:
            yield alias, nature(hints[name])


def _parts(model: type[Model]) -> list[tuple[str, type[Model]]]:
    return [(name, found.part) for name, found in _natures(model) if found.part]


def _form(
    model: type[Model], case: Case, prefix: str, start: Mapping[str, Any], data: Mapping[str, Any] | None
) -> forms.Form:
    fields = {
        name: _field(case, name, found, _required(model, name)) for name, found in _natures(model) if not found.part
    }
    made: type[forms.Form] = type(f"{model.__name__}Form", (forms.Form,), fields)
    initial = {name: _initial(start.get(name), found) for name, found in _natures(model) if not found.part}
    form = made(data, prefix=prefix or None, initial=initial)
    if prefix:
        form.empty_permitted = True
        form.use_required_attribute = False
    return form


def _required(model: type[Model], alias: str) -> bool:
    by_alias = {field.alias or name: field for name, field in model.model_fields.items()}
    return by_alias[alias].is_required()


def _field(case: Case, name: str, found: Nature, required: bool) -> forms.Field:
    label = name.replace("_", " ")
    if found.truth:
        return forms.BooleanField(label=label, required=False)
    if found.words:
        choices = [*([] if required else [("", "–")]), *((word, word.replace("_", " ")) for word in found.words)]
        return forms.ChoiceField(label=label, choices=choices, required=required)
    listed = _choices(case, found.names) if found.names and found.names.kinds else []
    if listed and len(listed) <= _MOST_LISTED and not (found.free and not found.many):
        if found.many:
            return forms.MultipleChoiceField(
                label=label, choices=listed, required=False, help_text=_("Several may be chosen.")
            )
        return forms.ChoiceField(label=label, choices=[("", "–"), *listed], required=required)
    if found.number:
        return forms.DecimalField(label=label, required=required)
    if found.many:
        return forms.CharField(
            label=label, required=False, widget=forms.Textarea(attrs={"rows": 2}), help_text=_("One a line.")
        )
    if name in _LONG:
        return forms.CharField(label=label, required=required, widget=forms.Textarea(attrs={"rows": 3}))
    help_text = (
        _("2025-11-19, 2025-11 or 2025")
        if name in ("on", "from", "to", "until", "end", "due", "embargo") and not found.names
        else ""
    )
    return forms.CharField(label=label, required=required, help_text=help_text)


def _choices(case: Case, names: Names) -> list[tuple[str, str]]:
    found = [(one.id, title_of(case, one)) for kind in names.kinds for one in case.records.get(kind, ())]
    return [*([(PUBLIC, _("the public"))] if names.public else []), *found]


def _initial(value: Any, found: Nature) -> Any:
    if found.many and isinstance(value, list):
        plain = [part if isinstance(part, str) else part.get("name", "") for part in value]
        return plain if found.names and found.names.kinds else "\n".join(plain)
    if isinstance(value, dict):
        return value.get("name", "")
    return value


def _count(data: Mapping[str, Any] | None, name: str) -> int:
    """How many rows of a part were sent."""
    numbers = {key.split("-")[1] for key in data or {} if key.startswith(f"{name}-") and key.count("-") >= 2}
    return min(len(numbers), 200)


def _values(model: type[Model], form: forms.Form) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, kind in _natures(model):
        if kind.part or name not in form.cleaned_data:
            continue
        value = form.cleaned_data[name]
        if isinstance(value, str) and kind.many:
            value = [line.strip() for line in value.splitlines() if line.strip()]
        elif kind.number and value is not None:
            value = int(value) if value == value.to_integral_value() else float(value)
        if value not in (None, "", [], False) or (kind.truth and name in form.changed_data):
            found[name] = value
    return found
