"""How a form is drawn: a summary of what is wrong on top, each field with its label, hint and error."""

from __future__ import annotations

from django.forms.renderers import TemplatesSetting


class Plain(TemplatesSetting):
    """``{{ form }}`` draws the house style everywhere, also in the account pages of allauth."""

    form_template_name = "parts/form.html"
    field_template_name = "parts/field.html"
