"""Signed-in visitors of the web room; everything a test writes is rolled back."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.workspace.room import CLOCK, NOW, InventedCases, open_room

open_room()

from django.db import transaction  # noqa: E402 -- Django must be configured first
from django.test import Client  # noqa: E402 -- Django must be configured first

from onetext.workspace.accounts.models import Member  # noqa: E402 -- Django must be configured first
from onetext.workspace.accounts.operations import make_member  # noqa: E402 -- Django must be configured first
from onetext.workspace.cases import cases  # noqa: E402 -- Django must be configured first

Visitor = Callable[[str], Client]


@pytest.fixture(autouse=True)
def _clean() -> Iterator[None]:
    CLOCK.now = NOW
    store = cases()
    assert isinstance(store, InventedCases)
    store.start_over()
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def store() -> InventedCases:
    found = cases()
    assert isinstance(found, InventedCases)
    return found


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
