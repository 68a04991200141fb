"""Quotations: pairs of quote marks of every kind. Pairing never fails, whatever is missing.

Directed marks pair by direction, straight marks by what stands beside them; an apostrophe is no quote mark. A
quotation never crosses the end of its paragraph: one that is opened and not closed ends there (news repeats the
opening mark in each paragraph), a closing mark without an opening is left alone. One pass, linear in the length.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from onetext.wording.spans import Span

_CLOSERS = {
    "“": "”",
    "„": "“”",
    "«": "»",
    "‹": "›",
    "‘": "’",
    "‚": "‘’",
    "「": "」",
    "『": "』",
    "〝": "〞〟",
    "»": "«",
}
_CLOSERS |= {'"': '"”', "'": "'", "＂": "＂"}
_CLOSERS["“"] = '”"'
_SINGLE = "'‘’‚"
_STRAIGHT = "\"'＂"
_MARK = re.compile("[“”„«»‹›‘’‚「」『』〝〞〟\"'＂]")
_SMALL_MARK = re.compile("['’]")
_REACH = 400


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: ``span`` with its marks, ``inner`` without them; ``closed`` says whether its end is marked."""

    span: Span
    inner: Span
    closed: bool


def quotes(text: str, start: int = 0, end: int | None = None) -> list[Quote]:
    """The outermost quotations of one paragraph ``text[start:end]``, in order."""
    stop = len(text) if end is None else end
    if "''" not in text[start:stop] and "``" not in text[start:stop]:
        return _Pairing(text, start, stop).run()
    return [_with_pair(text, quote) for quote in _Pairing(_paired(text), start, stop).run()]


def _paired(text: str) -> str:
    """Two small marks that stand for one: a double mark on the side of the words and a blank, of the same length."""
    text = re.sub(r"(?<!\S)(?:''|``)(?=\S)|(?<=[(\[—–-])(?:''|``)(?=\w)", ' "', text)
    return text.replace("''", '" ')


def _with_pair(text: str, quote: Quote) -> Quote:
    start, end = quote.span
    start -= text[max(0, start - 1) : start + 1] in {"''", "``"}
    end += text[end - 1 : end + 1] == "''" and quote.closed
    return Quote(Span(start, end), quote.inner, quote.closed)


class _Pairing:
    """One pass over the marks of a paragraph; ``opened`` is the place of the outer mark while one is open."""

    def __init__(self, text: str, start: int, stop: int) -> None:
        self.text, self.start, self.stop = text, start, stop
        self.found: list[Quote] = []
        self.opened: int | None = None
        self.depth = 0
        self.last_closer: int | None = None
        ends = (match.start() for match in _SMALL_MARK.finditer(text, start, stop))
        self.small_ends = [at for at in ends if not self._after(at).isalnum() and not self._before(at).isspace()]

    def run(self) -> list[Quote]:
        for match in _MARK.finditer(self.text, self.start, self.stop):
            if self.opened is None:
                self._try_to_open(match.start())
            else:
                self._inside(match.start())
        if self.opened is not None:
            self._run_out()
        return self.found

    def _try_to_open(self, at: int) -> None:
        mark = self.text[at]
        if self._opens(at) and (mark not in _SINGLE or self._small_end_after(at + 1, self.stop)):
            self.opened, self.depth, self.last_closer = at, 0, None

    def _opens(self, at: int) -> bool:
        mark, before, after = self.text[at], self._before(at), self._after(at)
        if mark not in _CLOSERS or (after.isspace() and mark not in "«„"):
            return False
        if mark == "»":  # opens in German and Danish print only
            return not before.isalnum() and before not in ".,!?" and after.isalnum()
        return not (mark in _SINGLE + _STRAIGHT and before.isalnum())

    def _inside(self, at: int) -> None:
        assert self.opened is not None
        outer, mark = self.text[self.opened], self.text[at]
        if outer == '"' and mark in "“”" and (mark == "“" or self.depth):  # curly marks within straight ones
            self.depth += 1 if mark == "“" else -1
        elif mark in _CLOSERS[outer] and self._closes(at, outer):
            self.last_closer = at
            if self.depth == 0 or outer == '"':
                self._close(at)
            else:
                self.depth -= 1
        elif mark == outer and outer not in _STRAIGHT + _SINGLE:
            self.depth += 1

    def _closes(self, at: int, outer: str) -> bool:
        """A mark between letters is an apostrophe; so is one after a plural s when a better end follows soon."""
        mark = self.text[at]
        if mark == '"' and outer == "“":  # printed with a straight mark at its end
            return not self._before(at).isspace() and not self._after(at).isalnum()
        if outer not in _SINGLE + _STRAIGHT or mark == "”":
            return True
        before, after = self._before(at), self._after(at)
        nested = before.isspace() and at >= 2 and self.text[at - 2] in _SINGLE  # ... 'inner,' "
        if after.isalnum() or (before.isspace() and outer in _STRAIGHT and not nested):
            return False
        plural = before in "sS" and after == " " and at + 2 < self.stop and self.text[at + 2].islower()
        return not (outer in _SINGLE and plural and self._small_end_after(at + 1, at + _REACH))

    def _small_end_after(self, at: int, stop: int) -> bool:
        place = bisect_right(self.small_ends, at)
        return place < len(self.small_ends) and self.small_ends[place] < stop

    def _close(self, at: int) -> None:
        assert self.opened is not None
        if at > self.opened + 1:
            self.found.append(Quote(Span(self.opened, at + 1), Span(self.opened + 1, at), closed=True))
        self.opened = None

    def _run_out(self) -> None:
        """The paragraph ended inside: at the last closing mark if nesting ate it, else at the paragraph's end."""
        assert self.opened is not None
        if self.last_closer is not None:
            self._close(self.last_closer)
            return
        if self.text[self.opened] in _SINGLE or self.stop - self.opened < 3:
            return
        if self.text[self.opened] == '"' and "“" in self.text[self.opened : self.stop]:
            again, self.opened = self.opened + 1, None  # a mark too many: there are quotations behind it
            self.found += _Pairing(self.text, again, self.stop).run()
            return
        end = self.stop
        while end > self.opened + 1 and self.text[end - 1].isspace():
            end -= 1
        self.found.append(Quote(Span(self.opened, end), Span(self.opened + 1, end), closed=False))

    def _before(self, at: int) -> str:
        return self.text[at - 1] if at > self.start else " "

    def _after(self, at: int) -> str:
        return self.text[at + 1] if at + 1 < self.stop else " "
