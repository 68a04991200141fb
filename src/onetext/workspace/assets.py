"""Addresses of style sheets and scripts, stamped with their content, so that browsers may keep them for ever."""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import StaticFilesStorage


@lru_cache(maxsize=512)
def stamp(name: str) -> str:
    """The first twelve letters of the file's hash; empty when there is no such file."""
    path = finders.find(name)
    return sha256(Path(path).read_bytes()).hexdigest()[:12] if isinstance(path, str) else ""


class Stamped(StaticFilesStorage):
    """Serves files from where they lie in the package; a new content gets a new address."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(settings.STATIC_ROOT, settings.STATIC_URL, *args, **kwargs)

    def url(self, name: str | None) -> str:
        address = super().url(name)
        mark = stamp(name or "")
        return f"{address}?v={mark}" if mark else address
