"""Articles of older programs are read; what is no text is refused, and what was guessed is said."""

from pathlib import Path

import pytest

from onetext.files.faults import Faults
from onetext.reading.documents import read_entry
from onetext.reading.settings import Settings
from onetext.reading.sources.encoding import article_text
from onetext.reading.sources.entries import entries

WORDS = "The envoy said “the talks” ended.\r\nShe left Zürich.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_is_read_with_and_without_a_mark(encoding: str) -> None:
    assert article_text(WORDS.encode(encoding), "a.txt") == (WORDS, None)


def test_utf_16_of_other_scripts_is_read_by_its_mark() -> None:
    assert article_text("Переговоры 会谈".encode("utf-16"), "a.txt") == ("Переговоры 会谈", None)


def test_bytes_of_windows_are_read_as_such_and_it_is_said() -> None:
    assert article_text(WORDS.encode("cp1252"), "a.txt") == (WORDS, "Windows-1252")


@pytest.mark.parametrize("data", [b"", b"a"])
def test_hardly_any_bytes_are_utf_8(data: bytes) -> None:
    assert article_text(data, "a.txt") == (data.decode(), None)


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"PK\x03\x04\x00\x00", "binary content (a null at byte 4)"),
        (b"A\x00 met B and C. \x00", "binary content (a null at byte 1)"),
        (b"\xff\xfea\x00\x00\x00", "binary content (a control sign at character 1)"),
        (b"\xff\xfea", "not whole UTF-16 text (byte 2)"),
        (b"\x01caf\xe9", "not UTF-8 text (byte 4)"),
        (b"caf\xe9 \x81", "not UTF-8 text (byte 3)"),
    ],
)
def test_what_is_no_text_is_refused_with_its_place(data: bytes, problem: str) -> None:
    with pytest.raises(Faults) as refused:
        article_text(data, "a.txt")

    assert refused.value.faults[0].problem == problem


@pytest.mark.parametrize(("name", "head"), [("a.txt", ""), ("a.html", "<p>")])
def test_document_of_a_guessed_encoding_says_so(tmp_path: Path, name: str, head: str) -> None:
    (tmp_path / name).write_bytes(f"{head}The envoy left Zürich.".encode("cp1252"))
    (entry,) = entries([tmp_path / name])
    document = read_entry(entry, Settings(with_model=False))

    assert entry.text == "The envoy left Zürich."
    assert document.limits[-1] == "The file is not in UTF-8; it was read as Windows-1252."


def test_page_names_its_own_character_set_before_any_guess(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes('<meta charset="windows-1251"><p>Переговоры</p>'.encode("cp1251"))
    (entry,) = entries([tmp_path / "a.html"])

    assert (entry.text, entry.encoding) == ("Переговоры", None)
