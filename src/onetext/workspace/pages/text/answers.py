"""What each party answered to a draft, and on which points all of them said yes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from onetext.case.case import Case
from onetext.case.dates import first_day, last_day
from onetext.case.people import Party, Person
from onetext.case.plan import Acceptance, Criticism, Draft, Plan, Proposal
from onetext.case.record import Named


@dataclass(frozen=True)
class Answer:
    """What one party has on record on a draft. Silence is no answer, and no yes."""

    party: str
    criticism: int = 0
    proposals: int = 0
    points: int = 0
    whole: bool = False
    ad_referendum: int = 0
    reserved: int = 0

    def __bool__(self) -> bool:
        return bool(self.criticism or self.proposals or self.points or self.whole)


def parties_of(case: Case, plan: Plan) -> tuple[str, ...]:
    """Whose consent the plan needs: those it names, else every party of the case."""
    return plan.parties or tuple(party.id for party in case.all(Party) if party.party_kind == "party")


def answers(case: Case, plan: Plan, draft: Draft) -> tuple[Answer, ...]:
    """For each party of the plan, in its order."""
    return tuple(_answer(case, party, draft) for party in parties_of(case, plan))


def _answer(case: Case, party: str, draft: Draft) -> Answer:
    given = [one for one in case.all(Acceptance) if one.draft == draft.id and one.party == party]
    return Answer(
        party,
        criticism=sum(1 for one in case.all(Criticism) if one.draft == draft.id and _side(case, one) == party),
        proposals=sum(1 for one in case.all(Proposal) if one.draft == draft.id and _side(case, one) == party),
        points=len({one.point for one in given if one.point}),
        whole=any(one.point is None for one in given),
        ad_referendum=sum(1 for one in given if one.ad_referendum),
        reserved=sum(1 for one in given if one.reservation),
    )


def _side(case: Case, one: Criticism | Proposal) -> str | None:
    """The party that spoke: itself, or the one for which the person then held an office, where that is one alone."""
    if isinstance(one.by, Named):
        return one.by.party
    person = case.get(Person, one.by) if one.by else None
    if person is None:
        return one.by
    on = last_day(one.on) if one.on else None
    sides = {role.party for role in person.roles if role.party and _held(role.from_, role.to, on)}
    return next(iter(sides)) if len(sides) == 1 else None


def _held(start: str | None, end: str | None, on: date | None) -> bool:
    return on is None or ((not start or first_day(start) <= on) and (not end or on <= last_day(end)))


def agreed_points(case: Case, draft: Draft, parties: tuple[str, ...]) -> tuple[str, ...]:
    """Points to which every party said yes in this draft, with nothing reserved and nothing to be confirmed at home."""
    yes: dict[str, set[str]] = {}
    for one in case.all(Acceptance):
        if one.draft == draft.id and one.point and not one.ad_referendum and not one.reservation:
            yes.setdefault(one.point, set()).add(one.party)
    return tuple(point for point, said in yes.items() if parties and said >= set(parties))
