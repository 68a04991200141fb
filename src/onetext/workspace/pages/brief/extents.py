"""To which extent something is told, in words."""

from __future__ import annotations

from django.utils.translation import gettext as _


def extent_words(extent: str | None) -> str:
    words = {
        "existence": _("that it exists"),
        "outline": _("in outline"),
        "part": _("in part"),
        "full": _("in full"),
    }
    return words.get(extent or "", _("extent not stated"))
