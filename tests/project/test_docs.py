"""What the pages promise is there: files behind links, targets of make, commands of onetext."""

import re
from pathlib import Path

import pytest

from tests.project.prose import FENCE, code, pages
from tests.project.tree import ROOT, name, read

_LINK = re.compile(r"(?<!!)\[[^\]\n]*\]\(([^)\s]+)\)|!\[[^\]\n]*\]\(([^)\s]+)\)")
_PATH = re.compile(r"^((?:src|tests|docs|examples|requirements|benchmarks)/[\w./-]+\.[a-z]+)$", re.MULTILINE)
_MAKE = re.compile(r"^make ([a-z]+)", re.MULTILINE)


def slug(heading: str) -> str:
    """The anchor that a heading gets on a rendered page."""
    kept = re.sub(r"[^\w\- ]", "", heading.strip().lower())
    return kept.replace(" ", "-")


def anchors(page: Path) -> set[str]:
    return {slug(line.lstrip("#")) for line in FENCE.sub("", read(page)).splitlines() if line.startswith("#")}


def broken(page: Path) -> list[str]:
    """The relative links of a page that lead nowhere."""
    lost = []
    for plain, picture in _LINK.findall(FENCE.sub("", read(page))):
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
    named = {target for page in pages() for target in _MAKE.findall(code(read(page)))}

    assert named - known == set()
    assert {"run", "test", "check", "bench"} <= named


def test_every_file_that_a_page_names_exists() -> None:
    named = {(name(page), path) for page in pages() for path in _PATH.findall(code(read(page)))}

    assert {(page, path) for page, path in named if not (ROOT / path).exists()} == set()
    assert ("CONTRIBUTING.md", "src/onetext/case/kinds.py") in named


def test_readme_shows_the_two_commands() -> None:
    readme = read(ROOT / "README.md")

    assert "make run" in readme
    assert "make test" in readme


@pytest.mark.parametrize("folder", ["docs/rules", "docs/decisions", "docs/start", "docs/reference", "docs/explain"])
def test_every_page_of_a_shelf_is_on_its_list(folder: str) -> None:
    shelf = ROOT / folder
    contents = read(shelf / "README.md")

    assert [page.name for page in sorted(shelf.glob("*.md")) if page.name not in contents + "README.md"] == []
