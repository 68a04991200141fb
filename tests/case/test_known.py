"""When a record came to be known, table by table."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from onetext.case.case import Case, Head
from onetext.case.contact import Contact
from onetext.case.dates import last_day, latest
from onetext.case.known import known_days, known_from, source_days
from onetext.case.people import Party
from onetext.case.position import Position
from onetext.case.record import Record
from onetext.case.references import references
from onetext.case.source import Source, Statement
from onetext.case.work import Deadline
from tests.case.strategies import cases

DAYS = {"early": "2025-02-03", "late": "2025-05-08", "month": "2025-02", "year": "2025"}
IMPORTED = "2026-01-01"


def of(*sources: str, **fields: str) -> Party:
    return Party.model_validate({"id": "x", "name": "x", "sources": sources, **fields})


@pytest.mark.parametrize(
    ("record", "known"),
    [
        (of(), IMPORTED),
        (of(on="2025-03-01"), IMPORTED),
        (of("early"), "2025-02-03"),
        (of("late", "early"), "2025-02-03"),
        (of("month", "early"), "2025-02-03"),
        (of("month", "late"), "2025-02"),
        (of("year", "late"), "2025-05-08"),
        (of("undated"), IMPORTED),
        (of("undated", "late"), "2025-05-08"),
        (of("late", on="2025-03-01"), "2025-05-08"),
        (of("late", known_from="2025-06"), "2025-06"),
        (of(known_from="2024"), "2024"),
        (Statement(id="s", via=("late",)), "2025-05-08"),
        (Statement(id="s", via=("late",), sources=("early",)), "2025-02-03"),
        (Source(id="s", on="2025-04-10"), "2025-04-10"),
        (Source(id="s", on="2025-04-10", sources=("early",)), "2025-04-10"),
        (Source(id="s", on="2025-04-10", known_from="2025-04-12"), "2025-04-12"),
        (Source(id="s"), IMPORTED),
    ],
)
def test_known_from_is_set_by_hand_or_the_earliest_source_or_the_day_of_recording(record: Record, known: str) -> None:
    assert known_from(record, DAYS, IMPORTED) == known
    assert known_from(record, DAYS) == (None if known == IMPORTED else known)


def test_only_dated_sources_give_a_day() -> None:
    assert source_days(case_of(Source(id="a", on="2025"), Source(id="b"))) == {"a": "2025"}


def case_of(*records: Record) -> Case:
    kinds: dict[str, tuple[Record, ...]] = {}
    for record in records:
        kinds[record.kind] = (*kinds.get(record.kind, ()), record)
    return Case(Head(id="c", title="t", basis="invented"), kinds)


def days(*records: Record, recorded: str | None = None) -> list[str | None]:
    known = known_days(case_of(*records), recorded)
    return [known[id(record)] for record in records]


def test_record_is_known_no_later_than_one_that_names_it() -> None:
    """A case cut by day names nothing that is missing."""
    party = Party(id="north", name="n", known_from="2025-06-01")
    position = Position(id="x", party="north", stance="open", known_from="2025-02-03")

    assert days(party, position) == ["2025-02-03", "2025-02-03"]


def test_naming_carries_on_along_a_chain() -> None:
    late = {"known_from": "2025-06-01"}
    chain = [Party.model_validate({"id": id, "name": id, "part_of": up, **late}) for id, up in ("ab", "bc", "cd")]
    first = Party(id="z", name="z", part_of="a", known_from="2025-01")
    last = Party(id="d", name="d", known_from="2025-06-01")

    assert days(*chain, first, last) == ["2025-01"] * 5


def test_circle_of_names_comes_to_an_end() -> None:
    a = Party(id="a", name="a", part_of="b", known_from="2025-06-01")
    b = Party(id="b", name="b", part_of="a", known_from="2025-02-03")

    assert days(a, b) == ["2025-02-03", "2025-02-03"]


def test_record_under_other_labels_moves_no_day() -> None:
    """D4: what few read does not show in the days of what many read."""
    party = Party(id="north", name="n", known_from="2025-06-01", labels=())
    hidden = Position(id="x", party="north", stance="open", known_from="2025-02-03", labels=("quiet",))

    assert days(party, hidden) == ["2025-06-01", "2025-02-03"]


def test_later_namer_moves_no_day() -> None:
    party = Party(id="north", name="n", known_from="2025-02-03")
    position = Position(id="x", party="north", stance="open", known_from="2025-06-01")

    assert days(party, position) == ["2025-02-03", "2025-06-01"]


def test_import_day_gives_way_to_an_earlier_namer() -> None:
    party = Party(id="north", name="n")
    position = Position(id="x", party="north", stance="open", known_from="2025-02-03")

    assert days(party, position, recorded=IMPORTED) == ["2025-02-03", "2025-02-03"]
    assert days(party, position) == [None, "2025-02-03"]


@given(cases())
@settings(max_examples=40)
def test_no_record_is_shown_before_what_it_names_itself_of_its_labels(case: Case) -> None:
    """What only a part of it names (an account, a clause) need not be known before that part is shown."""
    known = known_days(case, IMPORTED)

    for record in case.everything():
        shown = latest([day for day in (known[id(record)], _own_day(record)) if day])
        for reference in references(record):
            for head in case.heads(reference.id) if "]." not in reference.address else ():
                if case.labels_of(head) == case.labels_of(record):
                    other = known[id(head)]
                    assert shown is not None
                    assert other is not None
                    assert last_day(other) <= last_day(shown)


def _own_day(record: Record) -> str | None:
    """Contacts and deadlines are shown before their day."""
    return None if isinstance(record, Contact | Deadline) else record.on
