"""A file that somebody else made is looked at before anything parses it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from onetext.files.faults import Fault, Faults
from onetext.files.opening import decode, read_bytes, read_text


def refused(path: Path, most_bytes: int = 1000) -> Fault:
    with pytest.raises(Faults) as error:
        read_text(path, most_bytes)
    [fault] = error.value.faults
    return fault


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def test_text_comes_with_its_line_ends_and_without_the_mark(tmp_path: Path) -> None:
    """Offsets are counted in the decoded file: mark dropped, line ends kept."""
    file = written(tmp_path / "a.txt", b"\xef\xbb\xbfone\r\ntwo\rthree\n\xef\xbb\xbf")

    assert read_text(file) == "one\r\ntwo\rthree\n\ufeff"


def test_empty_file_is_empty_text(tmp_path: Path) -> None:
    assert read_text(written(tmp_path / "a.txt", b"")) == ""


@pytest.mark.parametrize(
    ("data", "problem", "remedy"),
    [
        (b"caf\xe9", "not UTF-8 text (byte 3)", "save it as plain text in UTF-8, or name another file"),
        ("näht".encode("utf-16"), "not UTF-8 text (byte 0)", "save it as plain text in UTF-8, or name another file"),
        (b"\xed\xa0\x80", "not UTF-8 text (byte 0)", "save it as plain text in UTF-8, or name another file"),
        (b"\xc0\x80", "not UTF-8 text (byte 0)", "save it as plain text in UTF-8, or name another file"),
        (b"PK\x03\x04\x00\x00", "binary content (a null at character 4)", "name a text file"),
        (b"\x89PNG\r\n\x1a\n", "not UTF-8 text (byte 0)", "save it as plain text in UTF-8, or name another file"),
    ],
)
def test_what_is_no_text_is_refused_with_the_place(data: bytes, problem: str, remedy: str, tmp_path: Path) -> None:
    file = written(tmp_path / "a.yaml", data)

    assert refused(file) == Fault(str(file), problem, remedy)


def test_bytes_are_decoded_under_the_address_they_are_given() -> None:
    with pytest.raises(Faults, match=r"^pasted text: not UTF-8"):
        decode(b"\xff", "pasted text")


def test_file_of_exactly_the_most_bytes_is_read_and_one_more_is_not(tmp_path: Path) -> None:
    file = written(tmp_path / "a.txt", b"x" * 1000)
    assert len(read_bytes(file, 1000)) == 1000

    assert refused(written(file, b"x" * 1001)) == Fault(
        str(file),
        "the file has 1,001 bytes; at most 1,000 are read",
        "split it, or check that it is the right file",
    )


def test_huge_file_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "huge.yaml"
    with file.open("wb") as handle:
        handle.truncate(10**12)
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("it was read"))

    assert refused(file).problem == "the file has 1,000,000,000,000 bytes; at most 1,000 are read"


def test_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "gone.yaml"

    assert refused(file) == Fault(str(file), "there is no such file", "check the path")


def test_folder_and_pipe_are_no_files(tmp_path: Path) -> None:
    """A pipe would be waited for without end."""
    os.mkfifo(tmp_path / "pipe")

    for path in (tmp_path, tmp_path / "pipe", Path("/dev/zero")):
        assert refused(path) == Fault(str(path), "this is not a regular file", "name a file")


def test_file_that_may_not_be_read_is_refused_with_the_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    file = written(tmp_path / "a.yaml", b"x")
    monkeypatch.setattr(Path, "read_bytes", closed)

    assert refused(file) == Fault(
        str(file), "the file cannot be read: Permission denied", "check its permissions and path"
    )


@pytest.mark.parametrize("name", ["a\x00b", "x" * 5000])
def test_path_that_cannot_be_is_refused(name: str, tmp_path: Path) -> None:
    fault = refused(tmp_path / name)

    assert fault.level == "error"
    assert fault.remedy in ("check the path", "check its permissions and path")


def test_link_to_itself_is_refused(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")

    assert refused(tmp_path / "loop").level == "error"
