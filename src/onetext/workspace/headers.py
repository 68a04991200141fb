"""What every response says to the browser, and who may send a form."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.csrf import CsrfViewMiddleware
from django.urls import reverse

_UNUSED = ("camera", "geolocation", "microphone", "payment", "usb")


class Headers:
    """No copy of a page stays in the browser; after signing out nothing at all stays.

    Style sheets and scripts are the program, not content: their addresses carry their hash and may be kept.
    """

    def __init__(self, respond: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.respond(request)
        if not (request.path.startswith(settings.STATIC_URL) and response.status_code in (200, 304)):
            response["Cache-Control"] = "no-store"
        response["Cross-Origin-Resource-Policy"] = "same-origin"
        response["Permissions-Policy"] = ", ".join(f"{name}=()" for name in _UNUSED)
        if policy := response.get("Content-Security-Policy"):  # its parts come in no fixed order
            response["Content-Security-Policy"] = "; ".join(sorted(policy.split("; ")))
        if request.method == "POST" and request.path == reverse("account_logout"):
            response["Clear-Site-Data"] = '"cache", "cookies", "storage"'
        return response


class SameSiteCsrf(CsrfViewMiddleware):
    """Django's check of forms, made to work under ``Referrer-Policy: no-referrer``.

    Under that policy a browser sends ``Origin: null`` even from our own pages. Such a form is taken only when the
    browser itself vouches that it comes from this very site (a header no page can set); the token is still checked.
    """

    def _origin_verified(self, request: HttpRequest) -> bool:
        if request.META.get("HTTP_ORIGIN") == "null":
            return request.META.get("HTTP_SEC_FETCH_SITE") == "same-origin"
        return bool(super()._origin_verified(request))  # type: ignore[misc]  # Django's own seam, untyped
