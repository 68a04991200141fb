"""What a page shows: the case of its frame, already cut for who looks and for the day (D3)."""

from __future__ import annotations

from django.http import Http404

from onetext.case.case import Case
from onetext.disclosure.view import View
from onetext.workspace.cases import OpenCase
from onetext.workspace.frame import Frame
from onetext.workspace.stored import StoredCase


def opened(frame: Frame) -> OpenCase:
    """The open case behind the frame."""
    if frame.opened is None:
        raise TypeError("this page is not inside a case")
    return frame.opened


def stored(frame: Frame) -> StoredCase:
    """The same as what can be written into."""
    found = opened(frame)
    if not isinstance(found, StoredCase):
        raise Http404
    return found


def shown(frame: Frame) -> Case:
    """All that may be shown on this page."""
    return opened(frame).case(frame.asked)


def view(frame: Frame) -> View:
    """The same as keys and pages of records, for lists that may be long; always through one's own eyes."""
    return opened(frame).view(frame.asked)
