"""Work that may be long, done aside: a page waits for it a moment, else shows how far it is, and can stop it.

Work is found again by its key, which holds who asks and everything the answer depends on; what is found is a pure
function of the rest (D3). Nothing is kept beyond this process.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any

from onetext.dealspace.running import Running
from onetext.files.faults import Fault, Faults

MOMENT = 0.3
"""Seconds a page waits before it shows progress instead."""
LONGEST = 60.0
_KEPT = 32

Act = Callable[[Running], Any]


@dataclass
class Work:
    """``found`` once it is ``done``; ``faults`` where it could not be, ``broken`` where that is a fault of ours."""

    act: Act
    longest: float
    turns: threading.BoundedSemaphore
    step: str = ""
    share: float | None = None
    found: Any = None
    faults: tuple[Fault, ...] = ()
    broken: Exception | None = None
    over: threading.Event = field(default_factory=threading.Event)
    stopping: threading.Event = field(default_factory=threading.Event)

    @property
    def done(self) -> bool:
        return self.over.is_set()

    @property
    def percent(self) -> int:
        return round(100 * min(1.0, max(0.0, self.share or 0.0)))

    def run(self) -> None:
        try:
            with self.turns:
                until = perf_counter() + self.longest
                self.found = self.act(Running(perf_counter, until, self.stopping.is_set, self.hear))
        except Faults as refused:
            self.faults = tuple(refused.faults)
        except Exception as error:  # noqa: BLE001 -- told to whoever asks, in their own thread
            self.broken = error
        finally:
            self.over.set()

    def hear(self, step: str, share: float | None) -> None:
        self.step, self.share = step, share


class Jobs:
    """Work of this process, the oldest forgotten first: each at most ``longest`` seconds, ``at_once`` at a time."""

    def __init__(self, longest: float = LONGEST, at_once: int = 2) -> None:
        self.longest = longest
        self.turns = threading.BoundedSemaphore(at_once)
        self.works: OrderedDict[Hashable, Work] = OrderedDict()
        self.turn = threading.Lock()

    def ask(self, key: Hashable, act: Act, wait: float = MOMENT) -> Work:
        """The work of this key, begun if it is not there, after a moment's wait. Raises what broke it."""
        with self.turn:
            work = self.works.get(key)
            if work is None:
                work = self.works[key] = Work(act, self.longest, self.turns)
                threading.Thread(target=work.run, daemon=True, name="aside").start()
                while len(self.works) > _KEPT:
                    self.works.popitem(last=False)[1].stopping.set()
            self.works.move_to_end(key)
        work.over.wait(wait)
        if work.broken is not None:
            self.works.pop(key, None)
            raise work.broken
        return work

    def begin(self, key: Hashable, act: Act) -> Work:
        """New work under this key, or what is under way there."""
        with self.turn:
            if self.under_way(key) is None:
                self.works.pop(key, None)
        return self.ask(key, act, wait=0)

    def under_way(self, key: Hashable) -> Work | None:
        """The work of this key, unless it is over or was never begun."""
        work = self.works.get(key)
        return work if work and not work.done else None

    def stop(self, key: Hashable) -> None:
        """Asks the work to come to an end; it then gives what it has."""
        if work := self.works.get(key):
            work.stopping.set()


JOBS = Jobs()
