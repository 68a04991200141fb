"""Which engine answers for a scenario of this kind and size, and how long it may take over its frontier.

A few thousand packages are gone through. Where worth is additive, the frontier of up to three parties is found whole
and the answers read off it; with more parties, or more numbers than a frontier can hold exactly, each answer is proved
by branch and bound. Rules and interactions have an engine of their own.
"""

from __future__ import annotations

import math
from dataclasses import replace
from functools import cached_property
from gettext import gettext as _
from typing import TYPE_CHECKING, Protocol

from onetext.dealspace.answers import Answer, Bargain, Name
from onetext.dealspace.enumeration import Enumeration
from onetext.dealspace.field import Field, Frontier
from onetext.dealspace.kernels import frontier_of, installed, usable
from onetext.dealspace.preparing import prepare_frontier
from onetext.dealspace.running import Running
from onetext.dealspace.tally import Tally, Vector

if TYPE_CHECKING:
    from onetext.dealspace.bargaining.bargaining import Bargaining
    from onetext.dealspace.logic.engine import Logic

WORTH_ENUMERATING = 5_000
"""Up to this many packages, going through them is as quick as anything."""
WORTH_ENUMERATING_MORE = 200_000
"""The same where the other engines take a second to load or to search: with rules, interactions or many parties."""
ALL_AT_ONCE = 3
"""Parties up to which the whole frontier takes no longer than an answer by itself."""
MOST_DRAWN = 5
"""Parties whose frontier is looked for at all where worth is additive: with more it has no end."""

_HOPEFUL = 6.0
_WHOLE = 2.0
"""Times the patience: work that the exact frontier may be expected to take, and that it may then take."""
_LOOKING_AHEAD = 1.0
"""Work that may go into saying how long a frontier takes: seconds of a usual processor."""


class Engine(Protocol):
    """Answers for one scenario. ``None`` everywhere means: not known when time was up."""

    def exists(self) -> bool | None:
        """Whether some package is acceptable, proved."""
        ...

    def answer(self, name: Name) -> Answer | None: ...

    def frontier(self) -> Frontier: ...

    def reach(self) -> Vector | None:
        """The most each party can have without a broken rule or a red line, reservations aside."""
        ...


def engine_of(tally: Tally, packages: int, running: Running, patience: float) -> Engine:
    """``patience``: work that a frontier nobody needs for the answers may take, in seconds of a usual processor."""
    listed = tally.additive and tally.parties <= ALL_AT_ONCE
    if packages <= (WORTH_ENUMERATING if listed else WORTH_ENUMERATING_MORE):
        return Listed(tally, Enumeration(tally))
    if tally.additive:
        return Added(tally, packages, running, patience)
    if installed() and not usable("logic", running):
        return Waiting()
    return Tied(tally, running, patience)


class Listed:
    """All answers read off an exact frontier."""

    def __init__(self, tally: Tally, field: Field) -> None:
        self.tally = tally
        self.field = field

    def exists(self) -> bool:
        return self.frontier().acceptable

    def frontier(self) -> Frontier:
        return self._frontier

    def answer(self, name: Name) -> Answer | None:
        return self._bargain.answer(name) if self.exists() else None

    def reach(self) -> Vector | None:
        return self.field.reach()

    @cached_property
    def _frontier(self) -> Frontier:
        return self.field.frontier()

    @cached_property
    def _bargain(self) -> Bargain:
        return Bargain(self.tally, self.field, self._frontier)


class Waiting:
    """Its kernels are still being compiled, and the time is up: nothing is known."""

    def exists(self) -> None:
        return None

    def answer(self, _name: Name) -> None:
        return None

    def frontier(self) -> Frontier:
        return Frontier({}, acceptable=True, exact=False, computed=False)

    def reach(self) -> None:
        return None


