"""Depth-first search for packages that meet lower bounds, cut off by proofs in whole numbers.

A *row* weighs the parties by whole multipliers. What a package can give under a row is bounded from above by numbers
that stand on single options: the worth of a box of options is split over its issues ("and" is at most any weighted mean
of its parts), a loss over all of them, and the splits are moved, one box after the other, to where they cost least
(block coordinate descent on the dual of the linear relaxation; Globerson and Jaakkola 2007, Werner 2007). All of it is
in whole numbers, so a bound below the row's target proves that no package under this node meets the target.

Targets: the floors weighed by the multipliers; or, for a product of gains above ``exp(log)``, the arithmetic mean of
weighed gains being at least their geometric mean; or a number given from outside. Rounding of logarithms is covered by
taking the target 1e-12 lower than computed. Multipliers are tuned at every node on the way down.
"""

from __future__ import annotations

import math
from typing import Any, NamedTuple

from onetext.dealspace.logic.machine import compiled

Array = Any
FAR = 1 << 61
FLOORS, PRODUCT, GIVEN = 0, 1, 2
BUDGET, FOUND, DONE = 0, 1, 2
SETTLED = -1
_MARGIN = 1e-12
_ROUGHLY = 1e-9


class Data(NamedTuple):
    """The scenario: options of all issues one after the other (``first`` says where each issue starts).

    ``own`` by option and party. Boxes: their sides from ``start`` on, each an issue and, from ``place`` on, which of
    its options are ``inside``; ``worth`` by box and party; ``hard`` ones may not be held at all. The sides again by
    issue, from ``near`` on: the box of each and the side itself.
    """

    first: Array
    own: Array
    start: Array
    issue: Array
    place: Array
    inside: Array
    worth: Array
    hard: Array
    near: Array
    near_box: Array
    near_side: Array


class Work(NamedTuple):
    """The state, by depth: which options are left, and by row the bound's numbers. The last depth is scratch.

    ``moved`` by issue and ``seen`` by box: the tick of the last change there, and of the last look at its splits.
    """

    left: Array
    reach: Array
    split: Array
    constant: Array
    weight: Array
    pull: Array
    at: Array
    order: Array
    count: Array
    turn: Array
    floors: Array
    kind: Array
    target: Array
    logs: Array
    gains: Array
    mean: Array
    counters: Array
    step: Array
    inner: Array
    outer: Array
    most: Array
    moved: Array
    seen: Array


@compiled
def build(data: Data, work: Work, depth: int, row: int) -> None:
    """Spreads every box evenly under the row's multipliers."""
    weight, reach, split = work.weight[depth, row], work.reach[depth, row], work.split[depth, row]
    for option in range(data.own.shape[0]):
        total = 0
        for party in range(data.own.shape[1]):
            total += weight[party] * data.own[option, party]
        reach[option] = total
    work.constant[depth, row] = 0
    for box in range(data.worth.shape[0]):
        start, end = data.start[box], data.start[box + 1]
        total = 0
        for party in range(data.own.shape[1]):
            total += weight[party] * data.worth[box, party]
        if total == 0 and not data.hard[box]:
            total = 1  # 0 stands for a box that no package holds any more; a bound from above may count more
        work.pull[depth, row, box] = total
        for side in range(start, end):
            share = 0
            if total > 0:
                share = total // (end - start)
                if side == start:
                    share = total - share * (end - start - 1)
            split[side] = share
            if share:
                shift(data, reach, side, share)
    unsettle(work, depth, row)


@compiled
def unsettle(work: Work, depth: int, row: int) -> None:
    """Whatever a sweep found has to be looked at again."""
    now = tick(work)
    for issue in range(work.moved.shape[2]):
        work.moved[depth, row, issue] = now


@compiled
def tick(work: Work) -> int:
    work.counters[3] += 1
    return int(work.counters[3])


