"""What the pages promise is there: files behind links, targets of make, commands of onetext."""

import re
from pathlib import Path

import pytest

from onetext.cli.main import COMMANDS
from tests.project.tree import ROOT, name, read, tracked

_LINK = re.compile(r"(?<!!)\[[^\]\n]*\]\(([^)\s]+)\)|!\[[^\]\n]*\]\(([^)\s]+)\)")
_FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_SPAN = re.compile(r"`([^`\n]+)`")
_COMMAND = re.compile(r"^(?:\.venv/bin/)?onetext ([a-z]+)", re.MULTILINE)
_HEADING = re.compile(r"^## `onetext ([a-z]+)[^\n]*\n\n(\*Later)?", re.MULTILINE)
_MAKE = re.compile(r"^make ([a-z]+)", re.MULTILINE)


def pages() -> list[Path]:
    return [path for path in tracked() if path.suffix == ".md" and not name(path).startswith("examples/")]


def slug(heading: str) -> str:
    """The anchor that a heading gets on a rendered page."""
    kept = re.sub(r"[^\w\- ]", "", heading.strip().lower())
    return kept.replace(" ", "-")


def anchors(page: Path) -> set[str]:
    return {slug(line.lstrip("#")) for line in _FENCE.sub("", read(page)).splitlines() if line.startswith("#")}


def code(page: Path) -> str:
    """What a page shows as code, each piece on lines of its own."""
    text = read(page)
    return "\n".join([*_FENCE.findall(text), *_SPAN.findall(_FENCE.sub("", text))])


def broken(page: Path) -> list[str]:
    """The relative links of a page that lead nowhere."""
    lost = []
    for plain, picture in _LINK.findall(_FENCE.sub("", read(page))):
        target = plain or picture
        if "://" in target or target.startswith("mailto:"):
            continue
        path, _, anchor = target.partition("#")
        file = (page.parent / path) if path else page
        if not file.exists() or (anchor and file.suffix == ".md" and anchor not in anchors(file)):
            lost.append(target)
    return lost


def test_every_link_leads_somewhere() -> None:
    assert {name(page): lost for page in pages() if (lost := broken(page))} == {}


def test_link_to_nowhere_is_found(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# Here I am\n\n[a](#here-i-am) [b](#not-here) [c](gone.md) [d](https://example.org/)\n")

    assert broken(page) == ["#not-here", "gone.md"]


def test_every_target_of_make_that_a_page_names_exists() -> None:
    known = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = {target for page in pages() for target in _MAKE.findall(code(page))}

    assert named - known == set()
    assert {"run", "test", "check", "bench"} <= named


def test_readme_shows_the_two_commands() -> None:
    readme = read(ROOT / "README.md")

    assert "make run" in readme
    assert "make test" in readme


@pytest.mark.parametrize("folder", ["docs/rules", "docs/decisions", "docs/start", "docs/reference", "docs/explain"])
def test_every_page_of_a_shelf_is_on_its_list(folder: str) -> None:
    shelf = ROOT / folder
    contents = read(shelf / "README.md")

    assert [page.name for page in sorted(shelf.glob("*.md")) if page.name not in contents + "README.md"] == []


def described() -> dict[str, bool]:
    """The commands on their page, and whether each is promised for later."""
    text = read(ROOT / "docs/reference/commands.md")
    return {command: bool(later) for command, later in _HEADING.findall(text)}


def test_every_command_that_a_page_names_has_its_heading() -> None:
    named = {command for page in pages() for command in _COMMAND.findall(code(page))}

    assert named - set(described()) == set()


def test_page_of_commands_agrees_with_the_program() -> None:
    assert set(COMMANDS) == {command for command, later in described().items() if not later}
