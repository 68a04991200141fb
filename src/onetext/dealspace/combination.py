"""The best combination of options where each has its own worth and some together are worth more or less.

Options that no extra names compete only by their own worth, so the best of them stands for all; what is left is
searched depth first, a branch given up when its own worth plus every positive extra still possible cannot win.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from importlib.util import find_spec

from onetext.dealspace.scenario import Choice, Package
from onetext.files.faults import Faults, refuse

_MOST_STEPS = 30_000
"""Extras looked at while searching; some hundredths of a second. Beyond, ``logic`` is faster."""
_MANY = 24
"""With more extras than this, searching plainly is not worth trying."""
_MOST_DEPTH = 400

Number = int | Fraction
Extra = tuple[frozenset[Choice], Number]
"""Options, and what they add when all of them are chosen."""


def best_combination(own: Sequence[Sequence[Number]], extras: Sequence[Extra]) -> tuple[Number, Package]:
    """The largest total and a combination that reaches it.

    Raises ``Faults`` when there are too many extras even for the engine that bounds, or numpy is missing for that.
    """
    counted = [extra for extra in extras if extra[1] and _possible(extra[0])]
    if len(counted) > _MANY:
        return _bounded(own, counted)
    search = _Search(own, counted)
    try:
        search.run()
    except Faults:
        return _bounded(own, counted)
    return search.total, tuple(search.choice)


def _bounded(own: Sequence[Sequence[Number]], extras: Sequence[Extra]) -> tuple[Number, Package]:
    if not find_spec("numpy"):
        raise _too_many()
    from onetext.dealspace.logic.single import largest  # noqa: PLC0415  # numba takes a second to import

    found = largest(own, extras)
    if found is None:
        raise _too_many()
    return found


def _possible(choices: frozenset[Choice]) -> bool:
    return len({issue for issue, _ in choices}) == len(choices)


def contenders(own: Sequence[Sequence[Number]], extras: Sequence[Extra]) -> list[list[int]]:
    """Options by issue that can be in a best combination: those an extra names, and the best of the others."""
    named = {choice for choices, _ in extras for choice in choices}
    found = []
    for issue, row in enumerate(own):
        free = [option for option in range(len(row)) if (issue, option) not in named]
        best = [max(free, key=row.__getitem__)] if free else []
        found.append(sorted(best + [option for option in range(len(row)) if (issue, option) in named]))
    return found


class _Search:
    def __init__(self, own: Sequence[Sequence[Number]], extras: Sequence[Extra]) -> None:
        self.own = own
        self.extras = extras
        self.steps = 0
        self.options = contenders(own, extras)
        self.touched = [issue for issue, options in enumerate(self.options) if len(options) > 1]
        self.choice = [options[0] for options in self.options]
        self.fixed = sum((own[i][o[0]] for i, o in enumerate(self.options) if len(o) == 1), Fraction(0))
        self.rest = self.remaining()
        self.total: Number = 0
        self.found = False

    def remaining(self) -> list[Number]:
        """The most that the touched issues from each depth on can add by themselves."""
        rest: list[Number] = [0]
        for issue in reversed(self.touched):
            rest.append(rest[-1] + max(self.own[issue][option] for option in self.options[issue]))
        return rest[::-1]

    def run(self) -> None:
        if len(self.touched) > _MOST_DEPTH:
            raise _too_many()
        start = list(self.choice)
        single = {(i, o[0]) for i, o in enumerate(self.options) if len(o) == 1}
        alive = [(choices - single, worth) for choices, worth in self.extras]
        self.descend(0, self.fixed, alive, start)

    def descend(self, depth: int, total: Number, alive: list[Extra], choice: list[int]) -> None:
        """``alive``: extras not yet excluded, with the options they still wait for."""
        self.steps += 1 + len(alive)
        if self.steps > _MOST_STEPS:
            raise _too_many()
        bound = total + self.rest[depth] + sum(worth for waiting, worth in alive if worth > 0 or not waiting)
        if self.found and bound <= self.total:
            return
        if depth == len(self.touched):
            self.found, self.total, self.choice = True, bound, list(choice)
            return
        issue = self.touched[depth]
        for option in sorted(self.options[issue], key=lambda o: -self.own[issue][o]):
            choice[issue] = option
            self.descend(depth + 1, total + self.own[issue][option], _after(alive, (issue, option)), choice)


def _too_many() -> Faults:
    return refuse(
        "interactions",
        "there are too many interactions to find a party's best package by searching",
        "take out interactions that matter little",
    )


def _after(alive: list[Extra], chosen: Choice) -> list[Extra]:
    issue = chosen[0]
    return [
        (waiting - {chosen}, worth)
        for waiting, worth in alive
        if chosen in waiting or all(other != issue for other, _ in waiting)
    ]