class Added:
    """Additive worth, any number of packages."""

    def __init__(self, tally: Tally, packages: int, running: Running, patience: float) -> None:
        from onetext.dealspace.frontier.additive import Additive  # noqa: PLC0415  loaded where it is needed

        self.tally = tally
        self.packages = packages
        self.running = running
        self.patience = patience
        self.field = Additive(tally, running)
        self.listed = Listed(tally, self.field)

    def exists(self) -> bool | None:
        return self._read.exists() if self._read else self._proved.exists()

    def answer(self, name: Name) -> Answer | None:
        if self._read and not (name == "kalai_smorodinsky" and self.tally.parties == ALL_AT_ONCE):
            return self._read.answer(name)
        return self._proved.answer(name)  # it counts the ties of three parties far sooner than the frontier does

    def frontier(self) -> Frontier:
        if self.tally.parties > MOST_DRAWN:
            return Frontier({}, self.exists() is not False, exact=False, computed=False)
        if self.tally.parties > ALL_AT_ONCE:
            if usable(frontier_of(self.tally.parties), self.running, 0.5):
                prepare_frontier(self.tally.parties)  # loading the kernels is not what patience is for
            return self._drawn()
        return self.listed.frontier()

    def _drawn(self) -> Frontier:
        """Of four and five parties: where it is asked for, said beforehand how long it may take; else left out soon."""
        if math.isinf(self.patience):
            self.field.running = _announced(self.running, self._seconds())
            return self.listed.frontier()
        whole = self._soon() if self.patience else None
        if whole is not None:
            return whole
        self.field.running = self.running.within(self.patience)
        found = self.listed.frontier()
        return found if found.computed or self.running.over() else replace(found, seconds=self._seconds())

    def _soon(self) -> Frontier | None:
        """The exact frontier, where it takes little longer than a grid of it; what is expected is often too much."""
        if self._seconds() > _HOPEFUL * self.patience:
            return None
        self.field.running, self.field.grids = self.running.within(_WHOLE * self.patience), False
        found = self.field.frontier()
        self.field.grids = True
        return found if found.computed else None

    def _seconds(self) -> float:
        """What the whole frontier would take, roughly; infinite where nobody can say or it has no room."""
        from onetext.dealspace.frontier.estimate import estimate  # noqa: PLC0415  numpy is loaded where it is needed

        looking = Running(self.running.clock, asked=self.running.over).within(_LOOKING_AHEAD)
        found = estimate(self.tally, looking)  # its steps are not told: they are not these
        return found.seconds if found.bytes <= self.field.room else math.inf

    def reach(self) -> Vector | None:
        return self.field.reach()

    @cached_property
    def _read(self) -> Listed | None:
        """The exact frontier, where it comes first."""
        if self.tally.parties > ALL_AT_ONCE:
            return None
        found = self.listed.frontier()
        return self.listed if found.exact and found.computed else None

    @cached_property
    def _proved(self) -> Bargaining | Waiting:
        from onetext.dealspace.bargaining.bargaining import Bargaining  # noqa: PLC0415  loaded where it is needed
        from onetext.dealspace.bargaining.compiling import compiles  # noqa: PLC0415  as above

        if compiles(self.packages) and installed() and not usable("bargaining", self.running):
            return Waiting()
        return Bargaining(self.tally, self.running)


class Tied:
    """Rules, interactions or boxes tie options together."""

    def __init__(self, tally: Tally, running: Running, patience: float) -> None:
        self.tally = tally
        self.running = running
        self.drawing = running.within(patience)

    def exists(self) -> bool | None:
        return self.engine.exists() if self._swept is None else self._swept.acceptable

    def answer(self, name: Name) -> Answer | None:
        return self.engine.answer(name) if self._bargain is None else self._bargain.answer(name)

    def frontier(self) -> Frontier:
        return self._frontier

    def reach(self) -> Vector | None:
        return self.engine.reach()

    @cached_property
    def _swept(self) -> Frontier | None:
        """The exact frontier where few options are tied together: it comes first, and the answers are read off it."""
        from onetext.dealspace.logic.sweeping import swept_frontier  # noqa: PLC0415  loaded where it is needed

        return swept_frontier(self.tally, self.running)

    @cached_property
    def engine(self) -> Logic:
        from onetext.dealspace.logic.engine import Logic  # noqa: PLC0415  loaded where it is needed

        return Logic(self.tally, self.running)

    @cached_property
    def _bargain(self) -> Bargain | None:
        if self._swept is None or not self._swept.acceptable:
            return None
        return Bargain(self.tally, self, self._swept)

    @cached_property
    def _frontier(self) -> Frontier:
        if self._swept is not None:
            return self._swept
        from onetext.dealspace.logic.engine import Logic  # noqa: PLC0415  loaded where it is needed

        return Logic(self.tally, self.drawing).frontier()

    def count_from(self, floors: Vector) -> int | None:
        """Never counted: of beaten packages nothing is known."""
        return None


def _announced(running: Running, seconds: float) -> Running:
    """Tells with every step how long the whole may take."""
    length = _("about {seconds:,.0f} s").format(seconds=max(1, seconds)) if seconds < math.inf else _("may take long")

    def tell(step: str, share: float | None) -> None:
        running.tell(f"{step} ({length})", share)

    tell("frontier", None)
    return replace(running, tell=tell)
