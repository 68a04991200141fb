"""The register: a step is prepared once, then timed several times in a process of its own."""

from __future__ import annotations

import gc
import importlib
import pkgutil
import resource
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

Timed = Callable[[], object]


@dataclass(frozen=True)
class Step:
    """One row of the table. ``prepare`` does what is not measured and gives back what is."""

    name: str
    on: str
    size: str
    runs: int
    prepare: Callable[[], Timed]


@dataclass(frozen=True)
class Figure:
    """What came out: the median time in milliseconds and the process's highest memory in megabytes."""

    median: float
    memory: float


STEPS: list[Step] = []


def step(name: str, on: str, size: str = "", runs: int = 5) -> Callable[[Callable[[], Timed]], Callable[[], Timed]]:
    """Puts a function into the register; it prepares, and gives back the act to be timed."""

    def register(prepare: Callable[[], Timed]) -> Callable[[], Timed]:
        STEPS.append(Step(name, on, size, runs, prepare))
        return prepare

    return register


def measure(one: Step) -> Figure:
    """Times a step in this process, with the garbage collector as the program has it."""
    act = one.prepare()
    times = []
    for _ in range(one.runs):
        gc.collect()
        start = perf_counter()
        act()
        times.append(perf_counter() - start)
    return Figure(median(times) * 1000, highest_memory())


def load() -> None:
    """Fills the register from every module beside this one."""
    for module in pkgutil.iter_modules([str(Path(__file__).parent)]):
        if not module.name.startswith("_"):
            importlib.import_module(f"benchmarks.{module.name}")


def measured(name: str, on: str, size: str) -> Figure:
    """The step of this name, in a process that did nothing else; by name, since a file may change during a long run."""
    load()
    return measure(next(one for one in STEPS if (one.name, one.on, one.size) == (name, on, size)))


def highest_memory() -> float:
    """The most memory that this process or one of its children ever held, in megabytes."""
    most = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return most / (1024 * 1024 if sys.platform == "darwin" else 1024)
