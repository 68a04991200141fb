"""What a Word file of others holds: every word, who put it in or took it out, and what was not understood."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal
from xml.etree.ElementTree import Element

from onetext.drafting.docx.lists import Lists
from onetext.drafting.docx.opening import Package
from onetext.files.faults import Fault

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_KINDS: dict[str, Kind] = {"ins": "+", "del": "-", "moveFrom": "<", "moveTo": ">"}
GONE_IF_TAKEN, GONE_IF_LEFT = frozenset("-<"), frozenset("+>")
_TEXT = {"t", "delText", "instrText", "delInstrText"}
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad", "ptab": "\t"}
_THROUGH = {"r", "hyperlink", "smartTag", "sdt", "sdtContent", "body", "fldSimple", "txbxContent", "footnote",
            "endnote", "comment", "hdr", "ftr", "customXml", "document"}  # fmt: skip
_SILENT = {"rPr", "pPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "sdtPr", "sdtEndPr", "proofErr", "bookmarkStart",
           "bookmarkEnd", "lastRenderedPageBreak", "fldChar", "annotationRef", "footnoteRef", "endnoteRef", "separator",
           "continuationSeparator", "permStart", "permEnd", "moveFromRangeEnd", "moveToRangeEnd", "background",
           "noProof", "customXmlPr", "smartTagPr", "tblPrEx"}  # fmt: skip
_PLACES = {"footnotes": "footnote", "endnotes": "endnote"}

Kind = Literal["+", "-", "<", ">"]
"""Put in, taken out, moved from here, moved to here."""


@dataclass(frozen=True)
class Mark:
    """One tracked change; ``move`` is the name that both ends of a move share."""

    kind: Kind
    author: str
    date: str | None = None
    move: str | None = None


@dataclass(frozen=True)
class Piece:
    """Text under the same changes, the outermost first; there are two where one put in what another took out."""

    text: str
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True)
class Paragraph:
    """``end``: the changes of its end, which make one paragraph of two. ``cell``: table, row and column, from 1.

    ``number`` counts every paragraph of its list; ``numbers`` those there with all changes left out, and taken.
    """

    place: str
    pieces: tuple[Piece, ...]
    end: tuple[Mark, ...] = ()
    style: str | None = None
    number: str | None = None
    cell: tuple[int, int, int] | None = None
    numbers: tuple[str | None, str | None] = (None, None)


@dataclass(frozen=True)
class Comment:
    """``about``: the words that it is tied to."""

    author: str
    date: str | None
    text: str
    about: str


@dataclass(frozen=True)
class Note:
    """A footnote or an endnote, by the number that the text calls it with."""

    kind: str
    id: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True)
class Document:
    """``margins``: the paragraphs of headers and footers. ``faults``: what was not understood, each with its place."""

    paragraphs: tuple[Paragraph, ...]
    comments: tuple[Comment, ...]
    notes: tuple[Note, ...]
    margins: tuple[Paragraph, ...]
    faults: tuple[Fault, ...]

    def settled(self, *, taken: bool) -> tuple[str, ...]:
        """The paragraphs of the text with all changes taken in, or all left out (T3)."""
        gone = GONE_IF_TAKEN if taken else GONE_IF_LEFT
        found, text = [], ""
        for paragraph in self.paragraphs:
            text += "".join(piece.text for piece in paragraph.pieces if stays(piece.marks, gone))
            if stays(paragraph.end, gone):
                found.append(text)
                text = ""
        return (*found, text) if text else tuple(found)


def stays(marks: tuple[Mark, ...], gone: frozenset[str]) -> bool:
    """Whether what bears these changes is there when the ``gone`` are."""
    return all(mark.kind not in gone for mark in marks)


def read_docx(data: bytes, address: str) -> Document:
    """Every word of a ``.docx`` with its changes, comments, notes, tables and the numbers of its lists.

    Raises ``Faults`` for what is no Word file, is too large when unpacked, or declares entities. Macros are left alone
    and links outwards are not followed; both are among the faults of the document.
    """
    package = Package(data, address)
    lists = _Counts(package)
    body = _Story(package, "word/document.xml", lists)
    comments, notes, margins = [], [], []
    for part in package.parts:
        name = part.removeprefix("word/").removesuffix(".xml").rstrip("0123456789")
        if part == "word/comments.xml":
            comments = [_comment(one, found, body) for one, found in _each(package, part, lists)]
        elif name in _PLACES:
            each = _each(package, part, lists)
            notes += [Note(_PLACES[name], one.get(f"{W}id", ""), found) for one, found in each if found]
        elif name in ("header", "footer"):
            margins += _Story(package, part, lists).paragraphs
    return Document(
        tuple(body.paragraphs), tuple(comments), tuple(notes), tuple(margins), tuple(dict.fromkeys(package.faults))
    )


def _each(package: Package, part: str, lists: _Counts) -> Iterator[tuple[Element, tuple[Paragraph, ...]]]:
    root = package.tree(part)
    for child in () if root is None else root:
        story = _Story(package, part, lists, child)
        yield child, tuple(one for one in story.paragraphs if one.pieces)


def _comment(one: Element, found: tuple[Paragraph, ...], body: _Story) -> Comment:
    text = "\n".join("".join(piece.text for piece in paragraph.pieces) for paragraph in found)
    about = "".join(body.about.get(one.get(f"{W}id", ""), ()))
    return Comment(one.get(f"{W}author", ""), one.get(f"{W}date"), text, about)


def _below(node: Element, tag: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, also those inside a control, but not those of a table within."""
    for child in node:
        if child.tag == tag:
            yield child
        elif child.tag != f"{W}tbl":
            yield from _below(child, tag)


