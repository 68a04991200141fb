"""Writing into a store: labels, ties, times; and what is refused, in the same words for hidden and for absent."""

from __future__ import annotations

from typing import Any

import pytest

from onetext.case.kinds import BY_KIND
from onetext.case.record import Record
from onetext.disclosure.recording import Writing, named_anew, write
from onetext.disclosure.store import CaseStore
from onetext.files.faults import Faults
from onetext.ledger.writing import Stale
from tests.disclosure.basin import seen, store_with


@pytest.fixture
def store() -> CaseStore:
    return store_with()


def record(kind: str, **fields: Any) -> Record:
    return BY_KIND[kind].model_validate({"id": "new", **fields})


def put(store: CaseStore, who: str, made: Record, bases: tuple[str, ...] = ()) -> tuple[str, ...]:
    return write(store, seen(store, who), who.removeprefix("@"), [Writing(made, bases)])[0].labels


@pytest.mark.parametrize(
    ("kind", "fields", "labels"),
    [
        ("question", {"text": "Who?"}, ("team",)),
        ("question", {"text": "Who?", "labels": []}, ("team",)),
        ("question", {"text": "Who?", "labels": ["talks"]}, ("talks",)),
    ],
)
def test_record_lies_where_it_was_put_and_never_in_the_open(
    store: CaseStore, kind: str, fields: dict[str, Any], labels: tuple[str, ...]
) -> None:
    """D1: the public is reached by a release or an import that says so, not by writing."""
    assert put(store, "@ana", record(kind, **fields)) == labels


def test_version_over_a_public_record_lies_in_the_team(store: CaseStore) -> None:
    """D1, D4: the public goes on seeing the version it may."""
    head, tokens = seen(store, "@ben").get("open")[0], seen(store, "@ben").tokens("open")

    assert put(store, "@ben", head.model_copy(update={"note": "ours"}), tokens) == ("team",)
    assert [one.note for one in seen(store, "public").get("open")] == [None]
    assert [one.note for one in seen(store, "@ben").get("open")] == ["ours"]


def test_somebody_read_into_nothing_writes_nothing(store: CaseStore) -> None:
    with pytest.raises(Faults, match="not read into"):
        put(store, "@carl", record("question", text="Who?", labels=[]))


def test_hidden_and_absent_ties_are_refused_in_the_same_words(store: CaseStore) -> None:
    """D4, D12."""
    said = []
    for about in ("secret", "nothing"):
        with pytest.raises(Faults) as refused:
            put(store, "@ben", record("comment", about=about, text="So?"))
        said.append(str(refused.value.faults[0]).replace(about, "IT"))

    assert said[0] == said[1]


def test_record_may_not_name_what_its_readers_may_not_see(store: CaseStore) -> None:
    """D12."""
    with pytest.raises(Faults, match="D12"):
        put(store, "@ana", record("comment", about="secret", text="So?", labels=["team"]))


def test_version_under_fewer_labels_is_refused(store: CaseStore) -> None:
    """D7."""
    head, tokens = seen(store, "@ana").get("secret")[0], seen(store, "@ana").tokens("secret")

    with pytest.raises(Faults, match="D7"):
        put(store, "@ana", head.model_copy(update={"labels": ("team",)}), tokens)


def test_late_version_is_stale_and_a_hidden_one_refuses_nothing(store: CaseStore) -> None:
    """L2."""
    first = seen(store, "@ben").tokens("d1")
    head = seen(store, "@ana").get("d1")[0]
    put(store, "@ana", head.model_copy(update={"note": "hidden", "labels": ("talks", "team")}), first)
    put(store, "@ben", head.model_copy(update={"note": "open"}), first)

    with pytest.raises(Stale) as refused:
        put(store, "@ben", head.model_copy(update={"note": "late"}), first)
    assert [one.data()["note"] for one in refused.value.newest] == ["open"]
    assert {one.note for one in seen(store, "@ana").get("d1")} == {"hidden", "open"}


def test_id_is_drawn_under_the_labels_a_record_will_have() -> None:
    """L4: work in a compartment shifts no id that the same author gives in the open."""
    drawn = []
    for hidden in (True, False):
        store = store_with()
        if hidden:
            named_anew(store, seen(store, "@ana").reader, "ana", record("question", text="?", labels=["talks"]))
        made = named_anew(store, seen(store, "@ana").reader, "ana", record("question", text="?"))
        drawn.append(made.id)

    assert drawn[0] == drawn[1]


def test_compartment_is_changed_by_its_owners_alone(store: CaseStore) -> None:
    """D9: nobody makes themselves an owner."""
    head, tokens = seen(store, "@ben").get("team")[0], seen(store, "@ben").tokens("team")

    with pytest.raises(Faults, match="owner"):
        put(store, "@ben", head.model_copy(update={"owners": ("ben",)}), tokens)
    assert put(store, "@ana", head.model_copy(update={"name": "Us"}), tokens) == ("team",)


def test_named_version_is_described_and_never_changed(store: CaseStore) -> None:
    put(store, "@ana", record("plan", title="Plan", labels=["team"]).model_copy(update={"id": "plan9"}))
    clauses = [{"number": "1", "text": "Words."}]
    draft = record("draft", plan="plan9", clauses=clauses, labels=["team"], frozen="abc")
    put(store, "@ana", draft)
    tokens = seen(store, "@ana").tokens("new")

    changed = record("draft", plan="plan9", clauses=[{"number": "1", "text": "Others."}], labels=["team"], frozen="abc")
    for other in (changed, record("draft", plan="plan9", clauses=clauses, labels=["team"])):
        with pytest.raises(Faults, match="never changed"):
            put(store, "@ana", other, tokens)
    put(store, "@ana", draft.model_copy(update={"title": "First reading"}), tokens)

    assert [getattr(one, "title", None) for one in seen(store, "@ana").get("new")] == ["First reading"]
