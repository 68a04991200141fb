"""A run goes on with the file of the one before, and writes over nobody's."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from onetext.files.faults import Faults
from onetext.reading.bulk.output import Output
from onetext.reading.documents import read_line
from onetext.reading.records import Source
from onetext.reading.settings import Settings
from onetext.reading.sources.entry import Entry

PLAIN = Settings(with_model=False)
TEXTS = [
    Entry(Source(file="c.jsonl", line=n, id=str(n)), f"c.jsonl, line {n}", f"Envoy {n} left.") for n in range(1, 5)
]


def write(path: Path, texts: list[Entry]) -> int:
    """How many were read."""
    with Output(path) as output:
        missing = list(output.missing(texts))
        for entry in missing:
            output.add(read_line(entry, PLAIN))
    return len(missing)


def test_stopped_run_goes_on_and_ends_with_the_same_bytes(tmp_path: Path) -> None:
    assert write(tmp_path / "whole.jsonl", TEXTS) == 4
    assert write(tmp_path / "parts.jsonl", TEXTS[:2]) == 2
    assert write(tmp_path / "parts.jsonl", TEXTS) == 2
    assert (tmp_path / "parts.jsonl").read_bytes() == (tmp_path / "whole.jsonl").read_bytes()


@pytest.mark.parametrize("cut", [1, 3, 40, 300])
def test_torn_last_line_is_read_again(tmp_path: Path, cut: int) -> None:
    whole, torn = tmp_path / "whole.jsonl", tmp_path / "torn.jsonl"
    write(whole, TEXTS)
    rows = whole.read_bytes().splitlines(keepends=True)
    torn.write_bytes(b"".join(rows[:2]) + rows[2][:cut])

    assert write(torn, TEXTS) == 2
    assert torn.read_bytes() == whole.read_bytes()


def test_text_that_stands_twice_is_held_as_often_as_it_was_written(tmp_path: Path) -> None:
    twice = [TEXTS[0], TEXTS[0]]
    assert write(tmp_path / "out.jsonl", twice[:1]) == 1
    assert write(tmp_path / "out.jsonl", twice) == 1


@pytest.mark.parametrize(
    "content",
    ["An article.", '{"id": "1", "text": "The envoy left."}', '{"id": 1, "text": "The envoy left."}\n', "{}\n"],
)
def test_file_of_somebody_else_is_left_as_it_is(tmp_path: Path, content: str) -> None:
    path = tmp_path / "theirs.jsonl"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(Faults, match="no document of a reading"):
        write(path, TEXTS)

    assert path.read_text(encoding="utf-8") == content


def test_second_run_at_once_is_refused(tmp_path: Path) -> None:
    with Output(tmp_path / "out.jsonl"), pytest.raises(Faults, match="another run"):
        Output(tmp_path / "out.jsonl")


def test_head_of_any_length_is_known_again(tmp_path: Path) -> None:
    long = replace(TEXTS[0], source=replace(TEXTS[0].source, id='"\\' * 30_000, title="t" * 50_000))
    assert write(tmp_path / "out.jsonl", [long]) == 1
    assert write(tmp_path / "out.jsonl", [long]) == 0