class _Counts:
    """The numbers of lists as they are seen, with all changes left out, and with all taken."""

    def __init__(self, package: Package) -> None:
        numbering, styles = package.tree("word/numbering.xml"), package.tree("word/styles.xml")
        self._all, self._left, self._taken = (Lists(numbering, styles) for _ in range(3))

    def numbers(self, properties: Element | None, end: tuple[Mark, ...]) -> tuple[str | None, str | None, str | None]:
        left = self._left.number(properties) if stays(end, GONE_IF_LEFT) else None
        taken = self._taken.number(properties) if stays(end, GONE_IF_TAKEN) else None
        return self._all.number(properties), left, taken


class _Story:
    """Walks one part from its beginning to its end."""

    def __init__(self, package: Package, part: str, lists: _Counts, root: Element | None = None) -> None:
        self.paragraphs: list[Paragraph] = []
        self.about: dict[str, list[str]] = {}
        self._package, self._part, self._lists = package, part, lists
        self._open: set[str] = set()
        self._moves: dict[str, str | None] = {}
        self._tables = self._count = 0
        self._cell: tuple[int, int, int] | None = None
        self._pieces: list[Piece] = []
        root = package.tree(part) if root is None else root
        if root is not None:
            self._walk(root, ())
        if self._pieces:
            self._close("", (), None, (None, None, None))

    def _place(self) -> str:
        return f"{self._part}, paragraph {self._count}"

    def _walk(self, node: Element, marks: tuple[Mark, ...]) -> None:
        for child in node:
            self._take(child, child.tag.removeprefix(W), marks)

    def _take(self, node: Element, tag: str, marks: tuple[Mark, ...]) -> None:
        if tag in _TEXT:
            self._say(node.text or "", marks)
        elif tag in _SIGNS:
            self._say(_SIGNS[tag], marks)
        elif tag in _KINDS:
            self._walk(node, (*marks, self._mark(node, tag)))
        elif tag == "p":
            self._paragraph(node, marks)
        elif tag == "tbl":
            self._table(node, marks)
        elif tag in _THROUGH:
            self._walk(node, marks)
        elif not self._sign_post(node, tag, marks) and tag not in _SILENT:
            self._unknown(node, tag, marks)
        if tag in ("rPr", "pPr"):
            self._formatting(node)

    def _say(self, text: str, marks: tuple[Mark, ...]) -> None:
        for id in self._open:
            self.about[id].append(text)
        if self._pieces and self._pieces[-1].marks == marks:
            self._pieces[-1] = replace(self._pieces[-1], text=self._pieces[-1].text + text)
        elif text:
            self._pieces.append(Piece(text, marks))

    def _mark(self, node: Element, tag: str) -> Mark:
        kind = _KINDS[tag]
        return Mark(kind, node.get(f"{W}author", ""), node.get(f"{W}date"), self._moves.get(tag))

    def _sign_post(self, node: Element, tag: str, marks: tuple[Mark, ...]) -> bool:
        """Where comments, moves and notes begin and end."""
        id = node.get(f"{W}id", "")
        if tag == "commentRangeStart":
            self._open.add(id)
            self.about.setdefault(id, [])
        elif tag == "commentRangeEnd":
            self._open.discard(id)
        elif tag in ("moveFromRangeStart", "moveToRangeStart"):
            self._moves[tag.removesuffix("RangeStart")] = node.get(f"{W}name")
        elif tag in ("footnoteReference", "endnoteReference"):
            self._say(f"[^{id}]", marks)
        else:
            return tag == "commentReference"
        return True

    def _paragraph(self, node: Element, marks: tuple[Mark, ...]) -> None:
        outer, self._pieces = self._pieces, []
        self._count += 1
        place = self._place()
        self._walk(node, marks)
        properties = node.find(f"{W}pPr")
        end = () if properties is None else properties.findall(f"{W}rPr/*")
        changes = tuple(self._mark(one, one.tag.removeprefix(W)) for one in end if one.tag.removeprefix(W) in _KINDS)
        style = None if properties is None else properties.find(f"{W}pStyle")
        whole = (*marks, *changes)
        numbers = self._lists.numbers(properties, whole)
        self._close(place, whole, None if style is None else style.get(f"{W}val"), numbers)
        self._pieces = outer

    def _close(
        self, place: str, end: tuple[Mark, ...], style: str | None, numbers: tuple[str | None, str | None, str | None]
    ) -> None:
        pieces = tuple(self._pieces)
        found = Paragraph(place or self._place(), pieces, end, style, numbers[0], self._cell, numbers[1:])
        self.paragraphs.append(found)

    def _table(self, node: Element, marks: tuple[Mark, ...]) -> None:
        outer = self._cell
        self._tables += 1
        table = self._tables
        for row, line in enumerate(_below(node, f"{W}tr"), 1):
            changes = tuple(
                self._mark(one, one.tag.removeprefix(W))
                for one in line.findall(f"{W}trPr/*")
                if one.tag.removeprefix(W) in _KINDS
            )
            for column, cell in enumerate(_below(line, f"{W}tc"), 1):
                self._cell = (table, row, column)
                self._walk(cell, (*marks, *changes))
        self._cell = outer

    def _formatting(self, node: Element) -> None:
        for change in node.iter():
            name = change.tag.removeprefix(W)
            if name.endswith("PrChange"):
                self._package.report(self._place(), f"a tracked change of form ({name}) is not kept", "see it in Word")

    def _unknown(self, node: Element, tag: str, marks: tuple[Mark, ...]) -> None:
        """Its words are kept, and it is said that it was not understood."""
        name = tag.rpartition("}")[2]
        self._package.report(self._place(), f"'{name}' is not understood; its words are kept", "see it in Word")
        if node.text and node.text.strip():
            self._say(node.text, marks)
        self._walk(node, marks)
