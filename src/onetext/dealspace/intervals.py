"""Between which bounds a party's utility of a package lies, over all admissible values and orders.

The utility is N / D: what the package is worth over what the best package is worth. Both move together, since the
same weights and scores make both, so the bounds are those of the ratio and not of its top and bottom apart.

Scores and interactions can be settled beforehand. N is at most D, so raising something that counts for the package
never lowers the ratio, and raising anything else only raises D: towards 0 when it does. What is left are weights
between bounds that orders tie together, N linear in them and D the largest of linear functions, one a package:

- the largest ratio is a linear programme: the largest N with every package at most 1 (Charnes and Cooper, 1962);
- the smallest ratio is the smallest over packages Q of N / V_Q: by Dinkelbach's iteration (1967) where there are no
  orders, else a linear programme a package;
- negative interactions can make N negative; then D is wanted small below and large above.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

from onetext.dealspace.combination import Extra, best_combination, contenders
from onetext.dealspace.orders import tightened
from onetext.dealspace.scenario import Choice, Package, Preferences
from onetext.dealspace.simplex import Maximum, maximise
from onetext.dealspace.value import Value
from onetext.dealspace.worth import utility_on_scale

_MOST_PROGRAMMES = 2000
_ZERO, _ONE = Fraction(0), Fraction(1)

End = Callable[[Value], Fraction]


@dataclass(frozen=True)
class Interval:
    """``low`` None: no lower bound, since the best package can be worth next to nothing while this one costs.

    ``exact`` False: the interval is right but may be wider than the values and orders allow.
    """

    low: Fraction | None
    high: Fraction
    exact: bool = True


@dataclass(frozen=True)
class _Form:
    """A worth as a function of the weights: one number an issue, and what comes on top."""

    slopes: tuple[Fraction, ...]
    extra: Fraction

    def at(self, weights: Sequence[Fraction]) -> Fraction:
        return sum((slope * weight for slope, weight in zip(self.slopes, weights, strict=True)), self.extra)

    def negative(self) -> _Form:
        return _Form(tuple(-slope for slope in self.slopes), -self.extra)


@dataclass(frozen=True)
class _Weights:
    low: tuple[Fraction, ...]
    high: tuple[Fraction, ...]
    orders: tuple[Choice, ...]

    @classmethod
    def of(cls, party: Preferences) -> _Weights:
        low, high = tightened(
            [weight.low for weight in party.weights], [weight.high for weight in party.weights], party.orders
        )
        return cls(tuple(low), tuple(high), tuple(order for order in party.orders if _ties(order, low, high)))

    def most(self, objective: _Form, limits: Sequence[tuple[_Form, Fraction]], shared: _Form | None = None) -> Maximum:
        """The largest of a form over weights times a common factor of 0 or more, other forms within limits.

        The variables are each uncertain weight's excess over its low, times the factor, and the factor. ``shared``
        is how much may be added to the objective and to every limited form alike; it is one more variable.
        """
        free = [issue for issue, low in enumerate(self.low) if low < self.high[issue]]
        rows = [[_ONE * (other == issue) for other in free] + [self.low[issue] - self.high[issue]] for issue in free]
        rows += [self._row(self._difference(light, heavy), free) for heavy, light in self.orders]
        bounds = [_ZERO] * len(rows) + [limit for _, limit in limits]
        costs, limited = self._row(objective, free), [self._row(form, free) for form, _ in limits]
        if shared is not None:
            rows = [[*row, _ZERO] for row in rows]
            costs, limited = [*costs, _ONE], [[*row, _ONE] for row in limited]
            limited.append([*self._row(shared.negative(), free), _ONE])
            bounds.append(_ZERO)
        found = maximise(costs, rows + limited, bounds)
        factor = found.point[len(free)]
        point = [factor * low for low in self.low]
        for issue, excess in zip(free, found.point, strict=False):
            point[issue] += excess
        weights = tuple(at / factor for at in point) if factor else self.low
        return Maximum(found.value, weights)

    def _row(self, form: _Form, free: list[int]) -> list[Fraction]:
        return [form.slopes[issue] for issue in free] + [form.at(self.low)]

    def _difference(self, light: int, heavy: int) -> _Form:
        slopes = [_ZERO] * len(self.low)
        slopes[light], slopes[heavy] = _ONE, -_ONE
        return _Form(tuple(slopes), _ZERO)


def _ties(order: Choice, low: Sequence[Fraction], high: Sequence[Fraction]) -> bool:
    """Whether an order still says something once the bounds are tightened."""
    heavy, light = order
    return low[heavy] < high[light]


class _Prospect:
    """A party's worth of every package, its scores and interactions settled at one end or the other."""

    def __init__(self, party: Preferences, package: Package, own: End, other: End) -> None:
        self.package = package
        self.rows = [
            [(own if option == chosen else other)(score) / 100 for option, score in enumerate(row)]
            for chosen, row in zip(package, party.scores, strict=True)
        ]
        self.extras: list[Extra] = []
        for interaction in party.interactions:
            held = all(package[issue] == option for issue, option in interaction.when)
            worth = (own if held else other)(interaction.value)
            self.extras.append((frozenset(interaction.when), worth))

    def form(self, package: Package) -> _Form:
        extra = sum(
            (worth for choices, worth in self.extras if all(package[issue] == option for issue, option in choices)),
            _ZERO,
        )
        return _Form(tuple(row[option] for row, option in zip(self.rows, package, strict=True)), Fraction(extra))

    def own(self) -> _Form:
        return self.form(self.package)

    def best(self, weights: Sequence[Fraction]) -> _Form:
        """The worth of the package that is best at these weights."""
        worth = [[weight * at for at in row] for weight, row in zip(weights, self.rows, strict=True)]
        return self.form(best_combination(worth, self.extras)[1])

    def rivals(self) -> Iterator[_Form]:
        """Every package that is best at some weights is among these."""
        return (self.form(package) for package in product(*self.contenders()))

    def contenders(self) -> list[list[int]]:
        return contenders(self.rows, self.extras)

    def count(self) -> int:
        return math.prod(map(len, self.contenders()))


