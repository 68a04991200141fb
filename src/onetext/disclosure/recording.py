"""Writing records into a store: labels, ties and times are settled here, once, for every way in (L2, D1, D7, D12)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from onetext.case.access import Compartment
from onetext.case.check import may_name
from onetext.case.dates import earliest
from onetext.case.plan import Draft
from onetext.case.position import ASSESSMENT, is_private
from onetext.case.record import Record, UnknownRecord
from onetext.case.references import needed, references
from onetext.case.source import Source
from onetext.case.telling import EXPORTS, Export
from onetext.disclosure.payload import SCHEMA, payload_of, search_text
from onetext.disclosure.reader import Reader
from onetext.disclosure.store import CaseStore
from onetext.disclosure.view import View
from onetext.files.faults import Fault, Faults, refuse
from onetext.ledger.entry import Entry
from onetext.ledger.writing import Change

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Writing:
    """A record to be written, over the versions named in ``bases``; none: a new record. ``gone`` withdraws it."""

    record: Record
    bases: Sequence[str] = ()
    gone: bool = False


def new_id(store: CaseStore, author: str, labels: Iterable[str]) -> str:
    """An id from the author's own stream under the labels the record will lie under (L4)."""
    return store.ledger.draw(author, labels)[0]


def named_anew(store: CaseStore, reader: Reader, author: str, record: R) -> R:
    """A new record under the labels it will have, with an id drawn under just these (L4).

    An id drawn under fewer labels would shift the ids that everybody there sees. Raises ``Faults``.
    """
    labels = labels_for(store, reader, record)
    return record.model_copy(update={"id": new_id(store, author, labels), "labels": labels})


def write(store: CaseStore, view: View, author: str, writings: Sequence[Writing]) -> tuple[Entry, ...]:
    """Write all or none, as ``author``, who sees ``view``.

    Raises ``Stale`` when the author may read a newer version than those named (L2), ``Faults`` for ties to what is
    not there for this author (the same words for hidden and absent), for labels a record lacks (D12), and for a
    version under fewer labels than the one it replaces (D7).
    """
    for writing in writings:
        _check_owner(view, author, writing)
    together = {writing.record.id for writing in writings if not writing.gone}
    changes = [_change(store, view, writing, together) for writing in writings]
    reader = view.reader
    tokens = frozenset(version for _, version in reader.grants if version)
    entries = store.ledger.append_many(changes, author=author, may_read=reader.cleared_for, granted=tokens)
    store.spine.refresh()
    return entries


def labels_for(store: CaseStore, reader: Reader, record: Record) -> tuple[str, ...]:
    """The labels a version gets: its own, else the case's default, never none (D1, D13).

    Nothing is written for the public; a version over a public record lies in the team until it is released.
    """
    labels = set(record.labels or store.head.default_labels)
    if is_private(record):
        labels.add(ASSESSMENT)
    missing: set[str] = set() if reader.clearance is None else labels - reader.clearance
    if missing:
        raise refuse("labels", f"you are not read into {', '.join(sorted(missing))}", "choose compartments you are in")
    return tuple(sorted(labels))


def _change(store: CaseStore, view: View, writing: Writing, together: set[str]) -> Change:
    record = writing.record
    labels = labels_for(store, view.reader, record)
    if isinstance(record, UnknownRecord):
        raise refuse(record.id, "is of a kind this program does not know", "use a newer onetext to change it")
    _check_ties(store, view, record, frozenset(labels), together)
    _check_lowering(view, writing, frozenset(labels))
    _check_seal(view, writing)
    own = known_from_of(view, record)
    fallback = None if writing.bases else store.today().isoformat()
    return Change(
        kind=record.kind,
        payload=payload_of(record),
        labels=labels,
        id=record.id,
        bases=writing.bases,
        on=day_part(record.on),
        known_from=day_part(own or fallback),
        needs=needed(record),
        schema=SCHEMA,
        gone=writing.gone,
        search_text="" if writing.gone else search_text(record),
    )


