"""What the fields of a record are called in forms; a field that is not listed goes by its name in the file."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.translation import gettext as _

_CALLED: dict[str, Callable[[], str]] = {
    "about": lambda: _("About"),
    "accounts": lambda: _("Each side's account"),
    "act": lambda: _("What they did"),
    "by": lambda: _("By whom"),
    "evidence": lambda: _("Evidence"),
    "items": lambda: _("What was told"),
    "kind": lambda: _("Kind"),
    "on": lambda: _("Day"),
    "public": lambda: _("Said in public"),
    "received": lambda: _("How it reached us"),
    "red_line": lambda: _("A red line"),
    "sources": lambda: _("Sources"),
    "text": lambda: _("In words"),
    "to": lambda: _("To whom"),
    "via": lambda: _("Sources"),
    "who": lambda: _("Person or party"),
}


def field_called(name: str) -> str:
    """A label for people."""
    words = name.replace("_", " ")
    return _CALLED.get(name, lambda: words[:1].upper() + words[1:])()
