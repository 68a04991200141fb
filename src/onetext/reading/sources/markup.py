"""A saved page: its text without markup, one paragraph a line, and what its head says of outlet, day and address."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from onetext.reading.records import Source
from onetext.reading.sources.encoding import article_text
from onetext.reading.sources.entry import Entry, filled
from onetext.wording.words import listed

_SILENT = listed("script style noscript template svg head nav footer aside form button select iframe figure")
_VOID = listed("area base br col embed hr img input link meta source track wbr")
_INLINE = listed(
    "a abbr b bdi bdo cite code data dfn em font i kbd mark q s samp small span strong sub sup time u var wbr"
)
_META = {
    "og:site_name": "outlet", "og:url": "url", "article:published_time": "date", "date": "date", "dc.date": "date",
    "datepublished": "date",
}  # fmt: skip
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w-]{2,20})", re.IGNORECASE)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def page(data: bytes, source: Source, address: str) -> Entry:
    """The entry of a page. Raises ``Faults`` when it is no text or holds none."""
    marked, encoding = _decoded(data, address)
    text, known = page_text(marked)
    return Entry(_with(source, known), address, filled(text, address), encoding=encoding)


def page_text(markup: str) -> tuple[str, dict[str, str]]:
    """The text of a page, and the facts of its head. Never fails, whatever the markup."""
    parser = _Page()
    parser.feed(_closed(markup))
    parser.close()
    return parser.text(), parser.known


_CLOSERS = (("<!--", "-->"), ("<![", "]"), ("<", ">"))


def _closed(markup: str) -> str:
    """What is opened and never closed is words: the parser would look for its end anew from each beginning."""
    for opener, closer in _CLOSERS:
        end = markup.rfind(closer) + 1
        markup = markup[:end] + markup[end:].replace(opener, f"&lt;{opener[1:]}")
    return markup


def _with(source: Source, known: dict[str, str]) -> Source:
    day = _DAY.match(known.get("date", ""))
    return Source(
        file=source.file,
        outlet=known.get("outlet"),
        date=day.group() if day else None,
        url=known.get("url"),
        language=known.get("language"),
    )


def _decoded(data: bytes, address: str) -> tuple[str, str | None]:
    """UTF-8, else the character set that the page names, else what any article may be in, and what was guessed."""
    named = _CHARSET.search(data[:4096])
    for encoding in ("utf-8-sig", named.group(1).decode("ascii") if named else ""):
        try:
            text = data.decode(encoding)
        except (UnicodeError, LookupError, ValueError):
            continue
        if "\x00" not in text:
            return text, None
    return article_text(data, address)


class _Page(HTMLParser):
    """Collects the text of the body; what stands inside a heading, paragraph or cell is a line of its own."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.known: dict[str, str] = {}
        self._parts: list[str] = []
        self._silent: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "meta":
            field = _META.get((values.get("property") or values.get("name") or values.get("itemprop", "")).lower())
            if field and values.get("content", "").strip():
                self.known.setdefault(field, " ".join(values["content"].split()))
        elif tag == "html" and re.match(r"[a-zA-Z]{2}\b", values.get("lang", "")):
            self.known["language"] = values["lang"][:2].lower()
        elif tag == "body":
            self._silent.clear()  # the head was not closed
        if tag in _SILENT:
            self._silent.append(tag)
        if tag not in _INLINE:
            self._parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._silent:
            del self._silent[self._silent.index(tag) :]
        if tag not in _INLINE and tag not in _VOID:
            self._parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._parts.append(re.sub(r"\s+", " ", data))

    def parse_marked_section(self, i: int, report: bool = True) -> int:
        """``<![word[`` of a word that nobody knows is a remark, not a failure."""
        try:
            return super().parse_marked_section(i, report)
        except AssertionError:
            return self.parse_bogus_comment(i, report)

    def text(self) -> str:
        rows = (" ".join(row.split()) for row in "".join(self._parts).split("\n"))
        return "\n\n".join(row for row in rows if row)
