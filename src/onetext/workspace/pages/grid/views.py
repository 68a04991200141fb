"""Who stands where on every point, and on what evidence."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from onetext.workspace.frame import enter


def show_grid(request: HttpRequest, case_id: str) -> HttpResponse:
    frame = enter(request, case_id, "grid")
    return render(request, "grid/page.html", {"frame": frame})


urlpatterns = [path("", show_grid, name="grid")]
