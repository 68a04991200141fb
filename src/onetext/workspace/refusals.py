"""Pages that say no. The one for absent things is the same to the byte, whoever asks and whatever is hidden (D4)."""

from __future__ import annotations

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _


def absent(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Hidden and absent alike."""
    return _page(
        404,
        _("There is nothing here for you"),
        _("The address may be mistyped, or what it names may not be open to you."),
    )


def not_understood(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The address or the form cannot be read; ``BadRequest`` brings a sentence for people."""
    said = str(exception) if isinstance(exception, BadRequest) and type(exception) is BadRequest else ""
    return _page(400, _("This address cannot be read"), said or _("Go back and try again from the page before."))


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Signed in, but this act is somebody else's."""
    return _page(403, _("This is not yours to do"), _("Ask an owner of the compartment."))


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that did not come from a page of ours, or from one that is too old."""
    return _page(
        403,
        _("This form was not taken"),
        _("It did not come from a page of this workspace, or the page was too old. Open the page again and repeat."),
    )


def our_fault(request: HttpRequest) -> HttpResponse:
    """Our own fault: says nothing about what was asked."""
    return _page(
        500,
        _("Something went wrong on our side"),
        _("Nothing was changed. Try again; if it stays, tell whoever runs this workspace."),
    )


def _page(status: int, title: str, text: str) -> HttpResponse:
    # Without the request: no name, no token, no case, so that every such page has the same bytes.
    return HttpResponse(render_to_string("refusal.html", {"title": title, "text": text}), status=status)
