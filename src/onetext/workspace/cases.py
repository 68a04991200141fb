"""The door to the cases: what the pages ask of the store.

The pages know these shapes and nothing else; who hides what is never known here (D3, D4).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import Http404, HttpRequest

from onetext.files.faults import refuse

if TYPE_CHECKING:
    from onetext.case.case import Case
    from onetext.disclosure.view import View
    from onetext.workspace.accounts.models import Member
    from onetext.workspace.config import Config


@dataclass(frozen=True)
class CaseHead:
    """A line in the list of cases."""

    id: str
    title: str
    basis: str
    timezone: str


@dataclass(frozen=True)
class Asked:
    """What the address asks for: which day (``None``: now), with what we learnt later or not, through whose eyes."""

    at: date | None = None
    hindsight: bool = False
    reader: str | None = None

    @property
    def query(self) -> dict[str, str]:
        """As it stands in an address; nothing for what is not asked."""
        pairs = {"at": self.at.isoformat() if self.at else "", "hindsight": "1" if self.hindsight else ""}
        return {name: value for name, value in {**pairs, "as": self.reader or ""}.items() if value}


@dataclass(frozen=True)
class Reader:
    """Somebody through whose eyes a page may be shown (``?as=``)."""

    id: str
    name: str


@dataclass(frozen=True)
class ClearanceRow:
    """One member and the compartments they are read into, in the order of the case's compartments."""

    username: str
    name: str
    compartments: tuple[str, ...]


class OpenCase(Protocol):
    """One case, opened for one member under their clearances of now."""

    @property
    def head(self) -> CaseHead: ...

    @property
    def marking(self) -> str | None: ...

    @property
    def owned(self) -> tuple[str, ...]:
        """The compartments this member owns: only an owner invites and reads in (D9)."""

    def readers(self) -> tuple[Reader, ...]:
        """Through whose eyes this member may look."""

    def case(self, asked: Asked) -> Case:
        """What this member may see of it at the day and through the eyes asked for, cut before anything is computed."""

    def view(self, asked: Asked) -> View:
        """The same through the member's own eyes as keys and pages of records, for lists that may be long."""

    def note_read(self, surface: str, arguments: Mapping[str, str]) -> None:
        """L6: writes the access event; raises when it cannot be written, so that nothing is shown unlogged."""

    def clearances(self) -> tuple[ClearanceRow, ...]: ...

    def read_in(self, username: str, compartment: str) -> None: ...

    def read_out(self, username: str, compartment: str) -> None: ...


class Cases(Protocol):
    """All cases of one store."""

    def heads(self, member: Member) -> tuple[CaseHead, ...]:
        """The cases this member may open, by title."""

    def open(self, member: Member, case_id: str) -> OpenCase | None:
        """``None`` for a case that is hidden and for one that is absent: the same (D4)."""

    def new(self, member: Member, head: CaseHead) -> None:
        """Opens a case; the member owns its first compartment (D9). Raises ``Faults``."""

    def suspend(self, username: str) -> None:
        """Ends every clearance of somebody whose credentials were reset, until an owner reads them in again (D9)."""

    def bring_in(self, member: Member, snapshot: Path) -> str:
        """Imports a snapshot and gives the id of its case; a case that is there is left alone. Raises ``Faults``."""


class NoCases:
    """A store without cases."""

    def __init__(self, store: Path, clock: Callable[[], datetime]) -> None:
        self.store = store
        self.clock = clock

    def heads(self, member: Member) -> tuple[CaseHead, ...]:
        return ()

    def open(self, member: Member, case_id: str) -> OpenCase | None:
        return None

    def new(self, member: Member, head: CaseHead) -> None:
        raise refuse(head.id, "this store takes no cases", "check the installation")

    def suspend(self, username: str) -> None:
        """Nobody is read into anything."""

    def bring_in(self, member: Member, snapshot: Path) -> str:
        raise refuse(str(snapshot), "this store takes no cases", "check the installation")


@lru_cache(maxsize=4)
def _opened(config: Config) -> Cases:
    return config.cases(config.store, config.clock)


def cases() -> Cases:
    """The cases of this web room, opened once a process."""
    return _opened(settings.ONETEXT)


def list_cases(member: Member) -> tuple[CaseHead, ...]:
    return cases().heads(member)


def new_case(member: Member, head: CaseHead) -> None:
    cases().new(member, head)


def suspend(username: str) -> None:
    cases().suspend(username)


def case_or_404(request: HttpRequest, case_id: str) -> OpenCase:
    """The case, opened for whoever asks; ``Http404`` when it is hidden or absent, the same to the byte (D4)."""
    opened = cases().open(cast("Member", request.user), case_id)
    if opened is None:
        raise Http404
    return opened


def today_in(timezone: str) -> date:
    """The day it is now in the case's time zone, by the clock of the ``Config``."""
    return cast(date, settings.ONETEXT.clock().astimezone(ZoneInfo(timezone)).date())