@compiled
def rebuild(data: Data, work: Work, depth: int, row: int, old: int) -> None:
    """Splits under new multipliers in the proportions of an old state."""
    weight, reach, split = work.weight[depth, row], work.reach[depth, row], work.split[depth, row]
    for option in range(data.own.shape[0]):
        total = 0
        for party in range(data.own.shape[1]):
            total += weight[party] * data.own[option, party]
        reach[option] = total
    constant = 0
    for box in range(data.worth.shape[0]):
        start, end = data.start[box], data.start[box + 1]
        before = work.pull[old, row, box]
        total = 0
        if before != 0:
            for party in range(data.own.shape[1]):
                total += weight[party] * data.worth[box, party]
            if total == 0:
                total = 1
        work.pull[depth, row, box] = total
        if total == 0 and not data.hard[box]:
            for side in range(start, end):
                split[side] = 0
            continue
        if data.hard[box]:
            loss = -work.split[old, row, start]
            for side in range(start, end):
                split[side] = -loss
                if loss:
                    shift(data, reach, side, -loss)
            constant += loss * (end - start - 1)
        elif total > 0:
            given = 0
            for side in range(start + 1, end):
                share = 0
                if before > 0:
                    share = int(float(total) * (float(work.split[old, row, side]) / float(before)))
                    share = min(max(share, 0), total - given)
                given += share
                split[side] = share
                if share:
                    shift(data, reach, side, share)
            split[start] = total - given
            if total - given:
                shift(data, reach, start, total - given)
        else:
            loss = 0
            if before < 0:
                loss = int(float(total) * (float(work.split[old, row, start]) / float(before)))
                loss = min(max(-loss, 0), -total)
            for side in range(start, end):
                split[side] = -loss
                if loss:
                    shift(data, reach, side, -loss)
            constant += loss * (end - start - 1)
    work.constant[depth, row] = constant
    unsettle(work, depth, row)


@compiled
def shift(data: Data, reach: Array, side: int, by: int) -> None:
    """Adds to the options inside a side."""
    first = data.first[data.issue[side]]
    place = data.place[side]
    for option in range(data.first[data.issue[side] + 1] - first):
        if data.inside[place + option]:
            reach[first + option] += by


@compiled
def sweep(data: Data, work: Work, depth: int, row: int) -> bool:
    """Moves each box's splits to where they cost least; False where a hard box is certain to be held.

    Boxes are passed over that nothing was moved near since they were seen.
    """
    left, reach, split = work.left[depth], work.reach[depth, row], work.split[depth, row]
    moved, seen = work.moved[depth, row], work.seen[depth, row]
    for box in range(data.worth.shape[0]):
        pull = work.pull[depth, row, box]
        if pull == 0 and not data.hard[box]:
            continue
        start, end = data.start[box], data.start[box + 1]
        fresh = False
        for side in range(start, end):
            if moved[data.issue[side]] > seen[box]:
                fresh = True
                break
        if not fresh:
            continue
        now = tick(work)
        seen[box] = now
        dead = False
        certain = 0
        for side in range(start, end):
            first, place = data.first[data.issue[side]], data.place[side]
            inner, outer = -FAR, -FAR
            for option in range(data.first[data.issue[side] + 1] - first):
                if left[first + option]:
                    at = reach[first + option]
                    if data.inside[place + option]:
                        inner = max(inner, at)
                    else:
                        outer = max(outer, at)
            if inner == -FAR:
                dead = True
            elif outer == -FAR:
                certain += 1
            work.inner[side - start] = inner if inner == -FAR else inner - split[side]
            work.outer[side - start] = outer
        sides = end - start
        if dead:
            if pull <= 0:
                work.constant[depth, row] -= (sides - 1) * -split[start]
            for side in range(start, end):
                if split[side]:
                    shift(data, reach, side, -split[side])
                    split[side] = 0
                    moved[data.issue[side]] = now
            if not data.hard[box]:
                work.pull[depth, row, box] = 0
            continue
        if data.hard[box]:
            if certain == sides:
                return False
            if certain == sides - 1:
                for side in range(start, end):
                    if work.outer[side - start] != -FAR:
                        first, place = data.first[data.issue[side]], data.place[side]
                        for option in range(data.first[data.issue[side] + 1] - first):
                            if data.inside[place + option]:
                                left[first + option] = 0
                        moved[data.issue[side]] = now
                continue
        if pull > 0:
            room, free = 0, 0
            for side in range(sides):
                if work.outer[side] != -FAR:
                    free += 1
                    room += max(0, work.outer[side] - work.inner[side])
            if free == 0:
                continue
            over = max(0, pull - room)
            spent = 0
            last = -1
            for side in range(sides):
                share = 0
                if work.outer[side] != -FAR:
                    share = max(0, work.outer[side] - work.inner[side])
                    if over > 0:
                        share += over // free
                    elif room > 0:
                        share = int(float(pull) * (float(share) / float(room)))
                    share = min(share, pull - spent)
                    last = side
                spent += share
                work.inner[side] = share
            work.inner[last] += pull - spent
            for side in range(sides):
                change = work.inner[side] - split[start + side]
                if change:
                    shift(data, reach, start + side, change)
                    split[start + side] = work.inner[side]
                    moved[data.issue[start + side]] = now
        else:
            loss = FAR if data.hard[box] else -pull
            for side in range(sides):
                if work.outer[side] != -FAR:
                    loss = min(loss, max(0, work.inner[side] - work.outer[side]))
            change = -loss - split[start]
            if change:
                for side in range(start, end):
                    shift(data, reach, side, change)
                    split[side] = -loss
                    moved[data.issue[side]] = now
                work.constant[depth, row] -= change * (sides - 1)
    return True


