"""A page for each reader that says only what that reader may know."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from onetext.workspace.frame import enter


def show_brief(request: HttpRequest, case_id: str) -> HttpResponse:
    frame = enter(request, case_id, "brief")
    return render(request, "brief/page.html", {"frame": frame})


urlpatterns = [path("", show_brief, name="brief")]
