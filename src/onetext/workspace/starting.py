"""Bringing the web room up: Django configured from a ``Config``, the accounts database made or brought up to date."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path
from typing import Any
from zlib import crc32

import django
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.core.wsgi import get_wsgi_application
from django.db import connections

from onetext.workspace.config import Config
from onetext.workspace.settings import settings_for

Answer = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def configure(config: Config) -> None:
    """Configures Django once a process; a second time with the same ``Config`` changes nothing."""
    if not settings.configured:
        settings.configure(**settings_for(config))
        django.setup(set_prefix=False)
    elif config != settings.ONETEXT:
        raise RuntimeError("one process has one web room")


def bring_up_to_date(config: Config) -> bool:
    """Makes the accounts database or migrates it; ``False`` when it was up to date, which is told without migrating."""
    now = _fingerprint()
    if config.accounts.exists() and _marked(config.accounts) == now:
        return False
    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)
    connections.close_all()
    config.accounts.chmod(0o600)
    with closing(sqlite3.connect(config.accounts)) as database:
        database.execute(f"PRAGMA user_version = {now}")
    return True


def application() -> Answer:
    """The web room as a WSGI application."""
    inner = get_wsgi_application()

    def answer(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        def named(status: str, headers: list[tuple[str, str]], *rest: Any) -> Any:
            # The server names itself and its make unless it is told a name.
            return start(status, [*headers, ("Server", "onetext")], *rest)

        return inner(environ, named)

    return answer


def _fingerprint() -> int:
    """One number for the names of all migrations that are installed; read from the folders, nothing is imported."""
    names = []
    for app in apps.get_app_configs():
        folder = Path(app.path) / "migrations"
        names += [f"{app.label}/{file.stem}" for file in folder.glob("[0-9]*.py")]
    return crc32("\n".join(sorted(names)).encode()) & 0x7FFFFFFF


def _marked(path: Path) -> int:
    with closing(sqlite3.connect(path)) as database:
        return int(database.execute("PRAGMA user_version").fetchone()[0])
