"""Clauses out of numbered lines, whatever way they are numbered: ``1.``, ``1)``, ``(1)``, ``1.2``, ``Article 1``.

What begins a clause is told by the order of the numbers: those that go on from the last clause do, those that begin
anew beneath it are lists within its words. No line is left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from onetext.drafting.numbers import number_key
from onetext.drafting.rows import Row
from onetext.files.faults import Fault

PREAMBLE = "preamble"
"""The number of the clause that holds what stands before the first number."""
_FARTHEST = 20
"""How many numbers may be missing between two clauses; a year at the head of a line is no number."""
_LONGEST_TITLE = 120
_BIS = r"(?:\s(?:bis|ter|quater|quinquies|sexies|septies|octies|novies|decies)\b)?"
_WORD = re.compile(
    rf"(?P<lead>(?i:article|art\.|point|clause|section|paragraph)\s+|§\s*)"
    rf"(?P<n>\d{{1,3}}(?:\.\d{{1,3}})*[a-z]?{_BIS}|[IVXLC]{{1,7}}\b)\s*(?:[.:)–—-]+(?=\s|\Z)|(?=\Z)|(?=\s[A-Z“\"\[]))\s*"
)
_PLAIN = re.compile(
    rf"(?P<open>\(?)(?P<n>\d{{1,3}}(?:\.\d{{1,3}})*[a-z]?{_BIS})(?P<close>\.\)|[.):]|\s[–—-]|)(?=\s|\Z)\s*"
)
_LISTED = re.compile(r"\(?\w{1,4}[.)]\s|[•–*-]\s")
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


@dataclass(frozen=True)
class Opening:
    """A number at the head of a line: as it counts, the way it is written, and the words behind it."""

    number: str
    style: str
    rest: str

    @property
    def key(self) -> tuple[tuple[int, int, str], ...]:
        return number_key(str(_roman(self.number)) if self.number[0] in _ROMAN else self.number)

    @property
    def value(self) -> int:
        return self.key[0][1]


def opening(text: str, *, heading: bool = False) -> Opening | None:
    """What number a line begins with, if it does. A bare one (``3 Water``) counts in headings, ``3.1`` anywhere."""
    if found := _WORD.match(text):
        return Opening(found["n"], "word", text[found.end() :].strip())
    found = _PLAIN.match(text)
    if found is None or (found["open"] and ")" not in found["close"]):
        return None
    if not found["close"] and "." not in found["n"] and not heading:
        return None
    deep = found["n"].count(".")
    style = "heading" if heading else f"{found['open']}{found['close'] or '.'}{deep or ''}"
    return Opening(found["n"], style, text[found.end() :].strip())


def _roman(signs: str) -> int:
    values = [_ROMAN[sign] for sign in signs]
    return sum(-one if any(one < later for later in values[at + 1 :]) else one for at, one in enumerate(values))


@dataclass
class Group:
    """The lines of one clause; ``after`` is the one before it where the whole clause is only suggested."""

    number: str
    place: str
    lines: list[Row] = field(default_factory=list)
    titled: bool = False
    """Whether the first line is its title, if words follow."""
    heading: bool = False
    after: Group | None = None
    added: bool = False
    under: str | None = None
    """The heading that stands before it."""

    def text(self, side: int) -> str:
        body = self.lines[1:] if self.has_title else self.lines
        return "\n".join(text for row in body if (text := (row.old, row.new)[side]))

    @property
    def has_title(self) -> bool:
        if not self.titled or not self.lines:
            return False
        first = self.lines[0].new if self.added else self.lines[0].old
        return self.heading or (len(self.lines) > 1 and _may_be_title(first or ""))

    def title(self, side: int) -> str | None:
        return ((self.lines[0].old, self.lines[0].new)[side] or None) if self.has_title else None


@dataclass
class Grouped:
    groups: list[Group] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def grouped(rows: Sequence[Row], address: str) -> Grouped:
    """The clauses of a text; what comes before the first number is the one numbered ``preamble``.

    Numbers that begin anew, that are missing, or that a tracked change turns into others are reported.
    """
    found = _Grouping(address)
    for row in rows:
        found.take(row)
    return found.whole()


class _Grouping:
    def __init__(self, address: str) -> None:
        self._address = address
        self._found = Grouped()
        self._last: Opening | None = None
        self._inner: Opening | None = None
        self._heading: Row | None = None

    def take(self, row: Row) -> None:
        text = row.new if row.old is None else row.old
        begun = opening(text or "", heading=row.heading)
        if begun is not None and (self._adds(begun) if row.old is None else self._goes_on(begun, row)):
            self._open(begun, row)
        elif row.heading and begun is None and self._last is not None:
            self._settle_heading()
            self._heading = row
        else:
            self._add(row)

    def whole(self) -> Grouped:
        self._settle_heading()
        return self._found

    def _report(self, row: Row, problem: str, remedy: str) -> None:
        self._found.faults.append(Fault(f"{self._address}: {row.place}", problem, remedy, "warning"))

    def _adds(self, begun: Opening) -> bool:
        """A line that is only suggested begins a clause where it is numbered as the clauses are."""
        return self._last is None or (begun.style == self._last.style and self._inner is None)

    def _goes_on(self, begun: Opening, row: Row) -> bool:
        last, inner = self._last, self._inner
        if last is None:
            return bool(begun.style[-1:] != "1" or begun.number.endswith(".1"))
        if last.style == "heading" != begun.style and not begun.number.startswith(f"{last.value}."):
            return False
        if inner and inner.style == begun.style != last.style and begun.value == inner.value + 1:
            self._inner = begun
            return False
        if begun.key <= last.key or begun.value > last.value + _FARTHEST:
            if begun.key <= last.key:
                self._inner = begun
                if begun.style == last.style:
                    self._report(row, f"number {begun.number} comes again; kept as words", "number it on, or split it")
            return False
        if begun.value > last.value + 1:
            self._report(row, f"number {begun.number} follows {last.number}", "see whether a part is missing")
        return True

    def _open(self, begun: Opening, row: Row) -> None:
        is_new = row.old is None
        group = Group(begun.number, row.place, heading=row.heading, added=is_new)
        group.titled = row.heading or begun.style == "word"
        if is_new:
            group.after = self._found.groups[-1] if self._found.groups else None
        else:
            self._last, self._inner = begun, None
        self._put_under(group)
        first = self._without_number(begun, row)
        if first.old or first.new:
            group.lines.append(first)
        else:
            group.titled = group.titled and begun.style == "word"
        self._found.groups.append(group)

    def _put_under(self, group: Group) -> None:
        """The heading goes with the clause behind it; one that is only suggested, with a clause that is too."""
        row, self._heading = self._heading, None
        if row is not None and row.old is None and not group.added:
            self._report(row, f"the suggested heading '{row.new}' is not kept", "add it by hand")
        elif row is not None:
            group.under = row.old or row.new

    def _without_number(self, begun: Opening, row: Row) -> Row:
        other = None if row.new is None else opening(row.new, heading=row.heading)
        new = other.rest if other else row.new
        if row.old is None:
            return Row(row.place, None, new, False, row.authors, row.day)
        is_changed = row.new is not None and row.new != row.old and not row.counted
        if is_changed and (other is None or other.number != begun.number):
            said = "no number" if other is None else f"number {other.number}"
            self._report(row, f"the changes make {said} of {begun.number}; the clause keeps it", "renumber it by hand")
        return Row(row.place, begun.rest, new, False, row.authors, row.day)

    def _add(self, row: Row) -> None:
        self._settle_heading()
        groups = self._found.groups
        if not groups:
            groups.append(Group(PREAMBLE, row.place))
        target = groups[-1]
        if row.old is not None and target.added:
            target = next((one for one in reversed(groups) if not one.added), target)
        target.lines.append(row)

    def _settle_heading(self) -> None:
        """A heading under which no clause begins is words of the clause before it."""
        if self._heading is not None:
            row, self._heading = self._heading, None
            self._report(row, f"the heading '{row.old or row.new}' is over no number; kept as words", "see where")
            self._add(row)


def _may_be_title(rest: str) -> bool:
    return len(rest) <= _LONGEST_TITLE and not rest.endswith((".", ";", ",", ":")) and not _LISTED.match(rest)
