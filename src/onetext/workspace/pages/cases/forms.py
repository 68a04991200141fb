"""The form that opens a case."""

from __future__ import annotations

from zoneinfo import available_timezones

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from onetext.workspace.cases import CaseHead

BASES = [
    ("own_process", _("Our own process")),
    ("public_record", _("A public record: what outlets and parties published")),
    ("invented", _("Invented, for practice or teaching")),
]


_NAME_FAULT = _("Use small letters, digits and single hyphens.")


class CaseForm(forms.Form):
    """What a new case is: its id, its title, what it is made of, and the time zone of its days."""

    title = forms.CharField(label=_("Title"), max_length=200)
    id = forms.CharField(
        label=_("Short name"),
        max_length=60,
        help_text=_("Stands in every address and cannot be changed later. Small letters, digits and hyphens."),
        validators=[RegexValidator(r"\A[a-z0-9]+(?:-[a-z0-9]+)*\Z", _NAME_FAULT)],
    )
    basis = forms.ChoiceField(
        label=_("Made of"),
        choices=BASES,
        widget=forms.RadioSelect,
        initial="own_process",
        help_text=_("On a public record about living people, numbered copies and invented preferences are off."),
    )
    timezone = forms.CharField(
        label=_("Time zone"), initial="UTC", help_text=_("Days are days in this zone, for example Europe/Kyiv.")
    )

    def clean_timezone(self) -> str:
        name = str(self.cleaned_data["timezone"])
        if name not in available_timezones():
            raise forms.ValidationError(_("There is no such zone. Write it like Europe/Geneva or UTC."))
        return name

    def head(self) -> CaseHead:
        """The case's head; only of a form that is valid."""
        return CaseHead(**{name: self.cleaned_data[name] for name in ("id", "title", "basis", "timezone")})
