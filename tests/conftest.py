"""What holds for every test: nothing calls out, and a search for exceptions finds the same ones every time."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import settings

# Two cores and many workers: time is no fault. `make test ARGS=--hypothesis-profile=explore` looks further.
settings.register_profile("steady", deadline=None, derandomize=True, database=None)
settings.register_profile("explore", deadline=None, max_examples=1000)
settings.load_profile("steady")


def is_here(address: Any) -> bool:
    """Whether a socket's address is a file or this machine."""
    if not isinstance(address, tuple):
        return True
    host = str(address[0])
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


@pytest.fixture(autouse=True, scope="session")
def nothing_calls_out() -> Iterator[None]:
    """M2: a test in which a connection leaves this machine fails."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        assert is_here(address), f"M2: a connection to {address}"
        connect(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded)
        yield
