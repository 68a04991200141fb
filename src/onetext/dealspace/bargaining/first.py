"""The first package, in the order of the file, that gives everybody what a known one gives."""

from __future__ import annotations

from onetext.dealspace.bargaining.filling import TooManyError, first_filling
from onetext.dealspace.bargaining.grid import Grid, reaching
from onetext.dealspace.bargaining.largest import some_package
from onetext.dealspace.running import Running
from onetext.dealspace.scenario import Package

_LARGEST = 1 << 50
"""Floats tell whole numbers apart up to here."""


def first_package(grid: Grid, places: Package, running: Running) -> tuple[Package, bool]:
    """As options of the file, and whether it is proved to be the first. ``places`` must be efficient."""
    singles = [grid.layout(grid.single(party)) for party in range(grid.parties)]
    if max(one.spread for one in singles) < _LARGEST:
        parts = [
            [[one.parts[issue][place] for one in singles] for place in range(len(options))]
            for issue, options in enumerate(grid.options)
        ]
        target = [sum(row[place] for row, place in zip(one.parts, places, strict=True)) for one in singles]
        try:
            found = first_filling(parts, target)
        except TooManyError:
            found = None
        if found is not None:
            return grid.package(tuple(found)), True
    return _by_search(grid, places, running)


def _by_search(grid: Grid, places: Package, running: Running) -> tuple[Package, bool]:
    """Issue by issue, an option before the one known is tried with all before it held.

    As the gains are efficient, what reaches them has exactly these; each success gives a known package to go on from.
    """
    target = grid.vector(grid.gains(places))
    known = grid.package(places)
    sure = True
    for issue, options in enumerate(grid.options):
        for option in options:
            if option >= known[issue]:
                break
            held = tuple((at,) for at in known[:issue])
            part = Grid(grid.tally, (*held, (option,), *grid.options[issue + 1 :]))
            found, proved = some_package(part, reaching(part, target), running)
            sure = sure and proved
            if found is not None:
                known = part.package(found)
                break
    return known, sure
