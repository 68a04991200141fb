"""Reading many articles in the background, one after the other, for one member of one case.

What is to be read and what was read stands in the ledger; here is only what is under way. So nothing is lost when the
page is left, when it is stopped, or when the server ends: what was not read is unread, and is read when asked again.
"""

from __future__ import annotations

import logging
import math
import threading
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field

from onetext.case.source import Source
from onetext.dealspace.running import Running
from onetext.files.faults import Faults
from onetext.ledger.writing import Stale
from onetext.workspace.cases import Asked
from onetext.workspace.jobs import Jobs, Work
from onetext.workspace.pages.record.articles.keeping import read_source, write_reading
from onetext.workspace.pages.record.suggestions.intake import suggestions_of
from onetext.workspace.stored import StoredCase

READERS = Jobs(longest=math.inf, at_once=4)
_WRITING = threading.Lock()
"""Two members may have the same article read; it is read into the case once."""


@dataclass
class Pile:
    """What one member is having read: what waits, what is in hand, how many were read, which could not be."""

    waiting: deque[str] = field(default_factory=deque)
    in_hand: str = ""
    done: int = 0
    failed: list[str] = field(default_factory=list)
    runs: int = 0
    turn: threading.Lock = field(default_factory=threading.Lock)
    active: bool = False

    @property
    def total(self) -> int:
        return self.done + len(self.failed) + len(self.waiting) + bool(self.in_hand)

    def next(self) -> str | None:
        """The next one in hand; None once nothing waits."""
        with self.turn:
            self.in_hand = self.waiting.popleft() if self.waiting else ""
            self.active = bool(self.in_hand)
            return self.in_hand or None

    def stop(self) -> None:
        with self.turn:
            self.waiting.clear()
            self.in_hand, self.active = "", False


_PILES: dict[tuple[str, str], Pile] = {}


def pile_of(case: StoredCase) -> Pile:
    """What this member is having read in this case."""
    return _PILES.setdefault((case.head.id, case.username), Pile())


def begin(case: StoredCase, ids: Iterable[str]) -> Work | None:
    """Have these read too; gives the work that was begun, None where one goes on."""
    pile = pile_of(case)
    with pile.turn:
        new = [id for id in ids if id not in pile.waiting and id != pile.in_hand]
        if not pile.active:
            pile.done, pile.failed = 0, []
        pile.waiting.extend(new)
        if pile.active or not new:
            return None
        pile.active = True
        pile.runs += 1
    return READERS.begin(_key(case, pile), lambda running: _read_each(case, pile, running))


def stop(case: StoredCase) -> None:
    """The article in hand is still finished; what is asked for meanwhile is read after it."""
    pile = pile_of(case)
    with pile.turn:
        pile.waiting.clear()


def _key(case: StoredCase, pile: Pile) -> tuple[str, str, int]:
    return case.head.id, case.username, pile.runs


def _read_each(case: StoredCase, pile: Pile, running: Running) -> None:
    try:
        while not running.over() and (id := pile.next()):
            running.tell(id, pile.done / max(1, pile.total))
            try:
                _read(case, id)
            except (Faults, Stale):
                pile.failed.append(id)
            except Exception:  # one article that breaks us must not keep the others from being read (R5)
                logging.getLogger("django").exception("an article could not be read")
                pile.failed.append(id)
            else:
                pile.done += 1
    finally:
        pile.stop()


def _read(case: StoredCase, id: str) -> None:
    """Read one article as its member may see it now; what is gone, hidden or read by now is passed over."""
    source = _unread(case, id)
    if source is None:
        return
    reading = read_source(source)
    with _WRITING:
        if _unread(case, id) is not None:
            write_reading(case, case.view(Asked()), source, reading)


def _unread(case: StoredCase, id: str) -> Source | None:
    seen = case.view(Asked())
    source = next((head for head in seen.get(id) if isinstance(head, Source)), None)
    return None if source is None or not source.text or suggestions_of(seen, id) else source
