"""What stands agreed, what is awaited, what is open, what is pending."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from onetext.workspace.frame import enter


def show_desk(request: HttpRequest, case_id: str) -> HttpResponse:
    frame = enter(request, case_id, "desk")
    return render(request, "desk/page.html", {"frame": frame})


urlpatterns = [path("", show_desk, name="desk")]
