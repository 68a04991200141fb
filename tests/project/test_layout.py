"""The tree drawn for people is the tree that is there; the tests lie where the code lies."""

import ast
import re

from tests.project.layout import PAGE, draw, first_line, page_with
from tests.project.tree import ROOT, SOURCE, modules, name, tracked

BESIDE_THE_LAYERS = {"plain", "journeys", "leaks", "project"}
JUNK_DRAWERS = {"utils", "util", "common", "misc", "helpers", "helper", "base", "tools", "lib", "core"}


def test_layout_page_shows_every_folder_and_file() -> None:
    assert PAGE.read_text() == page_with(draw()), "run `make docs`"


def test_every_module_says_what_it_is() -> None:
    assert [name(module) for module in modules("src") if not first_line(module)] == []


def test_package_says_what_it_may_import_and_where_to_start() -> None:
    layers = [path for path in modules("src") if path.name == "__init__.py" and path.parent.parent == SOURCE]
    short = {
        name(path) for path in layers if len((ast.get_docstring(ast.parse(path.read_text())) or "").splitlines()) < 3
    }

    assert short == set()


def test_place_to_start_at_is_there() -> None:
    missing = {
        (name(path), place)
        for path in modules("src")
        if path.name == "__init__.py"
        for told in re.findall(r"[Ss]tart (?:at|with) ([^.]*)", ast.get_docstring(ast.parse(path.read_text())) or "")
        for place in re.findall(r"``(\w+)``", told)
        if not {path.with_name(f"{place}.py"), path.with_name(place)} & {*path.parent.iterdir()}
    }

    assert missing == set()


def test_no_folder_or_file_is_a_junk_drawer() -> None:
    assert [name(path) for path in modules("src") if {path.stem, *path.relative_to(ROOT).parts} & JUNK_DRAWERS] == []


def test_tests_lie_in_the_folder_of_their_layer() -> None:
    layers = {path.name for path in SOURCE.iterdir() if path.is_dir()}
    folders = {path.relative_to(ROOT).parts[1] for path in tracked() if name(path).startswith("tests/")}

    assert {folder for folder in folders if "." not in folder} - layers == BESIDE_THE_LAYERS & folders
