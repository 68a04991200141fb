"""A file is written whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Any

import pytest

from onetext.files.faults import Faults
from onetext.files.writing import write_whole


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_new_file_holds_what_was_given_and_others_may_read_it(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.yaml", b"one\r\n")

    assert (tmp_path / "a.yaml").read_bytes() == b"one\r\n"
    assert stat.S_IMODE((tmp_path / "a.yaml").stat().st_mode) == 0o644
    assert names(tmp_path) == ["a.yaml"]


def test_old_file_is_replaced_and_keeps_its_permissions(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(b"old and longer")
    file.chmod(0o600)

    write_whole(file, b"new")

    assert file.read_bytes() == b"new"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_old_file_is_whole_when_writing_fails(step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is lost or half-written."""
    file = tmp_path / "a.yaml"
    file.write_bytes(b"old")

    def full(*arguments: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(*((os, "fsync", full) if step == "fsync" else (Path, "replace", full)))
    with pytest.raises(Faults, match="cannot be written: No space left on device"):
        write_whole(file, b"new")

    assert file.read_bytes() == b"old"
    assert names(tmp_path) == ["a.yaml"]


def test_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Faults) as error:
        write_whole(tmp_path / "gone" / "a.yaml", b"x")

    [fault] = error.value.faults
    assert (fault.problem, fault.remedy) == (
        "cannot be written: No such file or directory",
        "choose a folder that exists",
    )


def test_folder_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").mkdir()

    with pytest.raises(Faults, match="cannot be written"):
        write_whole(tmp_path / "a.yaml", b"x")

    assert names(tmp_path) == ["a.yaml"]


def test_link_stays_and_the_file_it_names_is_written(tmp_path: Path) -> None:
    (tmp_path / "link.yaml").symlink_to("a.yaml")

    write_whole(tmp_path / "link.yaml", b"one")

    assert (tmp_path / "link.yaml").is_symlink()
    assert (tmp_path / "a.yaml").read_bytes() == b"one"


def test_pipe_or_device_is_never_put_out_of_its_place(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    with pytest.raises(Faults, match="no regular file"):
        write_whole(tmp_path / "pipe", b"x")

    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)


def test_stopped_writing_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*arguments: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", stopped)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "a.yaml", b"new")

    assert names(tmp_path) == []


def test_longest_name_that_a_system_takes_can_be_written(tmp_path: Path) -> None:
    write_whole(tmp_path / ("я" * 120), b"x")

    assert names(tmp_path) == ["я" * 120]
