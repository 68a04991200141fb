"""The form that invites somebody."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class InviteForm(forms.Form):
    """Whom to invite, and which compartment to read them into at once."""

    username = forms.CharField(label=_("User name"), max_length=60, help_text=_("What they sign in with."))
    name = forms.CharField(label=_("Name"), max_length=120, required=False)

    def __init__(self, *args: object, owned: tuple[str, ...], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # handed on as they came
        self.fields["compartment"] = forms.ChoiceField(
            label=_("Read into"),
            choices=[(name, name) for name in owned],
            help_text=_("Only compartments you own are listed. More can be added later."),
        )
