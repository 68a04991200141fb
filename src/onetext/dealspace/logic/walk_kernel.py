"""The way through the search tree: proofs at every node above, and quick steps by fixed bounds near the leaves.

Where few packages are left under a node, its splits are kept as they are: under them, and under a row for each party
by itself, a package's bound is a sum over its options. A step then costs some nanoseconds instead of a proof's
microseconds, and what lies under the node is gone through in one go.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from onetext.dealspace.logic.machine import compiled
from onetext.dealspace.logic.search_kernel import (
    BUDGET,
    DONE,
    FAR,
    FOUND,
    SETTLED,
    Data,
    Work,
    alike,
    build,
    copy,
    count_gains,
    enter,
    sweep,
    target,
    tick,
)

Array = Any
_FINE = 64
"""Weight of a party in its own row, so that splits of small worths are not too coarse."""
_STEPS_A_NODE = 128
"""Quick steps that take as long as a node."""
_SWEEPS = 3


class Quick(NamedTuple):
    """``worth`` by row and option, ``rest`` by row and depth: the most of the issues from there on; ``total`` so far.

    The rows: one a party, then the node's own. ``issue``, ``count``, ``option``, ``turn`` by depth. ``state``: the
    depth, -1 where nothing is under way; how many issues; the node's depth; steps.
    """

    worth: Array
    rest: Array
    total: Array
    need: Array
    spread: Array
    issue: Array
    count: Array
    option: Array
    turn: Array
    state: Array


@compiled
def lay_row(data: Data, work: Work, quick: Quick, depth: int, row: int, start: int) -> bool:
    """Takes over a row's bound from a depth and strikes out at ``start`` what it rules out; False: nothing is left."""
    constant = work.constant[depth, 0]
    total = constant
    for issue in range(data.first.shape[0] - 1):
        most = -FAR
        for option in range(data.first[issue], data.first[issue + 1]):
            if work.left[start, option]:
                most = max(most, work.reach[depth, 0, option])
        if most == -FAR:
            return False
        work.most[issue] = most
        total += most
    slack = total - quick.need[row]
    if slack < 0:
        return False
    for issue in range(data.first.shape[0] - 1):
        for option in range(data.first[issue], data.first[issue + 1]):
            at = work.reach[depth, 0, option]
            quick.worth[row, option] = at
            if work.left[start, option] and at < work.most[issue] - slack:
                work.left[start, option] = 0
    quick.total[0, row] = constant
    return True


@compiled
def needs(data: Data, work: Work, quick: Quick, depth: int) -> None:
    parties = data.own.shape[1]
    for party in range(parties):
        quick.need[party] = _FINE * work.floors[party]
    quick.need[parties] = target(work, depth, 0)


@compiled
def lay_out(data: Data, work: Work, quick: Quick, depth: int) -> bool:
    """Fixed bounds for all rows under a node; False where they rule out everything."""
    parties = data.own.shape[1]
    scratch = work.left.shape[0] - 1
    needs(data, work, quick, depth)
    if not lay_row(data, work, quick, depth, parties, depth):
        return False
    for party in range(parties):
        work.left[scratch] = work.left[depth]
        for other in range(parties):
            work.weight[scratch, 0, other] = 0
        work.weight[scratch, 0, party] = _FINE
        build(data, work, scratch, 0)
        for _ in range(_SWEEPS):
            if not sweep(data, work, scratch, 0):
                return False
        work.left[depth] = work.left[scratch]
        if not lay_row(data, work, quick, scratch, party, depth):
            return False
    order_issues(data, work, quick, depth)
    quick.state[0], quick.state[2] = 0, depth
    quick.turn[0] = 0
    return True


@compiled
def order_issues(data: Data, work: Work, quick: Quick, depth: int) -> None:
    """What decides most in some row comes first; options by the node's row. Settled issues count at once."""
    rows = quick.need.shape[0]
    left = work.left[depth]
    for row in range(rows):
        quick.spread[row] = quick.total[0, row] - quick.need[row]
        for issue in range(data.first.shape[0] - 1):
            most = -FAR
            for option in range(data.first[issue], data.first[issue + 1]):
                if left[option]:
                    most = max(most, quick.worth[row, option])
            quick.spread[row] += most
    many = 0
    for issue in range(data.first.shape[0] - 1):
        count = 0
        for option in range(data.first[issue], data.first[issue + 1]):
            if not left[option]:
                continue
            known = False
            for index in range(count):
                if alike(data, work, depth, issue, quick.option[many, index], option):
                    known = True
                    break
            if known:
                left[option] = 0
                continue
            place = count
            while place > 0 and quick.worth[rows - 1, quick.option[many, place - 1]] < quick.worth[rows - 1, option]:
                quick.option[many, place] = quick.option[many, place - 1]
                place -= 1
            quick.option[many, place] = option
            count += 1
        if count == 1:
            for row in range(rows):
                quick.total[0, row] += quick.worth[row, quick.option[many, 0]]
            continue
        quick.issue[many], quick.count[many] = issue, count
        place = many
        while place > 0 and weight_of(quick, place - 1, rows) < weight_of(quick, place, rows):
            swap(quick, place - 1, place)
            place -= 1
        many += 1
    quick.state[1] = many
    for row in range(rows):
        quick.rest[row, many] = 0
        for at in range(many - 1, -1, -1):
            most = -FAR
            for index in range(quick.count[at]):
                most = max(most, quick.worth[row, quick.option[at, index]])
            quick.rest[row, at] = quick.rest[row, at + 1] + most


