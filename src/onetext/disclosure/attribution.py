"""Attribution levels and markings: they never open anything, they only narrow what is printed (D8).

==============  =========================================  ======================================
level           a handout prints                           a speaking note and our own pages print
==============  =========================================  ======================================
on_record       words, name, party                         the same
background      words, description, party; no name         the same, and the name marked "not to be named"
deep_background words alone                                words, and the source marked "no source to be given"
off_record      nothing                                    that it was said, marked "not for use"
chatham_house   words alone                                words, and the speaker marked "not to be named"
not stated      words, speaker as attributed, party        the same
==============  =========================================  ======================================
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from gettext import gettext as _
from typing import Literal

from onetext.case.access import Marking
from onetext.case.case import Case
from onetext.case.dates import last_day
from onetext.case.record import PUBLIC, Record
from onetext.case.source import Statement
from onetext.case.words import Tlp
from onetext.disclosure.answer import Answer

Output = Literal["handout", "own"]


@dataclass(frozen=True)
class Attributed:
    """What an output may print of a statement; None where it must not."""

    text: str | None
    quote: str | None
    speaker: str | None
    party: str | None
    caution: str | None = None


def attributed(statement: Statement, output: Output) -> Attributed | None:
    """The statement as its handling allows it in this kind of output; None where nothing may be printed."""
    name = statement.speaker.name or statement.speaker.description
    level = statement.handling
    if level in (None, "on_record"):
        return Attributed(statement.text, statement.quote, name, statement.party)
    if output == "own":
        return Attributed(statement.text, statement.quote, name, statement.party, _CAUTIONS[level]())
    if level == "off_record":
        return None
    if level == "background":
        return Attributed(statement.text, statement.quote, statement.speaker.description, statement.party)
    return Attributed(statement.text, None, None, None)


_CAUTIONS = {
    "background": lambda: _("not to be named"),
    "deep_background": lambda: _("no source to be given"),
    "off_record": lambda: _("not for use"),
    "chatham_house": lambda: _("not to be named"),
}

_STRICTEST: tuple[Tlp, ...] = ("TLP:RED", "TLP:AMBER+STRICT", "TLP:AMBER", "TLP:GREEN", "TLP:CLEAR")


def marking_of(case: Case, record_id: str, at: date) -> Tlp | None:
    """The strictest marking in force on the record."""
    marks = [
        marking.mark
        for marking in case.all(Marking)
        if marking.record == record_id and (marking.until is None or last_day(marking.until) >= at)
    ]
    return strictest(marks)


def strictest(marks: Iterable[Tlp]) -> Tlp | None:
    """The one that opens least."""
    return min(marks, key=_STRICTEST.index, default=None)


def markings(case: Case, at: date) -> dict[str, Tlp]:
    """The strictest marking in force on each record that bears one."""
    marked = dict.fromkeys(marking.record for marking in case.all(Marking))
    return {id: mark for id in marked if (mark := marking_of(case, id, at))}


def marking_allows(case: Case, record: Record, audience: str, at: date) -> Answer:
    """Whether the marking lets the record go to this audience.

    RED and AMBER+STRICT: to none outside; AMBER and GREEN: not to the public.
    """
    mark = marking_of(case, record.id, at)
    if mark in ("TLP:RED", "TLP:AMBER+STRICT"):
        return Answer(False, f"it is marked {mark}")
    if mark in ("TLP:AMBER", "TLP:GREEN") and audience == PUBLIC:
        return Answer(False, f"it is marked {mark}, so not for the public")
    return Answer(True, f"it is marked {mark}" if mark else "it bears no marking")