def utility_interval(party: Preferences, package: Package) -> Interval:
    """The exact smallest and largest utility of a package for a party.

    Raises ``Faults`` when the party's interactions are too many to search through.
    """
    if party.scale is not None:  # a file that gives the scale knows no ranges
        at = utility_on_scale(party, package, party.scale)
        return Interval(at, at)
    weights = _Weights.of(party)
    low, exact = _smallest(party, package, weights)
    return Interval(low, _largest(party, package, weights), exact)


def _low(value: Value) -> Fraction:
    return value.low


def _high(value: Value) -> Fraction:
    return value.high


def _largest(party: Preferences, package: Package, weights: _Weights) -> Fraction:
    prospect = _Prospect(party, package, _high, _low)
    own = prospect.own()
    most = own.at(weights.high)
    if most > 0:
        value = _within_best(prospect, own, weights).value
        return _ONE if value is None else value
    if most == 0:
        return _ZERO
    # never worth anything: then the heaviest weights and the best alternatives bring it nearest to 0
    return most / _Prospect(party, package, _high, _high).best(weights.high).at(weights.high)


def _within_best(prospect: _Prospect, objective: _Form, weights: _Weights) -> Maximum:
    """The largest of a form where no package is worth more than 1; the packages that matter are added as found.

    Unbounded where the best package can be worth 0 or less while the form is positive.
    """
    limits = [(prospect.own(), _ONE), (prospect.best(weights.high), _ONE)]
    while True:
        found = weights.most(objective, limits)
        best = prospect.best(found.point)
        if found.value is None:
            if best.at(found.point) <= 0:
                return found
        elif (best, _ONE) in limits:
            return found
        limits.append((best, _ONE))


