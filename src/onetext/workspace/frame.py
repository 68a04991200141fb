"""What every page is told, built in one place from the request: case, day, reader, screens, addresses.

A view inside a case begins with ``frame = enter(request, case_id, "grid")`` and passes ``frame`` to its template.
The day travels as ``?at=2025-11-19&hindsight=1``, the reader as ``&as=north``; every link made by the frame keeps them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from onetext.workspace.cases import Asked, CaseHead, OpenCase, Reader, case_or_404, today_in
from onetext.workspace.screens import SCREENS, Screen, screen

THEMES = ("light", "dark")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True)
class ScreenLink:
    """One line of the left column."""

    screen: Screen
    href: str
    current: bool


@dataclass(frozen=True)
class Frame:
    """Everything around a page; templates read it as ``frame``."""

    theme: str = ""
    path: str = "/"
    query: tuple[tuple[str, str], ...] = ()
    opened: OpenCase | None = None
    screen: Screen | None = None
    asked: Asked = field(default_factory=Asked)
    today: date | None = None
    readers: tuple[Reader, ...] = ()

    @property
    def case(self) -> CaseHead | None:
        """Id, title, basis and time zone of the open case."""
        return self.opened.head if self.opened else None

    @property
    def marking(self) -> str | None:
        """The handling marking of the case, printed on every page."""
        return self.opened.marking if self.opened else None

    @property
    def day(self) -> date | None:
        """The day shown: the one asked for, else today in the case's time zone."""
        return self.asked.at or self.today

    @property
    def is_now(self) -> bool:
        """Whether the page shows the case as it stands now."""
        return self.asked.at is None

    @property
    def reader(self) -> Reader | None:
        """Through whose eyes, when not one's own."""
        return next((each for each in self.readers if each.id == self.asked.reader), None)

    @property
    def screens(self) -> tuple[ScreenLink, ...]:
        """The left column."""
        listed = (each for each in SCREENS if each.in_column)
        return tuple(ScreenLink(each, self.address(each.id), each == self.screen) for each in listed)

    def address(self, name: str, *args: str, **query: str | None) -> str:
        """The address of a page of this case by the name of its url, keeping day and reader."""
        inside = (self.case.id, *args) if self.case else args
        return _join(reverse(name, args=inside), {**self.asked.query, **_without_empty(query)})

    def here(self, **changes: str | None) -> str:
        """The address of this page with some of its query changed; empty takes a name out (``as_`` is ``as``)."""
        changed = {name.rstrip("_"): value for name, value in changes.items()}
        return _join(self.path, _without_empty({**dict(self.query), **changed}))

    def hidden(self, *taken: str) -> Iterable[tuple[str, str]]:
        """What a form that asks by address must carry along, but for the names it asks itself."""
        return tuple((name, value) for name, value in self.query if name not in taken)


def enter(request: HttpRequest, case_id: str, name: str) -> Frame:
    """Opens the case for whoever asks and builds the frame of the screen called ``name``.

    Raises ``Http404`` for a case or a reader that is hidden or absent (D4), ``BadRequest`` for a day that is none.
    The read is on record before anything is shown (L6).
    """
    asked = read_asked(request)
    opened = case_or_404(request, case_id)
    readers = opened.readers()
    if asked.reader is not None and asked.reader not in {each.id for each in readers}:
        raise Http404
    opened.note_read(name, request.GET.dict())
    return Frame(
        theme=theme(request),
        path=request.path,
        query=asked_for(request),
        opened=opened,
        screen=screen(name),
        asked=asked,
        today=today_in(opened.head.timezone),
        readers=readers,
    )


def read_asked(request: HttpRequest) -> Asked:
    """Day and reader from the address. Raises ``BadRequest`` with a sentence for people."""
    at = request.GET.get("at", "")
    return Asked(
        at=_day(at) if at else None,
        hindsight=request.GET.get("hindsight") == "1",
        reader=request.GET.get("as") or None,
    )


def frame(request: HttpRequest) -> dict[str, Any]:
    """The frame of pages outside any case; a view inside one passes its own, which wins."""
    return {"frame": Frame(theme=theme(request), path=request.path, query=asked_for(request))}


def asked_for(request: HttpRequest) -> tuple[tuple[str, str], ...]:
    """The query of the address, in its order; of a name that stands twice the last value."""
    return tuple(request.GET.dict().items())


def theme(request: HttpRequest) -> str:
    """Light or dark as chosen on this browser; empty follows the system."""
    chosen = request.COOKIES.get("theme", "")
    return chosen if chosen in THEMES else ""


def _day(text: str) -> date:
    if _DAY.fullmatch(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            pass
    raise BadRequest(_("The day in the address is not a day. Write it like 2025-11-19."))


def _join(path: str, query: Mapping[str, str]) -> str:
    return f"{path}?{urlencode(query)}" if query else path


def _without_empty(query: Mapping[str, str | None]) -> dict[str, str]:
    return {name: value for name, value in query.items() if value}
