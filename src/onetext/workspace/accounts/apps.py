"""The accounts as Django sees them."""

from django.apps import AppConfig


class Accounts(AppConfig):
    name = "onetext.workspace.accounts"
    label = "accounts"
