"""A real browser on a real server: Debian's Chromium, the web room over HTTP, SQLite in a temporary folder, axe."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

import pytest

from tests.workspace.room import NOW, open_room

open_room()

from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler  # noqa: E402 -- Django must be configured first
from django.db import connections  # noqa: E402 -- Django must be configured first
from django.test import Client  # noqa: E402 -- Django must be configured first
from playwright.sync_api import Browser, ConsoleMessage, Page, expect, sync_playwright  # noqa: E402 -- Django must be configured first

from onetext.workspace.accounts.models import Member  # noqa: E402 -- Django must be configured first
from onetext.workspace.accounts.operations import make_member  # noqa: E402 -- Django must be configured first
from onetext.workspace.starting import application  # noqa: E402 -- Django must be configured first

AXE = Path(__file__).parent / "vendor" / "axe.min.js"
DESKTOP = (1280, 800)
PHONE = (390, 844)
_CHROMIUM = ("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

expect.set_options(timeout=20_000)  # a loaded machine is slow, and slow is not wrong

Opened = Callable[..., Page]
T = TypeVar("T")

# Playwright keeps a loop in this thread, and Django lets nobody near the database where a loop runs.
_aside = ThreadPoolExecutor(max_workers=1)


def aside(act: Callable[[], T]) -> T:
    """Does something with the database, in a thread where that is allowed."""
    return _aside.submit(act).result()


class _Quiet(WSGIRequestHandler):
    def log_message(self, *args: Any) -> None:
        """The terminal belongs to pytest."""


@pytest.fixture(scope="package")
def address() -> Iterator[str]:
    """Where the web room answers during the tests."""
    server = ThreadedWSGIServer(("localhost", 0), _Quiet, connections_override={})
    server.set_app(application())
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://localhost:{server.server_port}"
    aside(connections.close_all)
    server.shutdown()
    server.server_close()
    thread.join()
    aside(connections.close_all)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Chromium as the system has it; nothing is downloaded."""
    path = next(path for path in _CHROMIUM if Path(path).exists())
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture
def opened(browser: Browser, address: str) -> Iterator[Opened]:
    """``opened("/c/river-basin/", as_who="ana", size=PHONE, dark=True)``: a page, signed in; ``scripts=False`` without.

    When the test ends, no page may have broken the content policy, logged an error or asked anybody else (M2).
    """
    contexts = []
    wrong: list[str] = []

    def open_page(
        path: str, as_who: str | None = None, size: tuple[int, int] = DESKTOP, dark: bool = False, scripts: bool = True
    ) -> Page:
        context = browser.new_context(
            base_url=address,
            viewport={"width": size[0], "height": size[1]},
            color_scheme="dark" if dark else "light",
            java_script_enabled=scripts,
        )
        contexts.append(context)
        if as_who:
            context.add_cookies([{"name": "sessionid", "value": session_of(as_who), "url": address}])
        page = context.new_page()
        page.on("console", lambda said: wrong.append(said.text) if is_fault(said, page) else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("request", lambda asked: None if asked.url.startswith((address, "data:")) else wrong.append(asked.url))
        page.goto(path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert wrong == []


def is_fault(said: ConsoleMessage, page: Page) -> bool:
    """Whether a browser's word is an error, other than that the page asked for is a refusal."""
    return said.type == "error" and said.location["url"] != page.url


def session_of(name: str) -> str:
    """The session key of ``name``, who is made a member when they are none."""
    return aside(lambda: _session_of(name))


def _session_of(name: str) -> str:
    client = Client(HTTP_HOST="localhost")
    client.force_login(Member.objects.filter(username=name).first() or make_member(name, name.capitalize(), NOW))
    return client.cookies["sessionid"].value


def faults_of(page: Page, only: str | None = None) -> list[str]:
    """What axe finds wrong with the page as it is shown: rule, help, and the first element concerned."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    wanted = {"type": "rule", "values": [only]} if only else {"type": "tag", "values": _RULES}
    found = page.evaluate("wanted => axe.run(document, {runOnly: wanted, resultTypes: ['violations']})", wanted)
    return [f"{each['id']}: {each['help']}: {each['nodes'][0]['html'][:200]}" for each in found["violations"]]
