"""The PDF: one page, the same bytes, nothing lost silently."""

from __future__ import annotations

import io
from datetime import date

import pypdf
import pytest

from onetext.brief import pdf
from onetext.brief.compose import handout, speaking_note
from onetext.brief.pdf import fitted
from onetext.brief.sheet import Sheet
from onetext.disclosure.reader import reader_of
from tests.brief.cases import DAY, example, process


def sheet(name: str, day: date, who: str, about: str | None = None) -> Sheet:
    case = example(name, day)
    reader = reader_of(case, who, day)
    if about is None:
        return handout(case, reader, day)
    return speaking_note(case, reader, reader_of(case, about, day), day)


@pytest.mark.parametrize(
    ("name", "day", "who", "about"),
    [
        ("river-basin", date(2025, 6, 10), "public", None),
        ("river-basin", date(2025, 6, 10), "north", None),
        ("river-basin", date(2025, 6, 10), "south", None),
        ("river-basin", date(2025, 6, 10), "ana", "south"),
        ("river-basin", date(2025, 6, 10), "ben", "delta"),
        ("ukraine-2025", date(2025, 11, 19), "public", None),
        ("ukraine-2025", date(2025, 11, 25), "ukraine", None),
        ("ukraine-2025", date(2025, 11, 25), "russia", "us"),
    ],
)
def test_brief_is_one_page_on_which_every_line_stands(name: str, day: date, who: str, about: str | None) -> None:
    """And what is not on it is said to be left out."""
    brief, data = fitted(sheet(name, day, who, about))
    pages = pypdf.PdfReader(io.BytesIO(data)).pages
    printed = "".join(pages[0].extract_text().split())

    assert len(pages) == 1
    for line in brief.lines:
        assert "".join(line.text.split())[:40] in printed
    assert "".join(brief.notes[-1].text.split())[:30] in printed
    said = sum(int(line.text.split()[0]) for line in brief.lines if "left out for space" in line.text)
    assert said == brief.left_out


def test_pdf_made_twice_is_the_same_bytes() -> None:
    """B2, with nothing kept from the first time."""
    asked = sheet("river-basin", date(2025, 6, 10), "north")
    _brief, first = fitted(asked)
    pdf.compiled.cache_clear()
    _brief, second = fitted(asked)

    assert first == second


def test_page_bears_copy_day_and_page_number() -> None:
    reader = reader_of(process(), "north", DAY)
    _brief, data = fitted(handout(process(), reader, DAY, copy=7))
    [page] = pypdf.PdfReader(io.BytesIO(data)).pages
    text = page.extract_text()

    assert "copy 7 · 20 May 2025" in text
    assert "page 1 of 1" in text


def test_marks_of_typst_in_a_record_stay_words() -> None:
    """What strangers write is shown, never run."""
    asked = handout(process(), reader_of(process(), "north", DAY), DAY)
    record = process().records["statement"][0].model_copy(update={"text": "#panic(1) *no* $x$ \\ [toll] <tag>"})
    case = type(asked.shown)(
        process().head, {**process().records, "statement": (record, *process().records["statement"][1:])}
    )
    _brief, data = fitted(handout(case, reader_of(case, "north", DAY), DAY))

    assert "#panic(1) *no* $x$ \\ [toll] <tag>" in pypdf.PdfReader(io.BytesIO(data)).pages[0].extract_text()


def test_pdf_says_nothing_of_who_made_it_and_when() -> None:
    _brief, data = fitted(handout(process(), reader_of(process(), "north", DAY), DAY))
    about = pypdf.PdfReader(io.BytesIO(data)).metadata

    assert about is not None
    assert {"/Author", "/CreationDate", "/ModDate"} & set(about) == set()
