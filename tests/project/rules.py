"""The numbered rules: what docs/rules defines, and where code and tests cite them."""

from __future__ import annotations

import io
import re
import tokenize
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

from tests.project.tree import ROOT, modules, name

PAGES = ROOT / "docs" / "rules"
STATES = ("built", "in work", "later")
_HEADING = re.compile(r"^## ([A-Z]\d{1,2}) · (.+)\n\n\*(.+?)\*", re.MULTILINE)
_CITATION = re.compile(r"\b([CLDTRSFBM]\d{1,2})\b")
_LONG = ('"""', 'r"""')


class Rule(NamedTuple):
    """A rule as its page gives it."""

    number: str
    title: str
    state: str
    page: str


def defined() -> list[Rule]:
    """Every rule, in the order of the pages."""
    return [
        Rule(number, title, state, page.name)
        for page in sorted(PAGES.glob("*.md"))
        for number, title, state in _HEADING.findall(page.read_text())
    ]


def cited(*folders: str) -> dict[str, set[str]]:
    """Rule number to the files whose comments or docstrings name it."""
    found: dict[str, set[str]] = defaultdict(set)
    for module in modules(*folders):
        for prose in _prose(module):
            for number in _CITATION.findall(prose):
                found[number].add(name(module))
    return found


def _prose(module: Path) -> list[str]:
    """Comments and long strings: what is said to people, not to the machine."""
    tokens = tokenize.generate_tokens(io.StringIO(module.read_text()).readline)
    return [token.string for token in tokens if token.type == tokenize.COMMENT or token.string.startswith(_LONG)]
