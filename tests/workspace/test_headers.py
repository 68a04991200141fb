"""What every response says, and who may send a form."""

import pytest
from django.test import Client

from tests.workspace.conftest import Visitor
from tests.workspace.routes import plain_paths

EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


@pytest.mark.parametrize("path", [*plain_paths(), "/nowhere/", "/c/river-basin/?at=x"])
def test_every_response_is_closed(visitor: Visitor, stranger: Client, path: str) -> None:
    for client in (stranger, visitor("ana")):
        answer = client.get(path)
        assert {name: answer.headers.get(name) for name in EVERYWHERE} == EVERYWHERE
        assert answer.headers["Cache-Control"] == "no-store"
        policy = answer.headers["Content-Security-Policy"]
        assert policy.startswith("base-uri 'none'; connect-src 'self'; default-src 'none';")
        assert "unsafe" not in policy


def test_style_sheet_may_be_kept_and_is_otherwise_closed(stranger: Client) -> None:
    answer = stranger.get("/static/onetext/tokens.css")

    assert b"color-scheme" in answer.getvalue()
    answer.close()
    assert {name: answer.headers.get(name) for name in EVERYWHERE} == EVERYWHERE
    assert "Access-Control-Allow-Origin" not in answer.headers


def test_signing_out_clears_the_browser(visitor: Visitor) -> None:
    ana = visitor("ana")
    answer = ana.post("/sign-out/")

    assert answer.headers["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert ana.get("/").status_code == 302


@pytest.mark.parametrize(
    ("origin", "site", "status"),
    [
        ("null", "same-origin", 302),
        ("null", "cross-site", 403),
        ("null", None, 403),
        ("http://evil.example", "cross-site", 403),
        ("http://localhost", "same-origin", 302),
    ],
)
def test_form_is_taken_only_from_our_own_pages(origin: str, site: str | None, status: int) -> None:
    browser = Client(HTTP_HOST="localhost", enforce_csrf_checks=True)
    browser.get("/sign-in/")
    token = browser.cookies["csrftoken"].value
    headers = {"HTTP_ORIGIN": origin} | ({"HTTP_SEC_FETCH_SITE": site} if site else {})

    answer = browser.post("/theme/", {"csrfmiddlewaretoken": token}, **headers)  # type: ignore[arg-type]  # headers by name

    assert answer.status_code == status


def test_form_without_its_token_is_refused() -> None:
    browser = Client(HTTP_HOST="localhost", enforce_csrf_checks=True)
    browser.get("/sign-in/")

    assert browser.post("/theme/", HTTP_ORIGIN="null", HTTP_SEC_FETCH_SITE="same-origin").status_code == 403
