"""What was found of a draft, in plain sentences and tables for people."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from gettext import gettext as _

from onetext.dealspace.amend.amending import Amendments
from onetext.dealspace.amend.beyond import Beyond
from onetext.dealspace.amend.moves import OPEN
from onetext.dealspace.amend.smallest import Change
from onetext.dealspace.amend.wish import Wish


@dataclass(frozen=True)
class Paragraph:
    """A title, sentences, and changes to be shown with what each party gains."""

    title: str
    lines: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()


def said(found: Amendments) -> Iterator[Paragraph]:
    """In the order in which a reader asks: the draft, what improves it, what is apart, what is assumed."""
    yield Paragraph(_("Draft"), tuple(_of_draft(found)))
    yield Paragraph(_improving(found), tuple(_left_aside(found)), tuple(found.ordered()))
    if found.beyond:
        yield from _far(found.beyond)
    if found.repairs:
        mending = tuple(change for one in found.repairs for change in one.minimal)
        title = _("Smallest changes that make the draft acceptable") if mending else _("No change of up to three points"
                  " makes the draft acceptable")  # fmt: skip
        yield Paragraph(title, (), mending)
    if found.open:
        yield _open(found)
    if found.wish:
        yield from _wanted(found, found.wish)
    if found.assumed:
        yield Paragraph(_("Assumed"), found.assumed)


def change_in_words(found: Amendments, change: Change) -> str:
    """Each issue with what it has now and what it gets."""
    parts = []
    for issue, option in change.choices:
        names = found.scenario.issues[issue]
        before = found.draft[issue]
        was = _("open") if before == OPEN else names.options[before]
        parts.append(f"{names.name}: {was} → {names.options[option]}")
    return "; ".join(parts)


def gain_in_words(share: Fraction) -> str:
    """With its sign; what is not 0 never looks like 0."""
    if share == 0:
        return "="
    text = f"{float(share):+.3f}"
    return text if float(text) else f"{float(share):+.1g}"


def _of_draft(found: Amendments) -> Iterator[str]:
    scenario = found.scenario
    names = [party.name for party in scenario.parties]
    shares = ", ".join(
        f"{name} {float(share):.3f}" for name, share in zip(names, found.tally.utilities(found.worth), strict=True)
    )
    yield _("it gives {utilities}").format(utilities=shares)
    if found.open:
        yield _("open, and giving nothing here: {issues}; all gains are over what is settled").format(
            issues=", ".join(scenario.issues[issue].name for issue in found.open)
        )
    if scenario.unmapped:
        yield _("clauses without an option, unknown to this computation: {clauses}").format(
            clauses=", ".join(scenario.unmapped)
        )
    for choice in enumerate(found.draft):
        if choice in found.tally.red_lines:
            yield _("it holds a red line: {option}").format(option=scenario.label(choice))
    if found.tally.breaks_rule(found.draft) and not found.open:
        yield _("it breaks a rule of the plan")
    for party in found.short:
        yield _("it leaves {party} under the reservation").format(party=names[party])


def _improving(found: Amendments) -> str:
    counts = [one.count for one in found.found] + [0, 0, 0]
    return _("Improvements, best first: {one} of one point, {two} trades of two, {three} trades of three").format(
        one=counts[0], two=counts[1], three=counts[2]
    )


def _left_aside(found: Amendments) -> Iterator[str]:
    if not any(one.count for one in found.found):
        yield _("no change of up to three points leaves nobody worse and somebody better")
    for one in found.found:
        if not one.complete:
            yield _("changes of {size} points were not all looked at").format(size=one.size)
        if one.count > len(one.minimal):
            yield _("of {count} trades of {size} points the best {shown} are given").format(
                count=one.count, size=one.size, shown=len(one.minimal)
            )


def _far(far: Beyond) -> Iterator[Paragraph]:
    if far.efficient:
        yield Paragraph(_("The draft is efficient: nobody can gain without somebody losing (proved)"))
        return
    if far.efficient is None:
        yield Paragraph(_("Whether the draft is efficient is not settled: the search was stopped"))
        return
    if far.nearest:
        sure = (
            _("proved")
            if far.nearest_proved
            else _("none nearer is known; at least {count} points must change").format(count=far.at_least)
        )
        title = _("Nearest efficient package that leaves nobody worse: {count} changed points ({sure})").format(
            count=len(far.nearest.choices), sure=sure
        )
        yield Paragraph(title, (), (far.nearest,))
    if far.best:
        sure = _("proved") if far.proved else _("not proved")
        title = _("Largest sum that leaves nobody worse: {count} changed points ({sure})").format(
            count=len(far.best.choices), sure=sure
        )
        yield Paragraph(title, (), (far.best,))


def _open(found: Amendments) -> Paragraph:
    settling = found.settlements
    if not settling.searched:
        return Paragraph(
            _("Ways of settling what is open"),
            (
                _("{ways:,} are too many to go through; settle some points first, or use solve").format(
                    ways=settling.ways
                ),
            ),
        )
    title = _("Ways of settling what is open: {count} efficient of {ways:,}").format(
        count=settling.count, ways=settling.ways
    )
    good = sum(one.acceptable for one in settling.best)
    line = _("{count} of those given are acceptable to all; they stand first").format(count=good)
    return Paragraph(title, (line,), tuple(one.change for one in settling.best))


def _wanted(found: Amendments, wish: Wish) -> Iterator[Paragraph]:
    names = [party.name for party in found.scenario.parties]
    wanted = Change((wish.choice,), wish.gains)
    who = _("Wanted by {party}").format(party=names[wish.party]) if wish.party is not None else _("Wanted")
    lines = []
    if wish.breaches:
        lines.append(_("with it the draft breaks a rule or holds a red line"))
    if not wish.losers:
        lines.append(_("nobody loses by it"))
    yield Paragraph(f"{who}: {change_in_words(found, wanted)}", tuple(lines), (wanted,))
    for one in wish.compensations:
        losers = ", ".join(names[loser] for loser in one.of)
        if one.ways:
            title = _("What would bring {losers} back to the draft, at nobody else's cost: {count} ways").format(
                losers=losers, count=one.count
            )
        else:
            title = _("Nothing of one or two points brings {losers} back to the draft at nobody else's cost").format(
                losers=losers
            )
        yield Paragraph(title, (), one.ways)
