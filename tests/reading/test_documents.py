import json
from pathlib import Path

import pytest

from onetext.files.faults import Faults
from onetext.reading.documents import read_documents, read_files

GOOD = "Ana Petrova said that the talks had ended."


def test_byte_order_mark_is_dropped_and_line_ends_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbfTitle\r\n\r\n" + GOOD.encode())
    (document,) = read_documents([path])["documents"]

    assert document["source"]["chars"] == len("Title\r\n\r\n" + GOOD)
    assert document["statements"][0]["source_span"] == [9, 20]


@pytest.mark.parametrize("data", [b"", b" \n ", b"\x89PNG\x00\x01", b"\xff\xfe\x00", b"a\x00b", b"caf\xe9 \x81"])
def test_file_that_cannot_be_read_is_one_fault_with_a_remedy(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(Faults) as caught:
        read_documents([path])

    (fault,) = caught.value.faults
    assert fault.address.startswith(str(path))
    assert fault.remedy


def test_oversized_file_is_one_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("a" * 100)
    monkeypatch.setattr("onetext.reading.sources.entries.MOST_BYTES", 50)

    with pytest.raises(Faults, match="100 bytes"):
        read_documents([path])


def test_missing_file_beside_a_good_one_is_an_error_in_its_own_document(tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text(GOOD)
    found = read_documents([tmp_path / "none.txt", good])["documents"]

    assert [document["error"] is None for document in found] == [False, True]
    assert found[0]["error"]["problem"] == "there is no such file"
    assert [len(document["statements"]) for document in found] == [0, 1]


def test_corpus_gives_one_document_a_line_and_one_error_a_bad_line(tmp_path: Path) -> None:
    path = tmp_path / "c.jsonl"
    lines = [
        json.dumps({"id": 7, "text": GOOD, "outlet": "Post", "date": "2025-11-19", "url": "https://example.org/a"}),
        "not json",
        '{"id": "x"}',
        '{"id": "y", "text": ""}',
        '{"id": "z", "text": "a", "date": 5}',
        "[1]",
    ]
    path.write_text("\n".join(lines))
    found = read_documents([path])["documents"]

    assert (found[0]["id"], found[0]["source"]["outlet"], found[0]["source"]["date"]) == ("7", "Post", "2025-11-19")
    assert [document["error"] and document["error"]["address"] for document in found] == [
        None,
        *(f"{path}, line {number}" for number in range(2, 7)),
    ]


def test_every_document_has_every_key_of_the_format(tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text(GOOD)
    keys = {"source", "language", "error", "persons", "statements", "contacts", "disclosures", "deadlines", "plan"}
    keys |= {"questions", "demands", "agreements", "engine", "limits", "read_to"}
    found = read_documents([good, tmp_path / "none.txt"])["documents"]

    assert all(keys <= set(document) for document in found)
    assert json.loads(json.dumps(found)) == found


def test_files_are_read_one_after_the_other(tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text(GOOD)

    assert next(read_files([good, Path("/nowhere")])).error is None


def test_half_of_a_character_in_a_corpus_is_refused_and_a_whole_one_is_read(tmp_path: Path) -> None:
    path = tmp_path / "corpus.jsonl"
    path.write_text('{"text": "Ana \\ud83d said yes."}\n{"text": "Ana \\ud83d\\ude00 said yes."}\n', encoding="utf-8")
    half, whole = read_files([path], with_model=False)
    assert half.error is not None
    assert half.error.problem == "half of a pair of code units"
    assert whole.error is None
