"""Why these packages, in sentences for a negotiator and in data for a screen; each party by the same rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from gettext import gettext as _

from onetext.dealspace.answers import Answer, Name, called
from onetext.dealspace.binding import binding
from onetext.dealspace.explaining.resolving import Doubt, Looked, Shadow, looked_into
from onetext.dealspace.explaining.standing import Point, Standing, Swap, Trade, standings, trades
from onetext.dealspace.scenario import Package, Scenario
from onetext.dealspace.solve import Solution
from onetext.dealspace.value import plain

_SHOWN = 3
"""Points, trades and constraints that a sentence or list names before it counts the rest."""


@dataclass(frozen=True)
class Reasons:
    """One answer. ``ideals``: by party, the most it has in an efficient package; None where no frontier is known.

    ``over_draft``: by party, its utility less what the draft gives it; None without a draft that settles all.
    ``lines`` say it in sentences.
    """

    name: Name
    package: Package
    standings: tuple[Standing, ...]
    ideals: tuple[Fraction, ...] | None
    over_draft: tuple[Fraction, ...] | None
    trades: tuple[Trade, ...]
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Explanation:
    """``answers`` in the order of the solution; ``binds``, ``rests_on`` in sentences; ``looked`` has their data.

    Where nothing is acceptable all but ``binds`` and ``rests_on`` is empty.
    """

    answers: tuple[Reasons, ...]
    binds: tuple[str, ...]
    rests_on: tuple[str, ...]
    looked: Looked

    @property
    def lines(self) -> tuple[str, ...]:
        """All sentences once: of each package that is an answer, then what binds, then what it rests on."""
        return tuple(line for reasons in self.answers for line in reasons.lines) + self.binds + self.rests_on

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        from onetext.dealspace.showing.results import explanation_html  # noqa: PLC0415  # only where it is shown

        return explanation_html(self)


def explain(solution: Solution) -> Explanation:
    """Why its answers are what they are.

    What binds and what rests on assumptions is looked into by solving again, for small scenarios; of larger ones it is
    said that it was not.
    """
    looked = looked_into(solution)
    ideals = _ideals(solution)
    seen: dict[Package, Name] = {}
    answers = []
    for answer in solution.answers.values():
        answers.append(_reasons(solution, answer, ideals, seen))
        seen.setdefault(answer.package, answer.name)
    return Explanation(
        tuple(answers),
        (*binding(solution), *_in_the_way(solution, looked)),
        tuple(_rests_on(solution, looked)),
        looked,
    )


def _ideals(solution: Solution) -> tuple[Fraction, ...] | None:
    best: list[int] = []
    for vector in solution.frontier.packages:
        best = list(map(max, best, vector)) if best else list(vector)
    return solution.tally.utilities(tuple(best)) if best else None


def _reasons(
    solution: Solution, answer: Answer, ideals: tuple[Fraction, ...] | None, seen: dict[Package, Name]
) -> Reasons:
    scenario, counted = solution.scenario, solution.tally
    found = standings(counted, answer.package)
    over = _over_draft(solution, answer)
    traded = trades(counted, answer.package)
    lines: tuple[str, ...]
    if answer.package in seen:
        lines = (_("{answer}: the same package as {other}").format(answer=called(answer.name),
                 other=called(seen[answer.package])), *_proof(answer))  # fmt: skip
    else:
        lines = (
            *(_of_party(scenario, one, ideals) for one in found),
            *(_of_trade(scenario, trade) for trade in traded[:_SHOWN] if trade.pays),
            *_against_draft(scenario, answer.package, over),
            *_proof(answer),
        )
        lines = tuple(f"{called(answer.name)}: {line}" for line in lines)
    return Reasons(answer.name, answer.package, found, ideals, over, traded, lines)


def none_found(solution: Solution) -> str:
    """What is known where no answer was found."""
    if solution.exists is None:
        return _("Time was up before it was known whether any package is acceptable.")
    if solution.exists:
        return _("Some package is acceptable; time was up before a best one was found.")
    return _("No package is acceptable to all.")


def _over_draft(solution: Solution, answer: Answer) -> tuple[Fraction, ...] | None:
    draft = tuple(option for option in solution.scenario.draft if option is not None)
    if len(draft) < len(solution.scenario.issues):
        return None
    before = solution.tally.worth(draft)
    return solution.tally.utilities(tuple(now - then for now, then in zip(answer.vector, before, strict=True)))


def _of_party(scenario: Scenario, standing: Standing, ideals: tuple[Fraction, ...] | None) -> str:
    name = scenario.parties[standing.party].name
    line = _("{party} has {utility:.3f}").format(party=name, utility=float(standing.utility))
    if ideals:
        most = float(ideals[standing.party])
        line += _(", of at most {most:.3f} in any efficient package").format(most=most)
    parts = [line]
    if standing.has:
        parts.append(_("it has its way on {points}").format(points=_points(scenario, standing.has, gave=False)))
    if standing.gave:
        parts.append(_("it gave on {points}").format(points=_points(scenario, standing.gave, gave=True)))
    bonus = sum((one.worth for one in standing.bonuses), Fraction(0))
    if bonus:
        parts.append(_("options that count together bring {worth:+.3f}").format(worth=float(bonus)))
    return "; ".join(parts)


def _points(scenario: Scenario, points: Sequence[Point], *, gave: bool) -> str:
    named = [
        f"{scenario.issues[point.issue].name} ({float(point.gave if gave else point.stake):.3f})"
        for point in points[:_SHOWN]
    ]
    return _listed(named, len(points))


def _listed(named: list[str], count: int) -> str:
    text = ", ".join(named)
    return text if count <= len(named) else _("{names} and {count} more").format(names=text, count=count - len(named))


def _of_trade(scenario: Scenario, trade: Trade) -> str:
    first, second = scenario.parties[trade.first].name, scenario.parties[trade.second].name
    return _("{first} has {ones} where {second} would rather not, {second} has {others} where {first} would rather"
             " not; both are better off than the other way round ({first} by {a:.3f}, {second} by {b:.3f})").format(
        first=first,
        second=second,
        ones=_swaps(scenario, trade.to_first),
        others=_swaps(scenario, trade.to_second),
        a=float(trade.first_net),
        b=float(trade.second_net),
    )  # fmt: skip


def _swaps(scenario: Scenario, swaps: Sequence[Swap]) -> str:
    named = [f"{scenario.issues[s.issue].name}={scenario.issues[s.issue].options[s.option]}" for s in swaps[:_SHOWN]]
    return _listed(named, len(swaps))


def _against_draft(scenario: Scenario, package: Package, over: tuple[Fraction, ...] | None) -> Iterator[str]:
    if over is None:
        return
    changed = [
        f"{issue.name}: {issue.options[before]} → {issue.options[now]}"
        for issue, before, now in zip(scenario.issues, scenario.draft, package, strict=True)
        if before is not None and before != now
    ]
    if not changed:
        yield _("it is the draft as it stands")
        return
    gains = ", ".join(f"{p.name} {float(gain):+.3f}" for p, gain in zip(scenario.parties, over, strict=True) if gain)
    yield _("over the draft it changes {points}: {gains}").format(
        points=_listed(changed[:_SHOWN], len(changed)), gains=gains or _("nobody's utility changes")
    )


def _proof(answer: Answer) -> Iterator[str]:
    if not answer.proved:
        yield _("not proved: another package may be better by at most {gap:.4g}").format(gap=float(answer.gap))


def _in_the_way(solution: Solution, looked: Looked) -> Iterator[str]:
    """What would change without a constraint, the Nash package first; each constraint once."""
    if not solution.answers:
        return
    if not looked.shadows_looked:
        yield _("what each red line, rule and reservation costs was not looked into: too many packages to go through")
        return
    said: set[str] = set()
    for name in solution.answers:
        for shadow in looked.shadows:
            if shadow.answer == name and shadow.what not in said:
                said.add(shadow.what)
                yield _of_shadow(solution.scenario, shadow)


def _of_shadow(scenario: Scenario, shadow: Shadow) -> str:
    gains = ", ".join(
        f"{party.name} {float(gain):+.3f}" for party, gain in zip(scenario.parties, shadow.gains, strict=True) if gain
    )
    return _("without {what}, {answer} would be another package: {gains}").format(
        what=shadow.what, answer=called(shadow.answer), gains=gains
    )


def _rests_on(solution: Solution, looked: Looked) -> Iterator[str]:
    scenario = solution.scenario
    if not solution.answers:
        return
    nash = solution.answers.get("nash")
    for number, party in enumerate(scenario.parties):
        if party.reservation is None and nash is not None:
            most = solution.tally.utility(number, nash.vector[number])
            yield _("{party} gave no reservation: it can sign the Nash package if that is at most {most:.3f}").format(
                party=party.name, most=float(most)
            )
    if not looked.doubts_looked:
        yield _("which assumed number would change an answer was not looked into: too many packages to go through")
    for doubt in looked.doubts:
        yield _of_doubt(scenario, doubt)


def _of_doubt(scenario: Scenario, doubt: Doubt) -> str:
    what, party = doubt.what, scenario.parties[doubt.party].name
    if doubt.package is None:
        return _("{party}: with {what} at {at} instead of {taken} nothing would be acceptable").format(
            party=party, what=what, at=plain(doubt.at), taken=plain(doubt.taken)
        )
    return _("{party}: with {what} at {at} instead of {taken} the Nash package would be another one").format(
        party=party, what=what, at=plain(doubt.at), taken=plain(doubt.taken)
    )
