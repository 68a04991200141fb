"""What one running web room is told: its folder, its address, its clock and its randomness.

Nothing else is configured, and nothing is read from the environment.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from ipaddress import ip_address
from pathlib import Path

from onetext.files.faults import refuse
from onetext.workspace.cases import Cases, NoCases

KEY_FILE = "secret.key"


def utc_now() -> datetime:
    """The wall clock; tests pass their own (L4)."""
    return datetime.now(UTC)


def random_token() -> str:
    """256 random bits in letters that fit an address; tests pass their own (L4)."""
    return secrets.token_urlsafe(32)


@dataclass(frozen=True)
class Config:
    """One web room. ``store`` is a folder: one ledger file per case, the accounts, and the secret key."""

    store: Path
    secret: str = field(repr=False)
    host: str = "127.0.0.1"
    port: int = 8000
    names: tuple[str, ...] = ()  # the names people type, where they differ from ``host``
    cert: Path | None = None
    key: Path | None = None
    style: bool = False  # also serve /style/, the page of all parts
    clock: Callable[[], datetime] = utc_now
    token: Callable[[], str] = random_token
    cases: Callable[[Path, Callable[[], datetime]], Cases] = NoCases  # opens the cases of a store

    @property
    def accounts(self) -> Path:
        """The database of members and sessions; no content is ever in it."""
        return self.store / "accounts.sqlite3"

    @property
    def encrypted(self) -> bool:
        """Whether the line to the browser is encrypted."""
        return self.cert is not None

    @property
    def address(self) -> str:
        """Where people find it, without a slash at the end."""
        name = self.names[0] if self.names else self.host
        shown = f"[{name}]" if ":" in name else name
        return f"{'https' if self.encrypted else 'http'}://{shown}:{self.port}"


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach ``host``."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def read_secret(store: Path) -> str:
    """The key that signs cookies, made at the first start; only the owner of the folder may read the file.

    Raises ``Faults`` when the folder cannot be used, or when others may read the key.
    """
    path = store / KEY_FILE
    try:
        store.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not path.exists():
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "w", encoding="ascii") as file:
                file.write(secrets.token_urlsafe(48))
        if path.stat().st_mode & 0o077:
            raise refuse(str(path), "others may read the secret key", f"chmod 600 {path}, or delete it and start again")
        return path.read_text(encoding="ascii").strip()
    except OSError as error:
        raise refuse(
            str(store), f"this folder cannot hold a store: {error.strerror}", "name another --store"
        ) from error
