"""Signing in by a link that works once."""

from __future__ import annotations

from allauth.account.utils import perform_login
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from onetext.workspace.accounts.operations import find_link, use_link


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in_by_link(request: HttpRequest, token: str) -> HttpResponse:
    """Looking does not use the link up (previews look); the button does. A second factor is still asked for."""
    now = settings.ONETEXT.clock()
    if request.method != "POST":
        link = find_link(token, now)
        return render(request, "signin/link.html", {"member": link and link.member}, status=200 if link else 404)
    member = use_link(token, now)
    if member is None:
        return render(request, "signin/link.html", {"member": None}, status=404)
    response: HttpResponse = perform_login(request, member)
    return response


@login_not_required
def forgotten(request: HttpRequest) -> HttpResponse:
    """No mail is ever sent, so an owner gives a new link."""
    return render(request, "signin/forgotten.html")
