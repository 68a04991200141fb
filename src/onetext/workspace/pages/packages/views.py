"""Which packages all parties could sign."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from onetext.workspace.frame import enter


def show_packages(request: HttpRequest, case_id: str) -> HttpResponse:
    frame = enter(request, case_id, "packages")
    return render(request, "packages/page.html", {"frame": frame})


urlpatterns = [path("", show_packages, name="packages")]
