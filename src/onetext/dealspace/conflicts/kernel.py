"""The depth-first search in compiled steps, for queries whose options nothing ties together."""

from __future__ import annotations

from typing import Any

from numba import njit

EXHAUSTED, FOUND, PAUSED = 0, 1, 2


@njit(cache=True)
def descend(  # noqa: PLR0913, PLR0917 -- a kernel takes its arrays one by one
    sizes: Any, losses: Any, slacks: Any, at: Any, state: Any, best: Any, improving: bool, steps: int
) -> int:
    """Goes on from where ``state`` (depth, lift, whether anything was found) and ``at`` (next move by depth) stand.

    ``losses`` by depth, move and row; ``slacks`` by depth and row, those of depth 0 given. With ``improving`` the last
    row is the goal: it must keep a slack of ``lift``, which rises with what is found.
    """
    depths, rows = slacks.shape[0] - 1, slacks.shape[1]
    depth = state[0]
    while depth >= 0:
        if steps == 0:
            state[0] = depth
            return PAUSED
        move = at[depth]
        if move == sizes[depth]:
            depth -= 1
            continue
        at[depth] += 1
        steps -= 1
        met = True
        for row in range(rows):
            left = slacks[depth, row] - losses[depth, move, row]
            slacks[depth + 1, row] = left
            if left < 0:
                met = False
                break
        if not met or (improving and slacks[depth + 1, rows - 1] < state[1]):
            continue
        if depth < depths - 1:
            depth += 1
            at[depth] = 0
            continue
        state[2] = 1
        for level in range(depths):
            best[level] = at[level] - 1
        if not improving:
            return FOUND
        state[1] = slacks[depths, rows - 1] + 1
    state[0] = depth
    return EXHAUSTED
