"""In what order the issues are taken so that few boxes lie open at any time, and what each option does to open boxes.

A box is *open* between its first and its last issue, as long as every option chosen so far lies in it. Which boxes are
open is all that the issues still to come need to know of those before: few rules or interactions leave few such states,
whatever the number of packages.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onetext.dealspace.logic.model import Model, Sides


@dataclass(frozen=True)
class Turn:
    """An issue; by kept option, bits of the boxes that it opens and of those that stay open under it.

    ``opening``: bits of the boxes that begin here; ``closing``: the boxes that end here.
    """

    issue: int
    opened: tuple[int, ...]
    kept: tuple[int, ...]
    opening: int
    closing: tuple[int, ...]


def turns(model: Model) -> list[Turn]:
    """Tied issues first; next comes what leaves the fewest boxes open, or closes the most."""
    boxes = [sides for sides, _, _ in model.boxes]
    order = _order(boxes, len(model.own))
    place = {issue: at for at, issue in enumerate(order)}
    spans = [sorted(place[issue] for issue, _ in sides) for sides in boxes]
    return [_turn(issue, at, boxes, spans, len(model.own[issue])) for at, issue in enumerate(order)]


def _order(boxes: Sequence[Sides], issues: int) -> list[int]:
    reached = [frozenset(issue for issue, _ in sides) for sides in boxes]
    left = frozenset[int]().union(*reached)
    order: list[int] = []
    while left:
        done = frozenset(order)

        def cost(issue: int, done: frozenset[int] = done) -> tuple[int, int, int]:
            after = done | {issue}
            opened = sum(1 for box in reached if box & after and box - after)
            return opened, -sum(1 for box in reached if issue in box), issue

        order.append(min(left, key=cost))
        left -= {order[-1]}
    return order + [issue for issue in range(issues) if issue not in order]


def _turn(issue: int, at: int, boxes: Sequence[Sides], spans: Sequence[Sequence[int]], options: int) -> Turn:
    opened, kept, opening, closing = [0] * options, [-1] * options, 0, []
    for number, (sides, span) in enumerate(zip(boxes, spans, strict=True)):
        inside = next((held for other, held in sides if other == issue), None)
        if inside is None:
            continue
        if span[0] == at:
            opening |= 1 << number
        for option in range(options):
            if option not in inside:
                kept[option] &= ~(1 << number)
            elif span[0] == at:
                opened[option] |= 1 << number
        if span[-1] == at:
            closing.append(number)
    return Turn(issue, tuple(opened), tuple(kept), opening, tuple(closing))


def states(found: Sequence[Turn], hard: Sequence[bool], most: int) -> int | None:
    """How many states all turns have together; None where there are more than ``most``."""
    at, total = {0}, 0
    for turn in found:
        at = {after for before in at for option in range(len(turn.kept)) for after in step(turn, before, option, hard)}
        total += len(at)
        if total > most:
            return None
    return total


def step(turn: Turn, before: int, option: int, hard: Sequence[bool]) -> tuple[int, ...]:
    """The state after the option; nothing where a box closes that may not be held."""
    after = (before | turn.opened[option]) & turn.kept[option]
    for box in turn.closing:
        if after >> box & 1:
            if hard[box]:
                return ()
            after &= ~(1 << box)
    return (after,)
