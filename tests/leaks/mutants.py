"""Leaks planted on purpose: the harness must find every one, or it is itself broken (the list is in ``docs``)."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Literal

import pytest

from onetext.brief import compose
from onetext.case.case import Case
from onetext.case.record import Record
from onetext.case.references import references
from onetext.case.source import Source
from onetext.disclosure import importing, recording, told
from onetext.disclosure.moment import Moment
from onetext.disclosure.reader import HOLDER, Reader, cleared
from onetext.disclosure.store import CaseStore
from onetext.disclosure.view import View
from onetext.files.faults import Fault, Faults, nearest, refuse
from onetext.ledger import writing
from onetext.ledger.reading import Permitted, State
from onetext.ledger.spine import Key

Where = Literal["view", "answers", "acts", "papers", "web"]
Plant = Callable[[pytest.MonkeyPatch], None]


@dataclass(frozen=True)
class Mutant:
    """``where``: which part of the harness is asked to find it."""

    name: str
    where: Where
    plant: Plant

    @contextmanager
    def planted(self) -> Iterator[None]:
        with pytest.MonkeyPatch.context() as patch:
            self.plant(patch)
            yield


def _all(state: State) -> Permitted:
    return frozenset(state.labelsets())


def _counts_all_rows(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(View, "count", lambda self, kind: len(self._state.run(_all(self._state), kind)))


def _lists_all_kinds(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(View, "kinds", lambda self: self._state.kinds(_all(self._state)))


def _tag_from_last_position(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(View, "tag", lambda self: hashlib.sha256(str(self._state.last).encode()).hexdigest())


def _tag_from_all_heads(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(View, "tag", lambda self: self._state.tag(_all(self._state)))


def _ids_from_one_stream(patch: pytest.MonkeyPatch) -> None:
    drawn: dict[int, int] = {}

    def draw(ledger: Any, writer: Any, author: str, labels: Any) -> str:
        number = drawn[id(ledger)] = drawn.get(id(ledger), 0) + 1
        found: str = ledger.ids("everybody", (), number)
        return found

    patch.setattr(writing, "_draw", draw)


def _id_taken_across_compartments(patch: pytest.MonkeyPatch) -> None:
    change_of = recording._change

    def change(store: CaseStore, view: View, written: Any, together: set[str]) -> Any:
        if not written.bases and store.spine.state().history(_all(store.spine.state()), written.record.id):
            raise refuse(written.record.id, "this id is taken", "choose another")
        return change_of(store, view, written, together)

    patch.setattr(recording, "_change", change)


def _stale_over_hidden(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(
        writing._Session, "_visible", lambda self, record: self.writer.versions(record, self.writer.labelsets())
    )


def _stale_shows_hidden(patch: pytest.MonkeyPatch) -> None:
    judge = writing._Session._judge

    def judged(self: Any, address: str, change: Any, labels: Any, visible: Any) -> Any:
        try:
            return judge(self, address, change, labels, visible)
        except writing.Stale as stale:
            everything = self.writer.versions(change.id, self.writer.labelsets())
            raise writing.Stale(change, stale.base, self._entries(everything)) from stale

    patch.setattr(writing._Session, "_judge", judged)


def _newest_wins(patch: pytest.MonkeyPatch) -> None:
    def superseded(self: State, permitted: Permitted, recorded_at: str | None) -> set[str]:
        return {token for chain in self._seen(_all(self)) for token in chain.superseded(recorded_at)}

    patch.setattr(State, "_superseded", superseded)


def _version_counted_in_record(patch: pytest.MonkeyPatch) -> None:
    entry_of = writing._Session._entry

    def entry(self: Any, change: Any, record: str, labels: Any, payload: bytes, bases: Any) -> Any:
        made = entry_of(self, change, record, labels, payload, bases)
        return replace(made, version=1 + len(self.writer.versions(record, self.writer.labelsets())))

    patch.setattr(writing._Session, "_entry", entry)


def _time_always_rises(patch: pytest.MonkeyPatch) -> None:
    entry_of = writing._Session._entry

    def entry(self: Any, change: Any, record: str, labels: Any, payload: bytes, bases: Any) -> Any:
        made = entry_of(self, change, record, labels, payload, bases)
        lasts = [last[1] for some in self.writer.labelsets() if (last := self.writer.last(some))]
        latest = datetime.fromisoformat(max([made.recorded, *lasts])) + timedelta(seconds=1)
        return replace(made, recorded=latest.strftime("%Y-%m-%dT%H:%M:%S.%fZ"))

    patch.setattr(writing._Session, "_entry", entry)


def _last_edited_by_hidden(patch: pytest.MonkeyPatch) -> None:
    authors = View.authors

    def edited(self: View, id: str) -> tuple[tuple[str, str], ...]:
        seen = authors(self, id)
        last = max((key.recorded for key in self._state.history(_all(self._state), id)), default="")
        return (*seen, ("last", last)) if seen else ()

    patch.setattr(View, "authors", edited)


def _token_is_position(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(View, "tokens", lambda self, id: tuple(str(key.pos) for key in self._state_heads(id)))


def _search_over_all(patch: pytest.MonkeyPatch) -> None:
    def matches(self: View, words: str) -> list[Record]:
        everything = _all(self._state)
        found = self._spine.matches(everything, words)
        keys = [key for kind in self._state.kinds(everything) for key in self._state.run(everything, kind)]
        return self._decoded([key for key in keys if key.pos in found and key.kind != "case"])

    patch.setattr(View, "matches", matches)


def _index_keeps_other_versions(patch: pytest.MonkeyPatch) -> None:
    def matches(self: View, words: str) -> list[Record]:
        found = self._spine.matches(_all(self._state), words)
        known = {key.id for id in self._ids for key in self._state.history(_all(self._state), id) if key.pos in found}
        return self._records(sorted(key for key in self._shown if key.id in known))

    patch.setattr(View, "matches", matches)


def _case_cached_without_clearance(patch: pytest.MonkeyPatch) -> None:
    def case(self: View) -> Case:
        found = self._cases.setdefault(("all", self.moment), self._case(self._shown))
        assert isinstance(found, Case)
        return found

    patch.setattr(View, "case", case)


def _clearance_of_the_past(patch: pytest.MonkeyPatch) -> None:
    view = CaseStore.view

    def past(self: CaseStore, reader: Reader, moment: Moment) -> View:
        if moment.recorded_at and reader.clearance is not None:
            state = self.spine.state()
            keys = state.run(_all(state), "clearance", recorded_at=moment.recorded_at)
            events = [recording_of(self, key) for key in keys]
            then = cleared([one for one in events if one.who == reader.who], self.today())
            reader = replace(reader, clearance=then)
        return view(self, reader, moment)

    patch.setattr(CaseStore, "view", past)


def recording_of(store: CaseStore, key: Key) -> Any:
    from onetext.disclosure.payload import record_of

    return record_of(key.kind, store.spine.payload(key.pos) or b"{}", key.labels)


def _known_from_hidden_source(patch: pytest.MonkeyPatch) -> None:
    def known_from(view: View, record: Record) -> str | None:
        everything = View(view._spine, view._state, HOLDER, Moment(view.moment.day, True), view.head, {})
        days = [source.on for source in everything.case().all(Source) if source.on]
        return record.known_from or min(days, default=None)

    patch.setattr(recording, "known_from_of", known_from)


def _fault_names_the_nearest_of_all(patch: pytest.MonkeyPatch) -> None:
    check = recording._check_ties

    def checked(store: CaseStore, view: View, record: Record, labels: Any, together: set[str]) -> None:
        try:
            check(store, view, record, labels, together)
        except Faults as faults:
            state = store.spine.state()
            ids = sorted({key.id for kind in state.kinds(_all(state)) for key in state.run(_all(state), kind)})
            raise Faults([Fault(one.address, one.problem, nearest("guess-3", ids)) for one in faults.faults]) from None

    patch.setattr(recording, "_check_ties", checked)


def _hidden_tie_has_other_words(patch: pytest.MonkeyPatch) -> None:
    check = recording._check_ties

    def checked(store: CaseStore, view: View, record: Record, labels: Any, together: set[str]) -> None:
        state = store.spine.state()
        for tie in references(record):
            if state.heads(_all(state), tie.id) and not view.get(tie.id):
                raise refuse(tie.address, "you may not name it", "ask an owner")
        check(store, view, record, labels, together)

    patch.setattr(recording, "_check_ties", checked)


def _export_label_from_what_was_found(patch: pytest.MonkeyPatch) -> None:
    def labels_of(store: CaseStore, view: View) -> set[str]:
        return {label for key in view.keys("nothing-of-the-kind") for label in key.labels} | {"team", "exports"}

    _with_export_labels(patch, labels_of)


def _export_record_for_the_team(patch: pytest.MonkeyPatch) -> None:
    _with_export_labels(patch, lambda store, _: {*store.head.default_labels})


def _with_export_labels(patch: pytest.MonkeyPatch, labels_of: Callable[[CaseStore, View], set[str]]) -> None:
    record_export = recording.record_export

    def recorded(store: CaseStore, view: View, author: str, export: Any) -> Any:
        labels = frozenset(labels_of(store, view)) - {"exports"}
        narrow = View(view._spine, view._state, replace(view.reader, clearance=labels | {"exports"}), view.moment,
                      view.head, {})  # fmt: skip
        return record_export(store, narrow, author, export)

    from tests.leaks import surfaces, world

    for module in (surfaces, world):
        patch.setattr(module, "record_export", recorded)


def _log_with_all_chains(patch: pytest.MonkeyPatch) -> None:
    from onetext.disclosure import logs
    from tests.leaks import surfaces

    def log_of(store: CaseStore, reader: Reader) -> Any:
        leaving = logs.log_of(store, reader)
        heads = [store.spine.state().tag(frozenset({labels})) for labels in sorted(store.spine.state().labelsets())]
        return replace(leaving, data=leaving.data + str(heads).encode())

    patch.setattr(surfaces, "log_of", log_of)


def _new_case_names_every_compartment(patch: pytest.MonkeyPatch) -> None:
    reading_in = importing._reading_in
    patch.setattr(
        importing,
        "_reading_in",
        lambda name, label, day: reading_in(name, label, day).model_copy(update={"labels": ("team",)}),
    )


def _paper_holds_all_its_maker_reads(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(compose, "tellable", lambda case, *_: case)


def _excerpt_keeps_the_numbers(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(told, "renumbered", lambda clauses: clauses)


def _embargo_forgotten(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(told, "embargo_on", lambda *_: None)


def _hidden_is_forbidden(patch: pytest.MonkeyPatch) -> None:
    from django.core.exceptions import PermissionDenied

    from onetext.workspace.pages.record import views

    shown: Any = vars(views)["shown"]

    def forbidding(frame: Any) -> Case:
        case: Case = shown(frame)
        id = frame.path.partition("/entry/")[2].partition("/")[0]
        state = _store().spine.state()
        if id and state.heads(_all(state), id) and not case.heads(id):
            raise PermissionDenied
        return case

    patch.setattr(views, "shown", forbidding)


def _choices_of_all(patch: pytest.MonkeyPatch) -> None:
    from onetext.workspace.pages.record import change

    form: Any = vars(change)["SchemaForm"]

    def made(model: Any, case: Case, record: Any, data: Any) -> Any:
        store = _store()
        return form(model, store.view(HOLDER, Moment(store.today(), hindsight=True)).case(), record, data)

    patch.setattr(change, "SchemaForm", made)


def _members_of_all_compartments(patch: pytest.MonkeyPatch) -> None:
    from onetext.workspace.cases import ClearanceRow
    from onetext.workspace.stored import StoredCase

    patch.setattr(
        StoredCase, "clearances", lambda self: tuple(ClearanceRow(name, name, ()) for name in self.store.members())
    )


def _page_says_how_many_there_are(patch: pytest.MonkeyPatch) -> None:
    from onetext.workspace.headers import Headers

    call = Headers.__call__

    def counted(self: Any, request: Any) -> Any:
        response = call(self, request)
        response["ETag"] = f'"{_store().spine.state().last}"'
        return response

    patch.setattr(Headers, "__call__", counted)


def _store() -> CaseStore:
    """The store behind the room that is being asked."""
    from onetext.workspace import cases

    opened: Any = cases._opened(None)
    store: CaseStore = opened.rooms["basin"].store
    return store


MUTANTS = (
    Mutant("counts over all rows", "view", _counts_all_rows),
    Mutant("kinds of all rows", "view", _lists_all_kinds),
    Mutant("tag from the last position", "view", _tag_from_last_position),
    Mutant("tag from the heads of all chains", "view", _tag_from_all_heads),
    Mutant("newest version wins, seen or not", "view", _newest_wins),
    Mutant("last edited by a hidden version", "view", _last_edited_by_hidden),
    Mutant("token of a form is a position", "view", _token_is_position),
    Mutant("search over all label sets", "view", _search_over_all),
    Mutant("index keeps what was written over or labelled anew", "view", _index_keeps_other_versions),
    Mutant("case cached without clearance", "view", _case_cached_without_clearance),
    Mutant("clearance of the past", "view", _clearance_of_the_past),
    Mutant("version counted in the record", "view", _version_counted_in_record),
    Mutant("time that always rises", "view", _time_always_rises),
    Mutant("ids from one stream", "view", _ids_from_one_stream),
    Mutant("known from a hidden source", "view", _known_from_hidden_source),
    Mutant("export labelled by what was found", "view", _export_label_from_what_was_found),
    Mutant("export record open to the team", "view", _export_record_for_the_team),
    Mutant("case brought in names every compartment", "view", _new_case_names_every_compartment),
    Mutant("log with the heads of all chains", "answers", _log_with_all_chains),
    Mutant("id taken across compartments", "acts", _id_taken_across_compartments),
    Mutant("stale over a hidden version", "acts", _stale_over_hidden),
    Mutant("refusal shows hidden text", "acts", _stale_shows_hidden),
    Mutant("fault names the nearest of all ids", "acts", _fault_names_the_nearest_of_all),
    Mutant("hidden tie refused in other words", "acts", _hidden_tie_has_other_words),
    Mutant("paper holds all its maker reads", "papers", _paper_holds_all_its_maker_reads),
    Mutant("excerpt keeps the numbers of the whole", "papers", _excerpt_keeps_the_numbers),
    Mutant("embargo forgotten", "papers", _embargo_forgotten),
    Mutant("hidden is forbidden, absent is not found", "web", _hidden_is_forbidden),
    Mutant("choices of a form over all records", "web", _choices_of_all),
    Mutant("members of all compartments listed", "web", _members_of_all_compartments),
    Mutant("entity tag of a page from the last position", "web", _page_says_how_many_there_are),
)
