"""How clean a draft is: what is left in brackets, what lifting one would settle, and what a legal scrub finds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from onetext.case.case import Case
from onetext.case.people import Person
from onetext.case.plan import Draft
from onetext.desk.calling import called, shortened, title_of
from onetext.drafting.cleanliness import Count, Level, Lifting, cleanliness
from onetext.drafting.drafts import party_names
from onetext.drafting.soundness import Finding, Flaw, flaws
from onetext.workspace.content import shown
from onetext.workspace.frame import enter
from onetext.workspace.naming import capital
from onetext.workspace.pages.text.choosing import draft_asked, draft_choices

_LEVELS: Mapping[Level, Callable[[], str]] = {
    "clause": lambda: _("the clause"),
    "point": lambda: _("the point"),
    "category": lambda: _("the group"),
    "draft": lambda: _("the draft"),
}
_FLAWS: Mapping[Flaw, Callable[[], str]] = {
    "reference": lambda: _("Points nowhere"),
    "undefined_term": lambda: _("Used as a term, not defined"),
    "unused_term": lambda: _("Defined, not used"),
    "no_who": lambda: _("Nobody has this duty"),
    "no_what": lambda: _("Nothing is said to be done"),
    "no_when": lambda: _("No time"),
}
"""In the order of the page: the gravest first."""
_MOST = 25
"""Brackets shown at first; the rest is folded away."""


def show_clean(request: HttpRequest, case_id: str) -> HttpResponse:
    frame = enter(request, case_id, "text")
    case = shown(frame)
    draft = draft_asked(case, request.GET.get("draft", ""))
    context: dict[str, Any] = {"frame": frame, "draft": draft, "choices": draft_choices(case)}
    if draft is None:
        return render(request, "text/clean.html", context)
    found = cleanliness(case, draft)
    groups = ((_("Group"), found.categories), (_("Point"), found.points))
    lifted = [_lifted(one) for one in found.liftings]
    return render(
        request,
        "text/clean.html",
        {
            **context,
            "draft_title": title_of(case, draft),
            "whole": found.whole,
            "tables": [(name, [_row(case, one) for one in counts]) for name, counts in groups],
            "lifted": lifted[:_MOST],
            "more_lifted": lifted[_MOST:],
            "flaws": _by_flaw(case, draft),
            "unread": found.unread,
        },
    )


def _row(case: Case, count: Count) -> tuple[str, Count]:
    return capital(called(case, count.id)) or _("Without one"), count


def _lifted(one: Lifting) -> dict[str, Any]:
    return {"words": shortened(one.words), "of": one, "cleans": [_LEVELS[level]() for level in one.cleans]}


def _by_flaw(case: Case, draft: Draft) -> list[tuple[str, list[Finding]]]:
    names = [*party_names(case), *(person.name for person in case.all(Person))]
    found = flaws(draft, names)
    kinds = [(words(), [one for one in found if one.flaw == flaw]) for flaw, words in _FLAWS.items()]
    return [(words, listed) for words, listed in kinds if listed]
