"""XML of strangers as a plain tree: no entities, no network, bounded in size and depth; what is mended is warned of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from onetext.dealspace.reading_scenario import Reading
from onetext.files.faults import Faults, refuse

MOST_DEPTH = 60
MOST_ELEMENTS = 500_000
_DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._-]{1,40})[\"']")
_DECLARATION = re.compile(r"<\?xml\s[^>]*\?>")
_BARE_AND = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});)")
_KNOWN_ENCODINGS = ("iso-8859-1", "latin-1", "latin1", "windows-1252", "cp1252", "iso-8859-15", "utf-16")


@dataclass
class Element:
    """A tag with its attributes as written, its children, and the line it begins on (from 1)."""

    tag: str
    attributes: dict[str, str]
    line: int
    children: list[Element] = field(default_factory=list)

    def get(self, name: str) -> str | None:
        return self.attributes.get(name)

    def all(self, *tags: str) -> Iterator[Element]:
        """All elements below it with one of these tags, in the order of the file."""
        waiting = list(reversed(self.children))
        while waiting:
            element = waiting.pop()
            if element.tag in tags:
                yield element
            waiting.extend(reversed(element.children))

    def under(self, tag: str) -> list[Element]:
        """Its own children with this tag."""
        return [child for child in self.children if child.tag == tag]

    def first(self, tag: str) -> Element | None:
        return next(self.all(tag), None)


def parse_xml(data: bytes, reading: Reading) -> Element:
    """The root of an XML file; warnings go to ``reading``. Raises ``Faults`` with the line."""
    return _Tree(reading).parse(_mended(_text(data, reading), reading))


def _text(data: bytes, reading: Reading) -> str:
    declared = _DECLARED.search(data[:1000])
    name = declared[1].decode("ascii").lower() if declared else ""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        name = "utf-16"
    try:
        return data.decode(name if name in _KNOWN_ENCODINGS else "utf-8-sig")
    except UnicodeDecodeError as error:
        if b"\x00" in data:
            raise refuse(reading.name, "binary content", "name an XML file") from error
        line = data.count(b"\n", 0, error.start) + 1
        reading.warn(f"line {line}", "not UTF-8; read as Windows Latin (cp1252)", "save the file as UTF-8")
        return data.decode("cp1252", "replace")


def _mended(text: str, reading: Reading) -> str:
    """What is surely meant: a declaration that does not stand first, and a bare '&' in a name."""
    start = text.lstrip("\ufeff \t\r\n")
    declaration = _DECLARATION.search(text)
    if declaration and declaration.start() > 0:
        line = text.count("\n", 0, declaration.start()) + 1
        reading.warn(f"line {line}", "the XML declaration does not stand first; passed over", "move it to line 1")
        text = text[: declaration.start()] + text[declaration.end() :]
    if not start.startswith("<"):
        raise refuse(reading.name, "this is not XML: it does not begin with '<'", "name an XML file")
    if "<![CDATA[" not in text and "<!ENTITY" not in text and (bare := _BARE_AND.search(text)):
        line = text.count("\n", 0, bare.start()) + 1
        reading.warn(f"line {line}", "a bare '&'; read as the character", "write it as &amp;")
        text = _BARE_AND.sub("&amp;", text)
    return text.lstrip("\ufeff").replace("\x00", "\ufffd")


class _Tree:
    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.parser = expat.ParserCreate()
        self.open: list[Element] = []
        self.root: Element | None = None
        self.count = 0
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.EntityDeclHandler = self.entity
        self.parser.buffer_text = True

    def parse(self, text: str) -> Element:
        try:
            self.parser.Parse(text, True)
        except expat.ExpatError as error:
            raise refuse(
                self.reading.at(f"line {error.lineno}"),
                f"not readable as XML: {expat.errors.messages[error.code]}",
                "correct the file at this line",
            ) from error
        except UnicodeEncodeError as error:
            raise refuse(self.reading.name, "half of a pair of code units", "write the character itself") from error
        if self.root is None:
            raise refuse(self.reading.name, "there is nothing in it", "name an XML file")
        return self.root

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self.count += 1
        element = Element(tag, attributes, self.parser.CurrentLineNumber)
        if self.count > MOST_ELEMENTS:
            raise self.fault(f"more than {MOST_ELEMENTS:,} elements", "check that it is the right file")
        if len(self.open) >= MOST_DEPTH:
            raise self.fault(f"nested more than {MOST_DEPTH} deep", "flatten it")
        if self.open:
            self.open[-1].children.append(element)
        else:
            self.root = element
        self.open.append(element)

    def end(self, tag: str) -> None:
        self.open.pop()

    def entity(self, name: str, *_: object) -> None:
        raise self.fault(f"declares an entity of its own ('{name}')", "write out what it stands for")

    def fault(self, problem: str, remedy: str) -> Faults:
        return refuse(self.reading.at(f"line {self.parser.CurrentLineNumber}"), problem, remedy)
