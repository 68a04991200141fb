"""Files of every kind become texts with their source; what cannot be read is a fault of its own."""

from __future__ import annotations

import json
from pathlib import Path
from time import perf_counter

import pytest

from onetext.reading.sources import corpus
from onetext.reading.sources.entries import entries
from onetext.reading.sources.entry import Entry

PAGE = """<!doctype html><html lang="en-GB"><head><title>No</title>
<meta property="og:site_name" content="The Lisse Post">
<meta property="article:published_time" content="2025-11-19T08:00">
<script>var no = "<p>no</p>";</script></head><body><nav>Home</nav>
<h1>Talks&nbsp;end</h1><p>The <b>envoy</b> said
that &ldquo;talks&rdquo; ended.<br>She left.</p><footer>No</footer></body></html>"""
LETTER = """From: Lisse Press <press@example.org>
Date: Wed, 19 Nov 2025 10:00:00 +0000
Subject: Talks end
Content-Type: text/plain; charset=utf-8

The envoy said that the talks had ended.
"""
LIST = """TY  - NEWS
TI  - Talks end
T2  - The Lisse Post
DA  - 2025/11/9/
LA  - English
UR  - https://example.org/a
AB  - The envoy said
that the talks had ended.
ER  -

TY  - NEWS
TI  - Nothing in it
ER  -
"""


def read(folder: Path, name: str, content: str) -> list[Entry]:
    path = folder / name
    path.write_text(content, encoding="utf-8")
    return list(entries([path]))


def test_page_gives_its_paragraphs_and_what_its_head_says(tmp_path: Path) -> None:
    (found,) = read(tmp_path, "a.html", PAGE)

    assert found.text == "Talks end\n\nThe envoy said that “talks” ended.\n\nShe left."
    assert (found.source.outlet, found.source.date, found.source.language) == ("The Lisse Post", "2025-11-19", "en")


@pytest.mark.parametrize(
    "markup", ["<p", "<![CDATA[ x", "<!-- no end", "</p></p>said<<<>", "<script>said", "&#0; &#xD800;", "<![said[ x>"]
)
def test_broken_markup_never_fails_r5(tmp_path: Path, markup: str) -> None:
    (found,) = read(tmp_path, "a.htm", f"<p>Yes.</p>{markup}")

    assert found.text is not None
    assert found.text.startswith("Yes.")


def test_letter_gives_its_subject_words_and_sender(tmp_path: Path) -> None:
    (found,) = read(tmp_path, "a.eml", LETTER)

    assert found.text == "Talks end\n\nThe envoy said that the talks had ended.\n"
    assert (found.source.outlet, found.source.date, found.source.title) == ("Lisse Press", "2025-11-19", "Talks end")


@pytest.mark.parametrize("content", ["", "Subject: x\n\n", "Content-Type: image/png\n\nAAAA"])
def test_letter_without_words_is_a_fault_or_its_subject(tmp_path: Path, content: str) -> None:
    (found,) = read(tmp_path, "a.eml", content)

    assert (found.text or "").strip() in {"", "x"}
    assert (found.text is None) == (found.fault is not None)


@pytest.mark.parametrize("opener", ["<?", "<!-- ", "<![CDATA[ ", "</", "<a "])
def test_what_a_page_never_closes_is_read_as_words_and_at_once(tmp_path: Path, opener: str) -> None:
    begun = perf_counter()
    (found,) = read(tmp_path, "a.htm", "<p>Yes.</p>" + opener * 20_000)

    assert found.text == "Yes.\n\n" + (opener * 20_000).strip()
    assert perf_counter() - begun < 5  # anew from each opener it was a minute


@pytest.mark.parametrize(
    "header",
    [
        "Subject: " + "(" * 20_000,
        "From: " + "(" * 20_000,
        "From: " + '"' * 40_000,
        "From: " + "[: " * 10_000,
        "Content-Type: " + ";" * 40_000,
        "Content-Type: " + "[a] " * 10_000,
    ],
)
def test_letter_with_headers_nested_without_end_is_still_read_and_at_once_r5(tmp_path: Path, header: str) -> None:
    begun = perf_counter()
    (found,) = read(tmp_path, "a.eml", f"{header}\n\nThe envoy left.\n")

    assert (found.text or "").strip().endswith("The envoy left.")
    assert perf_counter() - begun < 5  # the email package took the square of the length


def test_letter_of_a_strange_character_set_holds_characters_only(tmp_path: Path) -> None:
    head = "Subject: =?unicode_escape?q?Talks_=5Cud800?=\nContent-Type: text/plain; charset=unicode_escape\n\n"
    (found,) = read(tmp_path, "a.eml", head + "The envoy \\ud800 \\x00 left.\n")
    assert found.text is not None
    assert found.text.encode()
    assert "\x00" not in found.text


def test_reference_list_gives_one_text_a_reference(tmp_path: Path) -> None:
    whole, empty = read(tmp_path, "a.ris", LIST)

    assert whole.text == "Talks end\n\nThe envoy said\nthat the talks had ended."
    source = whole.source
    assert (source.outlet, source.date, source.language, source.url, source.line) == (
        "The Lisse Post",
        "2025-11-09",
        "en",
        "https://example.org/a",
        1,
    )
    assert empty.fault is not None
    assert empty.fault.address.endswith("reference 2")


def test_folder_is_read_by_name_and_what_nobody_reads_is_counted(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "sub/c.txt", ".hidden.txt", "d.pdf", "e.pdf", "own.jsonl"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("The envoy left.", encoding="utf-8")
    left_out: dict[str, int] = {}
    found = list(entries([tmp_path], (tmp_path / "own.jsonl").resolve(), left_out))

    assert [each.source.file for each in found] == ["a.md", "b.txt", "sub/c.txt"]
    assert left_out == {".pdf": 2}


def test_folder_without_articles_is_a_fault(tmp_path: Path) -> None:
    (found,) = entries([tmp_path])

    assert found.fault is not None
    assert found.fault.problem == "no file to read in this folder"


def test_line_too_long_or_not_text_is_one_fault_and_the_next_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(corpus, "MOST_LINE", 60)
    path = tmp_path / "c.jsonl"
    good = json.dumps({"id": "a", "text": "The envoy left."}).encode()
    path.write_bytes(b"\xef\xbb\xbf" + good + b"\r\n\r\n" + b"x" * 200 + b"\n\xff\xfe\n" + good)
    found = list(entries([path]))

    assert [(each.text, each.source.line) for each in found] == [
        ("The envoy left.", 1),
        (None, 3),
        (None, 4),
        ("The envoy left.", 5),
    ]
    assert found[0].key == found[3].key


def test_key_changes_with_the_text(tmp_path: Path) -> None:
    (one,) = read(tmp_path, "a.txt", "The envoy left.")
    (other,) = read(tmp_path, "a.txt", "The envoy came.")

    assert one.key != other.key
