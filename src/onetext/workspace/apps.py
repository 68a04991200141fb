"""The web room as Django sees it: templates, style sheets, template tags; no tables."""

from django.apps import AppConfig


class Workspace(AppConfig):
    name = "onetext.workspace"
    label = "workspace"
