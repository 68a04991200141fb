"""What to call a record in a list: one line, in the words of the case."""

from __future__ import annotations

from onetext.case.case import Case
from onetext.case.record import Named, Record
from onetext.case.telling import Disclosure

_TITLES = ("title", "name", "label", "text", "what", "quote")
_MOST = 160


def called(case: Case, id: str | None) -> str:
    """The name of a person, party or other record; the id itself where the case shows none."""
    if id is None:
        return ""
    heads = case.heads(id)
    return title_of(case, heads[0]) if heads else id


def title_of(case: Case, record: Record) -> str:
    """One line that says what the record is."""
    if isinstance(record, Disclosure):
        return _telling(case, record)
    for name in _TITLES:
        text = getattr(record, name, None)
        if isinstance(text, str) and text:
            return shortened(text)
    return record.id


def who_called(case: Case, who: str | Named | None) -> str:
    """A person or party by name; the unnamed as they are described."""
    if isinstance(who, Named):
        return f"{who.name} ({called(case, who.party)})" if who.party else who.name
    return called(case, who)


def shortened(text: str) -> str:
    """At most 160 characters, cut between words."""
    line = " ".join(text.split())
    return line if len(line) <= _MOST else line[:_MOST].rsplit(" ", 1)[0] + " …"


def _telling(case: Case, record: Disclosure) -> str:
    things = [called(case, item.names) if item.names else item.topic or "" for item in record.items]
    to = ", ".join(who_called(case, who) for who in record.to)
    by = who_called(case, record.by)
    return shortened(f"{by or '–'} → {to or '–'}: {', '.join(things) or record.text or '–'}")
