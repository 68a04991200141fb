"""Who is read into which compartment, and inviting a new member. Whoever owns a compartment reads in and out (D9)."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.views.decorators.http import require_POST

from onetext.files.faults import Faults
from onetext.workspace.accounts.operations import INVITATION_LASTS, make_link, make_member, reset_member
from onetext.workspace.cases import OpenCase, case_or_404, suspend
from onetext.workspace.frame import enter
from onetext.workspace.pages.members.forms import InviteForm


def show_members(request: HttpRequest, case_id: str) -> HttpResponse:
    frame = enter(request, case_id, "members")
    opened = case_or_404(request, case_id)
    return render(request, "members/page.html", {"frame": frame, "rows": opened.clearances(), "owned": opened.owned})


@require_POST
def change(request: HttpRequest, case_id: str) -> HttpResponse:
    """Reads one member into or out of one compartment."""
    opened = case_or_404(request, case_id)
    compartment = request.POST.get("compartment", "")
    if compartment not in opened.owned:
        raise PermissionDenied
    act = opened.read_in if request.POST.get("act") == "in" else opened.read_out
    act(request.POST.get("username", ""), compartment)
    return redirect("members", case_id)


@require_POST
def reset(request: HttpRequest, case_id: str) -> HttpResponse:
    """A new way in for a member who lost theirs; it costs them every clearance until they are read in again (D9)."""
    frame = enter(request, case_id, "members")
    opened = case_or_404(request, case_id)
    username = request.POST.get("username", "")
    if not opened.owned or username not in {row.username for row in opened.clearances()}:
        raise PermissionDenied
    with transaction.atomic():
        member = reset_member(username)
        suspend(username)
        token = make_link(member, settings.ONETEXT.token(), settings.ONETEXT.clock(), INVITATION_LASTS)
    link = request.build_absolute_uri(reverse("link", args=[token]))
    return render(request, "members/invite.html", {"frame": frame, "form": None, "link": link})


def invite(request: HttpRequest, case_id: str) -> HttpResponse:
    """Makes an account and shows its sign-in link, once."""
    frame = enter(request, case_id, "members")
    opened = case_or_404(request, case_id)
    if not opened.owned:
        raise PermissionDenied
    form = InviteForm(request.POST or None, owned=opened.owned)
    link = _invited(request, opened, form) if request.method == "POST" and form.is_valid() else None
    return render(request, "members/invite.html", {"frame": frame, "form": form, "link": link})


def _invited(request: HttpRequest, opened: OpenCase, form: InviteForm) -> str | None:
    now = settings.ONETEXT.clock()
    try:
        with transaction.atomic():  # no account is left behind when the clearance is refused
            member = make_member(form.cleaned_data["username"], form.cleaned_data["name"], now)
            opened.read_in(member.username, form.cleaned_data["compartment"])
    except Faults as refused:
        for fault in refused.faults:
            form.add_error("username" if fault.address == "username" else None, f"{fault.problem}: {fault.remedy}")
        return None
    token = make_link(member, settings.ONETEXT.token(), now, INVITATION_LASTS)
    return request.build_absolute_uri(reverse("link", args=[token]))


urlpatterns = [
    path("", show_members, name="members"),
    path("change/", change, name="change-clearance"),
    path("reset/", reset, name="reset-member"),
    path("invite/", invite, name="invite"),
]
