"""Opening a Word file of strangers: sizes before unpacking, XML without entities, nothing outside the file."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import NoReturn
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

from onetext.files.faults import Fault, refuse

MOST_PARTS = 5_000
MOST_BYTES = 16 * 1024 * 1024
"""Of all parts that are read together, unpacked."""
MOST_ELEMENTS = 400_000
MOST_DEPTH = 150
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_FAILS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError)


class Package:
    """The parts of one file; ``faults`` is what was seen and left alone: macros, links outwards, what is broken."""

    def __init__(self, data: bytes, address: str) -> None:
        self.address = address
        self.faults: list[Fault] = []
        self._left = MOST_BYTES
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except _FAILS as error:
            raise refuse(address, "not a Word file (.docx): no ZIP that can be read", "save it as .docx") from error
        self._sizes = {info.filename: info.file_size for info in self._archive.infolist()}
        if len(self._archive.infolist()) > MOST_PARTS:
            raise refuse(address, f"more than {MOST_PARTS:,} parts", "this is hardly a text: save it anew in Word")
        if "word/document.xml" not in self._sizes:
            raise refuse(address, "no text in it (word/document.xml is missing)", "save it as .docx")
        if len(self._sizes) != len(self._archive.infolist()):
            raise refuse(address, "two parts of one name: which is meant cannot be told", "save it anew in Word")
        self._look_around()

    @property
    def parts(self) -> tuple[str, ...]:
        return tuple(self._sizes)

    def report(self, place: str, problem: str, remedy: str) -> None:
        self.faults.append(Fault(f"{self.address}: {place}", problem, remedy, "warning"))

    def tree(self, part: str) -> Element | None:
        """The XML of a part, or null where there is none. Raises ``Faults`` where it is too large or no plain XML."""
        if part not in self._sizes:
            return None
        place = f"{self.address}: {part}"
        if self._sizes[part] > self._left:
            raise refuse(
                place, f"more than {MOST_BYTES:,} bytes unpacked", "split the text, or take out what is not text"
            )
        self._left -= self._sizes[part]
        parser = XMLParser(target=_Plain(place))  # noqa: S314 -- _Plain refuses every DOCTYPE, and so every entity
        try:
            with self._archive.open(part) as packed:
                parser.feed(packed.read(self._sizes[part] + 1))
            root: Element = parser.close()
        except (ParseError, LookupError, *_FAILS) as error:
            raise refuse(place, f"cannot be read: {error}", "open it in Word and save it anew") from error
        return root

    def _look_around(self) -> None:
        for part in self._sizes:
            if part.lower().endswith(("vbaproject.bin", "vbadata.xml")):
                self.report(part, "holds macros; they are not run and not read", "none is needed for the text")
            elif part.endswith(".rels"):
                self._look_outwards(part)

    def _look_outwards(self, part: str) -> None:
        root = self.tree(part)
        for relation in () if root is None else root.iter(_RELATION):
            if relation.get("TargetMode") == "External":
                kind = relation.get("Type", "").rpartition("/")[2]
                said = f"a {kind or 'link'} outside the file, not followed: {relation.get('Target', '')}"
                self.report(part, said, "put what is meant into the file")


class _Plain(TreeBuilder):
    """A tree of bounded size and depth, without a document type."""

    def __init__(self, place: str) -> None:
        super().__init__()
        self._place = place
        self._count = self._depth = 0

    def doctype(self, name: str, pubid: str | None, system: str | None) -> NoReturn:
        raise refuse(self._place, "declares a document type, which may hold entities", "save it anew in Word")

    def start(self, tag: str, attrs: dict[str, str]) -> Element:
        self._count += 1
        self._depth += 1
        if self._count > MOST_ELEMENTS:
            raise refuse(self._place, f"more than {MOST_ELEMENTS:,} elements", "split the text")
        if self._depth > MOST_DEPTH:
            raise refuse(self._place, f"nested deeper than {MOST_DEPTH}", "save it anew in Word")
        return super().start(tag, attrs)

    def end(self, tag: str) -> Element:
        self._depth -= 1
        return super().end(tag)
