"""A clause's text cut where brackets begin and end, so that a page can show how deep each word lies (T1)."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MARK = re.compile(r"(?<!\\)[\[\]]")
_DEEPEST = 3


@dataclass(frozen=True)
class Run:
    """Words at one depth; 0 is outside all brackets. The brackets themselves belong to the words they enclose."""

    text: str
    depth: int


def runs_of(text: str) -> tuple[Run, ...]:
    """The runs in order; joined they give the text, to the character."""
    runs: list[Run] = []
    depth = start = 0
    for mark in _MARK.finditer(text):
        opens = mark.group() == "["
        end = mark.start() if opens else mark.end()
        if end > start:
            runs.append(Run(text[start:end], min(depth, _DEEPEST)))
        start = end
        depth = max(0, depth + (1 if opens else -1))
    if start < len(text):
        runs.append(Run(text[start:], min(depth, _DEEPEST)))
    return tuple(runs)