def day_part(text: str | None) -> str | None:
    """A partial date without a time: what keys are ordered by."""
    return text.partition("T")[0] if text else None


def known_from_of(view: View, record: Record) -> str | None:
    """Set by hand, else the earliest of its own sources that the writer can see; else not said."""
    if record.known_from or isinstance(record, Source):
        return record.known_from or record.on
    ids = (*record.sources, *getattr(record, "via", ()))
    days = [source.on for id in ids for source in view.get(id) if source.on]
    return earliest(days)


def _check_ties(store: CaseStore, view: View, record: Record, labels: frozenset[str], together: set[str]) -> None:
    faults = []
    for tie in references(record):
        heads = view.get(tie.id)
        if not heads and tie.id not in together:
            if not tie.soft:
                faults.append(
                    Fault(
                        tie.address,
                        f"there is no {' or '.join(tie.kinds) or 'record'} '{tie.id}'",
                        "name one that is there",
                    )
                )
        elif heads and not any(
            may_name(labels, frozenset(head.labels or ()), store.head.default_labels) for head in heads
        ):
            faults.append(
                Fault(
                    tie.address,
                    f"names '{tie.id}', whose labels it would not carry (D12)",
                    "give this record those labels too",
                )
            )
    if faults:
        raise Faults(faults)


def _check_owner(view: View, author: str, writing: Writing) -> None:
    """A compartment, and so who owns it, is changed by its owners alone (D9); whoever holds the store may too."""
    if not isinstance(writing.record, Compartment) or not writing.bases or view.reader.clearance is None:
        return
    owners = {owner for head in view.get(writing.record.id) if isinstance(head, Compartment) for owner in head.owners}
    if author not in owners:
        raise refuse("owners", "only an owner of a compartment changes it", "ask an owner")


def _check_lowering(view: View, writing: Writing, labels: frozenset[str]) -> None:
    """A new version under fewer labels would be a write-down; that is what a release is for (D7)."""
    if not writing.bases:
        return
    for head, token in zip(view.get(writing.record.id), view.tokens(writing.record.id), strict=True):
        if token in writing.bases and not frozenset(head.labels or ()) <= labels:
            raise refuse(
                "labels",
                "the new version would lie under fewer labels than the one it replaces (D7)",
                "keep its labels; only a release by the owners lowers them",
            )


def _check_seal(view: View, writing: Writing) -> None:
    """A named version keeps its clauses and its seal for ever; it may be withdrawn, and described."""
    new = writing.record
    if writing.gone or not isinstance(new, Draft):
        return
    for head in view.get(new.id) if writing.bases else ():
        if isinstance(head, Draft) and head.frozen and (head.clauses, head.frozen) != (new.clauses, new.frozen):
            raise refuse(new.id, "is a named version, which is never changed", "change the working draft")


def record_export(store: CaseStore, view: View, author: str, export: Export) -> Export:
    """Write the record of an export into the chains kept for such, before its first byte leaves (D6).

    Its labels are declared, the case's default and all its maker is read into, never computed from what the page
    happened to hold: a page that found nothing would else lie lower than one that did (D5).
    """
    clearance = view.reader.clearance if view.reader.clearance is not None else store.compartments()
    labels = tuple(sorted({*store.head.default_labels, *clearance, EXPORTS}))
    drawn = new_id(store, author, labels)
    written = export.model_copy(update={"id": drawn, "labels": labels, "known_from": store.today().isoformat()})
    change = Change(
        kind=written.kind,
        payload=payload_of(written),
        labels=labels,
        id=drawn,
        on=day_part(written.on),
        known_from=written.known_from,
        schema=SCHEMA,
        search_text=search_text(written),
    )
    store.ledger.append(change, author=author, may_read=view.reader.cleared_for)
    store.spine.refresh()
    return written
