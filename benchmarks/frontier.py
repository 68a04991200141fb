"""Whole frontiers of additive scenarios: 2 to 5 parties, growth with points, options and parties, and NegMAS beside.

Kernels are compiled, and loaded, before anything is timed; what that takes is a step of its own. NegMAS runs as a
process of its own, from the interpreter named by ``NEGMAS_PYTHON``; without one nothing is measured against it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from fractions import Fraction
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Any

import numpy as np

from benchmarks.registry import Timed, step
from benchmarks.scenarios import GENERATORS, Shape
from onetext.dealspace.field import Frontier
from onetext.dealspace.frontier.additive import Additive
from onetext.dealspace.frontier.layout import layout
from onetext.dealspace.frontier.points import Points
from onetext.dealspace.frontier.reduction import reduction
from onetext.dealspace.tally import Tally, tally

FLOOR = Fraction(3, 10)


def counted(kind: str, parties: int, steps: int, points: int = 28, options: int = 4) -> Tally:
    return tally(GENERATORS[kind](Shape(points, options, parties, steps, FLOOR), 0))


def whole(kind: str, parties: int, steps: int, points: int = 28, options: int = 4) -> Timed:
    """From the whole numbers to all points written out in order, each with what says its package."""
    made = counted(kind, parties, steps, points, options)

    def act() -> None:
        found = Additive(made, way="compiled").frontier().packages
        assert isinstance(found, Points)
        assert len(found.vectors) == len(found)

    act()
    return act


def _register() -> None:
    for kind in sorted(GENERATORS):
        for parties, steps in ((2, 10_000), (3, 100_000), (4, 10_000), (5, 1_000)):
            if kind == "opposed" and parties > 3:
                continue  # tens of millions of points: past any room that is given
            on = f"{kind}, {parties} parties, {steps:,} steps"
            runs = 3 if parties > 3 else 7
            step("frontier", on, "28 points of 4 options", runs)(partial(whole, kind, parties, steps))
        on = f"{kind}, 2 parties, 10,000 steps"
        step("frontier kernel", on, "28 points of 4 options", 101)(partial(kernel, kind))
        step("frontier kernel, following every package", on, "28 points of 4 options", 101)(partial(followed, kind))
    for points in (7, 14, 28, 56, 100):
        step("frontier growth", "spatial, 2 parties, 10,000 steps", f"{points} points of 4 options", 7)(
            partial(whole, "spatial", 2, 10_000, points)
        )
    for options in (2, 4, 8, 16):
        step("frontier growth", "spatial, 3 parties, 1,000 steps", f"28 points of {options} options", 5)(
            partial(whole, "spatial", 3, 1_000, 28, options)
        )
    for parties in (2, 3, 4, 5):
        step("frontier growth", f"spatial, {parties} parties, 200 steps", "28 points of 4 options", 3)(
            partial(whole, "spatial", parties, 200)
        )


def kernel(kind: str) -> Timed:
    """Only the compiled sweep: without making the arrays before and the points after."""
    return _sweep(counted(kind, 2, 10_000))


def followed(kind: str) -> Timed:
    """Every package of a frontier of two, from the grid."""
    made = counted(kind, 2, 10_000)
    reduced = reduction(made, made.allowed())
    points = Additive(made, way="compiled").frontier().packages
    assert isinstance(points, Points)
    act = partial(points.climbed.chosen, reduced, layout(reduced), np.arange(len(points)))
    act()
    return act


def _sweep(made: Tally) -> Timed:
    from onetext.dealspace.frontier import grid, grid_kernel  # noqa: PLC0415  other steps do not load numba

    reduced = reduction(made, made.allowed())
    needs = reduced.needs(made.floors)
    assert needs is not None
    filled = grid.Grid(reduced)
    out = np.empty(filled.ends[0], np.int64)
    arguments: Any = (*filled.arrays, np.array(needs), out)
    act = partial(grid_kernel.frontier_of_two, *arguments)
    act()
    return act


_register()


@step("frontier first compile", "all kernels, nothing cached", "a process of its own", 1)
def compiling() -> Timed:
    code = (
        "from benchmarks.frontier import whole\n"
        "for parties in (2, 3, 4, 5): whole('spatial', parties, 20, 6)\n"
    )  # fmt: skip

    def act() -> None:
        with TemporaryDirectory() as empty:
            root = Path(__file__).parents[1]
            paths = os.pathsep.join([str(root / "src"), str(root)])
            environment = {**os.environ, "NUMBA_CACHE_DIR": empty, "PYTHONPATH": paths}
            subprocess.run([sys.executable, "-c", code], env=environment, check=True)

    return act


NEGMAS = """
import json, sys, time
import numpy as np
from negmas import make_issue, make_os, LinearAdditiveUtilityFunction as Linear
from negmas.preferences.ops import pareto_frontier, calc_scenario_stats
own = json.loads(sys.stdin.read())
issues = [make_issue([f"o{k}" for k in range(len(row))], f"p{i}") for i, row in enumerate(own[0])]
space = make_os(issues)
ufuns = [
    Linear({f"p{i}": {f"o{k}": at for k, at in enumerate(row)} for i, row in enumerate(rows)},
           weights={f"p{i}": 1.0 for i in range(len(rows))}, outcome_space=space)
    for rows in own
]
start = time.process_time()
found, _ = pareto_frontier(ufuns, issues=issues)
middle = time.process_time()
if "stats" in sys.argv: calc_scenario_stats(ufuns)
print(json.dumps([middle - start, time.process_time() - middle, sorted({tuple(map(round, u)) for u in found})]))
"""


def against_negmas(points: int, *, stats: bool) -> None:
    """Prints both times for the same scenario, two parties and no reservation, and whether the points are the same."""
    python = os.environ.get("NEGMAS_PYTHON", "")
    if not python:
        print("NegMAS is not installed: set NEGMAS_PYTHON to an interpreter that has it")
        return
    made = tally(GENERATORS["spatial"](Shape(points, 4, 2, 10_000, None), 0))
    done = subprocess.run(
        [python, "-c", NEGMAS, *(["stats"] if stats else [])],
        input=json.dumps(made.own), capture_output=True, text=True, check=True,
    )  # fmt: skip
    theirs, statistics, vectors = json.loads(done.stdout.splitlines()[-1])
    ours, frontier = _ours(made)
    same = sorted(frontier.packages) == [tuple(vector) for vector in vectors]
    print(f"{points} x 4: {len(frontier.packages)} points, the same: {same}; here {ours * 1e3:.3f} ms")
    print(f"  NegMAS frontier {theirs:.2f} s: {theirs / ours:,.0f} times; statistics {statistics:.1f} s: ", end="")
    print(f"{statistics / ours:,.0f} times" if stats else "not run")


def _ours(made: Tally) -> tuple[float, Frontier]:
    """Mean time of the sweep over many runs, and the frontier."""
    act, runs = _sweep(made), 2_000
    start, cpu = perf_counter(), process_time()
    for _ in range(runs):
        act()
    taken = min(perf_counter() - start, process_time() - cpu) / runs
    return taken, Additive(made, way="compiled").frontier()


if __name__ == "__main__":
    against_negmas(int(sys.argv[1]) if len(sys.argv) > 1 else 8, stats="stats" in sys.argv)
