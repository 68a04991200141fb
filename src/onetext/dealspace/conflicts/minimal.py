"""One minimal set of grounds that exclude each other: the deletion filter (Chinneck and Dravnieks 1991).

Each ground is left out in turn; where the rest still excludes every package it stays out. Every step is a proof of
its own or a package in hand, and a proof that needed less than it was given takes more away at once.
"""

from __future__ import annotations

from collections.abc import Iterator

from onetext.dealspace.conflicts.bits import bits
from onetext.dealspace.conflicts.oracle import Oracle
from onetext.dealspace.conflicts.search import Stopped
from onetext.dealspace.conflicts.turning import neighbours
from onetext.dealspace.scenario import Package


def minimal(oracle: Oracle, mask: int) -> tuple[int, bool]:
    """A minimal part of a mask that is known to be refuted, and whether there was time to make it minimal."""
    needed = 0
    try:
        chunk = max(1, (mask.bit_count()) // 8)
        while chunk:
            for part in _parts(mask & ~needed, chunk):
                if not part & mask:
                    continue
                package = oracle.ask(mask & ~part)
                if package is None:
                    mask = oracle.narrower(mask & ~part)
                elif chunk == 1:
                    needed |= part | _rotated(oracle, package, mask)
            chunk //= 2
    except Stopped:
        return mask, mask == needed
    return mask, True


def _parts(mask: int, chunk: int) -> Iterator[int]:
    """The grounds, so many at a time."""
    part = count = 0
    for bit in bits(mask):
        part |= 1 << bit
        count += 1
        if count == chunk:
            yield part
            part = count = 0
    if part:
        yield part


def _rotated(oracle: Oracle, package: Package, mask: int) -> int:
    """More grounds that are needed: packages one option away that violate one ground only (model rotation)."""
    violated = oracle.grounds.violated(package) & mask
    needed = 0
    for _, _, found in neighbours(oracle.grounds, package):
        if (found & mask).bit_count() == 1:
            needed |= found & mask
    return needed & ~violated
