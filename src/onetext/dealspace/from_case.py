"""A scenario out of a case: one named assessment, the options of its points, the logic of its linkages (S4, S7)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from gettext import gettext as _
from typing import Any, TypeVar

from onetext.case.case import Case
from onetext.case.current import current_draft, main_plan
from onetext.case.people import Party
from onetext.case.plan import Draft, Linkage, Option, Plan, Point
from onetext.case.position import Assessment
from onetext.case.record import Record
from onetext.dealspace.scenario import Scenario
from onetext.dealspace.scenario_file import FORMAT, parse_scenario
from onetext.files.faults import refuse

_R = TypeVar("_R", bound=Record)


def from_case(case: Case, assessment_name: str | None) -> Scenario:
    """The scenario that an assessment, named by its id or title, makes of a case already cut for its reader (D3).

    Raises ``Faults`` where no assessment is named or none of that name is there, and for what is wrong in it.
    """
    assessment = _assessment(case, assessment_name)
    table = _Table.of(case)
    if not table.issue_of:
        raise refuse(case.head.id, _("no point of this case has an option"), _("add the options of its points"))
    parties = _parties(case, assessment)
    if not parties:
        raise refuse(
            f"{case.head.id}: assessments.{assessment.id}",
            _("it holds no party's preferences"),
            _("add weights and scores by party"),
        )
    rules, linkages = _rules(case, table)
    draft = current_draft(case, main_plan(case))
    data = {
        "onetext": FORMAT,
        "issues": table.issues,
        "parties": {party: _preferences(assessment, party, table) for party in parties},
        "rules": rules,
        "draft": _embodied(draft, table),
    }
    based_on = [assessment.id, *linkages, *table.issue_of, *([draft.id] if draft else [])]
    scenario = parse_scenario(data, f"{case.head.id}: assessments.{assessment.id}", tuple(dict.fromkeys(based_on)))
    return replace(
        scenario,
        titles=_titles(case, table),
        left_out=tuple(_left_out(case, assessment, parties, table)),
        unmapped=_unmapped(draft, table),
    )


def issues_of(case: Case) -> tuple[dict[str, list[str]], dict[str, str]]:
    """The issues of a case with the ids of their options, in the order of the plan, and what both are called."""
    table = _Table.of(case)
    return table.issues, _titles(case, table)


def assessments(case: Case) -> list[Assessment]:
    """The assessments that can be named."""
    return _once(case.all(Assessment))


def _assessment(case: Case, name: str | None) -> Assessment:
    found = assessments(case)
    if not found:
        raise refuse(
            case.head.id,
            _("it holds no assessment, so there is nothing to compute packages from"),
            _(
                "add one under assessments: each party's weights, scores and reservation, by a named analyst;"
                " where --as names a reader, only what that reader may see is there"
            ),
        )
    names = ", ".join(f"{one.id} ({one.title})" for one in found)
    if name is None:
        raise refuse(
            case.head.id,
            _("a case is computed under one named assessment, and none is named"),
            _("add --assessment with one of: {names}").format(names=names),
        )
    chosen = [one for one in found if one.id == name] or [one for one in found if one.title == name]
    if len(chosen) == 1:
        return chosen[0]
    if chosen:
        problem = _("several assessments have the title '{name}'").format(name=name)
    else:
        problem = _("there is no assessment '{name}'").format(name=name)
    raise refuse(case.head.id, problem, _("name one by its id: {names}").format(names=names))


@dataclass(frozen=True)
class _Table:
    """The options of a case as issues: ``issues`` by name in the order of the file, ``issue_of`` by option."""

    issues: dict[str, list[str]]
    issue_of: dict[str, str]
    by_point: dict[str, list[str]]

    @classmethod
    def of(cls, case: Case) -> _Table:
        options = _once(case.all(Option))
        order = {point.id: number for number, point in enumerate(_once(case.all(Point)))}
        options.sort(key=lambda option: order.get(option.point, len(order)))
        kinds: dict[str, set[str | None]] = {}
        for option in options:
            kinds.setdefault(option.point, set()).add(option.issue)
        issues: dict[str, list[str]] = {}
        by_point: dict[str, list[str]] = {}
        issue_of = {}
        for option in options:
            several = len(kinds[option.point]) > 1 and option.issue is not None
            name = f"{option.point}/{option.issue}" if several else option.point
            if name not in issues:
                by_point.setdefault(option.point, []).append(name)
            issues.setdefault(name, []).append(option.id)
            issue_of[option.id] = name
        return cls(issues, issue_of, by_point)

    def label(self, option: str) -> str:
        return f"{self.issue_of[option]}={option}"

    def labels(self, options: Iterable[str]) -> list[str]:
        return [self.label(option) for option in options if option in self.issue_of]

    def complete(self, options: Iterable[str]) -> bool:
        return all(option in self.issue_of for option in options)


def _once(records: Iterable[_R]) -> list[_R]:
    """The first head of each record: a record has several heads only under unlike labels."""
    first: dict[str, _R] = {}
    for record in records:
        first.setdefault(record.id, record)
    return list(first.values())


def _parties(case: Case, assessment: Assessment) -> list[str]:
    """Those the assessment speaks of, in the order of the case."""
    maps: list[Mapping[str, Any]] = [
        assessment.reservations,
        assessment.weights,
        assessment.scores,
        assessment.red_lines,
        assessment.interactions,
        assessment.orders,
    ]
    named = {party for found in maps for party in found}
    return [party.id for party in _once(case.all(Party)) if party.id in named]


def _preferences(assessment: Assessment, party: str, table: _Table) -> dict[str, Any]:
    scores: dict[str, dict[str, Any]] = {}
    for option, score in assessment.scores.get(party, {}).items():
        if option in table.issue_of:
            scores.setdefault(table.issue_of[option], {})[option] = score
    interactions = [
        {"when": table.labels(interaction.when), "value": interaction.value}
        for interaction in assessment.interactions.get(party, ())
        if table.complete(interaction.when)
    ]
    return {
        "reservation": assessment.reservations.get(party),
        "weights": {
            issue: weight for issue, weight in assessment.weights.get(party, {}).items() if issue in table.issues
        },
        "scores": scores,
        "orders": [order for order in assessment.orders.get(party, ()) if _usable(order, table)],
        "red_lines": table.labels(assessment.red_lines.get(party, ())),
        "interactions": interactions,
    }


def _usable(order: str, table: _Table) -> bool:
    return all(name.strip() in table.issues for name in order.split(">"))


def _rules(case: Case, table: _Table) -> tuple[list[dict[str, Any]], list[str]]:
    """The linkages as rules, and the ids of those that constrain packages."""
    rules: list[dict[str, Any]] = []
    constraining = []
    for linkage in _once(case.all(Linkage)):
        if linkage.if_ and (linkage.then or linkage.then_not):
            if table.complete((*linkage.if_, *linkage.then, *linkage.then_not)):
                parts = {"if": linkage.if_, "then": linkage.then, "then_not": linkage.then_not}
                rules.append({key: table.labels(options) for key, options in parts.items() if options})
                constraining.append(linkage.id)
        elif linked := [issue for point in linkage.points for issue in table.by_point.get(point, ())]:
            rules.append({"together": linked})
    return rules, constraining


def _embodied(draft: Draft | None, table: _Table) -> dict[str, str]:
    options = [option for clause in draft.clauses for option in clause.options] if draft else []
    return {table.issue_of[option]: option for option in options if option in table.issue_of}


def _unmapped(draft: Draft | None, table: _Table) -> tuple[str, ...]:
    """The clauses that embody no option, so that no computation knows of them."""
    clauses = draft.clauses if draft else ()
    return tuple(clause.number for clause in clauses if not any(option in table.issue_of for option in clause.options))


def _titles(case: Case, table: _Table) -> dict[str, str]:
    titles = {option.id: option.label for option in _once(case.all(Option))}
    points = {point.id: point.title for point in _once(case.all(Point))}
    for point, names in table.by_point.items():
        for name in names:
            part = name.removeprefix(point).removeprefix("/")
            titles[name] = f"{points.get(point, point)}: {part}" if part else points.get(point, point)
    return titles


def _left_out(case: Case, assessment: Assessment, parties: list[str], table: _Table) -> Iterable[str]:
    """What the assessment or the plan names and the computation cannot use."""
    plans = _once(case.all(Plan))
    members = dict.fromkeys(party for plan in plans if plan.instrument == "main" for party in plan.parties)
    for party in members:
        if party not in parties:
            yield _("{party}: a party of the plan of which the assessment says nothing; it is left out").format(
                party=party
            )
    for party in parties:
        lost = [issue for issue in assessment.weights.get(party, {}) if issue not in table.issues]
        lost += [order for order in assessment.orders.get(party, ()) if not _usable(order, table)]
        for what in lost:
            yield _("{party}: '{what}' names no point with options; it is left out").format(party=party, what=what)