@compiled
def weight_of(quick: Quick, at: int, rows: int) -> float:
    """How much an issue can decide: its largest spread, against what a row can spare."""
    best = 0.0
    for row in range(rows):
        most, least = -FAR, FAR
        for index in range(quick.count[at]):
            worth = quick.worth[row, quick.option[at, index]]
            most, least = max(most, worth), min(least, worth)
        best = max(best, float(most - least) / float(1 + quick.spread[row]))
    return best


@compiled
def swap(quick: Quick, one: int, other: int) -> None:
    quick.issue[one], quick.issue[other] = quick.issue[other], quick.issue[one]
    quick.count[one], quick.count[other] = quick.count[other], quick.count[one]
    for index in range(quick.option.shape[1]):
        quick.option[one, index], quick.option[other, index] = quick.option[other, index], quick.option[one, index]


@compiled
def go_through(data: Data, work: Work, quick: Quick, most: int) -> bool:
    """On to the next package that meets everything; it is left at the depth after the node's.

    False at the end, or after so many steps, with more to come where the state has a depth.
    """
    rows = quick.need.shape[0]
    node, many = quick.state[2], quick.state[1]
    needs(data, work, quick, node)
    depth = quick.state[0]
    last = quick.state[3] + most
    while depth >= 0:
        if quick.state[3] >= last:
            quick.state[0] = depth
            return False
        if depth == many:
            depth -= 1
            if settled(data, work, quick):
                quick.state[0] = depth
                return True
            continue
        if quick.turn[depth] >= quick.count[depth]:
            depth -= 1
            continue
        option = quick.option[depth, quick.turn[depth]]
        quick.turn[depth] += 1
        quick.state[3] += 1
        fits = True
        for row in range(rows - 1, -1, -1):
            at = quick.total[depth, row] + quick.worth[row, option]
            quick.total[depth + 1, row] = at
            if at + quick.rest[row, depth + 1] < quick.need[row]:
                fits = False
                break
        if fits:
            depth += 1
            if depth < many:
                quick.turn[depth] = 0
    quick.state[0] = -1
    return False


@compiled
def settled(data: Data, work: Work, quick: Quick) -> bool:
    """Counts the package that was reached."""
    node = quick.state[2]
    child = node + 1
    work.left[child] = work.left[node]
    for at in range(quick.state[1]):
        issue, chosen = quick.issue[at], quick.option[at, quick.turn[at] - 1]
        for option in range(data.first[issue], data.first[issue + 1]):
            work.left[child, option] = 1 if option == chosen else 0
    return count_gains(data, work, child)


@compiled
def few(data: Data, work: Work, depth: int, most: float) -> bool:
    """Whether few packages are left under a node."""
    product = 1.0
    for issue in range(data.first.shape[0] - 1):
        count = 0
        for option in range(data.first[issue], data.first[issue + 1]):
            if work.left[depth, option]:
                count += 1
        product *= count
        if product > most:
            return False
    return True


@compiled
def search(data: Data, work: Work, quick: Quick, budget: int, steps: int, most: float) -> int:
    """Goes on from where it stopped: to the next package worth finding, the end of the budget, or the end.

    ``counters``: depth (-1 at the end), nodes so far. The package is what is left at the depth. ``most``: packages up
    to which what is left under a node is gone through in quick steps.
    """
    depth = work.counters[0]
    nodes = 0
    while depth >= 0 or quick.state[0] >= 0:
        if quick.state[0] >= 0:
            before = quick.state[3]
            found = go_through(data, work, quick, _STEPS_A_NODE * budget)
            spent = (quick.state[3] - before) // _STEPS_A_NODE
            nodes += spent
            work.counters[1] += spent
            if found:
                work.counters[0], work.counters[2] = depth, quick.state[2] + 1
                return FOUND
        if nodes >= budget:
            work.counters[0] = depth
            return BUDGET
        if quick.state[0] >= 0 or depth < 0:
            continue
        if work.count[depth] <= 0 or work.turn[depth] >= work.count[depth]:
            depth -= 1
            continue
        option = work.order[depth, work.turn[depth]]
        work.turn[depth] += 1
        issue = work.at[depth]
        child = depth + 1
        if work.reach[depth, 0, option] < -FAR // 2:
            continue
        work.left[child] = work.left[depth]
        for other in range(data.first[issue], data.first[issue + 1]):
            if other != option:
                work.left[child, other] = 0
        for row in range(work.kind.shape[0]):
            copy(work, depth, child, row)
            work.moved[child, row, issue] = tick(work)
        work.step[child] = work.step[depth]
        nodes += 1
        work.counters[1] += 1
        if not enter(data, work, child, steps):
            continue
        if work.count[child] == SETTLED:
            if count_gains(data, work, child):
                work.counters[0] = depth
                work.counters[2] = child
                return FOUND
            continue
        if few(data, work, child, most):
            lay_out(data, work, quick, child)
            continue
        depth = child
    work.counters[0] = -1
    return DONE
