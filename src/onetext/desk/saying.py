"""Words of the case file as people say them: the state of a contact, the extent of a telling."""

from __future__ import annotations

from collections.abc import Mapping
from gettext import gettext as _

from onetext.case.words import ContactStatus, Extent


def state_said(status: ContactStatus) -> str:
    """The state of a contact in the reader's language."""
    words: Mapping[ContactStatus, str] = {
        "planned": _("planned"),
        "expected": _("expected"),
        "held": _("held"),
        "ongoing": _("going on"),
        "suspended": _("suspended"),
        "postponed": _("postponed"),
        "cancelled": _("called off"),
        "declined": _("declined"),
        "not_held": _("not held"),
        "replaced": _("replaced by another"),
        "unknown": _("state not known"),
    }
    return words[status]


def extent_said(extent: Extent | None) -> str:
    """How much was told, in the reader's language."""
    words: Mapping[Extent | None, str] = {
        "existence": _("that it exists"),
        "outline": _("in outline"),
        "part": _("in part"),
        "full": _("in full"),
        None: _("extent not stated"),
    }
    return words[extent]
