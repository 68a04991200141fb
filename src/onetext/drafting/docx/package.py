"""The bytes of a Word file (ECMA-376): the same for the same paragraphs, and nothing in it but them.

No part for properties is written, no revision numbers, no names of programs or machines; times in the ZIP are 1980.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from onetext.case.plan import Draft
from onetext.drafting.docx.paragraphs import Paragraph

_EPOCH = (1980, 1, 1, 0, 0, 0)
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_WRAPS = {"-": "del", "+": "ins", "<": "moveFrom", ">": "moveTo"}
_STYLES = (("Title", "Title", 36, ""), ("Heading1", "heading 1", 28, "0"), ("Heading2", "heading 2", 24, "1"))


def write_docx(paragraphs: Sequence[Paragraph], *, author: str = "onetext", day: str | None = None) -> bytes:
    """A Word file with changes and comments by ``author``, dated ``day`` (``2025-10-14``) or not at all.

    Characters that XML cannot hold (controls) are written as U+FFFD.
    """
    writer = _Writer(author, day)
    body = "".join(writer.paragraph(paragraph, *_ends(paragraphs, at)) for at, paragraph in enumerate(paragraphs))
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations({"rId1": ("officeDocument", "word/document.xml")}),
        "word/_rels/document.xml.rels": _relations(
            {"rId1": ("styles", "styles.xml"), "rId2": ("comments", "comments.xml")}
        ),
        "word/comments.xml": f'{_HEAD}<w:comments xmlns:w="{_W}">{"".join(writer.comments)}</w:comments>',
        "word/document.xml": f'{_HEAD}<w:document xmlns:w="{_W}"><w:body>{body}<w:sectPr/></w:body></w:document>',
        "word/styles.xml": _styles(),
    }
    return _zipped(parts)


def day_of(draft: Draft) -> str | None:
    """The day of a draft, where it is known to the day."""
    return draft.on if draft.on and len(draft.on) == len("2025-10-14") else None


def _ends(paragraphs: Sequence[Paragraph], at: int) -> tuple[bool, bool]:
    """Whether the paragraph begins, and whether it ends, what was moved as one."""

    def key(place: int) -> tuple[int, str] | None:
        return (paragraphs[place].move, paragraphs[place].fate) if 0 <= place < len(paragraphs) else None

    return key(at) != key(at - 1), key(at) != key(at + 1)


class _Writer:
    """Gives every change and comment a number of its own, in the order of the text."""

    def __init__(self, author: str, day: str | None) -> None:
        date = f' w:date="{day}T00:00:00Z"' if day else ""
        self._by = f" w:author={quoteattr(plain(author))}{date}"
        self._count = 0
        self.comments: list[str] = []

    def paragraph(self, paragraph: Paragraph, begins: bool, ends: bool) -> str:
        fate = _WRAPS.get(paragraph.fate)
        mark = f"<w:rPr><w:{fate}{self._next()}/></w:rPr>" if fate else ""
        style = "" if paragraph.style == "Normal" else f'<w:pStyle w:val="{paragraph.style}"/>'
        properties = f"<w:pPr>{style}{mark}</w:pPr>" if style or mark else ""
        runs = "".join(self._run(sign, text, paragraph.fate) for sign, text in paragraph.runs)
        inner = self._commented(runs, paragraph.comment) if paragraph.comment else runs
        return f"<w:p>{properties}{self._ranged(inner, paragraph, begins, ends) if paragraph.move else inner}</w:p>"

    def _next(self) -> str:
        self._count += 1
        return f' w:id="{self._count}"{self._by}'

    def _run(self, sign: str, text: str, fate: str) -> str:
        word = _WRAPS.get(fate if sign == "=" else sign)
        run = _run(text, "delText" if word == "del" else "t")
        return f"<w:{word}{self._next()}>{run}</w:{word}>" if word else run

    def _ranged(self, inner: str, paragraph: Paragraph, begins: bool, ends: bool) -> str:
        word = _WRAPS[paragraph.fate]
        number = f'w:id="{1_000_000 + 2 * paragraph.move + (paragraph.fate == ">")}"'
        start = f'<w:{word}RangeStart {number}{self._by} w:name="move{paragraph.move}"/>' if begins else ""
        return f"{start}{inner}" + (f"<w:{word}RangeEnd {number}/>" if ends else "")

    def _commented(self, runs: str, said: str) -> str:
        number = len(self.comments)
        self.comments.append(
            f'<w:comment w:id="{number}"{self._by} w:initials=""><w:p>{_run(said, "t")}</w:p></w:comment>'
        )
        return (
            f'<w:commentRangeStart w:id="{number}"/>{runs}<w:commentRangeEnd w:id="{number}"/>'
            f'<w:r><w:commentReference w:id="{number}"/></w:r>'
        )


def _run(text: str, tag: str) -> str:
    """One run; line ends and tabs are elements of their own, blanks are kept."""
    pieces = re.split(r"(\r\n|\r|\n|\t)", plain(text))
    inner = "".join(
        f'<w:{tag} xml:space="preserve">{escape(piece)}</w:{tag}>' if piece.strip("\r\n\t") else _break(piece)
        for piece in pieces
        if piece
    )
    return f"<w:r>{inner}</w:r>"


def _break(piece: str) -> str:
    return "<w:tab/>" if piece == "\t" else "<w:br/>"


def plain(text: str) -> str:
    """The text with U+FFFD for what XML cannot hold."""
    return _NO_XML.sub("\ufffd", text)


def _content_types() -> str:
    parts = {"document": "document.main", "styles": "styles", "comments": "comments"}
    overrides = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_TYPE}.{kind}+xml"/>' for part, kind in parts.items()
    )
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="rels" ContentType="{relations}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(targets: dict[str, tuple[str, str]]) -> str:
    inner = "".join(
        f'<Relationship Id="{id}" Type="{_OFFICE}/{kind}" Target="{target}"/>' for id, (kind, target) in targets.items()
    )
    return f'{_HEAD}<Relationships xmlns="{_RELATIONS}">{inner}</Relationships>'


def _styles() -> str:
    headings = "".join(
        f'<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>'
        f'<w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="240" w:after="120"/>'
        + (f'<w:outlineLvl w:val="{level}"/>' if level else "")
        + f'</w:pPr><w:rPr><w:b/><w:sz w:val="{size}"/></w:rPr></w:style>'
        for id, name, size, level in _STYLES
    )
    normal = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        '<w:pPr><w:spacing w:after="120"/></w:pPr></w:style>'
    )
    return f'{_HEAD}<w:styles xmlns:w="{_W}">{normal}{headings}</w:styles>'


def _zipped(parts: dict[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            archive.writestr(info, text.encode())
    return buffer.getvalue()
