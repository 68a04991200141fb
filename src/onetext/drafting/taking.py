"""A text of others taken into a case: a draft with clauses, suggestions from its changes, comments; nothing dropped.

Nothing here writes. What has no place in a record is reported with its place in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from onetext.case.plan import Clause, ClauseNote, Draft, Edit
from onetext.case.record import Record
from onetext.case.work import Comment
from onetext.drafting.brackets import read_brackets
from onetext.drafting.docx.reading import Document, Mark, Note, Paragraph, read_docx
from onetext.drafting.docx.rows import Tracked, day_of, docx_rows, note_text
from onetext.drafting.numbered import Group, grouped
from onetext.drafting.numbers import number_after
from onetext.drafting.rows import Row, markdown_rows, plain_rows
from onetext.files.faults import Fault, Faults, refuse
from onetext.files.opening import decode

MOST_LINES = 20_000


@dataclass(frozen=True)
class Wanted:
    """What the draft is to be called, of which plan, and under which labels (null: those of the case)."""

    id: str
    plan: str
    title: str | None = None
    on: str | None = None
    labels: tuple[str, ...] | None = None


@dataclass(frozen=True)
class Taken:
    """The records to be written together, and what a person should look at."""

    draft: Draft
    edits: tuple[Edit, ...] = ()
    comments: tuple[Comment, ...] = ()
    faults: tuple[Fault, ...] = ()

    @property
    def records(self) -> tuple[Record, ...]:
        return (self.draft, *self.edits, *self.comments)


def take_docx(data: bytes, address: str, wanted: Wanted, tracked: Tracked) -> Taken:
    """The draft of a Word file. Raises ``Faults`` as ``read_docx`` does, and where no line is numbered."""
    document = read_docx(data, address)
    title, rows = docx_rows(document, tracked)
    taking = _Taking(address, wanted, rows, list(document.faults))
    taking.settle_changes(document, tracked)
    taking.put_notes(document.notes, tracked)
    taking.report_margins(document, tracked)
    comments = tuple(taking.comments(document))
    return taking.whole(title, comments)


def take_text(data: bytes, address: str, wanted: Wanted, *, markdown: bool) -> Taken:
    """The draft of plain text or Markdown. Raises ``Faults`` for what is no UTF-8, and where no line is numbered."""
    text = decode(data, address)
    rows = markdown_rows(text) if markdown else plain_rows(text)
    title = None
    if markdown and rows and rows[0].heading and text.lstrip().startswith("# "):
        title, rows = rows[0].old, rows[1:]
    return _Taking(address, wanted, rows, []).whole(title, ())


class _Taking:
    def __init__(self, address: str, wanted: Wanted, rows: Sequence[Row], faults: list[Fault]) -> None:
        if len(rows) > MOST_LINES:
            raise refuse(address, f"more than {MOST_LINES:,} lines", "split the text")
        found = grouped(rows, address)
        if all(group.number == "preamble" for group in found.groups):
            raise refuse(address, "no numbered line in it", "number its paragraphs: 1., 2., 3.")
        self._address, self._wanted = address, wanted
        self._faults = [*faults, *found.faults]
        self._groups = found.groups
        self._notes: dict[int, list[ClauseNote]] = {}
        self._texts: list[tuple[str, str]] = []

    def report(self, place: str, problem: str, remedy: str) -> None:
        self._faults.append(Fault(f"{self._address}: {place}", problem, remedy, "warning"))

    def settle_changes(self, document: Document, tracked: Tracked) -> None:
        marks = {mark for one in document.paragraphs for marks in _changes(one) for mark in marks}
        if marks and tracked != "suggest":
            word = "taken in" if tracked == "accept" else "left out"
            names = ", ".join(sorted({mark.author for mark in marks if mark.author})) or "nobody named"
            self.report("tracked changes", f"all {word} (by {names})", "--tracked suggest keeps each as a suggestion")

    def put_notes(self, notes: Sequence[Note], tracked: Tracked) -> None:
        """Each note to the clause that calls it, with the word before its sign; the sign goes."""
        called = [(f"{one.title(0)}\n{one.text(0)}", one) for one in self._groups] if notes else []
        for note in notes:
            text, sign = note_text(note.paragraphs, tracked), f"[^{note.id}]"
            at = next((one for words, one in called if sign in words), None)
            if at is None or not text:
                self.report(f"{note.kind} {note.id}", f"not called by a clause: {text}", "add it by hand")
                continue
            word = re.search(rf"(\S+?){re.escape(sign)}", at.text(0))
            words = re.sub(r"\[\^\w+\]", "", word[1]) if word else None
            self._notes.setdefault(id(at), []).append(ClauseNote(words=words or None, text=text))
        signs = {f"[^{note.id}]" for note in notes}
        for group in self._groups:
            group.lines = [_without(row, signs) for row in group.lines]

    def report_margins(self, document: Document, tracked: Tracked) -> None:
        for text in dict.fromkeys(note_text([one], tracked) for one in document.margins):
            if text:
                self.report("header or footer", f"not part of a clause: {text}", "add it by hand if it is needed")

    def comments(self, document: Document) -> Iterator[Comment]:
        self._texts = [(one.number, f"{one.text(0)}\0{one.text(1)}") for one in self._groups]
        for at, one in enumerate(document.comments, 1):
            if not one.text.strip():
                self.report(f"comment {at}", f"has no words (by {one.author or 'nobody named'})", "see it in Word")
                continue
            yield Comment(
                id=f"{self._wanted.id}-comment-{at}",
                about=self._wanted.id,
                by=one.author or None,
                on=day_of(one.date),
                text=f"{self._tied(one.about)}{one.text.strip()}",
                labels=self._wanted.labels,
            )

    def _tied(self, about: str) -> str:
        """Where a comment is tied to: the clause in which its words stand, if it is one alone."""
        words = about.strip()
        if not words:
            return ""
        found = [number for number, text in self._texts if words in text]
        clause = f"{found[0]}, " if len(found) == 1 else ""
        return f"{clause}“{words}”: "

    def whole(self, title: str | None, comments: tuple[Comment, ...]) -> Taken:
        clauses = tuple(self._clause(group) for group in self._groups if not group.added)
        wanted = self._wanted
        draft = Draft(
            id=wanted.id,
            plan=wanted.plan,
            title=wanted.title or title,
            on=wanted.on,
            labels=wanted.labels,
            clauses=clauses,
        )
        if wanted.title and title and wanted.title != title:
            self.report("title", f"'{title}' is not kept, since --title names another", "leave --title out")
        edits = tuple(self._edits(clauses))
        return Taken(draft, edits, comments, tuple(dict.fromkeys(self._faults)))

    def _clause(self, group: Group) -> Clause:
        text = group.text(0)
        self._faults += [
            Fault(fault.address, fault.problem, fault.remedy, "warning")
            for fault in read_brackets(text, f"{self._address}: clause {group.number}").faults
        ]
        return Clause(
            number=group.number,
            title=group.title(0),
            text=text or None,
            notes=tuple(self._notes.get(id(group), ())),
            note=_under(group),
        )

    def _edits(self, clauses: Sequence[Clause]) -> Iterator[Edit]:
        """One for each clause that the changes touch, by all who touched it; chained where several come in a row."""
        taken = [clause.number for clause in clauses]
        named: dict[int, str] = {}
        for group in self._groups:
            old, new = group.text(0), group.text(1)
            if group.has_title and group.title(0) != group.title(1) and new.strip() and not group.added:
                self.report(
                    group.place, f"the changed title is not kept: '{group.title(1) or ''}'", "change it by hand"
                )
            if old == new and not group.added:
                continue
            number, after, change = group.number, None, "modify" if new.strip() else "delete"
            if group.added:
                after = named.get(id(group.after), group.after.number) if group.after else None
                number = number if number not in taken else _free(after or "0", taken)
                named[id(group)], change = number, "add"
                taken.append(number)
                new = "\n".join(filter(None, (group.title(1), new)))
            yield self._edit(
                group, number, {"after": after, "change": change, "base": old or None, "text": new or None}
            )

    def _edit(self, group: Group, number: str, data: dict[str, str | None]) -> Edit:
        names = dict.fromkeys(name for row in group.lines for name in row.authors)
        more = {
            "id": f"{self._wanted.id}-edit-{number.replace(' ', '-')}",
            "draft": self._wanted.id,
            "number": number,
            "by": ", ".join(names) or None,
            "on": max((row.day for row in group.lines if row.day), default=None),
            "labels": self._wanted.labels,
            "note": _under(group) if group.added else None,
        }
        return Edit.model_validate({**data, **more})


def _free(after: str, taken: Sequence[str]) -> str:
    """``2 bis`` and so on; where all of these are taken, ``2 (new 10)``: a text is not refused for its many changes."""
    stem, is_new, _rest = after.partition(" (new ")
    try:
        if not is_new:
            return number_after(after, taken)
    except Faults:
        stem = stem.partition(" ")[0]
    return next(number for at in count(10) if (number := f"{stem} (new {at})") not in taken)


def _under(group: Group) -> str | None:
    return f"Under the heading “{group.under}”." if group.under else None


def _changes(paragraph: Paragraph) -> Iterator[tuple[Mark, ...]]:
    yield paragraph.end
    yield from (piece.marks for piece in paragraph.pieces)


def _without(row: Row, signs: set[str]) -> Row:
    def bare(text: str | None) -> str | None:
        return text if text is None else re.sub(r"\[\^\w+\]", lambda found: "" if found[0] in signs else found[0], text)

    return Row(row.place, bare(row.old), bare(row.new), row.heading, row.authors, row.day)
