"""Who has been told what, since when, by whom, to what extent."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from onetext.workspace.frame import enter


def show_knows(request: HttpRequest, case_id: str) -> HttpResponse:
    frame = enter(request, case_id, "knows")
    return render(request, "knows/page.html", {"frame": frame})


urlpatterns = [path("", show_knows, name="knows")]
