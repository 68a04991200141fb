"""The articles of a case: what state each is in, reading them in the background, going through what is open."""

from __future__ import annotations

from collections import Counter

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from onetext.workspace.content import stored
from onetext.workspace.frame import Frame, enter
from onetext.workspace.pages.record.articles import over_all
from onetext.workspace.pages.record.articles.reader import Pile, begin, pile_of, stop
from onetext.workspace.pages.record.articles.shelf import STATES, Shelved, shelf_of, unread
from onetext.workspace.pages.record.suggestions.sent import writing

_PAGE = 100
_PATIENCE = 5.0
"""Seconds a person waits for one article; then it is read while they do something else."""


def show_articles(request: HttpRequest, case_id: str) -> HttpResponse:
    """The list; ``state`` narrows it, ``after`` goes on in it."""
    frame = enter(request, case_id, "articles")
    may_write = frame.is_now and frame.asked.reader is None
    pile = pile_of(stored(frame)) if may_write else Pile()
    shelf = shelf_of(frame, pile.in_hand)
    state = request.GET.get("state", "")
    listed = [one for one in shelf if one.state == state] if state in STATES else shelf
    first = _number(request.GET.get("after", ""))
    context = {
        "frame": frame,
        "articles": listed[first : first + _PAGE],
        "first": first + 1,
        "listed": len(listed),
        "newer": max(0, first - _PAGE) if first else None,
        "older": first + _PAGE if len(listed) > first + _PAGE else None,
        "state": state if state in STATES else "",
        "states": _states(shelf),
        "total": len(shelf),
        "open": sum(one.open for one in shelf),
        "waiting": sum(one.state == "unread" for one in shelf),
        "pile": pile if may_write and pile.active else None,
        "in_hand": next((one.title for one in shelf if one.id == pile.in_hand), ""),
        "failed": len(pile.failed),
        "may_write": may_write,
    }
    return render(request, "record/articles/page.html", context)


def _states(shelf: list[Shelved]) -> list[tuple[str, str, int]]:
    words = {"open": _("to go through"), "reading": _("being read"), "unread": _("unread"), "done": _("done")}
    found = Counter(one.state for one in shelf)
    return [(state, words[state], found[state]) for state in STATES if found[state]]


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 9 else 0


@require_POST
def read_on(request: HttpRequest, case_id: str) -> HttpResponse:
    """Have all that is unread read in the background, or one article."""
    frame, seen = writing(request, case_id)
    one = request.POST.get("source", "")
    work = begin(stored(frame), [id for id in unread(seen) if one in ("", id)])
    if not one:
        return redirect(frame.address("articles"))
    if work:
        work.over.wait(_PATIENCE)
    return redirect(frame.address("source", one))


@require_POST
def stop_reading(request: HttpRequest, case_id: str) -> HttpResponse:
    """What is being read is finished; the rest stays unread."""
    frame, _seen = writing(request, case_id)
    stop(stored(frame))
    messages.info(request, _("Stopped. What was not read stays unread, and can be read at any time."))
    return redirect(frame.address("articles"))


def next_article(request: HttpRequest, case_id: str) -> HttpResponse:
    """The next article with something open, ``after`` or ``before`` another; where there is none, the list."""
    frame = enter(request, case_id, "articles")
    shelf = shelf_of(frame)
    before = request.GET.get("before", "")
    order = list(reversed(shelf)) if before else shelf
    return redirect(_address(frame, _following(order, before or request.GET.get("after", ""))))


def _following(order: list[Shelved], id: str) -> str | None:
    ids = [one.id for one in order]
    place = ids.index(id) + 1 if id in ids else 0
    return next((one.id for one in [*order[place:], *order[:place]] if one.open and one.id != id), None)


def _address(frame: Frame, id: str | None) -> str:
    return frame.address("source", id) if id else frame.address("articles")


urlpatterns = [
    path("", show_articles, name="articles"),
    path("read/", read_on, name="read-articles"),
    path("stop/", stop_reading, name="stop-reading"),
    path("next/", next_article, name="next-article"),
    *over_all.urlpatterns,
]
