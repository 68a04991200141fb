"""Signed-in visitors of the web room; everything a test writes is rolled back."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.workspace.room import CLOCK, NOW, RoomCases, open_room, room, serrane

open_room()

from django.db import transaction  # noqa: E402 -- Django must be configured first
from django.test import Client  # noqa: E402 -- Django must be configured first

from onetext.workspace.accounts.models import Member  # noqa: E402 -- Django must be configured first
from onetext.workspace.accounts.operations import make_member  # noqa: E402 -- Django must be configured first

Visitor = Callable[[str], Client]


@pytest.fixture(autouse=True)
def _clean() -> Iterator[None]:
    CLOCK.now = NOW
    room().start_over()
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def store() -> RoomCases:
    return room()


@pytest.fixture
def basin(store: RoomCases) -> RoomCases:
    """The whole invented river basin is there too, as ``serrane``: ana owns it, ben is read into its team alone."""
    store.put(serrane(), owner="ana", team=("ben",))
    return store


@pytest.fixture
def stranger() -> Client:
    """Nobody is signed in."""
    return Client(HTTP_HOST="localhost")


@pytest.fixture
def visitor() -> Visitor:
    """``visitor("ana")``: ana, signed in."""

    def signed_in(name: str) -> Client:
        client = Client(HTTP_HOST="localhost")
        member = Member.objects.filter(username=name).first() or make_member(name, name.capitalize(), NOW)
        client.force_login(member)
        return client

    return signed_in
