"""What a page shows: the case of its frame, already cut for who looks and for the day (D3)."""

from __future__ import annotations

from onetext.case.case import Case
from onetext.disclosure.view import View
from onetext.workspace.frame import Frame
from onetext.workspace.stored import StoredCase


def stored(frame: Frame) -> StoredCase:
    """The open case behind the frame. A page without one has no content to ask for."""
    if not isinstance(frame.opened, StoredCase):
        raise TypeError("this page is not inside a case")
    return frame.opened


def shown(frame: Frame) -> Case:
    """All that may be shown on this page."""
    return stored(frame).case(frame.asked)


def view(frame: Frame) -> View:
    """The same as keys and pages of records, for lists that may be long; always through one's own eyes."""
    return stored(frame).view(frame.asked)
