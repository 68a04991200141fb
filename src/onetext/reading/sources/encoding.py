"""Bytes of an article as words: UTF-8, and what older programs and Windows still save."""

from __future__ import annotations

import codecs
import re

from onetext.files.faults import refuse
from onetext.files.opening import decode

_SAMPLE = 4096
_REMEDY = "name a text file, or save this one as plain text in UTF-8"
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_MARKS = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}


def article_text(data: bytes, address: str) -> tuple[str, str | None]:
    """The text of an article, and what the encoding was guessed to be where it was: ``Windows-1252`` or null.

    UTF-8, or UTF-16 where a mark or nearly all nulls at every other byte tell it; else Windows-1252, if every byte
    is a character of it and none a control character. Raises ``Faults`` on anything else, binary content first of all.
    """
    wide = _MARKS.get(data[:2]) or _by_nulls(data)
    if wide is not None:
        return _wide(data, wide, address), None
    if b"\x00" in data:
        raise refuse(address, f"binary content (a null at byte {data.index(0)})", _REMEDY)
    try:
        return data.decode("utf-8-sig"), None
    except UnicodeDecodeError:
        text = _western(data)
    return (decode(data, address), None) if text is None else (text, "Windows-1252")


def _by_nulls(data: bytes) -> str | None:
    """UTF-16 without a mark: of Western words nearly every other byte is null, and of the rest nearly none."""
    sample = data[: min(len(data), _SAMPLE) // 2 * 2]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if len(data) % 2 or max(even, odd) < 0.7 * (len(sample) // 2) or min(even, odd) > 0.02 * max(even, odd):
        return None
    return ("utf-16-be" if even > odd else "utf-16-le") if sample else None


def _wide(data: bytes, encoding: str, address: str) -> str:
    try:
        text = data.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise refuse(address, f"not whole UTF-16 text (byte {error.start})", _REMEDY) from error
    if control := _CONTROL.search(text):
        raise refuse(address, f"binary content (a control sign at character {control.start()})", _REMEDY)
    return text


def _western(data: bytes) -> str | None:
    """As Windows-1252; null where a byte has no character there, or stands for a control character."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    return None if _CONTROL.search(text) else text
