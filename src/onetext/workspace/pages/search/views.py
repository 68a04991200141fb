"""All that was said on a point, by whom."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from onetext.workspace.frame import enter


def show_search(request: HttpRequest, case_id: str) -> HttpResponse:
    frame = enter(request, case_id, "search")
    return render(request, "search/page.html", {"frame": frame})


urlpatterns = [path("", show_search, name="search")]
