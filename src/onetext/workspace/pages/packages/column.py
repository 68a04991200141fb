"""What one assessment comes to, in words: the answers side by side, what each party gets, the pictures and tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from django.utils.translation import gettext as _

from onetext.case.case import Case
from onetext.case.position import Assessment
from onetext.dealspace.binding import binding
from onetext.dealspace.draft_place import draft_place
from onetext.dealspace.intervals import Interval, utility_interval
from onetext.dealspace.scenario import Package, Scenario
from onetext.dealspace.solve import Solution
from onetext.desk.calling import called, who_called
from onetext.workspace.pages.packages import walk
from onetext.workspace.pages.packages.parallel import Parallel, parallel
from onetext.workspace.pages.packages.picture import MOST_DRAWN, Drawing, Plot, evenly, plots
from onetext.workspace.pages.packages.solved import solved
from onetext.workspace.pages.packages.wording import (
    Names,
    answer_name,
    draft_said,
    in_words,
    names_of,
    package_said,
    proof_said,
    unlike,
    value_said,
)

_MOST_ROWS = 60


@dataclass(frozen=True)
class Wish:
    """What the address asks of a column.

    ``pick``: a package of one's own; ``against``: the party whom the others are held against; ``patient``: a minute
    instead of a few seconds.
    """

    pick: str = ""
    against: str = ""
    patient: bool = False


@dataclass(frozen=True)
class Bar:
    """What one answer gives one party, 0 to 1; ``low`` to ``high`` is what the ranges allow. Parts of a hundred."""

    value: str
    at: float
    low: float
    high: float
    span: str
    floor: float | None
    floor_words: str


@dataclass(frozen=True)
class IssueRow:
    """A point: what the draft says, and the option in each answer with whether it differs from the draft."""

    title: str
    draft: str
    options: tuple[tuple[str, bool], ...]


@dataclass(frozen=True)
class Shown:
    """A package that stands in the tables: an answer, or the one that was picked."""

    name: str
    package: Package
    value: str
    ties: str
    proof: str


@dataclass(frozen=True)
class Column:
    assessment: Assessment
    by: str
    packages: str
    shown: tuple[Shown, ...]
    picked: bool
    rows: tuple[IssueRow, ...]
    bars: tuple[tuple[str, tuple[Bar, ...]], ...]
    same: tuple[str, ...]
    """Answers that are one and the same package, in a sentence each."""
    obstacles: tuple[str, ...]
    binds: tuple[str, ...]
    assumed: tuple[str, ...]
    warnings: tuple[str, ...]
    based_on: tuple[tuple[str, str], ...]
    parties: tuple[tuple[str, str], ...]
    """Id and name."""
    plots: tuple[Plot, ...]
    lines: Parallel | None
    walk: str
    drawn: int
    frontier: tuple[tuple[tuple[str, ...], str, str], ...]
    """What each party has, the package in words, and in an address."""
    frontier_size: int
    within: str
    """How far from exact the frontier can be; empty where it is exact."""
    acceptable: bool
    proved: bool
    draft_words: str
    moved: tuple[tuple[str, tuple[str, ...]], ...]
    """Of a what-if: each answer, and what it settles otherwise than as assessed."""


def column(
    case: Case, scenario: Scenario, assessment: Assessment, wish: Wish | None = None, before: Solution | None = None
) -> Column:
    """Solve the ``scenario`` of this assessment alone (S7). Raises ``Faults`` where it cannot be.

    ``before`` is the solution as assessed, where ``assessment`` is a what-if.
    """
    wish = wish or Wish()
    solution = solved(scenario, wish.patient, spans=before is None)
    names = names_of(case, scenario)
    parties = tuple(names[party.name] for party in scenario.parties)
    own = walk.picked(scenario, wish.pick)
    shown = tuple(_shown(solution, own))
    size = solution.frontier.size
    drawing = _drawing(solution, parties, own)
    against = next((at for at, party in enumerate(scenario.parties) if party.name == wish.against), 0)
    return Column(
        assessment=assessment,
        by=who_called(case, assessment.by) or _("author not stated"),
        packages=f"{scenario.packages:,}",
        shown=shown,
        picked=own is not None,
        rows=tuple(_rows(scenario, shown, names)),
        bars=tuple((parties[number], _bars(solution, number, shown)) for number in range(len(parties))),
        same=tuple(_same(shown)),
        obstacles=tuple(in_words(line, names) for line in solution.obstacles),
        binds=tuple(in_words(line, names) for line in binding(solution)),
        assumed=tuple(in_words(line, names) for line in solution.assumed),
        warnings=tuple(in_words(fault.problem, names) for fault in scenario.warnings),
        based_on=tuple((id, called(case, id)) for id in scenario.based_on),
        parties=tuple((party.name, names[party.name]) for party in scenario.parties),
        plots=tuple(plots(drawing, against)) if size else (),
        lines=parallel(drawing) if size else None,
        walk=walk.walk(solution, drawing.points, names),
        drawn=len(drawing.points),
        frontier=tuple(_frontier(solution, names)),
        frontier_size=size or 0,
        within=_within(solution),
        acceptable=solution.exists is not False,
        proved=solution.exists is not None and all(answer.proved for answer in solution.answers.values()),
        draft_words=draft_said(drawing.place, parties, names),
        moved=tuple(_moved(solution, before, names)) if before else (),
    )


def _drawing(solution: Solution, parties: tuple[str, ...], own: Package | None) -> Drawing:
    place = draft_place(solution.scenario, solution.tally)
    points = evenly(solution.frontier.sample(2 * MOST_DRAWN))
    return Drawing(solution, parties, place, points, solution.tally.worth(own) if own else None)


def _shown(solution: Solution, own: Package | None) -> Iterator[Shown]:
    for answer in solution.answers.values():
        ties = "?" if answer.ties is None else str(answer.ties)
        yield Shown(answer_name(answer.name), answer.package, value_said(answer), ties, proof_said(answer))
    if own is not None:
        yield Shown(_("Picked"), own, "", "", _standing(solution, own))


def _standing(solution: Solution, own: Package) -> str:
    if not solution.tally.acceptable(own):
        return _("not acceptable to all")
    if not solution.frontier.exact:
        return _("acceptable")
    efficient = solution.frontier.acceptable and solution.tally.worth(own) in solution.frontier.packages
    return _("on the frontier") if efficient else _("acceptable; somebody could have more at nobody's loss")


def _same(shown: Iterable[Shown]) -> list[str]:
    groups: dict[Package, list[str]] = {}
    for one in shown:
        groups.setdefault(one.package, []).append(one.name)
    return [_("{names} are one and the same package.").format(names=", ".join(g)) for g in groups.values() if g[1:]]


def _rows(scenario: Scenario, shown: tuple[Shown, ...], names: Names) -> Iterator[IssueRow]:
    for number, issue in enumerate(scenario.issues):
        written = scenario.draft[number] if scenario.draft else None
        words = [names.get(option, option) for option in issue.options]
        options = tuple(
            (words[one.package[number]], written is not None and one.package[number] != written) for one in shown
        )
        draft = words[written] if written is not None else _("open")
        yield IssueRow(names.get(issue.name, issue.name), draft, options)


def _bars(solution: Solution, number: int, shown: tuple[Shown, ...]) -> tuple[Bar, ...]:
    tally = solution.tally
    floor = 100 * float(tally.utility(number, tally.floors[number])) if tally.limited[number] else None
    return tuple(
        _bar(
            float(tally.utility(number, tally.worth(one.package)[number])),
            _interval(solution, one.package, number),
            floor,
        )
        for one in shown
    )


def _interval(solution: Solution, package: Package, number: int) -> Interval | None:
    """None while a value is tried, and where the search was stopped before there were any."""
    known = solution.intervals.get(package)
    if known:
        return known[number]
    return utility_interval(solution.scenario.parties[number], package) if solution.intervals else None


def _bar(at: float, interval: Interval | None, floor: float | None) -> Bar:
    interval = interval or Interval(Fraction(at), Fraction(at))
    low = 0.0 if interval.low is None else float(interval.low)
    high = float(interval.high)
    span = f"{low:.2f}–{high:.2f}" if interval.low is not None else f"…–{high:.2f}"
    return Bar(
        value=f"{at:.2f}",
        at=round(100 * max(0.0, at), 2),
        low=round(100 * max(0.0, low), 2),
        high=round(100 * max(0.0, high), 2),
        span=span if interval.low != interval.high else "",
        floor=None if floor is None else round(floor, 2),
        floor_words="" if floor is None else f"{floor / 100:.2f}",
    )


def _within(solution: Solution) -> str:
    frontier = solution.frontier
    if frontier.exact or frontier.within is None:
        return ""
    return _("Worths were rounded to {grid} steps: a point may be off by {within}.").format(
        grid=frontier.grid, within=f"{float(frontier.within):.3g}"
    )


def _frontier(solution: Solution, names: Names) -> Iterator[tuple[tuple[str, ...], str, str]]:
    for vector, package in solution.frontier.first(_MOST_ROWS):
        values = tuple(f"{float(at):.3f}" for at in solution.tally.utilities(vector))
        yield values, package_said(solution.scenario, package, names), walk.code(package)


def _moved(solution: Solution, before: Solution, names: Names) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Answers as tried against those as assessed; an answer that is only on one side stands alone."""
    for name, answer in solution.answers.items():
        old = before.answers.get(name)
        if old is None:
            yield answer_name(name), (_("there was none as assessed"),)
        else:
            yield answer_name(name), tuple(unlike(solution.scenario, answer.package, old.package, names))
