"""A draft as PDF, read back: its words, and the tags by which a screen reader finds its headings."""

from __future__ import annotations

import io
from typing import cast

import pypdf

from onetext.brief.draft_pdf import draft_pdf
from onetext.drafting.docx.paragraphs import Paragraph, same

PARAGRAPHS = [
    Paragraph("Title", same("The text")),
    Paragraph("Heading1", same("Rivers")),
    Paragraph("Heading2", same("1 Water")),
    Paragraph("Normal", same("Water [shall] #flow $x$."), comment="summary, not the wording"),
]


def test_pdf_of_a_draft_holds_its_words_as_data() -> None:
    page = pypdf.PdfReader(io.BytesIO(draft_pdf(PARAGRAPHS))).pages[0].extract_text()

    for words in ("The text", "Rivers", "1 Water", "Water [shall] #flow $x$. (summary, not the wording)"):
        assert words in page


def test_pdf_of_a_draft_is_tagged_and_dates_nothing() -> None:
    reader = pypdf.PdfReader(io.BytesIO(draft_pdf(PARAGRAPHS)))
    catalog = cast("pypdf.generic.DictionaryObject", reader.trailer["/Root"])

    assert str(cast("pypdf.generic.DictionaryObject", catalog["/MarkInfo"])["/Marked"]) == "True"
    assert {"/H1", "/H2", "/H3", "/P"} <= set(_tags(catalog["/StructTreeRoot"]))
    assert reader.metadata is not None
    assert reader.metadata.title == "The text"
    assert reader.metadata.creation_date is None


def _tags(node: object) -> list[str]:
    found = node.get_object() if isinstance(node, pypdf.generic.IndirectObject) else node
    if isinstance(found, pypdf.generic.ArrayObject):
        return [tag for child in found for tag in _tags(child)]
    if not isinstance(found, pypdf.generic.DictionaryObject):
        return []
    return [str(found.get("/S", "")), *_tags(found.get("/K"))]
