"""The cases a member may open, and opening a new one."""

from __future__ import annotations

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from onetext.files.faults import Faults
from onetext.workspace.accounts.models import Member
from onetext.workspace.cases import list_cases, new_case
from onetext.workspace.pages.cases.forms import CaseForm


def show_cases(request: HttpRequest) -> HttpResponse:
    return render(request, "cases/page.html", {"cases": list_cases(cast(Member, request.user))})


def open_case(request: HttpRequest) -> HttpResponse:
    form = CaseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            new_case(cast(Member, request.user), form.head())
        except Faults as refused:
            for fault in refused.faults:
                form.add_error(None, f"{fault.problem}: {fault.remedy}")
        else:
            return redirect("desk", form.head().id)
    return render(request, "cases/new.html", {"form": form})
