"""What shuts out every deal, and the cheapest way out: the answer to ``onetext conflicts``, proved or marked (S2)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from onetext.dealspace.assumptions import assumed
from onetext.dealspace.conflicts.bits import bits
from onetext.dealspace.conflicts.every import every
from onetext.dealspace.conflicts.grounds import Grounds
from onetext.dealspace.conflicts.member import Member, place
from onetext.dealspace.conflicts.minimal import minimal
from onetext.dealspace.conflicts.opening import Opening, cheapest, singles
from onetext.dealspace.conflicts.oracle import Oracle
from onetext.dealspace.conflicts.search import Stopped
from onetext.dealspace.conflicts.smallest import smallest
from onetext.dealspace.running import Running
from onetext.dealspace.scenario import Package, Scenario
from onetext.dealspace.tally import Tally, tally

_FOR_SETS = 0.6
"""Of a limited time, the share spent on conflict sets; the rest is for the way out."""


@dataclass(frozen=True)
class Conflict:
    """Members that together admit no package, all other members aside; ``minimal``: without any of them some do.

    ``smallest``: no conflict has fewer members; False where one has, None where nobody knows.
    """

    members: tuple[Member, ...]
    minimal: bool
    smallest: bool | None


@dataclass(frozen=True)
class Conflicts:
    """``package`` shows that a scenario is feasible; ``feasible`` is None where there was no time to find out.

    ``complete``: these are all minimal conflicts there are. ``opening`` is the cheapest way out for the whole scenario;
    where one member is enough, ``singles`` has every member that would be, each with its cheapest. ``at_least``: no
    conflict has fewer members. ``stopped``: something was left unproved for want of time.
    """

    scenario: Scenario
    tally: Tally
    feasible: bool | None
    package: Package | None
    sets: tuple[Conflict, ...]
    complete: bool
    at_least: int
    opening: Opening | None
    singles: tuple[Opening, ...]
    assumed: tuple[str, ...]
    stopped: bool
    seconds: dict[str, float]

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        from onetext.dealspace.showing.results import conflicts_html  # noqa: PLC0415  # only where it is shown

        return conflicts_html(self)


@dataclass(frozen=True)
class _Sets:
    """``masks``: the same conflicts as grounds."""

    found: tuple[Conflict, ...]
    masks: tuple[int, ...]
    complete: bool = False
    at_least: int = 1
    stopped: bool = False


def conflicts(scenario: Scenario, running: Running, *, prove_smallest: bool = False, most: int = 1) -> Conflicts:
    """One minimal conflict; with ``prove_smallest`` the smallest one; with ``most`` > 1 up to so many, by size.

    Where ``running`` is over it gives what it has and marks what is not proved.
    """
    counted = tally(scenario)
    oracle = Oracle(scenario, counted, running)
    start = running.clock()
    try:
        package = oracle.ask(oracle.grounds.all)
    except Stopped:
        return _answer(scenario, counted, None, None, _Sets((), ()), {})
    known = running.clock()
    seconds = {"feasible": known - start}
    if package is not None:
        return _answer(scenario, counted, True, package, _Sets((), (), complete=True), seconds)
    refuted = oracle.narrower(oracle.grounds.all)
    oracle.running = replace(running, until=known + _FOR_SETS * running.left())
    sets = _all(oracle, refuted, most) if most > 1 else _one(oracle, refuted, prove_smallest)
    oracle.running = running
    set_up = running.clock()
    opening, ways, stopped = _ways_out(oracle, counted, sets.masks)
    seconds |= {"sets": set_up - known, "opening": running.clock() - set_up}
    found = _answer(scenario, counted, False, None, replace(sets, stopped=sets.stopped or stopped), seconds)
    return replace(found, opening=opening, singles=ways)


def _answer(
    scenario: Scenario,
    counted: Tally,
    feasible: bool | None,
    package: Package | None,
    sets: _Sets,
    seconds: dict[str, float],
) -> Conflicts:
    return Conflicts(
        scenario,
        counted,
        feasible,
        package,
        sets.found,
        sets.complete,
        sets.at_least,
        None,
        (),
        tuple(assumed(scenario)),
        sets.stopped or feasible is None,
        seconds,
    )


def _one(oracle: Oracle, refuted: int, prove_smallest: bool) -> _Sets:
    if not prove_smallest:
        mask, whole = minimal(oracle, refuted)
        single = True if mask.bit_count() == 1 else None
        return _Sets((_conflict(oracle.grounds, mask, whole, single),), (mask,), stopped=not whole)
    found = smallest(oracle, refuted)
    conflict = _conflict(oracle.grounds, found.mask, found.minimal, True if found.proved else None)
    return _Sets((conflict,), (found.mask,), at_least=found.at_least, stopped=not found.proved)


def _all(oracle: Oracle, refuted: int, most: int) -> _Sets:
    """The conflicts by size, so that the first is the smallest; where time ran out before it, one minimal one."""
    masks: list[int] = []
    found: list[Conflict] = []
    complete = stopped = False
    try:
        for mask in every(oracle):
            masks.append(mask)
            least = masks[0].bit_count() == mask.bit_count()
            for members in _chosen(oracle.grounds, mask):
                if len(found) == most:
                    return _Sets(tuple(found), tuple(masks), at_least=masks[0].bit_count())
                found.append(Conflict(members, minimal=True, smallest=least))
            oracle.running.tell("conflicts", len(found) / most)
        complete = True
    except Stopped:
        stopped = True
    if not masks:
        return replace(_one(oracle, refuted, prove_smallest=False), stopped=True)
    return _Sets(tuple(found), tuple(masks), complete, masks[0].bit_count(), stopped)


def _chosen(grounds: Grounds, mask: int) -> Iterator[tuple[Member, ...]]:
    """One member of each ground, every way."""
    for members in product(*(grounds.grounds[bit].members for bit in bits(mask))):
        yield tuple(sorted(members, key=place))


def _conflict(grounds: Grounds, mask: int, whole: bool, least: bool | None) -> Conflict:
    return Conflict(next(_chosen(grounds, mask)), whole, least)


def _ways_out(oracle: Oracle, counted: Tally, masks: Sequence[int]) -> tuple[Opening | None, tuple[Opening, ...], bool]:
    """The cheapest, every single member that is enough, and whether time ran out on them."""
    opening = cheapest(oracle, counted, masks)
    if opening is None or not opening.proved:
        return opening, (), True
    if len(opening.concessions) > 1:
        return opening, (), False
    try:
        return opening, tuple(singles(oracle, counted, masks[0])), False
    except Stopped:
        return opening, (), True
