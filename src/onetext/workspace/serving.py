"""Answering the browser: which port, which server, and what is said on the terminal first."""

from __future__ import annotations

import errno
import socket
from collections.abc import Callable
from typing import Any

from django.db import connections
from django.utils.translation import gettext as _
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

from onetext.files.faults import refuse
from onetext.workspace.config import Config, is_loopback
from onetext.workspace.starting import application
from onetext.workspace.warming import warm_up

_PORTS_TRIED = 20


def free_port(host: str, port: int) -> int:
    """``port`` when nobody listens there, else the next free one of twenty. Raises ``Faults`` when there is none."""
    for candidate in range(port, min(port + _PORTS_TRIED, 65536)):
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, candidate))
            except OSError as error:
                if error.errno == errno.EADDRINUSE:
                    continue
                reason = error.strerror or type(error).__name__
                raise refuse(
                    f"{host}:{candidate}", f"cannot listen there: {reason}", "name another --host or --port"
                ) from error
            return candidate
    raise refuse(f"{host}:{port}", f"this port and the {_PORTS_TRIED - 1} after it are taken", "name another --port")


def unprotected(config: Config) -> list[str]:
    """What this web room does not protect, in plain sentences."""
    said = []
    if not config.encrypted:
        said.append(_("The line to the browser is not encrypted (plain http); only this machine can reach it."))
    if is_loopback(config.host):
        said.append(
            _("Other users of this machine can reach the address; the sign-in keeps them out, not the network.")
        )
    said.append(
        _("What lies in {folder} is not encrypted: whoever reads the disk, or is root here, reads all.").format(
            folder=config.store
        )
    )
    return said


def serve(config: Config) -> None:
    """Answers until interrupted; one process, so that all see one state."""
    connections.close_all()  # the worker is forked: no open database may cross
    Server(
        target="onetext.workspace",
        address=config.host,
        port=config.port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=8,
        websockets=False,
        log_level=LogLevels.error,
        ssl_cert=config.cert,
        ssl_key=config.key,
        workers_kill_timeout=5,
    ).serve(target_loader=_loaded)


def _loaded(target: str) -> Callable[..., Any]:
    warm_up()
    return application()
