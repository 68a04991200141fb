"""Reading Word files of others: every word and author, and nothing that could hurt."""

from __future__ import annotations

import io
import tracemalloc
import zipfile
from random import Random
from xml.sax.saxutils import escape

import pytest

from onetext.drafting.docx.reading import Document, read_docx
from onetext.files.faults import Faults

SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TAGS = {"+": "ins", "-": "del", "<": "moveFrom", ">": "moveTo"}
Said = tuple[str, str, str]
"""Sign, author, text."""


def file_of(body: str, **parts: str | bytes) -> bytes:
    """A Word file; further parts by name below ``word/``, ``__`` for the dot."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:document {SPACE}><w:body>{body}</w:body></w:document>")
        for name, text in parts.items():
            archive.writestr("word/" + name.replace("__", "."), text)
    return buffer.getvalue()


def paragraph(inner: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def run(text: str, tag: str = "t") -> str:
    return f'<w:r><w:{tag} xml:space="preserve">{escape(text)}</w:{tag}></w:r>'


def change(sign: str, author: str, text: str) -> str:
    if sign == "=":
        return run(text)
    tag = TAGS[sign]
    inner = run(text, "delText" if sign == "-" else "t")
    return f'<w:{tag} w:id="1" w:author="{author}" w:date="2025-01-02T03:04:00Z">{inner}</w:{tag}>'


def said(found: Document) -> list[Said]:
    return [
        (one.marks[0].kind if one.marks else "=", one.marks[0].author if one.marks else "", one.text)
        for each in found.paragraphs
        for one in each.pieces
    ]


def test_every_word_and_author_of_generated_documents_is_read() -> None:
    for seed in range(200):
        chance = Random(seed)
        rows: list[Said] = []
        for at in range(chance.randint(1, 30)):
            sign = chance.choice("=+-<>")
            rows.append((sign, "" if sign == "=" else chance.choice(["Ana", "Бен", "ع"]), f"{at} & {chance.random()} "))
        found = read_docx(file_of("".join(paragraph(change(*row)) for row in rows)), "f")

        assert said(found) == rows
        assert found.faults == ()


def test_deletion_in_an_insertion_keeps_both_authors() -> None:
    inner = change("-", "Ben", "gone")
    (one,) = read_docx(file_of(paragraph(f'<w:ins w:author="Ana">{inner}</w:ins>')), "f").paragraphs[0].pieces

    assert [(mark.kind, mark.author) for mark in one.marks] == [("+", "Ana"), ("-", "Ben")]


def test_end_of_a_paragraph_that_was_taken_out_joins_two() -> None:
    gone = '<w:rPr><w:del w:author="Ana"/></w:rPr>'
    found = read_docx(file_of(paragraph(run("one "), gone) + paragraph(run("two"))), "f")

    assert found.settled(taken=True) == ("one two",)
    assert found.settled(taken=False) == ("one ", "two")


def test_comment_is_read_with_its_author_its_day_and_the_words_it_is_tied_to() -> None:
    body = f'<w:commentRangeStart w:id="4"/>{run("the words")}<w:commentRangeEnd w:id="4"/>{run(" not these")}'
    comments = (
        f'<w:comments {SPACE}><w:comment w:id="4" w:author="Ana" w:date="2025-01-02T00:00:00Z">'
        f"{paragraph(run('Why?'))}</w:comment></w:comments>"
    )
    (one,) = read_docx(file_of(paragraph(body), comments__xml=comments), "f").comments

    assert (one.author, one.date, one.text, one.about) == ("Ana", "2025-01-02T00:00:00Z", "Why?", "the words")


def test_footnote_is_called_in_the_text_and_read_beside_it() -> None:
    inner = paragraph(change("+", "Ana", "See II."))
    notes = f'<w:footnotes {SPACE}><w:footnote w:id="2">{inner}</w:footnote></w:footnotes>'
    body = paragraph(run("Water") + '<w:r><w:footnoteReference w:id="2"/></w:r>')
    found = read_docx(file_of(body, footnotes__xml=notes), "f")

    assert found.settled(taken=True) == ("Water[^2]",)
    (note,) = found.notes
    assert (note.kind, note.id, note.paragraphs[0].pieces[0].marks[0].author) == ("footnote", "2", "Ana")


def test_cells_of_a_table_have_their_places() -> None:
    def cell(text: str) -> str:
        return f"<w:tc>{paragraph(run(text))}</w:tc>"

    table = f"<w:tbl><w:tr>{cell('a')}{cell('b')}</w:tr><w:tr>{cell('c')}</w:tr></w:tbl>"
    found = read_docx(file_of(table + paragraph(run("after"))), "f")

    assert [one.cell for one in found.paragraphs] == [(1, 1, 1), (1, 1, 2), (1, 2, 1), None]


def test_table_in_a_table_and_a_row_in_a_control_are_read_once() -> None:
    inner = f"<w:tbl><w:tr><w:tc>{paragraph(run('in'))}</w:tc></w:tr></w:tbl>"
    row = f"<w:tr><w:tc>{inner}{paragraph(run('out'))}</w:tc></w:tr>"
    found = read_docx(file_of(f"<w:tbl><w:sdt><w:sdtContent>{row}</w:sdtContent></w:sdt></w:tbl>"), "f")

    assert found.settled(taken=True) == ("in", "out")
    assert [one.cell for one in found.paragraphs] == [(2, 1, 1), (1, 1, 1)]


def test_numbers_of_a_list_are_counted_as_word_counts_them() -> None:
    levels = (
        '<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1.%2)"/></w:lvl>'
    )
    numbering = (
        f'<w:numbering {SPACE}><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    deep = [0, 1, 1, 0, 1]
    shape = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr>'
    body = "".join(paragraph(run("x"), shape.format(level)) for level in deep)
    found = read_docx(file_of(body, numbering__xml=numbering), "f")

    assert [one.number for one in found.paragraphs] == ["1.", "1.i)", "1.ii)", "2.", "2.i)"]


def test_what_is_not_understood_is_reported_with_its_place_and_keeps_its_words() -> None:
    found = read_docx(file_of(paragraph(run("a")) + paragraph(f"<w:riddle>{run('b')}</w:riddle>")), "f.docx")

    assert found.settled(taken=True) == ("a", "b")
    assert [(fault.address, fault.problem) for fault in found.faults] == [
        ("f.docx: word/document.xml, paragraph 2", "'riddle' is not understood; its words are kept")
    ]


def test_macros_and_templates_outside_are_reported_and_left_alone() -> None:
    relation = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        'Type="x/attachedTemplate" Target="http://example.org/t.dotm" TargetMode="External"/></Relationships>'
    )
    found = read_docx(file_of(paragraph(run("a")), vbaProject__bin=b"\0", settings__rels=relation), "f")

    assert found.settled(taken=True) == ("a",)
    assert [fault.problem.split(";")[0].split(",")[0] for fault in found.faults] == [
        "holds macros",
        "a attachedTemplate outside the file",
    ]


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"not a zip", "not a Word file"),
        (file_of("<w:p>" + " " * 17_000_000 + "</w:p>"), "bytes unpacked"),
        (file_of("<w:p>" * 200 + "</w:p>" * 200), "nested deeper"),
        (file_of("<w:p>"), "cannot be read"),
        (file_of("<w:p/>" * 400_001), "elements"),
        (file_of("", comments__xml='<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "document type"),
        (file_of("", comments__xml='<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'.encode("utf-16")), "document type"),
    ],
    ids=["no zip", "bomb", "deep", "broken", "wide", "entities", "entities in another encoding"],
)
def test_file_that_could_hurt_is_refused_with_its_place(data: bytes, problem: str) -> None:
    with pytest.raises(Faults, match=problem) as caught:
        read_docx(data, "f.docx")
    assert caught.value.faults[0].address.startswith("f.docx")


def test_five_thousand_changes_take_little_room() -> None:
    data = file_of(paragraph("".join(change("+-"[at % 2], "Ana", f"word {at} ") for at in range(5_000))))
    tracemalloc.start()
    found = read_docx(data, "f")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(found.paragraphs[0].pieces) == 5_000
    assert peak < 200_000_000
