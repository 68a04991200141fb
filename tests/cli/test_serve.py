"""``onetext serve``: what is refused before anything is opened, and a whole start and stop."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_RUN = "from onetext.cli.main import run; run()"
EVERYWHERE = "0.0.0.0"  # noqa: S104 -- named to be refused


def start(*arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-u", "-c", _RUN, "serve", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


@contextmanager
def serving(*arguments: str) -> Iterator[str]:
    """What a server says until it answers; afterwards it is interrupted and must end well."""
    server = start(*arguments)
    assert server.stdout is not None
    said = ""
    try:
        for line in server.stdout:
            said += line
            if line.startswith("Ctrl-C"):
                break
        yield said
    finally:
        server.send_signal(signal.SIGINT)
        rest = server.communicate(timeout=60)[0]
    assert server.returncode == 0, said + rest
    assert rest.rstrip().endswith("Stopped.")


def address(said: str) -> str:
    found = re.search(r"http://127\.0\.0\.1:\d+/", said)
    assert found is not None, said
    return found[0]


def answered(where: str) -> tuple[int, str]:
    """Status and page, asked until the server is up."""
    for _ in range(100):
        try:
            with urllib.request.urlopen(where, timeout=60) as answer:  # noqa: S310 -- our own address
                return answer.status, answer.read().decode()
        except urllib.error.URLError:
            time.sleep(0.05)
    raise AssertionError(f"{where} did not answer")


def test_first_start_gives_a_link_and_says_what_is_not_protected(tmp_path: Path) -> None:
    store = tmp_path / "store"
    with serving("--store", str(store), "--port", "8731") as said:
        assert answered(address(said))[0] == 200
        link = re.search(r"http://\S+/in/\S+/", said)
        assert link is not None
        assert "signs you in as owner" in answered(link[0])[1]
        assert "is not encrypted (plain http)" in said
        assert "Other users of this machine" in said
        assert f"What lies in {store} is not encrypted" in said
    with serving("--store", str(store), "--port", "8731") as said:
        assert answered(address(said))[0] == 200


def test_busy_port_gives_way_to_the_next_and_says_so(tmp_path: Path) -> None:
    with (
        serving("--store", str(tmp_path / "a"), "--port", "8751") as first,
        serving("--store", str(tmp_path / "b"), "--port", address(first)[-5:-1]) as second,
    ):
        assert f"Port {address(first)[-5:-1]} is taken; using " in second
        assert address(first) != address(second)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--host", "192.0.2.7"], "give --cert and --key, or leave --host out"),
        (["--cert", "c.pem"], "give --cert and --key together"),
        (["--host", EVERYWHERE, "--cert", "c.pem", "--key", "k.pem"], "say with --name what people type"),
        (["--port", "99999"], "Invalid value"),
    ],
)
def test_unsafe_or_unclear_place_is_wrong_usage_with_what_to_do(
    tmp_path: Path, arguments: list[str], said: str
) -> None:
    server = start("--store", str(tmp_path / "store"), *arguments)
    output = " ".join(re.sub(r"[│╭╰─╮╯]", " ", server.communicate(timeout=90)[0]).split())

    assert said in output
    assert server.returncode == 2
    assert not (tmp_path / "store").exists()


def test_store_that_is_a_file_is_a_fault_of_the_input(tmp_path: Path) -> None:
    (tmp_path / "store").write_text("")
    server = start("--store", str(tmp_path / "store"))
    output = server.communicate(timeout=90)[0]

    assert server.returncode == 1
    assert "this folder cannot hold a store" in output
    assert "name another --store" in output
