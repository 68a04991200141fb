"""A small case of two compartments, for the stories of disclosure."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from onetext.case.case import Case
from onetext.case.snapshot import parse_case
from onetext.disclosure.importing import fill
from onetext.disclosure.moment import Moment
from onetext.disclosure.store import CaseStore, store_of
from onetext.disclosure.view import View
from onetext.files.yamldoc import parse_yaml, write_yaml
from onetext.ledger.ids import keyed_salts
from onetext.ledger.memory import MemoryStore

NOW = datetime(2025, 6, 2, 9, tzinfo=UTC)
TODAY = NOW.date()

FRAME = """
onetext: case/1
id: river
title: Two banks
basis: invented
default_labels: [team]
compartments:
- {id: team, name: The team, owners: [ana]}
- {id: talks, name: The talks, owners: [ana], labels: [talks]}
clearances:
- {id: c1, who: "@ana", compartments: [team], on: 2025-01-02}
- {id: c2, who: "@ana", compartments: [talks], on: 2025-01-02, labels: [talks]}
- {id: c3, who: "@ben", compartments: [team], on: 2025-01-02}
parties: [{id: north, name: Northbank, labels: []}, {id: south, name: Southbank, labels: []}]
persons:
- {id: mara, name: Mara, labels: [], roles: [{title: envoy, party: south, from: 2025-02, to: 2025-04-30, note: vain}]}
plans: [{id: main, title: The water, parties: [north, south], labels: []}]
points: [{id: p1, title: The bridge, text: our words}, {id: p2, title: The ferry}, {id: p3, title: The toll}]
sources: [{id: s1, outlet: Gazette, on: 2025-03-01, labels: []}, {id: s2, outlet: Courier, on: 2025-05}]
drafts:
- {id: d1, plan: main, on: 2025-03-02, note: ours, clauses: [{number: "3", point: p1, text: A bridge., note: weak},
   {number: "5", point: p2, text: A ferry.}, {number: "7", point: p3, text: A toll.}]}
statements:
- {id: open, on: 2025-03-01, text: Water., speaker: {name: Mara}, party: south, via: [s1], labels: []}
- {id: secret, on: 2025-03-01, text: Villa., labels: [talks]}
"""


def data(**sections: list[dict[str, Any]]) -> dict[str, Any]:
    """The frame, with records added to its sections."""
    found: dict[str, Any] = parse_yaml(FRAME, "frame")
    return {**found, **{name: [*found.get(name, []), *more] for name, more in sections.items()}}


def case_of(**sections: list[dict[str, Any]]) -> Case:
    case, faults = parse_case(write_yaml(data(**sections)))
    assert case is not None, faults
    assert [fault for fault in faults if fault.level == "error"] == []
    return case


def store_with(case: Case | None = None) -> CaseStore:
    store = store_of(MemoryStore(), lambda: NOW, salts=keyed_salts(b"salts"), key=b"ids")
    fill(store, case or case_of(), author="ana")
    return store


def seen(store: CaseStore, who: str | None, day: date = TODAY, *, hindsight: bool = True) -> View:
    return store.view(store.reader(who), Moment(day, hindsight))
