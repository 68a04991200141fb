"""Data in and out: whole or not at all, the same there and back, nothing private unless asked for."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from onetext.case.snapshot import parse_case, write_case
from onetext.disclosure.exporting import for_export, snapshot
from onetext.disclosure.importing import import_any, import_case
from onetext.disclosure.logs import log_of
from onetext.disclosure.moment import Moment
from onetext.disclosure.opening import open_case
from onetext.disclosure.reader import reader_of
from onetext.disclosure.store import open_store
from onetext.files.faults import Faults
from tests.disclosure.basin import NOW, case_of, seen, store_with

PRIVATE: dict[str, list[dict[str, Any]]] = {
    "positions": [
        {"id": "x1", "party": "north", "point": "p1", "stance": "accept", "public": False},
        {"id": "x2", "party": "north", "point": "p1", "stance": "reject"},
    ],
    "assessments": [{"id": "a1", "title": "Mine"}],
}


@pytest.mark.parametrize(("asked", "kept"), [(False, {"x2"}), (True, {"x1", "x2", "a1"})])
def test_private_positions_leave_only_when_asked_for_by_name(asked: bool, kept: set[str]) -> None:
    """D13."""
    leaving = for_export(case_of(**PRIVATE), assessment=asked)

    assert {record.id for record in leaving.everything()} & {"x1", "x2", "a1"} == kept


def test_snapshot_of_a_view_reads_back_as_the_same_case() -> None:
    case = seen(store_with(), "@ben").case()
    back, faults = parse_case(snapshot(case).data.decode())

    assert [fault for fault in faults if fault.level == "error"] == []
    assert back is not None
    assert write_case(back) == write_case(case)


def test_log_of_a_store_brings_back_what_its_reader_sees(tmp_path: Path) -> None:
    """D1, L3: and nothing of other compartments."""
    store = store_with()
    path = tmp_path / "ben.log"
    path.write_bytes(log_of(store, store.reader("@ben")).data)
    taken = open_store(import_any(path, tmp_path / "there", lambda: NOW, author="ben"), lambda: NOW)

    assert write_case(seen(taken, "@ben").case()) == write_case(seen(store, "@ben").case())
    assert write_case(seen(taken, None).case()) == write_case(seen(store, "@ben").case())
    taken.close()


def test_case_of_the_same_name_is_refused_and_leaves_nothing(tmp_path: Path) -> None:
    import_case(case_of(), tmp_path, lambda: NOW, author="ana", members=["ana"])
    before = sorted(path.name for path in tmp_path.iterdir())

    with pytest.raises(Faults, match="already"):
        import_case(case_of(), tmp_path, lambda: NOW, author="ana")
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_case_brought_in_shows_nobody_a_compartment_they_are_not_in(tmp_path: Path) -> None:
    """D4: neither the compartment nor the reading in of its owner."""
    path = import_case(case_of(), tmp_path, lambda: NOW, author="eve", members=["eve"])
    store = open_store(path, lambda: NOW)
    text = write_case(seen(store, "@ben").case())

    assert "talks" not in text
    assert "assessment" not in text
    assert {"team", "talks", "assessment"} <= (store.reader("@eve").clearance or set())
    store.close()


def test_somebody_read_out_since_gets_no_paper_of_the_day_they_were_in(tmp_path: Path) -> None:
    """L5: the readers of a past day are so under the clearances of now, in a file as in a store."""
    out = {"id": "c9", "who": "mara", "compartments": ["team"], "status": "read_out", "on": "2025-05-01"}
    into = {"id": "c8", "who": "mara", "compartments": ["team"], "on": "2025-01-02"}
    path = tmp_path / "river.yaml"
    path.write_text(write_case(case_of(clearances=[into, {**out, "known_from": "2025-05-01"}])))
    opened = open_case(path, None, Moment(date(2025, 4, 1)), lambda: NOW)

    assert reader_of(opened.case, "mara", NOW.date()).clearance == frozenset({"team"})
    assert opened.other("mara").clearance == frozenset()
