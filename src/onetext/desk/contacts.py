"""In what state a contact is: one meeting with its history, never shown as held when it was called off (R4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from onetext.case.case import Case
from onetext.case.contact import Contact
from onetext.case.dates import first_day, last_day
from onetext.case.record import Account
from onetext.case.words import ContactStatus

_AHEAD = frozenset({"planned", "expected"})
_OFF = frozenset({"cancelled", "declined", "not_held", "replaced"})


@dataclass(frozen=True)
class State:
    """The state it is in, the accounts that say so, and the accounts that say otherwise."""

    status: ContactStatus
    accounts: tuple[Account, ...] = ()
    rivals: tuple[Account, ...] = ()

    @property
    def disputed(self) -> bool:
        return bool(self.rivals)

    @property
    def is_off(self) -> bool:
        return self.status in _OFF


def state_of(contact: Contact) -> State:
    """What the accounts shown say it came to.

    Having been planned or expected is history once anything else is told. Of several sides' last words, the one that
    stands last is the state and the others stand beside it as rivals (C3).
    """
    told = [account for account in contact.accounts if account.status]
    final = [account for account in told if account.status not in _AHEAD] or told
    if not final or not final[-1].status:
        return State("unknown")
    last: dict[str, Account] = {str(account.by): account for account in _in_order(final)}
    status = _in_order(final)[-1].status
    agreeing = tuple(account for account in last.values() if account.status == status)
    rivals = tuple(account for account in last.values() if account.status != status)
    return State(status or "unknown", agreeing, rivals)


def _in_order(accounts: list[Account]) -> list[Account]:
    """By day where all give one, else as written."""
    if all(account.on for account in accounts):
        return sorted(accounts, key=lambda account: last_day(account.on or "0001"))
    return accounts


def next_contacts(case: Case, day: date) -> tuple[Contact, ...]:
    """Contacts of that day or later that are not off, soonest first; those without a day last."""
    coming = [contact for contact in case.all(Contact) if _is_ahead(contact, day) and not state_of(contact).is_off]
    return tuple(sorted(coming, key=lambda contact: (contact.on is None, last_day(contact.on) if contact.on else day)))


def _is_ahead(contact: Contact, day: date) -> bool:
    if contact.on is None:
        return state_of(contact).status in _AHEAD
    if state_of(contact).status == "held" and first_day(contact.on) <= day:
        return False
    return last_day(contact.end or contact.on) >= day
