"""Rules that contradict one another: what one of them asks for cannot come about, because of the others.

Found by following what each rule entails, step by step; a contradiction that shows only by trying combinations is left
to ``conflicts``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from onetext.dealspace.scenario import Choice, Issue, Rule


@dataclass(frozen=True)
class Contradiction:
    """No package holds the options of ``condition``: ``rules``, by number, clash there, and no part of them does."""

    condition: tuple[Choice, ...]
    rules: tuple[int, ...]


def contradictions(issues: Sequence[Issue], rules: Mapping[int, Rule]) -> Iterator[Contradiction]:
    """Each set of rules once, at most one for each rule's condition.

    A rule alone that forbids its own condition is none: that is how one says that options do not go together.
    """
    plan = _Plan(issues, rules)
    seen: set[tuple[int, ...]] = set()
    for rule in plan.rules.values():
        found = plan.clash(rule.when, ())
        if found is None:
            continue
        together = plan.smallest(rule.when, found)
        if together not in seen and (len(together) > 1 or _contradicts_itself(plan.rules[together[0]])):
            seen.add(together)
            yield Contradiction(rule.when, together)


def _contradicts_itself(rule: Rule) -> bool:
    """Whether what it asks for is also what it forbids, or another option than its condition names."""
    named = dict(rule.when)
    return bool(set(rule.then) & set(rule.then_not)) or any(named.get(issue, at) != at for issue, at in rule.then)


class _Plan:
    """The rules that constrain, and by option those that ask for it in their condition."""

    def __init__(self, issues: Sequence[Issue], rules: Mapping[int, Rule]) -> None:
        self.issues = issues
        self.rules = {number: rule for number, rule in rules.items() if rule.constrains and _possible(rule)}
        self.asking: dict[Choice, list[int]] = {}
        for number, rule in self.rules.items():
            for choice in rule.when:
                self.asking.setdefault(choice, []).append(number)

    def smallest(self, start: Sequence[Choice], found: list[int]) -> tuple[int, ...]:
        """Rules are taken out one by one as long as the clash stays."""
        kept = dict.fromkeys(found)
        for number in found:
            others = [other for other in self.rules if other not in kept or other == number]
            if self.clash(start, others) is not None:
                del kept[number]
        return tuple(sorted(kept))

    def clash(self, start: Sequence[Choice], without: Collection[int]) -> list[int] | None:
        """The rules that apply from ``start`` on until two of them clash; None where none do."""
        taken: dict[int, int] = {}
        barred: dict[int, set[int]] = {}
        applied: dict[int, None] = {}
        waiting = list(start)
        while waiting:
            issue, option = waiting.pop()
            if taken.setdefault(issue, option) != option or option in barred.get(issue, ()):
                return list(applied)
            for number in self.asking.get((issue, option), ()):
                rule = self.rules[number]
                if number in without or number in applied or any(taken.get(at) != to for at, to in rule.when):
                    continue
                applied[number] = None
                waiting += rule.then
                entailed = self._barred(rule.then_not, taken, barred)
                if entailed is None:
                    return list(applied)
                waiting += entailed
        return None

    def _barred(
        self, unwanted: Sequence[Choice], taken: Mapping[int, int], barred: dict[int, set[int]]
    ) -> list[Choice] | None:
        """What is left where an issue has one option left; None where it has none, or a taken one goes."""
        entailed: list[Choice] = []
        for issue, option in unwanted:
            barred.setdefault(issue, set()).add(option)
            left = [at for at in range(len(self.issues[issue].options)) if at not in barred[issue]]
            if not left or taken.get(issue) == option:
                return None
            entailed += [(issue, left[0])] if len(left) == 1 else []
        return entailed


def _possible(rule: Rule) -> bool:
    """Whether its condition names one option an issue at most; else it never applies."""
    return bool(rule.when) and len({issue for issue, _ in rule.when}) == len(set(rule.when))