@compiled
def bound(data: Data, work: Work, depth: int, row: int) -> int:
    """At least what any package under this node has in the row; ``-FAR`` where there is none."""
    left, reach = work.left[depth], work.reach[depth, row]
    total = work.constant[depth, row]
    for issue in range(data.first.shape[0] - 1):
        most = -FAR
        for option in range(data.first[issue], data.first[issue + 1]):
            if left[option] and reach[option] > most:
                most = reach[option]
        if most == -FAR:
            return -FAR
        work.most[issue] = most
        total += most
    return int(total)


@compiled
def target(work: Work, depth: int, row: int) -> int:
    """What a package must have in the row to be worth finding."""
    weight = work.weight[depth, row]
    if work.kind[row] == FLOORS:
        total = 0
        for party in range(weight.shape[0]):
            total += weight[party] * work.floors[party]
        return int(total)
    if work.kind[row] == PRODUCT:
        parties = weight.shape[0]
        logs = work.logs[0]
        base = 0.0
        for party in range(parties):
            if weight[party] <= 0:
                return -FAR
            logs += math.log(float(weight[party]))
            base += float(weight[party]) * float(work.gains[parties + party])
        most = parties * math.exp(logs / parties)
        return int(math.floor(most * (1 - _MARGIN) - base - abs(base) * _MARGIN)) - 1  # noqa: RUF046  # ``work`` is untyped
    total = work.target[row]
    for party in range(weight.shape[0]):
        total += (weight[party] - work.weight[work.left.shape[0] - 1, row + work.kind.shape[0], party]) * (
            work.floors[party]
        )
    return int(total)


@compiled
def tighten(data: Data, work: Work, depth: int, row: int, rounds: int) -> int:
    """How far the bound lies above the target once nothing moves; negative where the node is proved empty.

    Options that cannot be in a package worth finding are struck out on the way.
    """
    least = target(work, depth, row)
    before = FAR
    slack = 0
    for turn in range(rounds):
        if not sweep(data, work, depth, row):
            return -1
        at = bound(data, work, depth, row)
        slack = at - least
        if at == -FAR or slack < 0:
            return -1
        struck = False
        for issue in range(data.first.shape[0] - 1):
            enough = work.most[issue] - slack
            for option in range(data.first[issue], data.first[issue + 1]):
                if work.left[depth, option] and work.reach[depth, row, option] < enough:
                    work.left[depth, option] = 0
                    work.moved[depth, row, issue] = tick(work)
                    struck = True
        if not struck and turn > 0 and (before - slack) * 8 <= slack:
            break
        before = slack
    return slack


