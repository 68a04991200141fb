"""Records are added to a case on disk whole or not at all, and no file written by hand is touched."""

from __future__ import annotations

from pathlib import Path

import pytest

from onetext.case.adding import add_records
from onetext.case.record import Record
from onetext.case.snapshot import examine, read_case
from onetext.case.work import Comment, Deadline
from onetext.files.faults import Faults
from tests.case.cases import MILL

COMMENT = Comment(id="cm1", about="p1", text="Who holds the key?")
DEADLINE = Deadline(id="dl1", title="The weir is mended", point="p1")
LOST = Comment(id="cm2", about="nowhere", text="?")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "case.yaml").write_text(f"# by hand\n{MILL}")
    return tmp_path


def ids(path: Path, model: type[Record]) -> list[str]:
    return [record.id for record in read_case(path).all(model)]


def test_folder_gets_a_file_of_its_own_for_what_is_added(folder: Path) -> None:
    assert add_records(folder, read_case(folder), [COMMENT]) == folder / "added.yaml"
    add_records(folder, read_case(folder), [DEADLINE, COMMENT.model_copy(update={"id": "cm3"})])

    assert ids(folder, Comment) == ["cm1", "cm3"]
    assert ids(folder, Deadline) == ["dl1"]
    assert (folder / "case.yaml").read_text() == f"# by hand\n{MILL}"
    assert examine(folder)[1] == []


@pytest.mark.parametrize("before", ["# to come\n", "comments:\n", "onetext: case/1\n"])
def test_file_for_what_is_added_may_hold_nothing_yet(before: str, folder: Path) -> None:
    (folder / "added.yaml").write_text(before)

    add_records(folder, read_case(folder), [COMMENT])

    assert ids(folder, Comment) == ["cm1"]


def test_one_file_is_written_anew(tmp_path: Path) -> None:
    file = tmp_path / "mill.yaml"
    file.write_text(MILL)
    before = read_case(file)

    assert add_records(file, before, [COMMENT]) == file

    assert ids(file, Comment) == ["cm1"]
    assert read_case(file).records["party"] == before.records["party"]


@pytest.mark.parametrize("kind", ["folder", "file"])
def test_nothing_is_written_when_one_record_does_not_fit(kind: str, folder: Path) -> None:
    path = folder if kind == "folder" else folder / "case.yaml"

    with pytest.raises(Faults, match="there is no record 'nowhere'"):
        add_records(path, read_case(path), [COMMENT, LOST])

    assert [(file.name, file.read_text()) for file in folder.iterdir()] == [("case.yaml", f"# by hand\n{MILL}")]


def test_id_that_is_taken_is_not_added(folder: Path) -> None:
    with pytest.raises(Faults, match="the id 'north' is also that of"):
        add_records(folder, read_case(folder), [COMMENT.model_copy(update={"id": "north"})])
