"""What one assessment comes to, in words: the answers side by side, what each party gets, the pictures and tables."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from time import perf_counter

from django.utils.translation import gettext as _

from onetext.case.case import Case
from onetext.case.position import Assessment
from onetext.dealspace.answers import Answer, Name
from onetext.dealspace.binding import binding
from onetext.dealspace.draft_place import DraftPlace, draft_place
from onetext.dealspace.from_case import from_case
from onetext.dealspace.intervals import Interval
from onetext.dealspace.scenario import Scenario
from onetext.dealspace.solve import Solution, solve
from onetext.desk.calling import called, who_called
from onetext.workspace.pages.packages.plot import Plot, plots

_MOST_ROWS = 60
_IN_LINE = re.compile(r"[\w./-]+=[\w./-]+|[\w./-]+")


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
class Column:
    assessment: Assessment
    by: str
    packages: int
    answers: tuple[str, ...]
    rows: tuple[IssueRow, ...]
    bars: tuple[tuple[str, tuple[Bar, ...]], ...]
    values: tuple[str, ...]
    ties: tuple[str, ...]
    proved: tuple[str, ...]
    same: tuple[str, ...]
    """Answers that are one and the same package, in a sentence each."""
    obstacles: tuple[str, ...]
    binds: tuple[str, ...]
    assumed: tuple[str, ...]
    warnings: tuple[str, ...]
    based_on: tuple[tuple[str, str], ...]
    parties: tuple[str, ...]
    plots: tuple[Plot, ...]
    frontier: tuple[tuple[tuple[str, ...], str], ...]
    frontier_size: int
    acceptable: bool
    draft: DraftPlace | None
    draft_words: str


def column(case: Case, assessment: Assessment) -> Column:
    """Solve the case under this assessment alone (S7). Raises ``Faults`` where it cannot be."""
    scenario = from_case(case, assessment.id)
    solution = _solved(_Kept(scenario))
    names = _names(case, scenario)
    place = draft_place(scenario, solution.tally)
    answers = tuple(solution.answers.values())
    points = list(solution.frontier.packages.items())
    parties = tuple(called(case, party.name) for party in scenario.parties)
    return Column(
        assessment=assessment,
        by=who_called(case, assessment.by) or _("author not stated"),
        packages=scenario.packages,
        answers=tuple(answer_name(answer.name) for answer in answers),
        rows=tuple(_rows(scenario, answers, names)),
        bars=tuple((parties[number], _bars(solution, number, answers)) for number in range(len(parties))),
        values=tuple(_value(answer) for answer in answers),
        ties=tuple("?" if answer.ties is None else str(answer.ties) for answer in answers),
        proved=tuple(_proof(answer) for answer in answers),
        same=tuple(_same(answers)),
        obstacles=tuple(in_words(line, names) for line in solution.obstacles),
        binds=tuple(in_words(line, names) for line in binding(solution)),
        assumed=tuple(in_words(line, names) for line in solution.assumed),
        warnings=tuple(in_words(fault.problem, names) for fault in scenario.warnings),
        based_on=tuple((id, called(case, id)) for id in scenario.based_on),
        parties=parties,
        plots=tuple(plots(solution, parties, place)),
        frontier=tuple(
            (
                tuple(f"{float(at):.3f}" for at in solution.utilities(vector).values()),
                _package(scenario, package, names),
            )
            for vector, package in points[:_MOST_ROWS]
        ),
        frontier_size=len(points),
        acceptable=solution.frontier.acceptable,
        draft=place,
        draft_words=_draft_words(place, parties, names),
    )


@dataclass(frozen=True)
class _Kept:
    """A scenario as a key: what is computed is a pure function of its content, whoever sees it (D3)."""

    scenario: Scenario

    def __hash__(self) -> int:
        return hash(repr(self.scenario))


@lru_cache(maxsize=16)
def _solved(kept: _Kept) -> Solution:
    return solve(kept.scenario, perf_counter)


def answer_name(name: Name) -> str:
    words: Mapping[Name, str] = {
        "nash": _("Nash"),
        "kalai_smorodinsky": _("Kalai–Smorodinsky"),
        "leximin": _("Leximin"),
        "utilitarian": _("Largest sum"),
    }
    return words[name]


def _value(answer: Answer) -> str:
    words: Mapping[Name, str] = {
        "nash": _("product of gains {value}"),
        "kalai_smorodinsky": _("smallest share of what it could gain {value}"),
        "leximin": _("smallest gain {value}"),
        "utilitarian": _("sum {value}"),
    }
    return words[answer.name].format(value=f"{float(answer.value):.3g}")


def _proof(answer: Answer) -> str:
    if answer.proved:
        return _("proved best")
    return _("at most {gap} from best").format(gap=f"{float(answer.gap):.3g}")


def _same(answers: tuple[Answer, ...]) -> list[str]:
    groups: dict[tuple[int, ...], list[str]] = {}
    for answer in answers:
        groups.setdefault(answer.package, []).append(answer_name(answer.name))
    return [_("{names} are one and the same package.").format(names=", ".join(g)) for g in groups.values() if g[1:]]


def _names(case: Case, scenario: Scenario) -> dict[str, str]:
    return {**{party.name: called(case, party.name) for party in scenario.parties}, **scenario.titles}


def in_words(line: str, names: Mapping[str, str]) -> str:
    """A line of the computation with what ids stand for in their place; ``p04=p04-o5``: the option on its point."""

    def said(found: re.Match[str]) -> str:
        issue, equals, option = found[0].partition("=")
        if equals and option in names:
            return f"“{names[option]}” ({names.get(issue, issue)})"
        return names.get(found[0], found[0])

    return _IN_LINE.sub(said, line)


def _rows(scenario: Scenario, answers: tuple[Answer, ...], names: Mapping[str, str]) -> list[IssueRow]:
    rows = []
    for number, issue in enumerate(scenario.issues):
        written = scenario.draft[number] if scenario.draft else None
        options = tuple(
            (
                names.get(issue.options[answer.package[number]], issue.options[answer.package[number]]),
                written is not None and answer.package[number] != written,
            )
            for answer in answers
        )
        draft = names.get(issue.options[written], issue.options[written]) if written is not None else _("open")
        rows.append(IssueRow(names.get(issue.name, issue.name), draft, options))
    return rows


def _bars(solution: Solution, number: int, answers: tuple[Answer, ...]) -> tuple[Bar, ...]:
    tally = solution.tally
    floor = 100 * float(tally.utility(number, tally.floors[number])) if tally.limited[number] else None
    return tuple(
        _bar(float(tally.utility(number, answer.vector[number])), solution.intervals[answer.package][number], floor)
        for answer in answers
    )


def _bar(at: float, interval: Interval, floor: float | None) -> Bar:
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


def _package(scenario: Scenario, package: tuple[int, ...], names: Mapping[str, str]) -> str:
    return "; ".join(names.get(option, option) for option in scenario.named(package).values())


def _draft_words(place: DraftPlace | None, parties: tuple[str, ...], names: Mapping[str, str]) -> str:
    if place is None:
        return ""
    gives = [
        f"{party} {float(low):.2f}" if low == high else f"{party} {float(low):.2f}–{float(high):.2f}"
        for party, low, high in zip(parties, place.low, place.high, strict=True)
    ]
    words = _("The current draft gives {gives}.").format(gives=", ".join(gives))
    if place.open:
        open_ = "; ".join(names.get(issue, issue) for issue in place.open)
        words += " " + _("It leaves open: {issues}; the ranges cover every way of settling them.").format(issues=open_)
    if place.red_lines:
        held = "; ".join(in_words(choice, names) for choice in place.red_lines)
        words += " " + _("It holds what somebody will not sign: {options}.").format(options=held)
    return words
