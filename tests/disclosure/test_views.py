"""Views are kept as long as nothing their reader may read was written, and no longer."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from onetext.case.plan import Point
from onetext.case.work import Suggestion
from onetext.disclosure.importing import fill
from onetext.disclosure.moment import Moment
from onetext.disclosure.reader import HOLDER, Reader
from onetext.disclosure.recording import Writing, write
from onetext.disclosure.store import CaseStore, store_of
from onetext.ledger.memory import MemoryStore
from tests.workspace.room import river_basin

NOW = datetime(2025, 11, 19, 21, 45, tzinfo=UTC)
TEAM = Reader("@ana", "member", frozenset({"team"}))


@pytest.fixture
def store() -> CaseStore:
    made = store_of(MemoryStore(), lambda: NOW, key=b"views")
    fill(made, river_basin(), author="ana", members=["ana"])
    return made


def put(store: CaseStore, id: str, label: str, title: str = "Gates") -> str:
    everything = store.view(HOLDER, Moment(store.today()))
    point = Point(id=id, title=title, labels=(label,))
    return write(store, everything, "ana", [Writing(point, everything.tokens(id))])[0].hash


def test_view_is_the_same_until_something_readable_is_written(store: CaseStore) -> None:
    before = store.view(TEAM, Moment(store.today()))
    assert store.view(TEAM, Moment(store.today())) is before

    put(store, "p1", "team")

    assert store.view(TEAM, Moment(store.today())) is not before
    assert [one.id for one in store.view(TEAM, Moment(store.today())).case().all(Point)] == ["p1"]


def test_view_stays_when_what_was_written_is_hidden(store: CaseStore) -> None:
    """D4: not even the work done for a reader depends on what they may not read."""
    before = store.view(TEAM, Moment(store.today()))

    put(store, "p1", "villa")

    assert store.view(TEAM, Moment(store.today())) is before


def test_views_of_other_readers_and_days_are_others(store: CaseStore) -> None:
    day = store.today()
    other = Reader("@ben", "member", frozenset({"team"}))
    seen = [store.view(TEAM, Moment(day)), store.view(other, Moment(day)), store.view(TEAM, Moment(day, True))]

    assert len({id(view) for view in seen}) == 3


def test_nothing_destroyed_is_found_in_a_kept_view(store: CaseStore) -> None:
    """L3."""
    put(store, "p1", "team", "A word too many")
    assert store.view(TEAM, Moment(store.today())).case().heads("p1") != ()
    token = store.view(TEAM, Moment(store.today())).tokens("p1")[0]

    store.ledger.erase(token, author="ana", why="a name", may_read=TEAM.cleared_for)
    store.spine.refresh()

    assert store.view(TEAM, Moment(store.today())).case().heads("p1") == ()
    assert "A word too many" not in repr(vars(store.spine))


def test_case_without_a_kind_is_kept_while_only_that_kind_is_written(store: CaseStore) -> None:
    put(store, "p1", "team")
    before = store.view(TEAM, Moment(store.today())).case_without(Suggestion.kind)
    everything = store.view(HOLDER, Moment(store.today()))
    write(store, everything, "ana", [Writing(Suggestion(id="g1", what="person", labels=("team",)))])

    seen = store.view(TEAM, Moment(store.today()))
    assert seen.case_without(Suggestion.kind) is before
    assert [one.id for one in seen.case().all(Suggestion)] == ["g1"]
    assert [one.id for one in before.all(Point)] == ["p1"]
    put(store, "p2", "team")
    assert store.view(TEAM, Moment(store.today())).case_without(Suggestion.kind) is not before
