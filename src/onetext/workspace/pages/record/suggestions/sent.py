"""What the form of a decision carries: by whom, over which versions (L2), and the links that were left standing."""

from __future__ import annotations

from django.http import Http404, HttpRequest
from django.middleware.csrf import get_token
from django.utils.html import format_html

from onetext.disclosure.view import View
from onetext.workspace.content import view
from onetext.workspace.frame import Frame, enter
from onetext.workspace.pages.record.suggestions.taking import Versions
from onetext.workspace.pages.record.suggestions.ties import Ties, ties_in


def csrf_field(request: HttpRequest) -> str:
    """The hidden field of a form, made once for all forms of a page."""
    return format_html('<input type="hidden" name="csrfmiddlewaretoken" value="{}">', get_token(request))


def versions_sent(request: HttpRequest) -> Versions:
    """The versions a page was made from, by id."""
    found: dict[str, tuple[str, ...]] = {}
    for pair in request.POST.get("versions", "").split():
        id, _sign, token = pair.partition("=")
        if token not in found.get(id, ()):
            found[id] = (*found.get(id, ()), token)
    return found


def ties_sent(request: HttpRequest) -> Ties:
    """The links that were left standing."""
    return ties_in(request.POST.getlist("ties"))


def writing(request: HttpRequest, case_id: str) -> tuple[Frame, View]:
    """The frame and view of somebody who decides: today, by themselves; else it is as if nothing were there."""
    frame = enter(request, case_id, "articles")
    if not frame.is_now or frame.asked.reader:
        raise Http404
    return frame, view(frame)
