"""What a FILE is: our own scenario, a case, or another maker's."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from onetext.dealspace.formats.recognising import is_case, scenario_at
from onetext.dealspace.scenario_file import read_scenario
from onetext.files.faults import Faults
from tests.dealspace.formats.files import DOMAIN, NORTH, SOUTH, folder_of, refused
from tests.dealspace.scenarios import RIVER, river


def test_a_case_is_told_from_a_scenario(tmp_path: Path) -> None:
    folder = folder_of(
        tmp_path / "mixed", case_yml="# ours\nonetext: case/1\nid: river\n", river_yaml=RIVER, north_xml=NORTH
    )
    store = folder / "room.db"
    store.write_bytes(b"SQLite format 3\x00")
    found = [is_case(folder / name) for name in ("case.yml", "room.db", "river.yaml", "north.xml", "gone.yaml")]
    assert found == [True, True, False, False, False]
    genius = folder_of(tmp_path / "genius", river_xml=DOMAIN, north_xml=NORTH)
    empty = folder_of(tmp_path / "empty")
    case = folder_of(tmp_path / "case", case_yaml="onetext: case/1\n", north_xml=NORTH)
    assert [is_case(path) for path in (genius, empty, case)] == [False, True, True]


def test_our_own_file_is_read_whatever_it_is_called(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, river_yaml=RIVER, river_txt=RIVER, river_json=json.dumps(river()))
    expected = read_scenario(folder / "river.yaml")
    for name in ("river.yaml", "river.txt", "river.json"):
        assert scenario_at(folder / name).parties == expected.parties


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        ("list.yaml", "[1, 2]", "this is not a scenario: its top level is no mapping"),
        ("note.yaml", "hello: there", "says nothing, not that this is a scenario"),
        ("half.json", "{", "not readable as JSON: Expecting property name enclosed in double quotes"),
        ("page.html", "<html></html>", "XML of another kind: <html>"),
        ("binary.yaml", "a\x00b", "binary content (a null at character 1)"),
    ],
)
def test_what_is_no_scenario_is_refused(name: str, text: str, problem: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert refused(tmp_path / name)[1] == problem


def test_several_files_are_profiles_of_one_domain_and_nothing_else(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, river_yaml=RIVER, north_xml=NORTH, south_xml=SOUTH)
    with pytest.raises(Faults) as caught:
        scenario_at([folder / "north.xml", folder / "river.yaml"])
    assert caught.value.faults[0].problem == "no profile and no domain file"
    assert refused(folder / "gone.xml")[1] == "there is no such file"


def test_profiles_come_in_the_order_of_their_numbers_and_the_one_without_first(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, river_xml=DOMAIN, side10_xml=NORTH, side2_xml=SOUTH, side_xml=NORTH)
    assert [party.name for party in scenario_at(folder).parties] == ["side", "side2", "side10"]


def test_a_folder_of_other_things_is_no_scenario(tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "things", pareto_xml="<pareto/>", notes_json='{"a": 1}')
    assert refused(folder)[1] == "no scenario lies in it"


def test_a_scenario_file_waits_for_nothing_it_does_not_need() -> None:
    """The start of a command is what one waits for on a small file."""
    heavy = "pydantic", "numpy", "numba", "ortools", "onetext.case.case", "rich", "xml.parsers.expat"
    code = (
        "import sys; from onetext.dealspace.formats.recognising import scenario_at; "
        f"import onetext.dealspace.solve; print([name for name in {heavy!r} if name in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
