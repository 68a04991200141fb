"""A list of references (RIS): one document a reference, its title, abstract and notes the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from onetext.files.faults import refuse
from onetext.reading.records import Source
from onetext.reading.sources.entry import Entry

_TAG = re.compile(r"([A-Z][A-Z0-9])  -(?: (.*))?$")
_TITLE, _OUTLET, _TEXT = ("TI", "T1"), ("T2", "JO", "JF", "PB", "JA"), ("AB", "N2", "N1")
_DAY = re.compile(r"(\d{4})(?:[/-](\d{1,2}))?(?:[/-](\d{1,2}))?")
_LANGUAGES = {
    "english": "en", "french": "fr", "german": "de", "spanish": "es", "russian": "ru", "ukrainian": "uk",
    "arabic": "ar", "italian": "it", "portuguese": "pt", "polish": "pl", "turkish": "tr",
}  # fmt: skip
Fields = dict[str, list[str]]


def references(text: str, path: Path, name: str) -> Iterator[Entry]:
    """The references of a list in order. Raises ``Faults`` where there is none."""
    found = 0
    for number, fields in enumerate(_records(text), 1):
        found += 1
        yield _entry(fields, path, name, number)
    if not found:
        raise refuse(str(path), "there is no reference in it", "each begins with 'TY  - ' and ends with 'ER  - '")


def _records(text: str) -> Iterator[Fields]:
    fields: Fields = {}
    last: list[str] | None = None
    for line in text.splitlines():
        tagged = _TAG.match(line.strip("\ufeff"))
        if tagged is None:
            if last and line.strip():
                last[-1] += f"\n{line.strip()}"  # a field that goes on
            continue
        tag, value = tagged.group(1), (tagged.group(2) or "").strip()
        if tag in {"ER", "TY"}:
            if fields:
                yield fields
            fields, last = {}, None
        if tag != "ER":
            last = fields.setdefault(tag, [])
            last.append(value)
    if fields:
        yield fields


def _entry(fields: Fields, path: Path, name: str, number: int) -> Entry:
    address = f"{path}, reference {number}"
    title = _first(fields, _TITLE)
    source = Source(
        file=name,
        line=number,
        outlet=_first(fields, _OUTLET),
        date=_day(_first(fields, ("DA", "Y1", "PY"))),
        title=title,
        url=_first(fields, ("UR", "L2")),
        language=_language(_first(fields, ("LA",))),
        id=_first(fields, ("ID", "AN", "DO")),
    )
    body = [value for tag in _TEXT for value in fields.get(tag, []) if value]
    if not body:
        fault = refuse(address, "the reference has no abstract and no notes", "give it the text in 'AB' or 'N2'")
        return Entry(source, address, fault=fault.faults[0])
    return Entry(source, address, "\n\n".join([title, *body] if title else body))


def _first(fields: Fields, tags: tuple[str, ...]) -> str | None:
    return next((value for tag in tags for value in fields.get(tag, []) if value), None)


def _day(said: str | None) -> str | None:
    """``2025/11/19/`` and ``2025-11-19`` as a day, ``2025/11`` as a month, ``2025`` as a year."""
    found = _DAY.match(said or "")
    if found is None:
        return None
    return "-".join(part if len(part) == 4 else f"{int(part):02d}" for part in found.groups() if part)


def _language(said: str | None) -> str | None:
    word = (said or "").strip().lower()
    return _LANGUAGES.get(word) or (word[:2] if re.fullmatch(r"[a-z]{2}(?:-[a-z]{2})?", word) else None)
