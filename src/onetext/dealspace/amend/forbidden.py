"""Rules of the plan as boxes of packages that nobody may choose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onetext.dealspace.scenario import Box, Rule, meet
from onetext.dealspace.tally import box_of


def forbidden_boxes(rules: Iterable[Rule], sizes: tuple[int, ...]) -> Iterator[Box]:
    """A package breaks one of the rules exactly when it lies in one of these; ``sizes``: options by issue.

    An issue that is still open lies in no box, so a rule counts as broken only when what is settled breaks it.
    """
    for rule in rules:
        when = box_of(rule.when)
        for choice in rule.then_not:
            yield from _where_possible(meet(when, box_of([choice])))
        for issue, option in rule.then:
            others = frozenset(range(sizes[issue])) - {option}
            yield from _where_possible(meet(when, ((issue, others),)))


def _where_possible(box: Box) -> Iterator[Box]:
    if all(options for _, options in box):
        yield box
