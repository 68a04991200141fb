"""Bargaining solutions over 28 points of 4 options: one call, 5 and 8 parties, each kind of made-up scenario.

A step solves five scenarios (seeds 0 to 4), so its milliseconds are those of five; kernels are compiled before.
Reservations are 0.3, for opposed parties too: at that level they still have acceptable packages.
"""

from __future__ import annotations

import itertools
import time

import numpy as np

from benchmarks.registry import Timed, step
from benchmarks.scenarios import GENERATORS, Shape, worths
from onetext.dealspace.answers import NAMES, Name
from onetext.dealspace.bargaining.bargaining import Bargaining
from onetext.dealspace.bargaining.samples import nash_many
from onetext.dealspace.running import Running
from onetext.dealspace.tally import tally

_SEEDS = range(5)
_SAMPLES = 10_000


def answering(kind: str, parties: int, name: Name) -> Timed:
    tallies = [tally(GENERATORS[kind](Shape(parties=parties), seed)) for seed in _SEEDS]

    def act() -> list[bool]:
        proved = []
        for one in tallies:
            answer = Bargaining(one, Running(time.monotonic)).answer(name)
            proved.append(answer is not None and answer.proved)
        if not all(proved):
            raise ValueError(f"{kind}, {parties} parties: {name} is not proved")
        return proved

    act()
    return act


def sampling(kind: str, parties: int) -> Timed:
    """Ten thousand draws around one scenario: weights by a fifth, scores by a tenth."""
    chance = np.random.default_rng(1)
    middle = np.array(worths(kind, Shape(parties=parties, steps=10**6), 1), dtype=float)
    drawn = middle * np.exp(0.2 * chance.standard_normal((_SAMPLES, parties, 28, 1)))
    drawn *= 1 + 0.1 * chance.uniform(-1, 1, drawn.shape)
    drawn /= drawn.max(axis=3).sum(axis=2)[:, :, None, None]
    own = np.rint(drawn * 10**6).astype(np.int64)
    floors = np.full((_SAMPLES, parties), 300_000)
    counts = np.full(28, 4)
    nash_many(own[:200], floors[:200], counts)
    return lambda: nash_many(own, floors, counts)


def register() -> None:
    for kind, parties, name in itertools.product(GENERATORS, (5, 8), NAMES):

        def prepare(kind: str = kind, parties: int = parties, name: Name = name) -> Timed:
            return answering(kind, parties, name)

        step(f"bargaining: {name}", f"{parties} parties, {kind}", "5 x 28 points of 4 options")(prepare)
    for kind in GENERATORS:

        def draw(kind: str = kind) -> Timed:
            return sampling(kind, 5)

        step("bargaining: Nash, 10,000 samples", f"5 parties, {kind}", "28 points of 4 options", runs=3)(draw)


register()
