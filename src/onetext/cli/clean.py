"""``onetext clean CASE [DRAFT]``."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING, Annotated

import typer

from onetext.cli.options import As, At, CasePath, Hindsight, Json, RecordedAt, opened, print_json

if TYPE_CHECKING:
    from datetime import date

    from rich.console import Console

    from onetext.case.case import Case
    from onetext.case.plan import Draft
    from onetext.drafting.cleanliness import Cleanliness, Count
    from onetext.drafting.languages import LanguageGap
    from onetext.drafting.soundness import Finding, Flaw


def clean(
    case: CasePath,
    draft: Annotated[str | None, typer.Argument(metavar="[DRAFT]", help=_("left out: the current one"))] = None,
    as_: As = None,
    at: At = None,
    hindsight: Hindsight = False,
    recorded_at: RecordedAt = None,
    json: Json = False,
) -> None:
    from onetext.case.plan import Plan
    from onetext.drafting.cleanliness import cleanliness, cleanliness_data
    from onetext.drafting.languages import language_gaps
    from onetext.drafting.soundness import flaws

    view = opened(case, as_, at, hindsight, recorded_at)
    chosen = _chosen(view.case, draft, view.moment.day)
    found = cleanliness(view.case, chosen)
    findings = flaws(chosen, _names(view.case))
    plan = view.case.get(Plan, chosen.plan)
    gaps = language_gaps(chosen, plan.authentic if plan else ())
    if json:
        flaw_data, gap_data = [one.as_data() for one in findings], [one.as_data() for one in gaps]
        print_json({**cleanliness_data(found), "findings": flaw_data, "languages": gap_data})
    else:
        _print(view.case, chosen, found, findings)
        _print_gaps(gaps)


def _chosen(case: Case, draft: str | None, day: date) -> Draft:
    from onetext.case.current import current_draft, main_plan
    from onetext.drafting.drafts import draft_named
    from onetext.files.faults import refuse

    if draft is not None:
        return draft_named(case, draft)
    found = current_draft(case, main_plan(case), day)
    if found is None:
        raise refuse("drafts", _("the plan has no draft on this day"), _("name a draft, or another day with --at"))
    return found


def _names(case: Case) -> list[str]:
    from onetext.case.people import Person
    from onetext.drafting.drafts import party_names

    return [*party_names(case), *(person.name for person in case.all(Person))]


_MOST = 10


def _print(case: Case, draft: Draft, found: Cleanliness, findings: tuple[Finding, ...]) -> None:
    from rich.console import Console
    from rich.text import Text

    from onetext.desk.calling import called, title_of

    out = Console(highlight=False)
    out.print(Text(title_of(case, draft), style="bold"), Text(_said(found.whole)), sep="  ")
    if found.unread:
        numbers = ", ".join(found.unread)
        out.print(_("Not counted, for we do not have their very words: {n}").format(n=numbers), soft_wrap=True)
    if not found.clauses:
        return
    for heading, counts in ((_("By group"), found.categories), (_("By point"), found.points)):
        _heading(out, heading)
        for count in counts:
            name = called(case, count.id) if count.id else _("without one")
            out.print(f"  {name}: {_said(count)}", markup=False, soft_wrap=True)
    if found.liftings:
        _heading(out, _("What one bracket would settle"))
    for one in found.liftings[:_MOST]:
        settled = ", ".join(_level(level) for level in one.cleans)
        gone = _("brackets {n}").format(n=one.brackets)
        more = _("; then clean: {what}").format(what=settled) if settled else ""
        out.print(f"  {one.number}  {_short(one.words)}  ({gone}{more})", markup=False, soft_wrap=True)
    if findings:
        _heading(out, _("To look at twice (rules of thumb)"))
    for flaw in findings:
        out.print(f"  {flaw.number}  {_flaw(flaw.flaw)}: {flaw.words}", markup=False, soft_wrap=True)


def _print_gaps(gaps: tuple[LanguageGap, ...]) -> None:
    from rich.console import Console

    out = Console(highlight=False)
    if gaps:
        _heading(out, _("Languages"))
    lags = {"missing": _("is missing"), "outdated": _("its source has changed since it was translated")}
    for gap in gaps:
        out.print(f"  {gap.number}  {gap.language}: {lags[gap.lag]}", markup=False, soft_wrap=True)


def _heading(out: Console, words: str) -> None:
    from rich.text import Text

    out.print(Text(f"\n{words}", style="bold"))


def _said(count: Count) -> str:
    if not count.clauses:
        return _("its very words are not known")
    if count.clean:
        return _("clean")
    counts = ((_("brackets"), count.brackets), (_("options"), count.options), (_("placeholders"), count.placeholders))
    return ", ".join(f"{name} {number}" for name, number in counts if number)


def _level(level: str) -> str:
    return {"clause": _("the clause"), "point": _("the point"), "category": _("the group"), "draft": _("the draft")}[
        level
    ]


def _flaw(flaw: Flaw) -> str:
    names: dict[Flaw, str] = {
        "reference": _("points nowhere"),
        "unused_term": _("defined, not used"),
        "undefined_term": _("used as a term, not defined"),
        "no_who": _("nobody has this duty"),
        "no_what": _("nothing is said to be done"),
        "no_when": _("no time"),
    }
    return names[flaw]


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= 70 else f"{flat[:67]}…"
