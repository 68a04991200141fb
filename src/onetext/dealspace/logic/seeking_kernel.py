"""Good packages without a proof, quickly: one issue at a time to its best, and a box forced open where that sticks.

What is large is, of all parties, the smallest share of the way that a direction asks for, and a little of their sum.
Numbers are floats, so nothing here proves anything: what is found is counted again by who asked. Chance comes from a
number passed in, so the same question finds the same packages (S6).
"""

from __future__ import annotations

from typing import Any, NamedTuple

from onetext.dealspace.logic.machine import compiled
from onetext.dealspace.logic.search_kernel import Data

Array = Any
_BROKEN = 1e9
_SUM = 0.05
_FAR = 1e300
_WARM = 0.02
"""How much worse, in shares of the way, a package may be to go on from it: at the start, and nothing at the end."""


class Seeking(NamedTuple):
    """``choice`` by issue, ``missing`` sides by box, ``has`` by party: of the package at hand; the others are scratch.

    ``zero`` and ``share`` by party: where the way begins, and what a unit of worth is of it. ``state``: chance, hard
    boxes held.
    """

    choice: Array
    kept: Array
    best: Array
    missing: Array
    has: Array
    gain: Array
    zero: Array
    share: Array
    order: Array
    state: Array


@compiled
def draw(seek: Seeking, below: int) -> int:
    """A number from 0 on, by a linear congruence (Knuth's MMIX)."""
    state = (seek.state[0] * 6364136223846793005 + 1442695040888963407) & ((1 << 62) - 1)
    seek.state[0] = state
    return int((state >> 24) % below)


@compiled
def merit(seek: Seeking, row: int, broken: int) -> float:
    """Of what is counted in a row of ``gain``."""
    least, total = _FAR, 0.0
    for party in range(seek.zero.shape[0]):
        at = (seek.gain[row, party] - seek.zero[party]) * seek.share[party]
        least = min(least, at)
        total += at
    return least + _SUM * total - _BROKEN * broken


@compiled
def recount(data: Data, seek: Seeking) -> float:
    """Counts the package at hand from nothing; its merit."""
    parties = data.own.shape[1]
    for party in range(parties):
        seek.has[party] = 0.0
    for issue in range(data.first.shape[0] - 1):
        option = data.first[issue] + seek.choice[issue]
        for party in range(parties):
            seek.has[party] += data.own[option, party]
    seek.state[1] = 0
    for box in range(data.worth.shape[0]):
        missing = 0
        for side in range(data.start[box], data.start[box + 1]):
            if not data.inside[data.place[side] + seek.choice[data.issue[side]]]:
                missing += 1
        seek.missing[box] = missing
        if missing == 0:
            hold(data, seek, box, 1)
    for party in range(parties):
        seek.gain[0, party] = seek.has[party]
    return merit(seek, 0, seek.state[1])


@compiled
def hold(data: Data, seek: Seeking, box: int, by: int) -> None:
    """A box comes to be held, or no longer is."""
    if data.hard[box]:
        seek.state[1] += by
    for party in range(data.own.shape[1]):
        seek.has[party] += by * data.worth[box, party]


@compiled
def change(data: Data, seek: Seeking, issue: int, option: int) -> None:
    before, first = seek.choice[issue], data.first[issue]
    for party in range(data.own.shape[1]):
        seek.has[party] += data.own[first + option, party] - data.own[first + before, party]
    for at in range(data.near[issue], data.near[issue + 1]):
        box, place = data.near_box[at], data.place[data.near_side[at]]
        was, now = data.inside[place + before], data.inside[place + option]
        if was and not now:
            if seek.missing[box] == 0:
                hold(data, seek, box, -1)
            seek.missing[box] += 1
        elif now and not was:
            seek.missing[box] -= 1
            if seek.missing[box] == 0:
                hold(data, seek, box, 1)
    seek.choice[issue] = option


@compiled
def best_option(data: Data, seek: Seeking, issue: int, only: int) -> int:
    """The option with the most merit, the one at hand where none is better; inside the side at ``only``, if not -1."""
    parties, first, before = data.own.shape[1], data.first[issue], seek.choice[issue]
    options = data.first[issue + 1] - first
    for option in range(options):
        seek.order[option] = 0
        for party in range(parties):
            seek.gain[option, party] = (
                seek.has[party] + data.own[first + option, party] - data.own[first + before, party]
            )
    held = 0
    for at in range(data.near[issue], data.near[issue + 1]):
        box, place = data.near_box[at], data.place[data.near_side[at]]
        inside = data.inside[place + before]
        if seek.missing[box] != (0 if inside else 1):
            continue
        hard = data.hard[box]
        if inside and hard:
            held += 1
        for option in range(options):
            now = data.inside[place + option]
            if now == inside:
                continue
            sign = 1 if now else -1
            if hard:
                seek.order[option] += sign
            for party in range(parties):
                seek.gain[option, party] += sign * data.worth[box, party]
    best, most = -1, -_FAR
    if only < 0:
        best, most = before, merit(seek, before, seek.state[1])
    for option in range(options):
        if option == before and only < 0:
            continue
        if only >= 0 and not data.inside[only + option]:
            continue
        now = merit(seek, option, seek.state[1] + seek.order[option])
        if now > most:
            best, most = option, now
    return best


@compiled
def settle(data: Data, seek: Seeking) -> None:
    """One issue after the other to its best until none is left to better."""
    issues = data.first.shape[0] - 1
    still, issue = 0, draw(seek, issues)
    while still < issues:
        option = best_option(data, seek, issue, -1)
        if option != seek.choice[issue]:
            change(data, seek, issue, option)
            still = 0
        still += 1
        issue = issue + 1 if issue + 1 < issues else 0


@compiled
def seek_along(data: Data, seek: Seeking, rounds: int) -> float:
    """Leaves in ``best`` the package with the most merit that so many kicks found, from ``choice`` on."""
    issues, boxes = data.first.shape[0] - 1, data.worth.shape[0]
    recount(data, seek)
    settle(data, seek)
    at = recount(data, seek)
    most = at
    seek.best[:] = seek.choice
    seek.kept[:] = seek.choice
    for turn in range(rounds):
        box = draw(seek, boxes) if boxes else -1
        if box >= 0 and seek.missing[box] > 0 and not data.hard[box]:
            for side in range(data.start[box], data.start[box + 1]):
                issue = data.issue[side]
                if not data.inside[data.place[side] + seek.choice[issue]]:
                    option = best_option(data, seek, issue, data.place[side])
                    if option >= 0:
                        change(data, seek, issue, option)
        else:
            issue = draw(seek, issues)
            change(data, seek, issue, draw(seek, data.first[issue + 1] - data.first[issue]))
        settle(data, seek)
        for party in range(data.own.shape[1]):
            seek.gain[0, party] = seek.has[party]
        now = merit(seek, 0, seek.state[1])
        if now > most:
            most = now
            seek.best[:] = seek.choice
        if now >= at - _WARM * (rounds - turn) / rounds:
            at = now
            seek.kept[:] = seek.choice
        else:
            back(data, seek)
    return most


@compiled
def back(data: Data, seek: Seeking) -> None:
    for issue in range(data.first.shape[0] - 1):
        if seek.choice[issue] != seek.kept[issue]:
            change(data, seek, issue, seek.kept[issue])
