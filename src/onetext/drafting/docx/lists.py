"""The numbers that Word counts for the paragraphs of a list."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_MOST = 10_000


def _letters(count: int) -> str:
    """``a`` to ``z``, then ``aa``, ``bb``, as Word does."""
    return chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1) if 0 < count < _MOST else str(count)


def _roman(count: int) -> str:
    if not 0 < count < _MOST:
        return str(count)
    found = ""
    for value, sign in _ROMAN:
        found += sign * (count // value)
        count %= value
    return found


_FORMS: dict[str, Callable[[int], str]] = {
    "lowerLetter": _letters,
    "upperLetter": lambda count: _letters(count).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda count: _roman(count).upper(),
}


class Lists:
    """Counts as the paragraphs come by; a list that is not defined counts in plain numbers.

    A paragraph is in a list by itself or by its style, or by a style that this one is based on.
    """

    def __init__(self, root: Element | None, styles: Element | None = None) -> None:
        self._styles = {} if styles is None else {one.get(f"{_W}styleId", ""): one for one in styles.iter(f"{_W}style")}
        abstract = {} if root is None else {one.get(f"{_W}abstractNumId"): one for one in root.iter(f"{_W}abstractNum")}
        self._levels: dict[str, dict[str, Element]] = {}
        for one in () if root is None else root.iter(f"{_W}num"):
            named = one.find(f"{_W}abstractNumId")
            shape = None if named is None else abstract.get(named.get(f"{_W}val"))
            levels = () if shape is None else shape.findall(f"{_W}lvl")
            self._levels[one.get(f"{_W}numId", "")] = {level.get(f"{_W}ilvl", "0"): level for level in levels}
        self._counts: dict[str, dict[int, int]] = {}

    def number(self, properties: Element | None) -> str | None:
        """The number of the next paragraph with these properties, null where it is in no list."""
        found = None if properties is None else properties.find(f"{_W}numPr")
        style = _value(properties, "pStyle") or ""
        by_style = self._of_style(style)
        id = _value(found, "numId") or _value(by_style, "numId")
        if id in (None, "0"):
            return None
        deep = _value(found, "ilvl") or _value(by_style, "ilvl") or self._level_of(id or "", style)
        level = int(deep) if deep.isascii() and deep.isdigit() and len(deep) < 3 else 0
        counts = self._counts.setdefault(id or "", {})
        counts[level] = counts.get(level, self._start(id, level) - 1) + 1
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]
        return self._shown(id or "", level, counts)

    def _of_style(self, style: str) -> Element | None:
        """What the style says of a list; a circle of styles ends where it began."""
        seen: set[str] = set()
        while style in self._styles and style not in seen:
            seen.add(style)
            found = self._styles[style].find(f"{_W}pPr/{_W}numPr")
            if found is not None:
                return found
            style = _value(self._styles[style], "basedOn") or ""
        return None

    def _level_of(self, id: str, style: str) -> str:
        levels = self._levels.get(id, {}).items()
        return next((level for level, shape in levels if style and _value(shape, "pStyle") == style), "0")

    def _start(self, id: str | None, level: int) -> int:
        start = _value(self._levels.get(id or "", {}).get(str(level)), "start") or "1"
        return int(start) if start.isascii() and start.isdigit() and len(start) < 6 else 1

    def _shown(self, id: str, level: int, counts: dict[int, int]) -> str:
        levels = self._levels.get(id, {})
        shape = levels.get(str(level))
        if _value(shape, "numFmt") == "bullet":
            return "•"
        pattern = _value(shape, "lvlText") or f"%{level + 1}."

        def one(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            form = _FORMS.get(_value(levels.get(str(at)), "numFmt") or "", str)
            return form(counts.get(at, 1))

        return re.sub(r"%([1-9])", one, pattern)


def _value(node: Element | None, name: str) -> str | None:
    found = None if node is None else node.find(f"{_W}{name}")
    return None if found is None else found.get(f"{_W}val")
