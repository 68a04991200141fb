"""The whole frontier where rules, interactions and boxes tie few issues together: stage by stage, state by state.

As for additive worth, what another partial package beats stays beaten, as long as both leave the same boxes open. So
each state of open boxes has a frontier of its own, and equal partial packages keep the first in the order of the file:
their options lie side by side in *codes*, the first issue uppermost.

Work is counted, not timed: the same scenario is given up at the same place on every machine (S6).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.util import find_spec
from typing import Any

import numpy as np

from onetext.dealspace.efficient import efficient
from onetext.dealspace.logic.model import Model
from onetext.dealspace.logic.sides import Layout, laid_out
from onetext.dealspace.logic.turns import Turn, states, step, turns
from onetext.dealspace.running import Running
from onetext.dealspace.scenario import Package
from onetext.dealspace.tally import Vector

Array = Any
MOST_STATES = 4_000
"""Over all turns."""
MOST_WORK = 30_000_000
"""Candidates, a state counting as many as are looked at in the time that it takes by itself: some seconds."""
_STATE = 2_000
_CELLS = 16
"""Cells of a table cleared in the time a candidate takes."""
_BITS = 62
"""Of a key."""
_IN_A_WORD = 62
"""Bits of a code."""
_DIMENSIONS = 5
_IN_TABLES = (1 << 16) - 2
"""Most that a dimension may have where tables of 16 bits are looked up."""
_IN_PYTHON = 40_000
"""Candidates of one state that are sieved without compiled kernels."""


class Swept(Mapping[Vector, Package]):
    """The efficient vectors, falling by party, each with its package. ``vectors``: an array of points by parties."""

    def __init__(self, vectors: Array, codes: Array, model: Model) -> None:
        self.vectors, self._codes, self._model = vectors, codes, model
        self._bits = _bits(model)

    def __len__(self) -> int:
        return len(self.vectors)

    def __iter__(self) -> Iterator[Vector]:
        yield from map(tuple, self.vectors.tolist())

    def __getitem__(self, vector: Vector) -> Package:
        place = self._places.get(vector)
        if place is None:
            raise KeyError(vector)
        code = self._codes[:, place].tolist()
        return self._model.package(code[word] >> up & (1 << width) - 1 for word, up, width in self._bits)

    @cached_property
    def _places(self) -> dict[Vector, int]:
        return {vector: place for place, vector in enumerate(self)}


@dataclass(frozen=True)
class _Part:
    """The efficient partial packages of a state: falling keys; codes by word."""

    keys: Array
    codes: Array


class Sweep:
    """Over one model. ``work`` counts what was done."""

    def __init__(self, model: Model, running: Running) -> None:
        self.model = model
        self.running = running
        self.work = 0

    @cached_property
    def layout(self) -> Layout:
        return laid_out(self.model)

    @cached_property
    def turns(self) -> list[Turn]:
        return turns(self.model)

    @cached_property
    def hard(self) -> list[bool]:
        return [hard for _, _, hard in self.model.boxes]

    @cached_property
    def fits(self) -> bool:
        """Whether numbers are small and states few enough to try."""
        caps = self.model.tally.caps
        if not self.model.possible:
            return True
        if self.model.rounded or any(cap is not None and self._most(p) > cap for p, cap in enumerate(caps)):
            return False
        if len(self.layout.dimensions) > _DIMENSIONS or sum(self.layout.widths) > _BITS:
            return False
        if len(self.layout.dimensions) > 3 and max(one.range for one in self.layout.dimensions) > _IN_TABLES:
            return False
        return states(self.turns, self.hard, MOST_STATES) is not None

    def _most(self, party: int) -> int:
        model = self.model
        count = sum(max(row[party] for row in rows) for rows in model.own)
        count += sum(max(0, worth[party]) for _, worth, _ in model.boxes)
        return model.offsets[party] + model.units[party] * count

    def frontier(self, floors: Vector, most: int = MOST_WORK) -> Mapping[Vector, Package] | None:
        """Of the packages that reach the floors; None where that takes more work than ``most``, or is stopped."""
        if not self.model.possible:
            return {}
        needs = self.layout.needs(floors)
        if needs is None or any(need > one.range for need, one in zip(needs, self.layout.dimensions, strict=True)):
            return {}
        left = {0: self._start()}
        lifts = _lifts(self.model)
        lacking = [need - sum(map(max, one.own)) for need, one in zip(needs, self.layout.dimensions, strict=True)]
        waiting = (1 << len(self.hard)) - 1
        for turn in self.turns:
            lacking = [at + max(one.own[turn.issue]) for at, one in zip(lacking, self.layout.dimensions, strict=True)]
            waiting &= ~turn.opening
            gathered = self._gathered(left, turn, lifts[turn.issue])
            self.work += sum(self._each + sum(len(keys) for keys, _ in parts) for parts in gathered.values())
            if self.work > most or self.running.over():
                return None
            left = {}
            for state, parts in gathered.items():
                part = self._sieved(parts, self._limits(lacking, state, waiting))
                if part is None:
                    return None
                if len(part.keys):
                    left[state] = part
        return self._named(left[0]) if left else {}

    @cached_property
    def _each(self) -> int:
        """The work of a state by itself, tables to be cleared included."""
        inner = [one.range + 1 for one in self.layout.dimensions[1:-1]]
        return _STATE + (math.prod(inner) // _CELLS if len(inner) > 1 else 0)

    def _start(self) -> _Part:
        key = self.layout.key([one.start for one in self.layout.dimensions])
        words = 1 + max((word for word, _, _ in _bits(self.model)), default=0)
        return _Part(np.array([key], np.int64), np.zeros((words, 1), np.int64))

    def _gathered(
        self, left: dict[int, _Part], turn: Turn, lift: tuple[int, int]
    ) -> dict[int, list[tuple[Array, Array]]]:
        found: dict[int, list[tuple[Array, Array]]] = {}
        dimensions = self.layout.dimensions
        for before, part in left.items():
            for option in range(len(turn.kept)):
                for after in step(turn, before, option, self.hard):
                    held = (before | turn.opened[option]) & turn.kept[option] & ~after
                    boxes = [box for box in turn.closing if held >> box & 1]
                    adds = [one.own[turn.issue][option] + sum(one.boxes[box] for box in boxes) for one in dimensions]
                    codes = part.codes.copy()
                    codes[lift[0]] += option << lift[1]
                    found.setdefault(after, []).append((part.keys + self.layout.key(adds), codes))
        return found

    def _limits(self, needs: Sequence[int], state: int, waiting: int) -> list[int]:
        """What must be had by now, where boxes that are open or ``waiting`` to begin are all held if that adds."""
        boxes = [box for box in range(len(self.hard)) if (state | waiting) >> box & 1]
        return [
            need - sum(max(0, one.boxes[box]) for box in boxes)
            for need, one in zip(needs, self.layout.dimensions, strict=True)
        ]

    def _sieved(self, parts: list[tuple[Array, Array]], limits: Sequence[int]) -> _Part | None:
        """Without what cannot reach the limits or is beaten; None where it cannot be told."""
        keys = np.concatenate([keys for keys, _ in parts])
        codes = np.concatenate([codes for _, codes in parts], axis=1)
        enough = np.ones(len(keys), bool)
        for field, limit in zip(self._fields(keys), limits, strict=True):
            if limit > 0:
                enough &= field >= limit
        if not enough.all():
            keys, codes = keys[enough], codes[:, enough]
        order = np.argsort(-keys, kind="stable")
        keys, codes = _first_of_equals(keys[order], codes[:, order])
        kept = self._unbeaten(keys)
        return None if kept is None else _Part(keys[kept], codes[:, kept])

    def _fields(self, keys: Array) -> list[Array]:
        layout = self.layout
        return [keys >> up & (1 << width) - 1 for up, width in zip(layout.ups, layout.widths, strict=True)]

    def _unbeaten(self, keys: Array) -> Array | None:
        """Of distinct falling keys."""
        width = len(self.layout.widths)
        if not len(keys) or width == 1:
            return np.arange(min(1, len(keys)))
        if width == 2:
            seconds = self._fields(keys)[1]
            return np.flatnonzero(seconds > np.concatenate(([-1], np.maximum.accumulate(seconds)[:-1])))
        if find_spec("numba"):
            from onetext.dealspace.frontier.climb import unbeaten  # noqa: PLC0415  numba loads when it is needed

            return unbeaten(keys, self.layout.widths, [one.range for one in self.layout.dimensions])
        if len(keys) > _IN_PYTHON:
            return None
        places = {vector: at for at, vector in enumerate(zip(*(f.tolist() for f in self._fields(keys)), strict=True))}
        return np.array(sorted(places[vector] for vector in efficient(places)), np.int64)

    def _named(self, part: _Part) -> Swept:
        fields = self._fields(part.keys)
        narrow = all(
            abs(side.shift) + side.factor * self.layout.dimensions[side.dimension or 0].range < 1 << 62
            for side in self.layout.sides
        )
        kind: Any = np.int64 if narrow else object
        columns = [
            np.full(len(part.keys), side.shift, kind)
            + (0 if side.dimension is None else side.factor * fields[side.dimension].astype(kind))
            for side in self.layout.sides
        ]
        vectors = np.stack(columns, 1)
        order = np.array(sorted(range(len(vectors)), key=vectors.tolist().__getitem__, reverse=True), np.int64)
        return Swept(vectors[order], part.codes[:, order], self.model)


def _first_of_equals(keys: Array, codes: Array) -> tuple[Array, Array]:
    """Of equal keys the lowest codes, word by word."""
    for word in range(len(codes)):
        first = np.ones(len(keys), bool)
        first[1:] = keys[1:] != keys[:-1]
        if first.all():
            return keys, codes
        starts = np.flatnonzero(first)
        least = np.minimum.reduceat(codes[word], starts)
        kept = codes[word] == least[np.cumsum(first) - 1]
        keys, codes = keys[kept], codes[:, kept]
    return keys, codes


def _bits(model: Model) -> list[tuple[int, int, int]]:
    """By issue: word of its code, how far up, how many bits. The first word comes first in the order of the file."""
    words: list[list[int]] = [[]]
    for rows in model.own:
        width = (len(rows) - 1).bit_length()
        if sum(words[-1]) + width > _IN_A_WORD:
            words.append([])
        words[-1].append(width)
    return [
        (word, sum(widths[place + 1 :]), width)
        for word, widths in enumerate(words)
        for place, width in enumerate(widths)
    ]


def _lifts(model: Model) -> list[tuple[int, int]]:
    return [(word, up) for word, up, _ in _bits(model)]
