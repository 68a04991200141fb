"""All that stands in the way of a deal in one scenario, as bits of a mask, and the questions that follow from a mask.

Red lines on one option by several parties are one *ground*: any of them shuts the option, and only giving up all of
them opens it.
"""

from __future__ import annotations

from dataclasses import dataclass

from onetext.dealspace.conflicts.bits import bits
from onetext.dealspace.conflicts.member import Member, PlanRule, RedLine, Reservation
from onetext.dealspace.conflicts.query import Query, Row, plain_row
from onetext.dealspace.scenario import Box, Choice, Package, Rule, Scenario
from onetext.dealspace.tally import Tally, box_of, broken


@dataclass(frozen=True)
class Ground:
    """``members`` are several only for red lines on one option."""

    members: tuple[Member, ...]


class Grounds:
    """Reservations first, then rules, then the options with red lines; ``all`` has a bit for each.

    A party of whom no reservation is known may get anything, as the format says.
    """

    def __init__(self, scenario: Scenario, tally: Tally) -> None:
        self.tally = tally
        self.sizes = [len(issue.options) for issue in scenario.issues]
        self.limited = [party for party in range(tally.parties) if tally.limited[party]]
        self.rows = {bit: _floor_row(tally, party) for bit, party in enumerate(self.limited)}
        self.rules = {
            len(self.rows) + number: (index, rule)
            for number, (index, rule) in enumerate(
                (index, rule) for index, rule in enumerate(scenario.rules) if rule.constrains
            )
        }
        self.bans = {bit: _bans(rule, self.sizes) for bit, (_, rule) in self.rules.items()}
        lines: dict[Choice, list[Member]] = {}
        for number, party in enumerate(scenario.parties):
            for choice in sorted(party.red_lines):
                lines.setdefault(choice, []).append(RedLine(number, choice))
        self.shut = {len(self.rows) + len(self.rules) + number: choice for number, choice in enumerate(lines)}
        self.grounds = [
            *(Ground((Reservation(party),)) for party in self.limited),
            *(Ground((PlanRule(index),)) for index, _ in self.rules.values()),
            *(Ground(tuple(members)) for members in lines.values()),
        ]
        self.line_bits = [[0] * size for size in self.sizes]
        for bit, (issue, option) in self.shut.items():
            self.line_bits[issue][option] = 1 << bit
        self.all = (1 << len(self.grounds)) - 1
        self.soft = (1 << len(self.rows)) - 1
        """The reservations: these can be lowered, the rest only be given up."""

    def query(self, mask: int) -> Query:
        """What a package must be that meets all grounds of the mask."""
        domains = tuple(tuple(option for option, bit in enumerate(row) if not bit & mask) for row in self.line_bits)
        rows = tuple(row for bit, row in self.rows.items() if mask >> bit & 1)
        bans = tuple(ban for bit, found in self.bans.items() if mask >> bit & 1 for ban in found)
        return Query(domains, rows, bans)

    def violated(self, package: Package) -> int:
        """The grounds that the package does not meet."""
        mask = 0
        for row, option in zip(self.line_bits, package, strict=True):
            mask |= row[option]
        for bit, row_ in self.rows.items():
            if row_.total(package) < row_.floor:
                mask |= 1 << bit
        for bit, (_, rule) in self.rules.items():
            if broken(rule, package):
                mask |= 1 << bit
        return mask

    def touches(self, rule: Rule, issue: int) -> bool:
        return any(side == issue for side, _ in (*rule.when, *rule.then, *rule.then_not))

    def members(self, mask: int) -> list[Member]:
        """All members of the grounds in the mask."""
        return [member for bit in bits(mask) for member in self.grounds[bit].members]


def _floor_row(tally: Tally, party: int) -> Row:
    cap, floor = tally.caps[party], tally.floors[party] - tally.base[party]
    row = plain_row(tally.own[party], tally.extras[party], floor)
    if cap is not None and cap < tally.floors[party]:
        return Row(row.own, row.extras, row.most + 1)
    return row


def _bans(rule: Rule, sizes: list[int]) -> tuple[Box, ...]:
    """The boxes in which the rule is broken."""
    boxes = [box_of((*rule.when, choice)) for choice in rule.then_not]
    for issue, option in rule.then:
        sides = dict(box_of(rule.when))
        others = frozenset(range(sizes[issue])) - {option}
        sides[issue] = sides.get(issue, others) & others
        boxes.append(tuple(sorted(sides.items(), key=lambda side: side[0])))
    return tuple(box for box in boxes if all(options for _, options in box))
