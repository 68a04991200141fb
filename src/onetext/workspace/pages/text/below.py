"""The addresses below the text: how clean it is, its rounds, and where each clause went."""

from __future__ import annotations

from django.urls import path

from onetext.workspace.pages.text.clean import show_clean
from onetext.workspace.pages.text.concordance import show_concordance
from onetext.workspace.pages.text.rounds import show_rounds

below = [
    path("clean/", show_clean, name="text-clean"),
    path("rounds/", show_rounds, name="text-rounds"),
    path("concordance/", show_concordance, name="text-concordance"),
]
