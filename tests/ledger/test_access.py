"""Rule L6: every look is written down in a chain of its own, and without that nothing is shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from onetext.ledger.access import Access, AccessLog, Unrecorded
from onetext.ledger.chain import verify
from onetext.ledger.sqlite import SqliteStore
from tests.ledger.people import Desk

LOOK = Access(
    reader="ana",
    clearance=("team",),
    surface="grid",
    heads="f" * 64,
    program="0.1.0",
    grants=("e" * 64,),
    arguments={"at": "2025-11-19", "page": 1},
    at="2025-11-19",
    hindsight=True,
)


def test_looks_are_kept_in_order_with_their_times(desk: Desk) -> None:
    log = AccessLog(desk.ledger)
    log.record(LOOK)
    desk.later()
    head = log.record(Access(reader="bo", clearance=(), surface="desk", heads="", program="0.1.0"))
    found = list(log.accesses())
    assert [(entry.author, entry.recorded) for entry, _ in found] == [
        ("ana", "2025-11-19T08:00:00.000000Z"),
        ("bo", "2025-11-19T08:01:00.000000Z"),
    ]
    assert found[0][1] == LOOK
    assert verify(desk.store.chains(), {("access",): head}).whole


@pytest.mark.parametrize(
    "look", [LOOK, Access(reader="", clearance=(), surface="", heads="", program=""), Access("a", (), "", "\ud800", "")]
)
def test_look_that_cannot_be_written_raises(tmp_path: Path, look: Access) -> None:
    store = SqliteStore(tmp_path / "access.onetext")
    log = AccessLog(Desk(store).ledger)
    with store.writing() as writer:
        writer._connection.execute("DROP TABLE payloads")
    with pytest.raises(Unrecorded):
        log.record(look)
    store.close()
