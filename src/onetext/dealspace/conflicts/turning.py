"""Packages one option away from another, with what each of them violates, reckoned from what changes only."""

from __future__ import annotations

from collections.abc import Iterator

from onetext.dealspace.conflicts.grounds import Grounds
from onetext.dealspace.scenario import Package
from onetext.dealspace.tally import broken

_MOST_OPTIONS = 50
"""Issues with more options are not turned."""


def neighbours(grounds: Grounds, package: Package) -> Iterator[tuple[int, int, int]]:
    """Issue, option, and the grounds violated by the package that has this option there instead."""
    lines = 0
    for row, option in zip(grounds.line_bits, package, strict=True):
        lines |= row[option]
    rows = [(1 << bit, row, row.total(package) - row.floor) for bit, row in grounds.rows.items()]
    rules = [(1 << bit, rule, broken(rule, package)) for bit, (_, rule) in grounds.rules.items()]
    for issue, size in enumerate(grounds.sizes):
        now = package[issue]
        if size > _MOST_OPTIONS:
            continue
        touched = [(bit, rule) for bit, rule, _ in rules if grounds.touches(rule, issue)]
        kept = sum(bit for bit, rule, lost in rules if lost and not grounds.touches(rule, issue))
        # what no other issue's red line shuts: each line is a ground of one option
        kept |= lines & ~grounds.line_bits[issue][now]
        plain = [(bit, row.own[issue], at - row.own[issue][now]) for bit, row, at in rows if not row.extras]
        tied = [(bit, row) for bit, row, _ in rows if row.extras]
        for option in range(size):
            if option == now:
                continue
            violated = kept | grounds.line_bits[issue][option]
            for bit, own, rest in plain:
                if rest + own[option] < 0:
                    violated |= bit
            if tied or touched:
                other = (*package[:issue], option, *package[issue + 1 :])
                violated |= sum(bit for bit, row in tied if row.total(other) < row.floor)
                violated |= sum(bit for bit, rule in touched if broken(rule, other))
            yield issue, option, violated
