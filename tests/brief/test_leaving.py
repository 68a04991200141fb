"""What leaves, in which format, and the record of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from onetext.brief.compose import handout, speaking_note
from onetext.brief.leaving import bytes_of, items_of, record_of
from onetext.brief.sheet import Sheet
from onetext.disclosure.reader import reader_of
from onetext.files.faults import Faults
from tests.brief.cases import DAY, process


def sheet() -> Sheet:
    return handout(process(), reader_of(process(), "north", DAY), DAY, copy=2)


def test_every_format_holds_the_same_lines() -> None:
    briefs = [bytes_of(sheet(), Path(f"b{ending}"))[0] for ending in (".pdf", ".html", ".md")]

    assert briefs[0] == briefs[1] == briefs[2]


def test_other_format_is_refused_with_those_there_are() -> None:
    with pytest.raises(Faults) as refused:
        bytes_of(sheet(), Path("b.docx"))

    [fault] = refused.value.faults
    assert fault.problem == "'.docx' is no format of a brief"
    assert fault.remedy == "name a file that ends in .pdf, .html or .md"


def test_page_in_html_asks_nobody_and_leads_to_its_notes() -> None:
    """M2: addresses are words to copy; each mark has its note."""
    _brief, leaving = bytes_of(sheet(), Path("b.html"))
    page = leaving.data.decode()

    marks = set(re.findall(r'href="#(note-[0-9]+)"', page))
    assert marks == set(re.findall(r'id="(note-[0-9]+)"', page))
    assert re.findall(r'(?:href|src)="(?!#)', page) == []
    assert '<span class="address">https://gazette.example/1</span>' in page


def test_words_of_a_record_are_not_taken_for_markdown_or_html() -> None:
    brief, _leaving = bytes_of(sheet(), Path("b.md"))
    record = process().records["statement"][0].model_copy(update={"text": "<b>*no*</b> [toll](x)"})
    case = type(process())(process().head, {**process().records, "statement": (record,)})
    asked = handout(case, reader_of(case, "north", DAY), DAY)

    assert "\\<b\\>\\*no\\*\\</b\\> \\[toll\\](x)" in bytes_of(asked, Path("b.md"))[1].data.decode()
    assert "&lt;b&gt;*no*&lt;/b&gt; [toll](x)" in bytes_of(asked, Path("b.html"))[1].data.decode()
    assert brief.notes


def test_record_of_the_export_holds_what_is_on_the_page() -> None:
    """D6: what, by whom, for whom, which copy, the hash of the bytes; drafts count in outline only."""
    brief, leaving = bytes_of(sheet(), Path("b.pdf"))
    record = record_of(process(), brief, leaving, by="meg")

    assert (record.what, record.for_, record.about, record.by, record.copy_) == ("handout", "north", None, "meg", "2")
    assert (record.at, record.hash) == ("2025-05-20", leaving.hash)
    assert {item.names for item in record.items} == {note.id for note in brief.notes}
    assert {item.extent for item in record.items if item.draft} == {"outline"}


def test_note_about_somebody_is_recorded_as_about_them() -> None:
    reader, audience = reader_of(process(), "meg", DAY), reader_of(process(), "south", DAY)
    brief, leaving = bytes_of(speaking_note(process(), reader, audience, DAY), Path("b.md"))
    record = record_of(process(), brief, leaving, by="meg")

    assert (record.what, record.for_, record.about) == ("speaking_note", "meg", "south")
    assert len(items_of(process(), brief)) == len(brief.notes)
