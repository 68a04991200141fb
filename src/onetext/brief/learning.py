"""What somebody will know once a paper was handed over that they do not know before, and who else then knows it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from onetext.case.case import Case
from onetext.case.people import Party, Person
from onetext.case.telling import Item
from onetext.case.words import EXTENTS, Extent
from onetext.desk.calling import called
from onetext.disclosure.access import may_read_record
from onetext.disclosure.knows import knows, speaks_for
from onetext.disclosure.reader import Reader


@dataclass(frozen=True)
class Learnt:
    """One thing, to which extent they will know it, and to which they know it now."""

    id: str | None
    name: str
    extent: Extent | None
    before: Extent | None
    known: bool
    open: bool
    """They may read it in any case, so that telling them of it gives nothing away."""


def learnt(case: Case, items: Iterable[Item], reader: Reader, day: date) -> tuple[Learnt, ...]:
    """The items that add to what ``reader`` knows at the end of ``day`` (D2): unknown so far, or known to less."""
    known = knows(case, reader.who, day)
    found = []
    for item in items:
        name = item.names or item.topic or ""
        now = known.about(name)
        if now is None or _rank(item.extent) > _rank(now.extent):
            called_so = called(case, item.names) if item.names else name
            before = now.extent if now else None
            heads = case.heads(item.names) if item.names else ()
            readable = bool(heads) and all(may_read_record(case, reader, head) for head in heads)
            found.append(Learnt(item.names, called_so, item.extent, before, now is not None, readable))
    return tuple(found)


def will_know(case: Case, who: str, day: date) -> tuple[str, ...]:
    """Ids of those who know what ``who`` is told: they, and each party for whom a person speaks on that day (D2)."""
    person = case.get(Person, who)
    parties = case.all(Party) if person else ()
    return (who, *(party.id for party in parties if person and speaks_for(person, party.id, day.isoformat())))


def _rank(extent: Extent | None) -> int:
    return -1 if extent is None else EXTENTS.index(extent)
