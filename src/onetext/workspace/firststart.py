"""The first start: the first member with a sign-in link, and the examples that are shipped."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from django.db.models import Q

from onetext.case.snapshot import HEAD_FILE
from onetext.files.faults import Fault, Faults
from onetext.workspace.accounts.models import Member
from onetext.workspace.accounts.operations import make_link, make_member
from onetext.workspace.cases import cases
from onetext.workspace.config import Config

FIRST = "owner"


def first_member(config: Config) -> Member:
    """The member who was first; made when nobody is there."""
    return Member.objects.order_by("pk").first() or make_member(FIRST, "", config.clock())


def first_link(config: Config, member: Member) -> str | None:
    """A one-time address for the first member, as long as they have no other way in; ``None`` when they have."""
    if member.has_usable_password() or Member.objects.filter(Q(pk=member.pk), authenticator__isnull=False).exists():
        return None
    return f"{config.address}/in/{make_link(member, config.token(), config.clock())}/"


def shipped_examples(root: Path) -> list[Path]:
    """The folders in ``root/examples`` that hold a case, by name."""
    return sorted(head.parent for head in (root / "examples").glob(f"*/{HEAD_FILE}"))


def bring_in(member: Member, snapshots: Iterable[Path]) -> tuple[list[str], list[Fault]]:
    """Imports each snapshot into the store for ``member``: the ids of the cases, and what was refused."""
    done: list[str] = []
    faults: list[Fault] = []
    for snapshot in snapshots:
        try:
            done.append(cases().bring_in(member, snapshot))
        except Faults as refused:
            faults += refused.faults
    return done, faults
