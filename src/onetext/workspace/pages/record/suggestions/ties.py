"""What a yes ties a suggestion to: a record that is there and gets another account, or points and people it names.

A record may not name one whose labels it does not carry (D12). So an account from a source that the record there may
not name becomes a record of its own, with a link that carries the labels of both.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from onetext.case.check import may_name
from onetext.case.contact import Contact
from onetext.case.people import Person
from onetext.case.record import Account, Record
from onetext.case.source import Statement
from onetext.case.telling import Disclosure
from onetext.case.work import Deadline, Link, LinkedAgreement, Question, Suggestion
from onetext.disclosure.recording import Writing
from onetext.files.faults import refuse
from onetext.workspace.pages.record.suggestions.records import Made
from onetext.workspace.writing import whole

if TYPE_CHECKING:
    from onetext.workspace.pages.record.suggestions.taking import Taking

ONTO = ("already", "account")
"""Relations to a record that is there: the yes adds to it, and makes no second one."""
_TOLD = (Contact.kind, Disclosure.kind, LinkedAgreement.kind)
_SOURCED = (*_TOLD, Question.kind, Deadline.kind, "position")


@dataclass(frozen=True)
class Tie:
    """A link that a person left standing when they said yes."""

    relation: str
    record: str


Ties = Mapping[str, tuple[Tie, ...]]
"""By the id of the suggestion."""


def ties_in(sent: Iterable[str]) -> Ties:
    """What a form sends back: ``suggestion,relation,record``, several divided by blanks."""
    found: dict[str, tuple[Tie, ...]] = {}
    for part in (part for text in sent for part in text.split()):
        named = part.split(",")
        if len(named) == 3:
            found[named[0]] = (*found.get(named[0], ()), Tie(named[1], named[2]))
    return found


def tied(fields: Mapping[str, Any], kind: str, ties: Iterable[Tie], taking: Taking) -> dict[str, Any]:
    """The fields of a new record with the points it is about and the speaker it is by."""
    given = dict(fields)
    for tie in ties:
        if tie.relation == "about":
            if kind in (Statement.kind, Question.kind):
                given["about"] = [*given.get("about", ()), tie.record]
            elif kind == LinkedAgreement.kind:
                given["points"] = [*given.get("points", ()), tie.record]
            elif kind == "position":
                given.setdefault("point", tie.record)
        elif tie.relation == "who" and kind == Statement.kind:
            if any(isinstance(head, Person) for head in taking.seen.get(tie.record)):
                given["speaker"] = {**given["speaker"], "person": tie.record}
            else:
                given["party"] = given.get("party") or tie.record
    return given


def added_to(taking: Taking, suggestion: Suggestion, made: Made, id: str) -> bool:
    """Add what a suggestion tells to the record that is there; False where that record may not name this source."""
    heads = taking.seen.get(id)
    if not heads or heads[0].kind != made.kind:
        problem = _("what it was matched to is not there any more")
        raise refuse("", problem, _("load the page again"))
    record = _standing(taking, id) or whole(taking.seen, heads[0])
    default = taking.case.store.head.default_labels
    if len(heads) > 1 or not may_name(frozenset(heads[0].labels or default), _labels(taking.source), default):
        return False
    added = _added(record, made, taking.source.id)
    if added:
        _grow(taking, record, {name: (*getattr(record, name), *_parts(name, more)) for name, more in added.items()})
    taking.decide(suggestion, "taken_in", id, added=added)
    return True


def identity(taking: Taking, record: Record, id: str) -> Record:
    """A link that says two records are one, with the labels of both (D12)."""
    default = taking.case.store.head.default_labels
    labels = {label for head in taking.seen.get(id) for label in head.labels or default} | {*(record.labels or default)}
    fields = {"kind": "identity", "from": record.id, "to": id}
    return taking.new(Link.kind, fields, tuple(sorted(labels)))


def taken_out(taking: Taking, one: Suggestion) -> None:
    """Add what takes out of a record that was there what the yes had added to it. Raises ``Faults``."""
    heads = taking.seen.get(one.record) if one.record and one.added else ()
    if not heads:
        return
    if len(heads) > 1:
        problem = _("the record it was added to has versions under unlike labels")
        raise refuse("", problem, _("change the record on its own page instead"))
    record = _standing(taking, heads[0].id) or whole(taking.seen, heads[0])
    accounts = list(record.accounts)
    for account in _parts("accounts", one.added.get("accounts", ())):
        if account in accounts:
            accounts.remove(account)
    cited = {id for account in accounts for id in account.sources}
    changes: dict[str, Any] = {"accounts": tuple(accounts)}
    for name in ("sources", "via"):
        going = {id for id in one.added.get(name, ()) if id not in cited}
        if going:
            changes[name] = tuple(id for id in getattr(record, name) if id not in going)
    _grow(taking, record, changes)


def _standing(taking: Taking, id: str) -> Record | None:
    """The record as this very write leaves it so far."""
    return next((one.record for one in taking.writings if one.record.id == id and not one.gone), None)


def _grow(taking: Taking, record: Record, changes: Mapping[str, Any]) -> None:
    """Put the record's next version among what is written: over the version that is read now, once a write (L2)."""
    labels = record.labels or taking.case.store.head.default_labels
    grown = Writing(record.model_copy(update={**changes, "labels": labels}), taking.seen.tokens(record.id))
    for at, writing in enumerate(taking.writings):
        if writing.record.id == record.id:
            taking.writings[at] = grown
            return
    taking.writings.append(grown)


def _labels(record: Record) -> frozenset[str]:
    return frozenset(record.labels or ())


def _added(record: Record, made: Made, source: str) -> dict[str, Any]:
    """By field, what the record does not hold yet; plain data, as it is kept with the suggestion."""
    added: dict[str, Any] = {}
    if made.kind in _TOLD:
        told = [*(made.fields.get("accounts") or ()), *_rivals(record, made, source)]
        new = [one for one in map(_plain, told) if Account.model_validate(one) not in record.accounts]
        added["accounts"] = new
    if made.kind in _SOURCED and source not in record.sources:
        added["sources"] = [source]
    if isinstance(record, Statement) and source not in record.via:
        added["via"] = [source]
    return {name: more for name, more in added.items() if more}


def _rivals(record: Record, made: Made, source: str) -> list[dict[str, Any]]:
    """What this source says otherwise, or says where nothing was said: an account of that field (C3)."""
    names = ("on", "place") if made.kind == Contact.kind else ("status",) if made.kind == LinkedAgreement.kind else ()
    told = [(name, made.fields.get(name), getattr(record, name)) for name in names]
    return [
        {"field": name, "value": ours, "sources": [source]}
        for name, ours, theirs in told
        if ours and str(ours).casefold() != str(theirs or "").casefold()
    ]


def _plain(account: Mapping[str, Any]) -> dict[str, Any]:
    return Account.model_validate({name: value for name, value in account.items() if value is not None}).model_dump(
        mode="json", exclude_defaults=True, by_alias=True
    )


def _parts(name: str, plain: Iterable[Any]) -> list[Any]:
    return [Account.model_validate(one) for one in plain] if name == "accounts" else list(plain)
