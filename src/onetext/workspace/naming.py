"""Names as a page has room for them."""

from __future__ import annotations


def numbered(id: str) -> str:
    """The number in an id like p07; else the id."""
    digits = id.lstrip("abcdefghijklmnopqrstuvwxyz").lstrip("0")
    return digits if digits.isdecimal() else id


def capital(name: str) -> str:
    """With a capital letter first, as headings begin."""
    return name[:1].upper() + name[1:]
