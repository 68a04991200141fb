"""The plain twin of amendments: every changed draft written out, with the words of the format read one by one.

It imports nothing from ``dealspace`` (S5). A draft is a package; changes are issues with their new options.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from itertools import combinations, product
from typing import Any

from tests.plain.packages import Data, Named, Utilities, all_packages, dominates, holds, legal, reservation, worth

Changes = tuple[tuple[int, int], ...]
"""Numbers of issues and of the options they get."""


class Draft:
    """``open`` issues are left out of ``package``."""

    def __init__(self, data: Data, package: Named) -> None:
        self.data = data
        self.package = package
        self.parties = list(data["parties"].values())
        self.best = [max(worth(data, party, full) for full in all_packages(data)) for party in self.parties]
        self.names = list(data["issues"])
        self.known: dict[tuple[str, ...], Utilities] = {}
        self.utilities = self.utilities_of(package)

    def utilities_of(self, package: Named) -> Utilities:
        """An open issue gives nothing, and no interaction that needs it counts."""
        key = tuple(package.get(name, "") for name in self.names)
        if key not in self.known:
            self.known[key] = self.weighed(package)
        return self.known[key]

    def weighed(self, package: Named) -> Utilities:
        found = []
        for party, best in zip(self.parties, self.best, strict=True):
            data: dict[str, Any] = {**self.data, "issues": package}
            kept = [one for one in party.get("interactions", []) if all(settled(package, at) for at in one["when"])]
            found.append(worth(data, {**party, "interactions": kept}, package) / best)
        return tuple(found)

    def lawful(self, package: Named) -> bool:
        """No red line, no rule broken by what is settled."""
        if any(settled(package, at) and holds(package, at) for p in self.parties for at in p.get("red_lines", [])):
            return False
        return not any(self.breaks(rule, package) for rule in self.data.get("rules", []))

    def breaks(self, rule: Data, package: Named) -> bool:
        if not all(settled(package, at) and holds(package, at) for at in rule["if"]):
            return False
        if any(settled(package, at) and holds(package, at) for at in rule.get("then_not", [])):
            return True
        return any(settled(package, at) and not holds(package, at) for at in rule.get("then", []))

    def gains(self, package: Named) -> Utilities:
        return tuple(a - b for a, b in zip(self.utilities_of(package), self.utilities, strict=True))

    def changed(self, changes: Changes) -> Named:
        options = {self.names[i]: self.data["issues"][self.names[i]][o] for i, o in changes}
        return {**self.package, **options}

    def changes(self, sizes: Iterable[int], kept: str | None = None) -> Iterator[Changes]:
        """All changes of settled issues of these sizes, in the order of the file."""
        issues = [i for i, name in enumerate(self.names) if name in self.package and name != kept]
        for size in sizes:
            for chosen in combinations(issues, size):
                rows = [
                    [o for o, option in enumerate(self.data["issues"][self.names[i]])
                     if option != self.package[self.names[i]]]
                    for i in chosen
                ]  # fmt: skip
                for options in product(*rows):
                    yield tuple(zip(chosen, options, strict=True))

    def improves(self, changes: Changes) -> bool:
        package = self.changed(changes)
        gains = self.gains(package)
        return self.lawful(package) and min(gains) >= 0 and max(gains) > 0

    def mends(self, changes: Changes) -> bool:
        package = self.changed(changes)
        whole = len(package) == len(self.names)
        enough = all(u >= reservation(p) for u, p in zip(self.utilities_of(package), self.parties, strict=True))
        return self.lawful(package) and (enough or not whole)

    def minimal(self, does: Callable[[Changes], bool], sizes: Iterable[int], kept: str | None = None) -> list[Changes]:
        """Those that do it while no part of them does."""
        doing = {changes for changes in self.changes(sizes, kept) if does(changes)}
        return [one for one in doing if not any(part in doing for part in parts(one))]

    def rank(self, changes: Changes) -> tuple[Any, ...]:
        """Best first: largest sum, then leximin, then fewer, then the file."""
        gains = self.gains(self.changed(changes))
        return -sum(gains), [-gain for gain in sorted(gains)], len(changes), changes

    def not_worse(self) -> list[tuple[Utilities, Named]]:
        scored = [(self.utilities_of(package), package) for package in all_packages(self.data)]
        return [
            (utilities, package)
            for utilities, package in scored
            if self.lawful(package) and all(a >= b for a, b in zip(utilities, self.utilities, strict=True))
        ]

    def efficient(self) -> bool:
        lawful = self.lawful(self.package)
        return lawful and not any(dominates(utilities, self.utilities) for utilities, _ in self.not_worse())

    def distance(self, package: Named) -> int:
        return sum(package[name] != self.package[name] for name in self.names)

    def as_changes(self, package: Named) -> Changes:
        return tuple(
            (i, self.data["issues"][name].index(package[name]))
            for i, name in enumerate(self.names)
            if package[name] != self.package[name]
        )

    def efficient_not_worse(self) -> list[Changes]:
        found = self.not_worse()
        return [
            self.as_changes(package)
            for utilities, package in found
            if not any(dominates(o, utilities) for o, _ in found)
        ]

    def restores(self, wanted: Changes, losers: list[int]) -> Callable[[Changes], bool]:
        """The losers are back; nobody else is below the draft, or, having lost by the wish, lower than it left them."""
        wished = self.gains(self.changed(wanted))

        def does(changes: Changes) -> bool:
            package = self.changed((*wanted, *changes))
            gains = self.gains(package)
            fair = all(
                gain >= (0 if at in losers or wish >= 0 else wish)
                for at, (gain, wish) in enumerate(zip(gains, wished, strict=True))
            )
            return self.lawful(package) and fair

        return does


def settled(package: Named, option: str) -> bool:
    return option.partition("=")[0] in package


def parts(changes: Changes) -> list[Changes]:
    """All smaller changes within one."""
    return [part for size in range(1, len(changes)) for part in combinations(changes, size)]


def ways_of_settling(draft: Draft) -> list[tuple[Fraction, ...]]:
    """The distinct efficient utilities of lawful ways to settle what is open, what is settled kept."""
    kept = {f"{name}={option}" for name, option in draft.package.items()}
    red = {at for party in draft.parties for at in party.get("red_lines", [])} - kept
    found = set()
    for package in all_packages(draft.data):
        if any(package[name] != option for name, option in draft.package.items()):
            continue
        if legal(draft.data, package) and not any(holds(package, at) for at in red):
            found.add(draft.utilities_of(package))
    return sorted(u for u in found if not any(dominates(other, u) for other in found))
