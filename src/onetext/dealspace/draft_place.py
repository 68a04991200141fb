"""Where the draft lies: what it gives each party, over every way of settling what it leaves open."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

from onetext.dealspace.scenario import Package, Scenario
from onetext.dealspace.tally import Tally

_MOST_WAYS = 20_000


@dataclass(frozen=True)
class DraftPlace:
    """``low`` and ``high`` by party, utilities at the middle of all values; ``open``: the issues left open.

    ``red_lines``: options it holds that somebody will not sign.
    """

    low: tuple[Fraction, ...]
    high: tuple[Fraction, ...]
    open: tuple[str, ...]
    red_lines: tuple[str, ...]

    @property
    def settled(self) -> bool:
        return not self.open


def draft_place(scenario: Scenario, tally: Tally) -> DraftPlace | None:
    """None without a draft, and where it leaves so much open that its ways cannot be gone through (20,000)."""
    if not any(option is not None for option in scenario.draft):
        return None
    open_ = [number for number, option in enumerate(scenario.draft) if option is None]
    if math.prod(len(scenario.issues[number].options) for number in open_) > _MOST_WAYS:
        return None
    worths = [tally.worth(package) for package in _ways(scenario)]
    columns = list(zip(*worths, strict=True))
    held = [
        choice
        for choice in enumerate(scenario.draft)
        if choice[1] is not None and (choice[0], choice[1]) in tally.red_lines
    ]
    return DraftPlace(
        tally.utilities(tuple(map(min, columns))),
        tally.utilities(tuple(map(max, columns))),
        tuple(scenario.issues[number].name for number in open_),
        tuple(scenario.label((issue, option)) for issue, option in held if option is not None),
    )


def _ways(scenario: Scenario) -> Iterator[Package]:
    rows = [
        range(len(issue.options)) if option is None else (option,)
        for issue, option in zip(scenario.issues, scenario.draft, strict=True)
    ]
    return product(*rows)
