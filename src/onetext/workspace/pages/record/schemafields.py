"""Form fields for what a record holds: typed by name with a list to choose from, never a list repeated in each row."""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import Any

from django import forms
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from onetext.files.faults import Faults
from onetext.files.yamldoc import parse_yaml, write_yaml
from onetext.workspace.pages.record.calling import field_called
from onetext.workspace.pages.record.choices import FEW, Choices
from onetext.workspace.pages.record.day_typed import typed_day
from onetext.workspace.pages.record.nature import Nature

_LONG = frozenset({"text", "note", "caution", "quote", "reason"})
_DAYS = frozenset({"on", "from", "to", "until", "end", "due", "embargo", "at"})


class ManyInput(forms.TextInput):
    """One line a value and one blank more, all of one name."""

    use_fieldset = True

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        given = {**self.attrs, **(attrs or {})}
        label, first = given.pop("data-label", name), given.pop("id", f"id_{name}")
        lines = [*(value or []), ""]
        inputs = (
            (flatatt({**given, "id": f"{first}_{at}", "name": name, "value": text, "aria-label": f"{label} {at + 1}"}),)
            for at, text in enumerate(lines)
        )
        return format_html('<div class="many" data-many>{}</div>', format_html_join("", "<input{}>", inputs))

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        sent = data.getlist(name) if hasattr(data, "getlist") else data.get(name, [])
        return [text.strip() for text in sent if text.strip()]

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return name not in data

    def id_for_label(self, id_: str, index: Any = None) -> str:
        return f"{id_}_0" if id_ else id_


class NamesField(forms.Field):
    """Records by name, one or several; ``original`` are the values that stood there, kept when they are not changed."""

    def __init__(self, choices: Choices, name: str, found: Nature, label: str, required: bool, original: Any) -> None:
        self.known, self.found = choices, found
        self.kinds = choices.offered(name, found.names) if found.names else ()
        attrs: dict[str, Any] = {"autocomplete": "off"}
        if self.kinds:
            attrs["list"] = choices.list_id(self.kinds)
        widget = ManyInput({**attrs, "data-label": label}) if found.many else forms.TextInput(attrs)
        super().__init__(label=label, required=required, widget=widget)
        values = original if isinstance(original, list) else [original]
        self.original = {choices.said(value): value for value in values if value not in (None, "")}

    def said(self, value: Any) -> Any:
        """The values as they stand in the field."""
        if self.found.many:
            return [self.known.said(one) for one in value or ()]
        return self.known.said(value)

    def says_all_of(self, value: Any) -> bool:
        """Whether what the field shows of a value, sent back, is that value again."""
        try:
            return value in (None, "", []) or self.clean(self.said(value)) == value
        except forms.ValidationError:
            return False

    def clean(self, value: Any) -> Any:
        texts = value if isinstance(value, list) else [value.strip()] if value and value.strip() else []
        if not texts and self.required:
            raise forms.ValidationError(_("This field is required."), code="required")
        found = [self._one(text) for text in texts]
        return found if self.found.many else (found[0] if found else None)

    def _one(self, text: str) -> Any:
        if text in self.original:
            return self.original[text]
        id = self._id(text)
        if id is not None:
            return id
        if self.found.named and not self.found.free:
            return self.known.named(text)
        if self.found.free or not self.kinds:
            return text
        said = _("Nothing in this case is called “%(text)s”.") % {"text": text[:60]}
        raise forms.ValidationError(f"{said} {self.known.did_you_mean(text, self.kinds)}")

    def _id(self, text: str) -> str | None:
        """The record meant; where free words may stand, only one that is called exactly so."""
        if self.found.names and not self.found.names.kinds and (id := self.known.any_id(text)):
            return id
        exact = self.found.free or self.found.named
        return self.known.id_of(text, self.kinds, in_part=not exact) if self.kinds else None

    def __deepcopy__(self, memo: dict[int, Any]) -> NamesField:
        """Made for one form; the case behind it is not copied."""
        return self


class MappingField(forms.CharField):
    """A mapping as YAML."""

    def __init__(self, label: str, required: bool) -> None:
        widget = forms.Textarea({"rows": 4, "class": "code"})
        super().__init__(
            label=label, required=required, widget=widget, help_text=_("As in the case file: name: value.")
        )

    def clean(self, value: Any) -> Any:
        text = str(super().clean(value)).strip()
        if not text:
            return None
        try:
            return parse_yaml(text, str(self.label))
        except Faults as refused:
            raise forms.ValidationError([f"{one.problem} ({one.remedy})" for one in refused.faults]) from refused


class DayField(forms.CharField):
    """A partial date, typed in numbers or in words; whether it is possible is for the model to say."""

    def clean(self, value: Any) -> Any:
        return typed_day(str(super().clean(value)))


class ValueField(forms.CharField):
    """A value of any kind, such as the other side's number of points."""

    def clean(self, value: Any) -> Any:
        text = str(super().clean(value)).strip()
        return int(text) if text.lstrip("-").isdecimal() and len(text) < 16 else text


def field_for(
    choices: Choices, name: str, found: Nature, *, required: bool, original: Any, row: bool, anything: bool
) -> forms.Field:
    """The field that asks for one value of a record; in rows of parts, lists are never spread out."""
    label = field_called(name)
    if found.truth:
        return forms.BooleanField(label=label, required=False)
    if found.words:
        given = [*([] if required else [("", "–")]), *((word, word.replace("_", " ")) for word in found.words)]
        return forms.ChoiceField(label=label, choices=given, required=required)
    if found.mapping:
        return MappingField(label, required)
    if found.names:
        few = not row and not found.free and not found.named and _few(choices, name, found, required)
        return few or NamesField(choices, name, found, label, required, original)
    if found.number:
        return forms.DecimalField(label=label, required=required)
    if found.many:
        return NamesField(choices, name, found, label, required, original)
    if name in _LONG:
        return forms.CharField(label=label, required=required, widget=forms.Textarea({"rows": 1 if row else 3}))
    if anything:
        return ValueField(label=label, required=required)
    if name in _DAYS:
        help_text = "" if row else _("19 Nov 2025, 2025-11 or 2025")
        return DayField(label=label, required=required, help_text=help_text)
    return forms.CharField(label=label, required=required)


def _few(choices: Choices, name: str, found: Nature, required: bool) -> forms.Field | None:
    """A short list is spread out."""
    listed = choices.listed(choices.offered(name, found.names)) if found.names and found.names.kinds else {}
    if not 0 < len(listed) <= FEW:
        return None
    label, given = field_called(name), [(id, words) for words, id in listed.items()]
    if found.many:
        widget = forms.CheckboxSelectMultiple({"class": "few"})
        return forms.MultipleChoiceField(label=label, choices=given, required=required, widget=widget)
    return forms.ChoiceField(label=label, choices=[("", "–"), *given], required=required)


def initial_of(field: forms.Field, value: Any) -> Any:
    """A value of the record as the field shows it."""
    if isinstance(field, NamesField):
        return field.said(value)
    if isinstance(field, MappingField):
        return write_yaml(value) if value else ""
    return value


def rest_of(asked: Container[str], start: Mapping[str, Any], also: Container[str] = ()) -> dict[str, Any]:
    """What a record or part holds and its form does not ask for."""
    rest = ((name, value) for name, value in start.items() if name not in asked or name in also)
    return {name: value for name, value in rest if value not in (None, [], {})}
