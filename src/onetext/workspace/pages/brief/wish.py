"""Which brief is asked for: read from an address or a form, and made from what the member may see."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.http import Http404
from django.utils.translation import gettext as _

from onetext.brief.compose import HANDOUT, SPEAKING_NOTE, handout, speaking_note
from onetext.brief.sheet import Sheet
from onetext.case.access import Clearance
from onetext.case.case import Case
from onetext.case.people import Party, Person
from onetext.case.record import PUBLIC
from onetext.disclosure.reader import Reader, reader_of
from onetext.files.faults import Faults

ME = "me"
NAMES = ("kind", "for", "about", "since", "copy")


@dataclass(frozen=True)
class Wish:
    """What the form says; empty where nothing was chosen."""

    kind: str
    for_: str
    about: str
    since: str
    copy: str

    @property
    def complete(self) -> bool:
        """Whether there is enough to make a page of."""
        return bool(self.for_ and (self.kind == HANDOUT or self.about))

    def pairs(self) -> tuple[tuple[str, str], ...]:
        """As it stands in an address or in hidden fields."""
        return tuple(zip(NAMES, (self.kind, self.for_, self.about, self.since, self.copy), strict=True))


def read_wish(given: Mapping[str, str]) -> Wish:
    """The wish in a query or a form. A handout is about nobody; a speaking note is for me unless said otherwise."""
    kind = SPEAKING_NOTE if given.get("kind") == SPEAKING_NOTE else HANDOUT
    for_ = given.get("for", "") or (ME if kind == SPEAKING_NOTE else "")
    if kind == HANDOUT and for_ == ME:
        for_ = ""
    about = given.get("about", "") if kind == SPEAKING_NOTE else ""
    return Wish(kind, for_, about, given.get("since", ""), given.get("copy", ""))


def sheet_of(case: Case, now: Case, wish: Wish, me: Reader, day: date, *, hindsight: bool) -> Sheet:
    """The sheet wished for, its readers under the clearances of ``now`` (L5).

    Somebody hidden or absent is not found (D4); ``Faults`` for what else cannot be.
    """
    since, copy = _day(wish.since), _number(wish.copy)
    if wish.kind == HANDOUT:
        return handout(case, _reader(case, now, wish.for_, day), day, since=since, copy=copy)
    reader = me if wish.for_ == ME else _reader(case, now, wish.for_, day)
    audience = _reader(case, now, wish.about, day)
    return speaking_note(case, reader, audience, day, since=since, copy=copy, hindsight=hindsight)


def audiences(case: Case) -> list[tuple[str, str]]:
    """To whom a handout may go, and about whom a note may be."""
    parties = [(one.id, one.name) for one in case.all(Party)]
    persons = [(one.id, one.name) for one in case.all(Person)]
    return [(PUBLIC, _("the public")), *dict.fromkeys(parties), *dict.fromkeys(persons)]


def our_own(case: Case) -> list[tuple[str, str]]:
    """For whom a speaking note may be: me, and the persons who are read into anything."""
    read_in = {one.who for one in case.all(Clearance)}
    return [(ME, _("me")), *dict.fromkeys((one.id, one.name) for one in case.all(Person) if one.id in read_in)]


def _reader(case: Case, now: Case, who: str, day: date) -> Reader:
    if who != PUBLIC and not (case.get(Party, who) or case.get(Person, who)):
        raise Http404
    try:
        return reader_of(now, who, day)
    except Faults as error:
        raise Http404 from error


def _day(text: str) -> date | None:
    """What is no day counts as none: the field beside it shows it."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() and 0 < len(text) < 7 and int(text) else None
