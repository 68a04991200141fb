"""All that was said on a point, by whom."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from onetext.case.people import Party, Person
from onetext.case.plan import Point
from onetext.desk.search import hits, search
from onetext.workspace.content import shown, view
from onetext.workspace.fieldwords import kind_words
from onetext.workspace.frame import enter

_MOST = 100


def show_search(request: HttpRequest, case_id: str) -> HttpResponse:
    """Hits for words, narrowed by speaker and point; through one's own eyes the word index answers."""
    frame = enter(request, case_id, "search")
    case = shown(frame)
    words, who, about = (request.GET.get(name, "").strip()[:200] for name in ("q", "who", "about"))
    if words and frame.asked.reader is None:
        found = hits(case, view(frame).matches(words), who or None, about or None)
    else:
        found = search(case, words, who or None, about or None) if words or who or about else ()
    context = {
        "frame": frame,
        "words": words,
        "who": who,
        "about": about,
        "hits": [(kind_words(hit.kind), hit) for hit in found[:_MOST]],
        "count": len(found),
        "speakers": [
            *((one.id, one.name) for one in case.all(Party)),
            *((one.id, one.name) for one in case.all(Person)),
        ],
        "points": [(one.id, one.title) for one in case.all(Point)],
    }
    return render(request, "search/page.html", context)


urlpatterns = [path("", show_search, name="search")]
