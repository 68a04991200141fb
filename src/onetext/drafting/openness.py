"""What is still open in a draft, point by point: brackets, options not chosen, proposals not decided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onetext.case.case import Case
from onetext.case.plan import Clause, Draft, Option, Point, Proposal
from onetext.drafting.readings import brackets_left, options_left, placeholders_left
from onetext.positions.silence import known_whole


@dataclass(frozen=True)
class OpenIssue:
    """What is open on one point; ``point`` is None for words that belong to no point."""

    point: str | None
    brackets: int
    """Pairs of brackets left in the clauses on it."""
    alternatives: int
    """Rival wordings in the clauses on it."""
    placeholders: int
    options: tuple[str, ...]
    """Options of an issue that has at least two and of which the draft, as far as it is known, embodies none."""
    proposals: tuple[str, ...]
    """Proposals to this draft that are still open."""

    def __bool__(self) -> bool:
        return bool(self.brackets or self.alternatives or self.placeholders or self.options or self.proposals)


def open_issues(case: Case, draft: Draft) -> tuple[OpenIssue, ...]:
    """The points on which something is open in the draft, in the order of the file; what is on no point comes last.

    Brackets are counted in verbatim clauses only: in a summary they are ours, and only a party's proposal makes one
    (T1).
    """
    points: list[str | None] = list(dict.fromkeys(point.id for point in case.all(Point)))
    found = (_issue(case, draft, point) for point in [*points, None])
    return tuple(issue for issue in found if issue)


def _issue(case: Case, draft: Draft, point: str | None) -> OpenIssue:
    clauses = [clause for clause in draft.clauses if clause.point == point]
    texts = verbatim_texts(draft, point)
    return OpenIssue(
        point=point,
        brackets=sum(brackets_left(text) for text in texts),
        alternatives=sum(options_left(text) for text in texts),
        placeholders=sum(placeholders_left(text) for text in texts),
        options=tuple(_open_options(case, clauses, point)) if clauses or known_whole(draft) else (),
        proposals=tuple(
            proposal.id
            for proposal in case.all(Proposal)
            if proposal.draft == draft.id and proposal.status == "open" and _point_of(proposal, draft) == point
        ),
    )


def _open_options(case: Case, clauses: list[Clause], point: str | None) -> Iterator[str]:
    chosen = {id for clause in clauses for id in clause.options}
    for options in rival_options(case, point):
        if chosen.isdisjoint(options):
            yield from options


def verbatim_texts(draft: Draft, point: str | None) -> tuple[str, ...]:
    """The texts of the draft's clauses on a point that are the draft's own words: in others a bracket is ours (T1)."""
    return tuple(
        clause.text for clause in draft.clauses if clause.point == point and clause.text and clause.basis == "verbatim"
    )


def rival_options(case: Case, point: str | None) -> tuple[tuple[str, ...], ...]:
    """The options of each issue of a point that has at least two, which exclude one another; in order of the file."""
    issues: dict[str | None, dict[str, None]] = {}
    for option in case.all(Option):
        if option.point == point:
            issues.setdefault(option.issue, {})[option.id] = None
    return tuple(tuple(options) for options in issues.values() if len(options) > 1)


def _point_of(proposal: Proposal, draft: Draft) -> str | None:
    if proposal.point or proposal.number is None:
        return proposal.point
    return next((clause.point for clause in draft.clauses if clause.number == proposal.number), None)
