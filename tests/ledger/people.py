"""The people of the ledger's tests: Ana is cleared for ``team``, Bo sees only what is open to all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from onetext.ledger.entry import Entry
from onetext.ledger.ids import keyed_ids, keyed_salts
from onetext.ledger.reading import Permitted, Spine
from onetext.ledger.store import Store
from onetext.ledger.writing import Change, Ledger, MayRead

MORNING = datetime(2025, 11, 19, 8, tzinfo=UTC)
OPEN: Permitted = frozenset({()})
CLEARED: Permitted = frozenset({(), ("team",)})


def reads(*clearance: str) -> MayRead:
    return lambda labels: labels <= set(clearance)


ana = reads("team")
bo = reads()


class Desk:
    """A ledger, its spine, and a clock that stands still until it is turned."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.now = MORNING
        self.ledger = Ledger(store, lambda: self.now, keyed_ids(b"ids"), keyed_salts(b"salts"))
        self.spine = Spine(store)

    def write(
        self,
        text: str,
        labels: Iterable[str] = (),
        *,
        over: Sequence[Entry] = (),
        by: MayRead = ana,
        author: str = "ana",
        **fields: Any,
    ) -> Entry:
        """Writes a point with this text, new or over the versions given."""
        record = over[0].id if over else fields.pop("id", None)
        tokens = [version.token for version in over]
        change = Change("point", {"text": text}, labels, record, tokens, search_text=text, **fields)
        return self.ledger.append(change, author=author, may_read=by)

    def texts(self, permitted: Permitted, record: str, **how: Any) -> list[str]:
        """The texts of a record's heads, as a reader sees them."""
        keys = self.spine.refresh().heads(permitted, record, **how)
        entries = self.spine.entries([key.pos for key in keys])
        return [entries[key.pos].data()["text"] for key in keys]

    def later(self, minutes: float = 1) -> None:
        self.now += timedelta(minutes=minutes)
