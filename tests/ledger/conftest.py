"""A ledger on each kind of store, with a clock that the test turns."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from onetext.ledger.memory import MemoryStore
from onetext.ledger.sqlite import SqliteStore
from onetext.ledger.store import Store
from tests.ledger.people import Desk


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    made: Store = MemoryStore() if request.param == "memory" else SqliteStore(tmp_path / "case.onetext")
    yield made
    made.close()


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store)
