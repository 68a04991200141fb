"""Every address of the web room, taken from the resolver, so that none is forgotten."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver

_FILLED = {
    "case_id": "river-basin",
    "token": "000000000000-none",
    "pk": "1",
    "record_id": "team",
    "kind": "point",
    "export_id": "none",
}

_PART = re.compile(r"<(?:str|int):([a-z_]+)>")


def _walk(resolver: URLResolver, before: str = "") -> Iterator[str]:
    for each in resolver.url_patterns:
        path = before + str(each.pattern)
        if isinstance(each, URLPattern):
            yield path
        else:
            yield from _walk(each, path)


def plain_paths() -> list[str]:
    """One path for every pattern, its parts filled in for the case of the room; of parts unknown here, by ``none``."""
    return ["/" + _PART.sub(lambda part: _FILLED.get(part[1], "none"), pattern) for pattern in _walk(get_resolver())]
