"""Every address of the web room, taken from the resolver, so that none is forgotten."""

from __future__ import annotations

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


def _walk(resolver: URLResolver, before: str = "") -> Iterator[str]:
    for each in resolver.url_patterns:
        path = before + str(each.pattern)
        if isinstance(each, URLPattern):
            yield path
        else:
            yield from _walk(each, path)


def plain_paths() -> list[str]:
    """One path for every pattern, its parts filled in for the invented case."""
    filled = []
    for pattern in _walk(get_resolver()):
        path = pattern
        for name, value in _FILLED.items():
            for kind in ("str", "int"):
                path = path.replace(f"<{kind}:{name}>", value)
        filled.append(f"/{path}")
    return filled
