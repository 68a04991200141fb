"""A question before it is searched: options that cannot be in any answer go, and bans and extras shrink with them."""

from __future__ import annotations

from onetext.dealspace.conflicts.query import Extras, Query, Row
from onetext.dealspace.scenario import Box


def narrowed(query: Query) -> Query | None:
    """The same packages answer it; None where it is plain that none does. Extras may lose issues, never packages."""
    domains = [list(domain) for domain in query.domains]
    bans = query.bans
    while True:
        before = sum(map(len, domains))
        if not all(domains):
            return None
        left = _bans(bans, domains)
        if left is None or not all(_reachable(row, domains) for row in query.rows):
            return None
        bans = left
        if sum(map(len, domains)) == before:
            break
    rows = tuple(Row(row.own, _extras(row.extras, domains), row.floor) for row in query.rows)
    return Query(tuple(map(tuple, domains)), rows, bans)


def shrunk(box: Box, domains: list[list[int]]) -> Box | None:
    """The sides of the box that still say something; None where no package is left inside."""
    sides = []
    for issue, options in box:
        held = sum(option in options for option in domains[issue])
        if held == 0:
            return None
        if held < len(domains[issue]):
            sides.append((issue, options))
    return tuple(sides)


def _bans(bans: tuple[Box, ...], domains: list[list[int]]) -> tuple[Box, ...] | None:
    """What is left to be banned; a ban on one issue takes its options. None where everything is banned."""
    left: dict[Box, None] = {}
    for ban in bans:
        sides = shrunk(ban, domains)
        if sides is None:
            continue
        if not sides:
            return None
        if len(sides) > 1:
            left[sides] = None
            continue
        issue, options = sides[0]
        domains[issue] = [option for option in domains[issue] if option not in options]
    return tuple(left)


def _reachable(row: Row, domains: list[list[int]]) -> bool:
    """Whether the row can be reached at all; takes away the options with which it cannot."""
    best = [max([own[option] for option in domain]) for own, domain in zip(row.own, domains, strict=True)]
    slack = sum(best) - row.floor
    for box, worth in row.extras:
        sides = shrunk(box, domains)
        if sides is not None and (worth > 0 or not sides):
            slack += worth
    if slack < 0:
        return False
    for issue, (own, top) in enumerate(zip(row.own, best, strict=True)):
        if any(top - own[option] > slack for option in domains[issue]):
            domains[issue] = [option for option in domains[issue] if top - own[option] <= slack]
    return True


def _extras(extras: Extras, domains: list[list[int]]) -> Extras:
    found = ((shrunk(box, domains), worth) for box, worth in extras)
    return tuple((box, worth) for box, worth in found if box is not None)
