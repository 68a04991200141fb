"""The rounds of the one text: each draft with its criticism, proposals and acceptances, and who has not answered.

Three things that are never mixed: criticism binds nobody, a proposal offers words, an acceptance is a formal yes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from onetext.case.case import Case
from onetext.case.current import current_draft
from onetext.case.dates import last_day
from onetext.case.plan import Acceptance, Criticism, Draft, Plan, Proposal, Round
from onetext.desk.calling import called, title_of, who_called
from onetext.workspace.content import shown
from onetext.workspace.fieldwords import word_words
from onetext.workspace.frame import enter
from onetext.workspace.pages.text.answers import Answer, agreed_points, answers, parties_of
from onetext.workspace.pages.text.choosing import each_draft, plan_asked, plan_choices

R = TypeVar("R", Criticism, Proposal, Acceptance)


@dataclass(frozen=True)
class Line:
    """One criticism, proposal or acceptance; ``depth``: how many proposals deep it is a proposal on a proposal."""

    record: Criticism | Proposal | Acceptance
    who: str
    point: str
    marks: tuple[str, ...] = ()
    depth: int = 0
    overdue: bool = False

    @property
    def arrows(self) -> str:
        return "↳" * self.depth


@dataclass(frozen=True)
class Stage:
    """A draft and what came in on it."""

    draft: Draft
    title: str
    status: str
    penholder: str
    passed_on: bool
    """Whether the pen was in other hands for the draft before."""
    rounds: tuple[Round, ...]
    criticism: tuple[Line, ...]
    proposals: tuple[Line, ...]
    acceptances: tuple[Line, ...]


def show_rounds(request: HttpRequest, case_id: str) -> HttpResponse:
    frame = enter(request, case_id, "text")
    case, at = shown(frame), frame.day or date.max
    plan = plan_asked(case, request.GET.get("plan", ""))
    draft = current_draft(case, plan) if plan else None
    stages = list(_stages(case, plan, at)) if plan else []
    context: dict[str, Any] = {
        "frame": frame,
        "plan": plan,
        "draft": draft,
        "plans": plan_choices(case),
        "stages": stages,
        "newest_first": stages[::-1],
    }
    if plan and draft:
        given = answers(case, plan, draft)
        parties = parties_of(case, plan)
        context |= {
            "draft_title": title_of(case, draft),
            "answered": [(called(case, one.party), one) for one in given if one],
            "silent": [called(case, one.party) for one in given if not one],
            "agreed": [(id, called(case, id)) for id in agreed_points(case, draft, parties)],
            "whole": bool(given) and all(_unreserved(one) for one in given),
        }
    return render(request, "text/rounds.html", context)


def _unreserved(one: Answer) -> bool:
    """Whether a party accepted the whole draft, with nothing to be confirmed and nothing reserved."""
    return one.whole and not one.reserved and not one.ad_referendum


def _stages(case: Case, plan: Plan, at: date) -> Iterator[Stage]:
    before: Draft | None = None
    for draft in each_draft(case, plan):
        known = before is not None and before.penholder is not None and draft.penholder is not None
        yield Stage(
            draft=draft,
            title=title_of(case, draft),
            status=word_words(draft.status) if draft.status != "unknown" else "",
            penholder=who_called(case, draft.penholder),
            passed_on=known and before is not None and before.penholder != draft.penholder,
            rounds=tuple(one for one in case.all(Round) if one.draft == draft.id),
            criticism=tuple(_line(case, one) for one in _by_day(case.all(Criticism), draft)),
            proposals=tuple(_proposals(case, list(_by_day(case.all(Proposal), draft)))),
            acceptances=tuple(_acceptance(case, one, at) for one in _by_day(case.all(Acceptance), draft)),
        )
        before = draft


def _by_day(records: Iterable[R], draft: Draft) -> list[R]:
    """Those on this draft, by day, those without a day last; of one day in the order of the file."""
    return sorted((one for one in records if one.draft == draft.id), key=_day)


def _day(one: Criticism | Proposal | Acceptance) -> date:
    return last_day(one.on) if one.on else date.max


def _line(case: Case, one: Criticism) -> Line:
    return Line(one, who_called(case, one.by), called(case, one.point))


def _proposals(case: Case, proposals: Sequence[Proposal]) -> Iterator[Line]:
    """Each proposal, then those made on it; one on a proposal that is not seen here stands by itself."""
    ids = {one.id for one in proposals}
    made_on: dict[str | None, list[Proposal]] = {}
    for one in proposals:
        made_on.setdefault(one.proposal if one.proposal in ids else None, []).append(one)
    waiting = [(one, 0) for one in reversed(made_on.get(None, []))]
    shown_ids: set[str] = set()
    while waiting:
        one, depth = waiting.pop()
        shown_ids.add(one.id)
        marks = (word_words(one.change), word_words(one.status))
        yield Line(one, who_called(case, one.by), called(case, one.point), marks, depth)
        waiting += [(each, depth + 1) for each in reversed(made_on.get(one.id, []))]
    for one in proposals:
        if one.id not in shown_ids:  # they name one another in a ring
            yield Line(one, who_called(case, one.by), called(case, one.point), (word_words(one.change),))


def _acceptance(case: Case, one: Acceptance, at: date) -> Line:
    overdue = bool(one.ad_referendum and one.until and last_day(one.until) < at)
    return Line(one, called(case, one.party), called(case, one.point), overdue=overdue)
