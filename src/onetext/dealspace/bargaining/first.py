"""The first package, in the order of the file, that gives everybody what a known one gives."""

from __future__ import annotations

from onetext.dealspace.bargaining.grid import Grid, reaching
from onetext.dealspace.bargaining.largest import some_package
from onetext.dealspace.running import Running
from onetext.dealspace.scenario import Package


def first_package(grid: Grid, places: Package, running: Running) -> tuple[Package, bool]:
    """As options of the file, and whether it is proved to be the first.

    ``places`` must be efficient: what reaches its gains then has exactly these. Issue by issue, an option before the
    one known is tried with all before it held; each success gives a known package to go on from.
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
