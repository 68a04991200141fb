"""The cheapest way out: what must be given up or lowered, at the least, so that an acceptable package exists.

Fewest members touched come first; of those, as few as can be that fall whole (red lines and rules), because a
reservation can be bargained down; of those, the smallest sum of lowerings on the 0 to 1 scales. Whatever opens a
deal must break every conflict, so the cheapest set that meets all conflicts found is either a way out, and then no
way out touches less, or leaves a new conflict (implicit hitting sets again, the other way round).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from onetext.dealspace.conflicts.bits import bits
from onetext.dealspace.conflicts.hitting import hitting
from onetext.dealspace.conflicts.member import Member, Reservation, place
from onetext.dealspace.conflicts.minimal import minimal
from onetext.dealspace.conflicts.oracle import Oracle
from onetext.dealspace.conflicts.query import Extras, Query, Row
from onetext.dealspace.conflicts.search import Stopped
from onetext.dealspace.scenario import Box, Package, Rule
from onetext.dealspace.tally import Tally, Vector, box_of


@dataclass(frozen=True)
class Concession:
    """``to`` is the utility a reservation is lowered to; None where the member is given up."""

    member: Member
    to: Fraction | None = None


@dataclass(frozen=True)
class Opening:
    """``lowering`` is the sum over the reservations lowered. ``proved``: there is no cheaper way."""

    concessions: tuple[Concession, ...]
    lowering: Fraction
    package: Package
    vector: Vector
    proved: bool = True


def cheapest(oracle: Oracle, tally: Tally, conflicts: Sequence[int]) -> Opening | None:
    """The cheapest way out of a scenario without an acceptable package; ``conflicts`` are refuted masks known so far.

    Where the time is up it is the best way out found, not proved; None where none was found.
    """
    search = _Search(oracle, tally, list(conflicts))
    try:
        return search.run()
    except Stopped:
        return search.best or search.rough()


def singles(oracle: Oracle, tally: Tally, mask: int) -> list[Opening]:
    """Each single member of a conflict whose relaxing opens a deal, in the order of the members; the cheapest of each.

    Raises ``Stopped`` when over.
    """
    found = []
    for bit in bits(mask):
        if len(oracle.grounds.grounds[bit].members) > 1:
            continue
        package = oracle.ask(oracle.grounds.all & ~(1 << bit))
        if package is None:
            continue
        lowered = 1 << bit & oracle.grounds.soft
        found.append(_lowered(oracle, tally, lowered, 0) if lowered else _opening(oracle, tally, package))
    return sorted(found, key=lambda one: place(one.concessions[0].member))


def order(opening: Opening) -> tuple[int, int, Fraction]:
    """Sorts ways out by what they cost."""
    whole = sum(concession.to is None for concession in opening.concessions)
    return len(opening.concessions), whole, opening.lowering


class _Search:
    def __init__(self, oracle: Oracle, tally: Tally, conflicts: list[int]) -> None:
        self.oracle = oracle
        self.tally = tally
        self.conflicts = conflicts
        self.best: Opening | None = None
        self.base = len(oracle.grounds.members(oracle.grounds.all)) + 1
        """Heavier than all that could be given up: a member touched outweighs any share of whole ones."""

    def weight(self, bit: int) -> int:
        count = len(self.oracle.grounds.grounds[bit].members)
        return count * (self.base if 1 << bit & self.oracle.grounds.soft else self.base + 1)

    def run(self) -> Opening | None:
        """Of each set of reservations that belongs to a way out of the least weight, the smallest lowering."""
        grounds = self.oracle.grounds
        tried: list[int] = []
        least: int | None = None
        while True:
            freed = hitting(self.conflicts, self.weight, self.oracle.running.over, tried)
            if freed is None:
                break
            cost = sum(map(self.weight, bits(freed)))
            if least is not None and cost > least:
                break
            package = self.oracle.ask(grounds.all & ~freed)
            if package is None:
                refuted = self.oracle.narrower(grounds.all & ~freed)
                self.conflicts.append(minimal(self.oracle, refuted)[0])
                continue
            least = cost
            soft = freed & grounds.soft
            if not soft:
                return _opening(self.oracle, self.tally, package)
            opening = _lowered(self.oracle, self.tally, soft, len(grounds.members(freed & ~soft)))
            if self.best is None or order(opening) < order(self.best):
                self.best = opening
            tried.append(soft)
        return self.best

    def rough(self) -> Opening | None:
        """The best of the packages seen, where there was no time for proofs."""
        openings = [_opening(self.oracle, self.tally, package) for package in self.oracle.seen.values()]
        best = min(openings, key=order, default=None)
        return None if best is None else Opening(best.concessions, best.lowering, best.package, best.vector, False)


def _opening(oracle: Oracle, tally: Tally, package: Package) -> Opening:
    """What this package asks for."""
    vector = tally.worth(package)
    members = sorted(oracle.grounds.members(oracle.grounds.violated(package)), key=place)
    concessions = tuple(
        Concession(member, tally.utility(member.party, vector[member.party]))
        if isinstance(member, Reservation)
        else Concession(member)
        for member in members
    )
    lowering = sum(
        (
            tally.utility(one.member.party, tally.floors[one.member.party] - vector[one.member.party])
            for one in concessions
            if isinstance(one.member, Reservation)
        ),
        Fraction(0),
    )
    return Opening(concessions, lowering, package, vector)


def _lowered(oracle: Oracle, tally: Tally, soft: int, whole: int) -> Opening:
    """The smallest lowering of these reservations, with at most so many red lines and rules given up.

    That this opens a deal is known; and no package that is left meets any of the reservations.
    """
    parties = [oracle.grounds.limited[bit] for bit in bits(soft)]
    found = oracle.best(_budgeted(oracle, soft, whole), _total(tally, parties))
    if found is None:
        raise AssertionError("a way out that was found is gone")
    opening = _opening(oracle, tally, found[1])
    return opening if len(parties) == 1 or not _capped(tally, parties) else replace(opening, proved=False)


def _capped(tally: Tally, parties: list[int]) -> bool:
    """Whether a reservation lies above what a package can count for; then worth beyond it hides lowerings of others."""
    caps = ((tally.caps[party], tally.floors[party]) for party in parties)
    return any(cap is not None and cap < floor for cap, floor in caps)


def _total(tally: Tally, parties: list[int]) -> Row:
    """The utilities of these parties added up, in units of 1 / ``common``."""
    own = []
    for issue in range(len(tally.own[0])):
        rows = [(tally.common // tally.units[party], tally.own[party][issue]) for party in parties]
        own.append(
            tuple(sum(column) for column in zip(*([factor * at for at in row] for factor, row in rows), strict=True))
        )
    extras = tuple(
        (box, tally.common // tally.units[party] * worth) for party in parties for box, worth in tally.extras[party]
    )
    return Row(tuple(own), extras, 0)


def _budgeted(oracle: Oracle, soft: int, whole: int) -> Query:
    """All reservations but these; red lines and rules are kept but for so many, which a row of its own counts."""
    grounds = oracle.grounds
    if whole == 0:
        return grounds.query(grounds.all & ~soft)
    query = grounds.query(grounds.soft & ~soft)
    own = tuple(tuple(-len(grounds.members(bit)) for bit in row) for row in grounds.line_bits)
    extras: list[tuple[Box, int]] = []
    for _, rule in grounds.rules.values():
        extras += _broken_rule(rule, grounds.sizes)
    return Query(query.domains, (*query.rows, Row(own, tuple(extras), -whole)), query.bans)


def _broken_rule(rule: Rule, sizes: list[int]) -> Extras:
    """-1 where the rule is broken: where it applies, but for where it is kept."""
    when = box_of(rule.when)
    if not all(options for _, options in when):
        return ()
    kept = dict(when)
    for issue, option in rule.then:
        kept[issue] = kept.get(issue, frozenset(range(sizes[issue]))) & {option}
    for issue, option in rule.then_not:
        kept[issue] = kept.get(issue, frozenset(range(sizes[issue]))) - {option}
    inner = tuple(sorted(kept.items(), key=lambda side: side[0]))
    return ((when, -1), (inner, 1)) if all(options for _, options in inner) else ((when, -1),)