@compiled
def relaxed(data: Data, work: Work, depth: int, row: int) -> None:
    """What the package that reaches the bound would give each party if boxes counted in parts."""
    parties = data.own.shape[1]
    left, reach = work.left[depth], work.reach[depth, row]
    for party in range(parties):
        work.mean[party] = 0.0
    for issue in range(data.first.shape[0] - 1):
        best, most = -1, -FAR
        for option in range(data.first[issue], data.first[issue + 1]):
            if left[option] and reach[option] > most:
                best, most = option, reach[option]
        work.order[work.left.shape[0] - 1, issue] = best
        for party in range(parties):
            work.mean[party] += data.own[best, party]
    for box in range(data.worth.shape[0]):
        pull = work.pull[depth, row, box]
        if pull == 0:
            continue
        held, missing = 0, 0
        for side in range(data.start[box], data.start[box + 1]):
            option = work.order[work.left.shape[0] - 1, data.issue[side]] - data.first[data.issue[side]]
            if data.inside[data.place[side] + option]:
                held += work.split[depth, row, side]
            else:
                missing += 1
        part = float(held) / float(pull)
        if pull < 0:
            part = float(-work.split[depth, row, data.start[box]]) / float(-pull) * (1 - missing)
        for party in range(parties):
            work.mean[party] += data.worth[box, party] * part


@compiled
def copy(work: Work, source: int, goal: int, row: int) -> None:
    work.reach[goal, row] = work.reach[source, row]
    work.split[goal, row] = work.split[source, row]
    work.constant[goal, row] = work.constant[source, row]
    work.weight[goal, row] = work.weight[source, row]
    work.pull[goal, row] = work.pull[source, row]
    work.moved[goal, row] = work.moved[source, row]
    work.seen[goal, row] = work.seen[source, row]


@compiled
def tune(data: Data, work: Work, depth: int, row: int, steps: int) -> int:
    """Moves the row's multipliers against what the bound over- and underestimates; keeps what proves more.

    The slack afterwards, negative where the node is proved empty.
    """
    scratch = work.left.shape[0] - 1
    parties = data.own.shape[1]
    best = FAR * 1.0
    rate = work.step[depth]
    at = bound(data, work, depth, row)
    least = target(work, depth, row)
    scale = size(work, depth, row)
    best = float(at - least) / scale
    copy(work, depth, scratch, row)
    work.left[scratch] = work.left[depth]
    for turn in range(steps):
        relaxed(data, work, scratch, row)
        spread = 0.0
        for party in range(parties):
            wanted = float(work.floors[party])
            if work.kind[row] == PRODUCT:
                base = float(work.gains[parties + party])
                wanted = max(wanted, scale_target(work, scratch, row) / float(work.weight[scratch, row, party]) - base)
            work.mean[party] = (wanted - work.mean[party]) / work.step[work.left.shape[0] + party]
            spread += work.mean[party] * work.mean[party]
        if spread == 0.0:
            break
        pace = rate / math.sqrt(spread * (1 + turn))
        for party in range(parties):
            factor = math.exp(min(2.0, max(-2.0, pace * work.mean[party])))
            least_weight = work.weight[scratch, row + work.kind.shape[0], party] if work.kind[row] == GIVEN else 0
            moved = float(work.weight[scratch, row, party] - least_weight) * factor
            most = 2.0**43 / work.step[work.left.shape[0] + party]
            work.weight[scratch, row, party] = least_weight + int(max(1.0, min(moved, most)))
        rebuild(data, work, scratch, row, scratch)
        if not sweep(data, work, scratch, row):
            return -1
        at = bound(data, work, scratch, row)
        least = target(work, scratch, row)
        if at == -FAR or at < least:
            return -1
        now = float(at - least) / size(work, scratch, row)
        if now < best:
            best = now
            copy(work, scratch, depth, row)
    work.left[depth] = work.left[scratch]
    return int(bound(data, work, depth, row) - target(work, depth, row))


