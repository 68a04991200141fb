"""D3, D4, D12, L5: the cut of a case, for any reader and day, and the view of the same case in a store."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onetext.case.case import Case
from onetext.case.check import check_case
from onetext.case.record import Record
from onetext.case.snapshot import read_case, write_case
from onetext.disclosure.cut import cut_case
from onetext.disclosure.importing import fill
from onetext.disclosure.moment import Moment
from onetext.disclosure.reader import Reader, reader_of
from onetext.disclosure.store import CaseStore, store_of
from onetext.ledger.memory import MemoryStore
from tests.project.tree import ROOT

NOW = datetime(2026, 9, 1, tzinfo=UTC)
BEFORE_ALL = datetime(1999, 1, 1, tzinfo=UTC)
"""So that a record without sources counts as known all along in the store, as it does in a file."""
READERS = {
    "river-basin": [None, "public", "ana", "ben", "dov", "petra", "cora", "@owner", "@guest"],
    "ukraine-2025": [None, "public", "ukraine"],
}
DAYS = ["2025-02-20", "2025-04-20", "2025-06-10", "2025-11-22", "2026-08-01"]
compartments = st.frozensets(st.sampled_from(["team", "backchannel", "assessment"]))
moments = st.builds(Moment, st.dates(date(2025, 1, 1), date(2025, 7, 1)), st.booleans())


@cache
def example(name: str) -> Case:
    return read_case(Path(ROOT) / "examples" / name)


@cache
def stored(name: str) -> CaseStore:
    kept = MemoryStore()
    fill(store_of(kept, lambda: BEFORE_ALL), example(name), author="owner")
    return store_of(kept, lambda: NOW)


def told_alike(case: Case) -> dict[str, list[Record]]:
    """The records of a case, without what a store adds: labels and days spelt out, tokens of grants, compartments."""
    spelt = {"known_from": None, "version": None}
    return {
        kind: [
            record.model_copy(
                update={name: value for name, value in spelt.items() if name in type(record).model_fields}
                | {"labels": tuple(sorted(case.labels_of(record)))}
            )
            for record in records
        ]
        for kind, records in case.records.items()
        if records and kind != "compartment"
    }


@pytest.mark.parametrize(("name", "who"), [(name, who) for name, found in READERS.items() for who in found])
def test_view_of_a_store_is_the_cut_of_the_file(name: str, who: str | None) -> None:
    case, store = example(name), stored(name)
    for moment in [Moment(date.fromisoformat(day), hindsight) for day in DAYS for hindsight in (False, True)]:
        cut = cut_case(case, reader_of(case, who, NOW.date()), moment)

        assert told_alike(store.view(store.reader(who), moment).case()) == told_alike(cut)


@settings(max_examples=15)
@given(compartments, moments)
def test_cut_case_is_valid_and_cutting_it_again_changes_nothing(clearance: frozenset[str], moment: Moment) -> None:
    reader = Reader("@x", "member", clearance)
    cut = cut_case(example("river-basin"), reader, moment)

    assert [fault for fault in check_case(cut) if fault.level == "error"] == []
    assert write_case(cut_case(cut, reader, moment)) == write_case(cut)


@settings(max_examples=15)
@given(compartments, compartments, moments)
def test_more_clearance_never_shows_less(clearance: frozenset[str], more: frozenset[str], moment: Moment) -> None:
    case = example("river-basin")
    less, all_of_it = (
        {record.id for record in cut_case(case, Reader("@x", "member", labels), moment).everything()}
        for labels in (clearance, clearance | more)
    )

    assert less <= all_of_it


@settings(max_examples=15)
@given(compartments, moments)
def test_cut_does_not_depend_on_what_it_takes_away(clearance: frozenset[str], moment: Moment) -> None:
    """D4: a case that never held what the reader may not read gives the same bytes."""
    case, reader = example("river-basin"), Reader("@x", "member", clearance)
    kept = {
        kind: tuple(record for record in records if case.labels_of(record) <= clearance)
        for kind, records in case.records.items()
    }

    assert write_case(cut_case(Case(case.head, kept), reader, moment)) == write_case(cut_case(case, reader, moment))
