"""``python -m benchmarks [words]``: measures every step whose name holds the words, and prints the table."""

from __future__ import annotations

import multiprocessing
import platform
import sys

import onetext
from benchmarks.registry import STEPS, Figure, Step, load, measured


def row(one: Step, figure: Figure) -> str:
    """The cells that a machine can fill; the day and the machine's own name are the writer's."""
    cells = [
        one.name,
        one.on,
        one.size,
        f"{figure.median:.1f}" if figure.median >= 1 else f"{figure.median:.3f}",
        one.runs,
        f"{figure.memory:.0f}",
    ]
    return "| " + " | ".join(str(cell) for cell in [*cells, platform.machine(), "", onetext.__version__]) + " |"


def main(words: list[str]) -> None:
    """Measures one step after the other; two at once would disturb each other."""
    load()
    print("| step | on what | size | median ms | runs | memory MB | machine | day | version |")
    print("|---|---|---|---|---|---|---|---|---|")
    spawn = multiprocessing.get_context("spawn")
    for one in STEPS:
        if all(word in f"{one.name} {one.on}" for word in words):
            with spawn.Pool(1) as pool:
                print(row(one, pool.apply(measured, (one.name, one.on, one.size))), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
