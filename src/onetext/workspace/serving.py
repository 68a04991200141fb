"""Answering the browser: which port, which server, and what is said on the terminal first."""

from __future__ import annotations

import errno
import multiprocessing
import os
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connections
from django.utils.translation import gettext as _
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server.mp import MPServer

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


@contextmanager
def interruptible() -> Iterator[Callable[[], bool]]:
    """Whether Ctrl-C was pressed: at once by ``KeyboardInterrupt``, and for who asks later.

    Python drops an exception that comes up inside a finaliser or a callback; the key would then go unheard.
    """
    pressed = threading.Event()

    def press(_number: int, _frame: Any) -> None:
        pressed.set()
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGINT, press)
    try:
        yield pressed.is_set
    finally:
        signal.signal(signal.SIGINT, before)


def serve(config: Config, pressed: Callable[[], bool] = bool) -> None:
    """Answers until interrupted, or not at all where Ctrl-C was ``pressed``; one process, so that all see one state."""
    connections.close_all()  # the worker is forked: no open database may cross
    room = _Room(
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
    )
    room.on_startup(lambda: room.signal_handler_interrupt(signal.SIGINT) if pressed() else None)
    room.serve(target_loader=_loaded)


class _Room(MPServer):
    """Can be stopped while it is still starting."""

    def signal_handler_interrupt(self, *args: Any, **_: Any) -> None:
        """Before it listens itself, the forked worker has this handler too: there it ends, by SIGTERM as by default."""
        if multiprocessing.parent_process() is not None:
            if args[0] == signal.SIGTERM:
                signal.signal(signal.SIGTERM, signal.SIG_DFL)
                os.kill(os.getpid(), signal.SIGTERM)
            return
        self.interrupt_signal = True
        # Not in this thread: it may have been interrupted holding the event's own lock.
        threading.Thread(target=self.main_loop_interrupt.set).start()


def _loaded(target: str) -> Callable[..., Any]:
    """In the worker. Ctrl-C reaches it too, but it is stopped by who started it: twice at once may hang it."""
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    warm_up()
    return application()
