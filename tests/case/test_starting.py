"""An empty, valid case on disk; nothing is ever overwritten."""

from __future__ import annotations

from pathlib import Path

import pytest

from onetext.case.access import Compartment
from onetext.case.check import check_case
from onetext.case.snapshot import examine
from onetext.case.starting import empty_case, start_case
from onetext.files.faults import Faults


def test_new_case_is_valid_and_has_its_first_compartment(tmp_path: Path) -> None:
    """D9: whoever opens a case finds one compartment."""
    path = start_case(tmp_path / "Mill Stream")

    case, faults = examine(tmp_path / "Mill Stream")
    assert path == tmp_path / "Mill Stream" / "case.yaml"
    assert faults == []
    assert case == empty_case("mill-stream")
    assert [compartment.id for compartment in case.all(Compartment)] == ["team"]


def test_new_case_has_the_title_it_was_given(tmp_path: Path) -> None:
    start_case(tmp_path / "mill", "The mill treaty")

    case, _ = examine(tmp_path / "mill")
    assert case is not None
    assert case.head.title == "The mill treaty"
    assert case.head.basis == "own_process"


@pytest.mark.parametrize("name", ["…", "вода", "--"])
def test_folder_whose_name_makes_no_id_gives_one_all_the_same(name: str, tmp_path: Path) -> None:
    start_case(tmp_path / name)

    case, _ = examine(tmp_path / name)
    assert case is not None
    assert case.head.id == "case"


def test_folder_that_exists_and_is_empty_is_used(tmp_path: Path) -> None:
    assert start_case(tmp_path).exists()


@pytest.mark.parametrize("inside", ["case.yaml", "holiday.jpg"])
def test_folder_that_holds_something_is_left_alone(inside: str, tmp_path: Path) -> None:
    (tmp_path / inside).write_text("mine")

    with pytest.raises(Faults, match="there is something here already"):
        start_case(tmp_path)

    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [(inside, "mine")]


def test_place_that_is_a_file_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mill").write_text("mine")

    with pytest.raises(Faults, match="there is something here already"):
        start_case(tmp_path / "mill")
    with pytest.raises(Faults, match="cannot be made"):
        start_case(tmp_path / "mill" / "inside")


def test_empty_case_has_no_fault() -> None:
    assert check_case(empty_case("mill", "The mill")) == []
