"""The one text, as it stands on this day."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from onetext.workspace.frame import enter


def show_text(request: HttpRequest, case_id: str) -> HttpResponse:
    frame = enter(request, case_id, "text")
    return render(request, "text/page.html", {"frame": frame})


urlpatterns = [path("", show_text, name="text")]
