"""The kinds of suggestions: what each is called, its letter, its style, and which a person may mark by hand."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.translation import gettext as _

LETTERS = {
    "statement": "s",
    "contact": "c",
    "disclosure": "d",
    "question": "q",
    "deadline": "n",
    "agreement": "a",
    "person": "p",
    "demand": "m",
    "position": "o",
    "plan": "l",
}
"""The letter of a kind: in the margin of its mark, and as the key that marks a span by hand."""

KINDS: dict[str, Callable[[], str]] = {
    "statement": lambda: _("Statement"),
    "contact": lambda: _("Contact"),
    "disclosure": lambda: _("Telling"),
    "question": lambda: _("Open question"),
    "deadline": lambda: _("Deadline"),
    "agreement": lambda: _("Linked agreement"),
    "person": lambda: _("Person"),
    "demand": lambda: _("Demand"),
    "position": lambda: _("Position"),
    "plan": lambda: _("Plan"),
}
BY_HAND_KINDS = ("statement", "contact", "disclosure", "question", "deadline", "agreement", "person", "position")


def kind_called(what: str) -> str:
    return KINDS.get(what, lambda: what)()


def kind_class(what: str) -> str:
    """The style of a kind: its colour and its line, which are never alone: the letter says the same."""
    return f"k-{what}" if what in LETTERS else "k-other"