def _smallest(party: Preferences, package: Package, weights: _Weights) -> tuple[Fraction | None, bool]:
    prospect = _Prospect(party, package, _low, _high)
    own = prospect.own()
    if own.at(weights.low) < 0:
        worst = _within_best(_Prospect(party, package, _low, _low), own.negative(), weights)
        return (-worst.value, True) if worst.value is not None else _smallest_near_nothing(party, prospect, weights)
    if weights.orders and prospect.count() <= _MOST_PROGRAMMES:
        return _by_programmes(prospect, weights), True
    return _by_iteration(prospect, weights), not weights.orders


def _smallest_near_nothing(party: Preferences, prospect: _Prospect, weights: _Weights) -> tuple[Fraction | None, bool]:
    """Where the best package can be worth nothing while this one costs: without bound, if both happen at once.

    Along the way from a point where the best is worth something to one where it is not, the package costing all
    the while, the ratio falls for ever. What the package shares with a rival stays open: it moves both.
    """
    if prospect.best(weights.low).at(weights.low) > 0:
        return None, True
    own = prospect.own()
    ratio = _ONE
    rivals = [sorted({*row, chosen}) for row, chosen in zip(prospect.contenders(), prospect.package, strict=True)]
    if math.prod(map(len, rivals)) > _MOST_PROGRAMMES:
        return None, False
    for package in product(*rivals):
        rival, shared = prospect.form(package), _shared(party, prospect.package, package)
        cost = weights.most(rival, [(own, _ZERO)], shared)
        if cost.value is None or cost.value > 0:
            return None, True
        most = weights.most(rival, [(own, _ONE)], shared).value
        if most:
            ratio = min(ratio, 1 / most)
    return ratio, True


def _shared(party: Preferences, package: Package, rival: Package) -> _Form:
    """How much what both packages hold can be worth above its low."""
    slopes = tuple(
        (row[mine].high - row[mine].low) / 100 * (mine == other)
        for row, mine, other in zip(party.scores, package, rival, strict=True)
    )
    extra = sum(
        (
            interaction.value.high - interaction.value.low
            for interaction in party.interactions
            if all(package[issue] == option == rival[issue] for issue, option in interaction.when)
        ),
        _ZERO,
    )
    return _Form(slopes, extra)


def _by_iteration(prospect: _Prospect, weights: _Weights) -> Fraction:
    """The smallest N / V_Q, orders aside: take a ratio, find Q and weights with N less than that of V_Q, repeat."""
    own = prospect.own()
    best = prospect.best(weights.high).at(weights.high)
    if best <= 0:  # nothing but this package is ever worth anything
        return _ONE
    ratio = own.at(weights.high) / best
    while ratio > 0:
        margins = [
            [-_lesser(weights, issue, own.slopes[issue] - ratio * at) for at in row]
            for issue, row in enumerate(prospect.rows)
        ]
        total, package = best_combination(margins, [(choices, ratio * at) for choices, at in prospect.extras])
        if own.extra - total >= 0:
            return ratio
        rival = prospect.form(package)
        at = [
            low if own_slope > ratio * slope else high
            for low, high, own_slope, slope in zip(weights.low, weights.high, own.slopes, rival.slopes, strict=True)
        ]
        ratio = own.at(at) / rival.at(at)
    return ratio


def _lesser(weights: _Weights, issue: int, slope: Fraction) -> Fraction:
    return slope * (weights.low[issue] if slope > 0 else weights.high[issue])


def _by_programmes(prospect: _Prospect, weights: _Weights) -> Fraction:
    """The smallest N / V_Q under orders: for each rival the largest V_Q with N at most 1."""
    own, ratio = prospect.own(), _ONE
    for rival in prospect.rivals():
        margin = sum(
            (_lesser(weights, i, own.slopes[i] - ratio * rival.slopes[i]) for i in range(len(rival.slopes))),
            own.extra - ratio * rival.extra,
        )
        if margin >= 0:  # even without the orders it cannot come out lower
            continue
        most = weights.most(rival, [(own, _ONE)])
        if most.value is None:
            return _ZERO
        if most.value > 0:
            ratio = min(ratio, 1 / most.value)
    return ratio
