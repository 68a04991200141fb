"""A scenario: the issues with their options, what each package is worth to whom, and the logic of the plan itself.

Issues and options are counted from 0 inside; a package is one option number an issue, in the order of the file.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from onetext.dealspace.value import Value
from onetext.files.faults import Fault

Package = tuple[int, ...]
Choice = tuple[int, int]
"""An issue and one of its options."""
Box = tuple[tuple[int, frozenset[int]], ...]
"""Issues, each once, with the options that lie inside; a package lies in the box when all of its options there do."""


def inside(box: Box, package: Package) -> bool:
    return all(package[issue] in options for issue, options in box)


def meet(one: Box, other: Box) -> Box:
    """The packages that lie in both; an issue without options left where there are none."""
    found = dict(one)
    for issue, options in other:
        found[issue] = found.get(issue, options) & options
    return tuple(sorted(found.items()))


@dataclass(frozen=True)
class Issue:
    name: str
    options: tuple[str, ...]


@dataclass(frozen=True)
class Interaction:
    """Extra worth, in weight units, when all named options are in the package; may be negative."""

    when: tuple[Choice, ...]
    value: Value


@dataclass(frozen=True)
class Rectangle:
    """Worth that counts when the package lies in the box; with ``outside``, when it does not (Genius' EXCLUDES)."""

    box: Box
    worth: Fraction
    outside: bool = False


@dataclass(frozen=True)
class Preferences:
    """What one party wants. ``weights`` by issue; ``scores`` (0 to 100) by issue and option.

    ``orders`` are pairs of issues: the first weighs at least as much as the second. ``reservation`` is what it has
    without a deal, on the 0 to 1 scale of its best package; None where nobody said.

    ``scale``, where a file gives it, is the worth of a utility of 1 in place of the best package's: no package counts
    for more than 1 then.
    """

    name: str
    reservation: Value | None
    weights: tuple[Value, ...]
    scores: tuple[tuple[Value, ...], ...]
    orders: tuple[Choice, ...] = ()
    red_lines: frozenset[Choice] = frozenset()
    interactions: tuple[Interaction, ...] = ()
    rectangles: tuple[Rectangle, ...] = ()
    scale: Fraction | None = None

    @property
    def uncertain(self) -> bool:
        """Whether any value of worth, the reservation aside, is a range or a distribution."""
        scores = (score for row in self.scores for score in row)
        return any(value.uncertain for value in (*self.weights, *scores, *(one.value for one in self.interactions)))


@dataclass(frozen=True)
class Rule:
    """Applies when all of ``when`` are in the package; then it wants all of ``then`` and none of ``then_not``.

    ``together`` names issues that are linked: shown to people, it constrains nothing.
    """

    when: tuple[Choice, ...] = ()
    then: tuple[Choice, ...] = ()
    then_not: tuple[Choice, ...] = ()
    together: tuple[int, ...] = ()

    @property
    def constrains(self) -> bool:
        return bool(self.then or self.then_not)


@dataclass(frozen=True)
class Scenario:
    """``address`` is the file or case it came from; ``based_on`` the records that move its numbers (S4).

    ``titles`` say in words what an issue or option called by an id is; ``left_out`` what the computation passes over;
    ``unmapped`` the clauses of the draft, by their numbers, that embody no option.
    """

    address: str
    issues: tuple[Issue, ...]
    parties: tuple[Preferences, ...]
    rules: tuple[Rule, ...] = ()
    draft: tuple[int | None, ...] = ()
    based_on: tuple[str, ...] = ()
    warnings: tuple[Fault, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()
    unmapped: tuple[str, ...] = ()

    @property
    def packages(self) -> int:
        """How many combinations of options there are."""
        return math.prod(len(issue.options) for issue in self.issues)

    def named(self, package: Package) -> dict[str, str]:
        return {issue.name: issue.options[option] for issue, option in zip(self.issues, package, strict=True)}

    def label(self, choice: Choice) -> str:
        issue, option = choice
        return f"{self.issues[issue].name}={self.issues[issue].options[option]}"
