"""Meetings, statements, drafts and briefings, day by day."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from onetext.workspace.frame import enter


def show_record(request: HttpRequest, case_id: str) -> HttpResponse:
    frame = enter(request, case_id, "record")
    return render(request, "record/page.html", {"frame": frame})


urlpatterns = [path("", show_record, name="record")]