@compiled
def size(work: Work, depth: int, row: int) -> float:
    total = 1.0
    for party in range(work.floors.shape[0]):
        total += float(work.weight[depth, row, party]) * work.step[work.left.shape[0] + party]
    return total


@compiled
def scale_target(work: Work, depth: int, row: int) -> float:
    """One party's share of the weighed gains where the product is just reached."""
    logs = work.logs[0]
    parties = work.floors.shape[0]
    for party in range(parties):
        logs += math.log(float(work.weight[depth, row, party]))
    return math.exp(logs / parties)


@compiled
def open_issue(data: Data, work: Work, depth: int, slack: int) -> int:
    """The issue to branch on, -1 where all are settled.

    Issues without open boxes are solved by the bound as they are: the gap lies where boxes pull, so those come first,
    the strongest pull over the number of promising options.
    """
    issues = data.first.shape[0] - 1
    for issue in range(issues):
        work.most[issue] = 0
    for box in range(data.worth.shape[0]):
        if work.pull[depth, 0, box] == 0 and not data.hard[box]:
            continue
        for side in range(data.start[box], data.start[box + 1]):
            work.most[data.issue[side]] += abs(work.split[depth, 0, side])
    best, score = -1, 0.0
    for issue in range(issues):
        count, most = 0, -FAR
        for option in range(data.first[issue], data.first[issue + 1]):
            if work.left[depth, option]:
                count += 1
                most = max(most, work.reach[depth, 0, option])
        if count < 2:
            continue
        likely = 0.0
        for option in range(data.first[issue], data.first[issue + 1]):
            if work.left[depth, option]:
                likely += math.exp(-6.0 * float(most - work.reach[depth, 0, option]) / float(slack + 1))
        now = (0.1 + min(1e3, float(work.most[issue]) / float(slack + 1))) / (likely * likely)
        if best < 0 or now > score:
            best, score = issue, now
    return best


@compiled
def alike(data: Data, work: Work, depth: int, issue: int, one: int, other: int) -> bool:
    """Whether two options of an issue are the same to every party and every box that is still open."""
    for party in range(data.own.shape[1]):
        if data.own[one, party] != data.own[other, party]:
            return False
    first = data.first[issue]
    for at in range(data.near[issue], data.near[issue + 1]):
        place = data.place[data.near_side[at]] - first
        if data.inside[place + one] != data.inside[place + other] and live(data, work, depth, data.near_box[at], issue):
            return False
    return True


@compiled
def live(data: Data, work: Work, depth: int, box: int, issue: int) -> bool:
    """Whether a box can be held as far as other issues go."""
    for side in range(data.start[box], data.start[box + 1]):
        if data.issue[side] == issue:
            continue
        held = False
        start, place = data.first[data.issue[side]], data.place[side]
        for option in range(data.first[data.issue[side] + 1] - start):
            if work.left[depth, start + option] and data.inside[place + option]:
                held = True
                break
        if not held:
            return False
    return True


@compiled
def branch(data: Data, work: Work, depth: int, issue: int) -> None:
    """The options of the issue to go through, the most promising first; of those that are alike only the first."""
    count = 0
    for option in range(data.first[issue], data.first[issue + 1]):
        if not work.left[depth, option]:
            continue
        known = False
        for index in range(count):
            if alike(data, work, depth, issue, work.order[depth, index], option):
                known = True
                break
        if not known:
            work.order[depth, count] = option
            count += 1
    for index in range(1, count):
        option = work.order[depth, index]
        place = index
        while place > 0 and work.reach[depth, 0, work.order[depth, place - 1]] < work.reach[depth, 0, option]:
            work.order[depth, place] = work.order[depth, place - 1]
            place -= 1
        work.order[depth, place] = option
    work.at[depth], work.count[depth], work.turn[depth] = issue, count, 0


