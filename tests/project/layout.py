"""The drawn tree of src/onetext, made from each module's own first line.

``python -m tests.project.layout`` (or ``make docs``) writes it into docs/explain/layout.md; a test compares.
"""

from __future__ import annotations

import ast
from pathlib import Path

from tests.project.tree import ROOT, SOURCE, modules

PAGE = ROOT / "docs" / "explain" / "layout.md"
BEGIN = "<!-- tree: written by `make docs` -->\n"
END = "<!-- end of tree -->\n"


def first_line(module: Path) -> str:
    """What a module says it is, without the full stop."""
    docstring = ast.get_docstring(ast.parse(module.read_text())) or ""
    return docstring.split("\n", 1)[0].rstrip(".")


def draw() -> str:
    """One line a folder and file: indented name, then what it says it is."""
    lines = ["```text"]
    for module in sorted(modules("src"), key=_place):
        parts = module.relative_to(SOURCE.parent).parts
        is_package = module.name == "__init__.py"
        depth = len(parts) - (2 if is_package else 1)
        label = f"{parts[-2]}/" if is_package else parts[-1]
        lines.append(f"{'    ' * depth}{label:<{max(2, 32 - 4 * depth)}}{first_line(module)}".rstrip())
    return "\n".join([*lines, "```", ""])


def _place(module: Path) -> tuple[tuple[int, str], ...]:
    """A folder's own line first, then its files, then its folders."""
    *folders, file = module.relative_to(SOURCE.parent).parts
    return (*((2, folder) for folder in folders), (0 if file == "__init__.py" else 1, file))


def page_with(tree: str) -> str:
    """The layout page with this tree in its place."""
    before, rest = PAGE.read_text().split(BEGIN)
    return before + BEGIN + tree + END + rest.split(END)[1]


if __name__ == "__main__":
    PAGE.write_text(page_with(draw()))
