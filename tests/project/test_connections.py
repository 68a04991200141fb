"""M2: onetext opens no connection outwards, and its pages load nothing from elsewhere."""

import ast
import re
import socket
from pathlib import Path

import pytest

from tests.project.tree import modules, name, read, tracked

CALLING = {"aiohttp", "ftplib", "http.client", "httpx", "requests", "smtplib", "socket", "telnetlib", "urllib.request"}
LISTENING = {"src/onetext/workspace/serving.py": {"socket"}}  # binds a port to learn that it is free; never connects
LOADING = re.compile(
    r"<(?:script|img|iframe|link|form|source|object|embed)\b[^>]*\b(?:src|href|srcset|action|data)=[\"']?(?:https?:)?//"
    r"|url\([\"']?(?:https?:)?//|@import\s"
)


def imported(module: Path) -> set[str]:
    """The modules that a module imports, as far as they are named."""
    names = set()
    for node in ast.walk(ast.parse(module.read_text())):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def test_no_module_can_call_out() -> None:
    calling = {name(path): found for path in modules("src") if (found := imported(path) & CALLING)}

    assert calling == LISTENING


def test_no_page_or_style_sheet_loads_from_elsewhere() -> None:
    loading = [
        name(path)
        for path in tracked()
        if path.suffix in {".html", ".css", ".svg"} and name(path).startswith("src/") and LOADING.search(read(path))
    ]

    assert loading == []


def test_connection_that_leaves_the_machine_is_stopped() -> None:
    with socket.socket() as outgoing, pytest.raises(AssertionError, match="M2"):
        outgoing.connect(("192.0.2.1", 80))


@pytest.mark.parametrize(
    "line",
    ['<script defer src="https://cdn.example/x.js">', "background: url(//cdn.example/x.png)", '@import "x.css";'],
)
def test_loading_from_elsewhere_is_found(line: str) -> None:
    assert LOADING.search(line)
