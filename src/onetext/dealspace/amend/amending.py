"""All that can be said of a draft: its place, what would improve it, mend it or settle it, and what a wish costs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from gettext import gettext as _

from onetext.dealspace.amend.beyond import Beyond, beyond
from onetext.dealspace.amend.moves import OPEN, Moves
from onetext.dealspace.amend.order import key
from onetext.dealspace.amend.settling import Settlements, repairs, settlements
from onetext.dealspace.amend.smallest import Change, Found, improves, smallest
from onetext.dealspace.amend.wish import Wish, read_wish, wish
from onetext.dealspace.assumptions import assumed
from onetext.dealspace.running import Clock, Running
from onetext.dealspace.scenario import Choice, Package, Scenario
from onetext.dealspace.tally import Tally, Vector, tally
from onetext.files.faults import refuse

MOST = 100
"""Trades of two points, and of three, that are given back when nobody asks for more or fewer."""


@dataclass(frozen=True)
class Amendments:
    """What was found of a draft.

    ``draft`` has ``OPEN`` (-1) for an issue it leaves open; ``worth`` is what it gives each party, open issues giving
    nothing, and all gains are over it. ``breaches`` says how many red lines and rules it breaks, ``short`` which
    parties it leaves under their reservation (empty while something is open).

    ``found`` holds the improving changes by size: every single one, and of the trades of two and of three points the
    best. A trade is listed when no part of it improves the draft by itself. ``best_within`` is the most that so many
    changes or fewer give, by size. ``beyond`` is None where the draft leaves something open.
    """

    scenario: Scenario
    tally: Tally
    draft: Package
    worth: Vector
    breaches: int
    short: tuple[int, ...]
    found: tuple[Found, ...]
    best_within: tuple[Change | None, ...]
    beyond: Beyond | None
    repairs: tuple[Found, ...]
    settlements: Settlements
    wish: Wish | None
    assumed: tuple[str, ...]
    seconds: dict[str, float]

    @property
    def open(self) -> tuple[int, ...]:
        """The issues left open."""
        return tuple(issue for issue, option in enumerate(self.draft) if option == OPEN)

    @property
    def acceptable(self) -> bool:
        """Whether it breaks nothing and leaves nobody under the reservation, as far as it is settled."""
        return self.breaches == 0 and not self.short

    def ordered(self) -> list[Change]:
        """Improving changes of all sizes, best first."""
        changes = [change for one in self.found for change in one.minimal]
        return sorted(changes, key=lambda change: key(self.tally, change.gains, change.choices))

    def accepted(self, gains: Vector) -> bool:
        """Whether a package with these gains over the draft gives every party its reservation value."""
        vector = tuple(at + gain for at, gain in zip(self.worth, gains, strict=True))
        return min(self.tally.gains(vector)) >= 0

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        from onetext.dealspace.showing.results import amendments_html  # noqa: PLC0415  # only where it is shown

        return amendments_html(self)


def amend(
    scenario: Scenario,
    clock: Clock,
    running: Running | None = None,
    *,
    most: int = MOST,
    want: str | None = None,
    party: str | None = None,
) -> Amendments:
    """The improvements of the scenario's draft. ``want`` names an option as ``issue=option``, ``party`` who wants it.

    ``running`` may stop it; what was not gone through is then marked so (S2). Raises ``Faults`` where there is no draft
    and for names that are not there.
    """
    asked = _asked(scenario, want, party)
    running = running or Running(clock)
    laps = _Laps(running, clock)
    counted = tally(scenario)
    draft = tuple(OPEN if option is None else option for option in scenario.draft)
    moves = Moves(counted, draft)
    short = _short(counted, moves, draft)
    found = tuple(smallest(moves, improves, 3, most, running))
    laps.lap("amendments")
    far = beyond(moves, found, running) if OPEN not in draft else None
    laps.lap("efficient")
    return Amendments(
        scenario=scenario,
        tally=counted,
        draft=draft,
        worth=moves.start,
        breaches=moves.breaches,
        short=short,
        found=found,
        best_within=_best_within(moves, found),
        beyond=far,
        repairs=tuple(repairs(moves, most, running)) if moves.breaches or short else (),
        settlements=settlements(moves, most),
        wish=wish(counted, draft, *asked, most, running) if asked else None,
        assumed=tuple(assumed(scenario)),
        seconds=laps.seconds,
    )


def _asked(scenario: Scenario, want: str | None, party: str | None) -> tuple[Choice, int | None] | None:
    if all(option is None for option in scenario.draft):
        raise refuse(
            scenario.address,
            _("there is no draft to amend"),
            _("name an option of some issues in a scenario file: 'draft: {issue: option}'; of a case, in its clauses"),
        )
    if want is not None:
        return read_wish(scenario, want, party)
    if party is not None:
        raise refuse("--party", _("it says who wants something, and nothing is wanted"), _("add --want issue=option"))
    return None


class _Laps:
    def __init__(self, running: Running, clock: Clock) -> None:
        self.running = running
        self.clock = clock
        self.since = clock()
        self.seconds: dict[str, float] = {}

    def lap(self, step: str) -> None:
        now = self.clock()
        self.seconds[step], self.since = now - self.since, now
        self.running.tell(step, 1.0)


def _short(counted: Tally, moves: Moves, draft: Package) -> tuple[int, ...]:
    if OPEN in draft:
        return ()
    return tuple(at for at, gain in enumerate(counted.gains(moves.start)) if gain < 0)


def _best_within(moves: Moves, found: Sequence[Found]) -> tuple[Change | None, ...]:
    best: Change | None = None
    within = []
    for one in found:
        changes = [change for change in (best, one.best) if change is not None]
        best = min(changes, key=lambda c: key(moves.tally, c.gains, c.choices)) if changes else None
        within.append(best)
    return tuple(within)
