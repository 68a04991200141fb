"""A snapshot into a store, whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from zoneinfo import ZoneInfo

from onetext.case.access import Clearance, Compartment, Grant
from onetext.case.case import Case
from onetext.case.known import known_days
from onetext.case.position import ASSESSMENT
from onetext.case.record import MEMBER, Record, UnknownRecord
from onetext.case.references import needed
from onetext.case.snapshot import read_case
from onetext.disclosure.opening import case_store, place_of
from onetext.disclosure.payload import HEAD, SCHEMA, UNKNOWN, entry_search_text, head_payload, payload_of, search_text
from onetext.disclosure.reader import HOLDER
from onetext.disclosure.recording import day_part
from onetext.disclosure.store import SUFFIX, CaseStore, Clock, open_store
from onetext.files.faults import refuse
from onetext.ledger.entry import Entry, is_word
from onetext.ledger.log import import_log
from onetext.ledger.writing import Change

_LONGEST_NAME = 150


def case_path(folder: Path, case_id: str) -> Path:
    """Where a case lies in a store folder."""
    if "/" in case_id or case_id.startswith("."):
        raise refuse(case_id, "cannot be the id of a case in a store", "use letters, digits and dashes")
    return folder / f"{case_id}{SUFFIX}"


def import_case(case: Case, folder: Path, clock: Clock, *, author: str, members: Iterable[str] = ()) -> Path:
    """Put a case into the store folder as a ledger of its own; ``members`` are read into all its compartments.

    Raises ``Faults`` when a case of that id is there already. The case appears whole or not at all.
    """
    return _built(folder, case.head.id, clock, lambda store: fill(store, case, author=author, members=members))


def _built(folder: Path, case_id: str, clock: Clock, fill_in: Callable[[CaseStore], None]) -> Path:
    """Build a case's store beside its place and move it there when it is whole."""
    path = case_path(folder, case_id)
    if path.exists():
        raise refuse(str(path), f"the store has a case '{case_id}' already", "choose another store, or another id")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise refuse(str(folder), f"cannot be made: {error.strerror}", "name a place where you may write") from error
    building = path.with_suffix(".importing")
    for leftover in folder.glob(f"{building.name}*"):
        leftover.unlink()
    try:
        store = open_store(building, clock, create=True)
        fill_in(store)
        store.close()
        building.rename(path)
    finally:
        for leftover in folder.glob(f"{building.name}*"):
            leftover.unlink()
    return path


def import_snapshot(path: Path, folder: Path, clock: Clock, *, author: str, members: Iterable[str] = ()) -> Path:
    """As ``import_case``, from a case file or folder."""
    return import_case(read_case(path), folder, clock, author=author, members=members)


def fill(store: CaseStore, case: Case, *, author: str, members: Iterable[str] = ()) -> None:
    """Write every record of a case into an empty store, its three times settled now."""
    day = store.clock().astimezone(ZoneInfo(case.head.timezone)).date().isoformat()
    known = known_days(case, day)
    head = Change(HEAD, head_payload(case.head), (), id=case.head.id, schema=SCHEMA)
    changes = [
        _change(case, record, known[id(record)]) for record in case.everything() if not isinstance(record, Grant)
    ]
    entries = store.ledger.append_many([head, *changes], author=author, may_read=HOLDER.cleared_for)
    granted = [_change(case, _exactly(grant, entries), known[id(grant)]) for grant in case.all(Grant)]
    admitted = [_change(case, record, None) for record in _admissions(case, members, day)]
    store.ledger.append_many([*granted, *admitted], author=author, may_read=HOLDER.cleared_for)
    store.spine.refresh()


def _exactly(grant: Grant, entries: Iterable[Entry]) -> Grant:
    """A grant of a file's one version names that version from now on, and no later one (D1)."""
    tokens = [entry.token for entry in entries if entry.id == grant.record]
    if grant.version is not None or len(tokens) != 1:
        return grant
    return grant.model_copy(update={"version": tokens[0]})


def _change(case: Case, record: Record, known_from: str | None) -> Change:
    unknown = isinstance(record, UnknownRecord)
    return Change(
        kind=f"{UNKNOWN}{case.kinds_by_id[record.id]}" if unknown else record.kind,
        payload=payload_of(record),
        labels=case.labels_of(record),
        id=record.id,
        on=day_part(record.on),
        known_from=day_part(known_from),
        needs=needed(record),
        schema=SCHEMA,
        search_text=search_text(record),
    )


def _admissions(case: Case, members: Iterable[str], day: str) -> list[Record]:
    """The compartments the case uses but does not describe, and the reading in of each member.

    Each lies in the compartment it is about: who is not in it does not learn that there is one (D4).
    """
    used = {label for record in case.everything() for label in case.labels_of(record)}
    used |= {*case.head.default_labels, ASSESSMENT}
    described = {compartment.id for compartment in case.all(Compartment)}
    names = tuple(members)
    for name in names:
        if not is_word(name) or len(name) > _LONGEST_NAME:
            raise refuse(f"member '{name}'", "cannot be a member's name", "use 1 to 150 characters without spaces")
    records: list[Record] = [
        Compartment(id=label, name=label, owners=names, labels=(label,), known_from=day)
        for label in sorted(used - described)
    ]
    already = {clearance.who for clearance in case.all(Clearance)}
    for name in names:
        if MEMBER + name not in already:
            records += [_reading_in(name, label, day) for label in sorted(used | described)]
    return records


def _reading_in(name: str, label: str, day: str) -> Clearance:
    return Clearance(
        id=f"clearance-{name}-{label}",
        who=MEMBER + name,
        compartments=(label,),
        on=day,
        labels=(label,),
        by=name,
        known_from=day,
    )


def import_any(path: Path, folder: Path, clock: Clock, *, author: str, members: Iterable[str] = ()) -> Path:
    """As ``import_snapshot``; a log is taken over entry by entry, with its chains."""
    if place_of(path) == "store":
        raise refuse(str(path), "is a store already", "open it as it is, or export its log or a snapshot first")
    if place_of(path) != "log":
        return import_snapshot(path, folder, clock, author=author, members=members)
    head = case_store(path, clock).head
    return _built(folder, head.id, clock, lambda store: _take_log(path, store))


def _take_log(path: Path, store: CaseStore) -> None:
    import_log(path, store.store, entry_search_text)
