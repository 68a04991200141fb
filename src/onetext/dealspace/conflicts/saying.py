"""Conflicts in words: what excludes what, and the way out, one line each, as a negotiator would say it."""

from __future__ import annotations

from fractions import Fraction
from gettext import gettext as _

from onetext.dealspace.conflicts.finding import Conflict, Conflicts
from onetext.dealspace.conflicts.member import Member, PlanRule, RedLine
from onetext.dealspace.conflicts.opening import Concession, Opening
from onetext.dealspace.scenario import Choice, Scenario
from onetext.dealspace.value import plain


def excluding(found: Conflicts, conflict: Conflict) -> str:
    """All members of a conflict on one line."""
    count = len(conflict.members)
    said = "; ".join(member_in_words(found, member) for member in conflict.members)
    if not conflict.minimal:
        return _("These {count} things exclude each other, and fewer of them may: {members}.").format(
            count=count, members=said
        )
    if count == 1:
        return _("This alone excludes every package: {members}.").format(members=said)
    return _("These {count} things exclude each other: {members}.").format(count=count, members=said)


def way_out(found: Conflicts, opening: Opening) -> str:
    """What must change, and what it leads to."""
    changes = "; ".join(change_in_words(found, concession) for concession in opening.concessions)
    line = _("Cheapest way out: {changes}.") if opening.proved else _("A way out, perhaps not the cheapest: {changes}.")
    return line.format(changes=changes)


def member_in_words(found: Conflicts, member: Member) -> str:
    if isinstance(member, PlanRule):
        return _("rule {number} ({text})").format(
            number=member.index + 1, text=rule_in_words(found.scenario, member.index)
        )
    party = found.scenario.parties[member.party].name
    if isinstance(member, RedLine):
        return _("{party} will not sign {option}").format(party=party, option=found.scenario.label(member.choice))
    floor = found.tally.utility(member.party, found.tally.floors[member.party])
    return _("{party} needs at least {floor}").format(party=party, floor=plain(floor))


def change_in_words(found: Conflicts, concession: Concession) -> str:
    member = concession.member
    if isinstance(member, PlanRule):
        return _("rule {number} is lifted").format(number=member.index + 1)
    party = found.scenario.parties[member.party].name
    if isinstance(member, RedLine):
        return _("{party} gives up its red line {option}").format(
            party=party, option=found.scenario.label(member.choice)
        )
    floor = found.tally.utility(member.party, found.tally.floors[member.party])
    low = concession.to if concession.to is not None else Fraction(0)
    return _("{party} lowers its reservation from {floor} to {to} (by {by})").format(
        party=party, floor=plain(floor), to=plain(low), by=plain(floor - low)
    )


def given(found: Conflicts, opening: Opening) -> str:
    """What each party gets in the package that a way out leads to."""
    return ", ".join(
        f"{party.name} {float(found.tally.utility(number, at)):.3f}"
        for number, (party, at) in enumerate(zip(found.scenario.parties, opening.vector, strict=True))
    )


def rule_in_words(scenario: Scenario, index: int) -> str:
    rule = scenario.rules[index]
    parts = []
    if rule.when:
        parts.append(_("if {options}").format(options=_options(scenario, rule.when)))
    if rule.then:
        parts.append(_("then {options}").format(options=_options(scenario, rule.then)))
    if rule.then_not:
        parts.append(_("then not {options}").format(options=_options(scenario, rule.then_not)))
    return ", ".join(parts)


def _options(scenario: Scenario, choices: tuple[Choice, ...]) -> str:
    return _(" and ").join(scenario.label(choice) for choice in choices)


def extent(found: Conflicts) -> str:
    """How much of what there is to say about conflicts has been said."""
    if found.complete:
        return _("There is no other minimal conflict.")
    if len(found.sets) == 1 and found.sets[0].smallest:
        return _("No conflict is smaller; there may be others.")
    if found.sets[0].smallest:
        return _("No conflict is smaller than the first; there may be more.")
    if found.at_least > 1:
        return _("Each conflict has at least {count} members; there may be a smaller one than this.").format(
            count=found.at_least
        )
    return _("There may be others, and smaller ones.")
