"""A case cut for a reader and a day: first by labels, then by time, then of every tie to what is gone (D3, D4)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from onetext.case.case import Case
from onetext.case.contact import Contact
from onetext.case.known import known_days, part_known_from, source_days
from onetext.case.people import Role
from onetext.case.record import Account, Model, Record, UnknownRecord
from onetext.case.references import without
from onetext.case.telling import Disclosure
from onetext.case.work import Deadline, Question
from onetext.disclosure.access import may_read_record
from onetext.disclosure.moment import Moment
from onetext.disclosure.reader import Reader

_PAST = frozenset({"held", "ongoing", "not_held", "suspended"})
"""States that can only be so once the day itself has come."""


def cut_case(case: Case, reader: Reader, moment: Moment) -> Case:
    """The case as ``reader`` may see it at ``moment``.

    Itself a valid case, equal byte for byte to one that never held what was cut (D4, D12).
    """
    readable = [record for record in case.everything() if may_read_record(case, reader, record)]
    return cut_day(rebuilt(case, readable), moment)


def cut_day(case: Case, moment: Moment) -> Case:
    """A case that its reader may read whole, cut by day."""
    known = known_days(case)
    days = source_days(case)
    shown = [
        inside
        for record in case.everything()
        if (inside := cut_record(record, known[id(record)], days, moment)) is not None
    ]
    return rebuilt(case, tied(shown))


def cut_record(record: Record, known_from: str | None, days: dict[str, str], moment: Moment) -> Record | None:
    """One record at a moment: None before it was so or known, else without the parts that came later.

    ``days`` gives the date of each source the reader may read. A contact or deadline still to come is shown once it
    was known of: that is what it is for.
    """
    if not moment.hindsight and not moment.has_come(known_from):
        return None
    ahead = not moment.has_come(record.on)
    if ahead and not is_known_ahead(record):
        return None
    cut = _parts_cut(record, days, moment)
    if isinstance(cut, Contact):
        cut = _states_cut(cut, moment)
        if ahead and record.accounts and not cut.accounts:
            return None
    if isinstance(cut, Question) and isinstance(record, Question) and record.answers and not cut.answers:
        return cut.model_copy(update={"status": "open"})
    return cut


def is_known_ahead(record: Record) -> bool:
    """Whether the record is of the kind that is known before its day: contacts, deadlines, planned tellings."""
    if isinstance(record, Disclosure):
        return record.status == "planned"
    return isinstance(record, Contact | Deadline)


_M = TypeVar("_M", bound=Model)


def _parts_cut(model: _M, days: dict[str, str], moment: Moment) -> _M:
    """Clauses, roles, accounts, pairs and answers that the moment does not show are taken out, at every depth.

    So is the end of an office that still lies ahead.
    """
    changes: dict[str, Any] = {"to": None} if isinstance(model, Role) and not moment.has_come(model.to) else {}
    for name, value in model:
        if not isinstance(value, tuple) or not any(isinstance(part, Model) for part in value):
            continue
        kept = tuple(
            _parts_cut(part, days, moment) if isinstance(part, Model) else part
            for part in value
            if not isinstance(part, Model) or _part_shown(part, days, moment)
        )
        if len(kept) != len(value) or any(new is not old for new, old in zip(kept, value, strict=True)):
            changes[name] = kept
    return model.model_copy(update=changes) if changes else model


def _part_shown(part: Model, days: dict[str, str], moment: Moment) -> bool:
    if not hasattr(part, "known_from"):
        return True
    return moment.shows(getattr(part, "on", None), part_known_from(part, days))


def _states_cut(contact: Contact, moment: Moment) -> Contact:
    """Without the states that can only be so once its day has come, while that day is ahead."""
    if moment.has_come(contact.on):
        return contact
    kept = tuple(account for account in contact.accounts if not _is_past(account))
    return contact if len(kept) == len(contact.accounts) else contact.model_copy(update={"accounts": kept})


def _is_past(account: Account) -> bool:
    return account.on is None and account.status in _PAST


def tied(records: Iterable[Record]) -> list[Record]:
    """The records without ties to any that is not among them; those that mean nothing without one are left out."""
    rest = list(records)
    while True:
        ids = {record.id for record in rest}
        kept = [inside for record in rest if (inside := without(record, ids.__contains__)) is not None]
        if len(kept) == len(rest):
            return kept
        rest = kept


def rebuilt(case: Case, records: Iterable[Record]) -> Case:
    """A case with the same head and only these records, in the order given."""
    sections = {id(record): section for section, found in case.unknown.items() for record in found}
    names = {record.id: section for section, found in case.unknown.items() for record in found}
    known: dict[str, list[Record]] = {}
    unknown: dict[str, list[UnknownRecord]] = {}
    for record in records:
        if isinstance(record, UnknownRecord):
            unknown.setdefault(sections.get(id(record), names[record.id]), []).append(record)
        else:
            known.setdefault(record.kind, []).append(record)
    return Case(
        case.head,
        {kind: tuple(found) for kind, found in known.items()},
        {section: tuple(found) for section, found in unknown.items()},
    )
