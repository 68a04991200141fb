"""What a quick walk finds is a package, counted exactly; it proves nothing."""

from __future__ import annotations

from time import monotonic

import pytest

from benchmarks.scenarios import GENERATORS, Shape
from onetext.dealspace.logic.engine import Logic
from onetext.dealspace.logic.seeking import Seeker
from onetext.dealspace.running import Running
from onetext.dealspace.tally import tally


@pytest.mark.parametrize("kind", sorted(GENERATORS))
def test_package_that_is_found_is_worth_what_is_told_and_breaks_no_rule(kind: str) -> None:
    counted = tally(GENERATORS[kind](Shape(points=8, parties=2, interactions=6, rules=2), 3))
    search = Logic(counted, Running(monotonic)).search
    found = Seeker(search).along([0, 0], list(counted.units), 60)

    assert found is not None
    package, vector = found
    assert counted.worth(package) == vector
    assert not counted.breaks_rule(package)


def test_walk_begins_where_it_is_told_and_gets_no_worse() -> None:
    counted = tally(GENERATORS["spatial"](Shape(points=8, parties=2, interactions=6), 3))
    search = Logic(counted, Running(monotonic)).search
    best = Logic(counted, Running(monotonic)).answer("utilitarian")
    assert best is not None
    seeker = Seeker(search)
    seeker.start_from(best.package)
    found = seeker.along([0, 0], list(counted.units), 60)

    assert found is not None
    assert min(found[1]) >= min(best.vector)
