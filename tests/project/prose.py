"""The pages people read, and what they show as code."""

from __future__ import annotations

import re
from pathlib import Path

from tests.project.tree import name, tracked

FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_SPAN = re.compile(r"`([^`\n]+)`")


def pages() -> list[Path]:
    """Every page of prose but those of the examples."""
    return [path for path in tracked() if path.suffix == ".md" and not name(path).startswith("examples/")]


def code(text: str) -> str:
    """What a text shows as code, each piece on lines of its own."""
    return "\n".join([*FENCE.findall(text), *_SPAN.findall(FENCE.sub("", text))])