@compiled
def within_reach(data: Data, work: Work, depth: int) -> bool:
    """Whether each party by itself could still reach its floor."""
    left = work.left[depth]
    for party in range(data.own.shape[1]):
        total = 0
        for issue in range(data.first.shape[0] - 1):
            most = -FAR
            for option in range(data.first[issue], data.first[issue + 1]):
                if left[option]:
                    most = max(most, data.own[option, party])
            total += most
        for box in range(data.worth.shape[0]):
            worth = data.worth[box, party]
            if worth == 0:
                continue
            possible, certain = True, True
            for side in range(data.start[box], data.start[box + 1]):
                first, place = data.first[data.issue[side]], data.place[side]
                held, missed = False, False
                for option in range(data.first[data.issue[side] + 1] - first):
                    if left[first + option]:
                        if data.inside[place + option]:
                            held = True
                        else:
                            missed = True
                possible = possible and held
                certain = certain and not missed
            if (worth > 0 and possible) or (worth < 0 and certain):
                total += worth
        if total < work.floors[party]:
            return False
    return True


@compiled
def count_gains(data: Data, work: Work, depth: int) -> bool:
    """What the settled package gives each party; whether every floor is met and no hard box held."""
    parties = data.own.shape[1]
    for party in range(parties):
        work.gains[party] = 0
    for option in range(data.own.shape[0]):
        if work.left[depth, option]:
            for party in range(parties):
                work.gains[party] += data.own[option, party]
    for box in range(data.worth.shape[0]):
        held = True
        for side in range(data.start[box], data.start[box + 1]):
            first, place = data.first[data.issue[side]], data.place[side]
            for option in range(data.first[data.issue[side] + 1] - first):
                if work.left[depth, first + option] and not data.inside[place + option]:
                    held = False
        if held:
            if data.hard[box]:
                return False
            for party in range(parties):
                work.gains[party] += data.worth[box, party]
    for party in range(parties):
        if work.gains[party] < work.floors[party]:
            return False
    return worth_telling(work)


@compiled
def worth_telling(work: Work) -> bool:
    """Whether the gains just counted reach the sum or the product: a row's bound alone lets through what does not."""
    parties = work.floors.shape[0]
    if work.kind[0] == GIVEN:
        total = 0
        for party in range(parties):
            total += work.weight[work.left.shape[0] - 1, work.kind.shape[0], party] * work.gains[party]
        if total < work.target[0]:
            return False
    if work.logs[0] > -math.inf:
        logs = 0.0
        for party in range(parties):
            gain = float(work.gains[party]) + float(work.gains[parties + party])
            if gain <= 0.0:
                return True
            logs += math.log(gain)
        return bool(logs >= work.logs[0] - _ROUGHLY * (1.0 + abs(work.logs[0])))
    return True


@compiled
def enter(data: Data, work: Work, depth: int, steps: int) -> bool:
    """Tightens a node; whether there is anything left under it, with its branches laid out."""
    slack = tighten(data, work, depth, 0, 3)
    if slack < 0:
        return False
    if steps > 0:
        slack = tune(data, work, depth, 0, steps)
        if slack < 0:
            return False
        slack = tighten(data, work, depth, 0, 2)
        if slack < 0:
            return False
    for row in range(1, work.kind.shape[0]):
        if tighten(data, work, depth, row, 2) < 0:
            return False
    if not within_reach(data, work, depth):
        return False
    issue = open_issue(data, work, depth, slack)
    if issue < 0:
        work.count[depth] = SETTLED
        return True
    branch(data, work, depth, issue)
    return True
