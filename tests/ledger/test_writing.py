"""Rules L1, L2, L4 and D4: what a writer is told depends on what the writer may read, and on nothing else."""

from __future__ import annotations

import pytest

from onetext.files.faults import Faults
from onetext.ledger.writing import Change, Stale
from tests.ledger.people import CLEARED, OPEN, Desk, ana, bo, reads


def test_edit_over_the_newest_is_taken(desk: Desk) -> None:
    first = desk.write("water shall be shared")
    second = desk.write("water should be shared", over=[first])
    assert (second.version, second.bases) == (2, (first.token,))
    assert desk.texts(OPEN, first.id) == ["water should be shared"]


def test_edit_over_an_older_version_is_refused_with_base_and_both_texts(desk: Desk) -> None:
    first = desk.write("water shall be shared")
    second = desk.write("water should be shared", over=[first])
    with pytest.raises(Stale) as refused:
        desk.write("water will be shared", over=[first])
    assert refused.value.base == (first,)
    assert refused.value.newest == (second,)
    assert refused.value.change.payload == {"text": "water will be shared"}
    assert desk.texts(OPEN, first.id) == ["water should be shared"]


def test_hidden_newer_version_never_refuses(desk: Desk) -> None:
    first = desk.write("shared")
    desk.write("shared, if they ask", ["team"], over=[first])
    second = desk.write("shared equally", over=[first], by=bo, author="bo")
    assert (second.version, second.bases) == (2, (first.token,))
    assert desk.texts(OPEN, first.id) == ["shared equally"]
    assert desk.texts(CLEARED, first.id) == ["shared equally", "shared, if they ask"]


def test_newer_version_under_more_labels_refuses_whoever_may_read_it(desk: Desk) -> None:
    first = desk.write("shared")
    hidden = desk.write("shared, if they ask", ["team"], over=[first])
    with pytest.raises(Stale) as refused:
        desk.write("shared equally", over=[first])
    assert refused.value.newest == (hidden,)


def test_open_line_goes_on_when_its_writer_has_read_the_hidden_text(desk: Desk) -> None:
    first = desk.write("shared")
    hidden = desk.write("shared, if they ask", ["team"], over=[first])
    second = desk.write("shared equally", over=[hidden])
    assert (second.labels, second.bases) == ((), (first.token,))  # D12: it cannot name the hidden one
    assert desk.texts(OPEN, first.id) == ["shared equally"]
    assert desk.texts(CLEARED, first.id) == ["shared equally", "shared, if they ask"]


def test_two_heads_become_one_when_a_person_names_both(desk: Desk) -> None:
    first = desk.write("shared")
    hidden = desk.write("shared, if they ask", ["team"], over=[first])
    second = desk.write("shared equally", over=[first], by=bo, author="bo")
    desk.write("shared equally, if they ask", ["team"], over=[hidden, second])
    assert desk.texts(CLEARED, first.id) == ["shared equally, if they ask"]
    assert desk.texts(OPEN, first.id) == ["shared equally"]


def test_line_is_not_written_over_unread_when_its_end_is_no_head(desk: Desk) -> None:
    theirs = desk.write("said by others", ["other"], id="p07", by=reads("other"))
    first = desk.write("shared", id="p07", by=bo)
    hidden = desk.write("shared, if they ask", ["team"], over=[first])
    with pytest.raises(Stale) as refused:
        desk.write("shared equally", over=[theirs], by=reads("team", "other"))
    assert refused.value.newest == (hidden,)


def test_line_is_not_written_over_when_somebody_went_on_from_it_elsewhere(desk: Desk) -> None:
    first = desk.write("shared")
    hidden = desk.write("shared, if they ask", ["team"], over=[first])
    theirs = desk.write("shared, said by others", ["other"], over=[first], by=reads("other"))
    both = reads("team", "other")
    with pytest.raises(Stale) as refused:
        desk.write("shared equally", over=[theirs], by=both)
    assert refused.value.newest == (hidden,)
    assert desk.write("said by others still", ["other"], over=[theirs], by=both).version == 2


def test_new_record_under_an_id_in_use_is_refused_only_by_what_can_be_read(desk: Desk) -> None:
    desk.write("ours", ["team"], id="p07")
    assert desk.write("theirs", id="p07", by=bo, author="bo").version == 1
    with pytest.raises(Stale):
        desk.write("again", id="p07")


def test_base_that_is_hidden_and_base_that_is_absent_get_the_same_answer(desk: Desk) -> None:
    desk.write("ours", ["team"], id="p07")
    hidden = desk.write("more", ["team"], id="p08").token
    answers = []
    for token in (hidden, "f" * 64):
        with pytest.raises(Faults) as refused:
            desk.ledger.append(Change("point", {}, (), "p08", [token]), author="bo", may_read=bo)
        answers.append(str(refused.value).replace(token, "TOKEN"))
    assert answers[0] == answers[1]


def test_version_under_labels_its_author_may_not_read_is_refused(desk: Desk) -> None:
    with pytest.raises(Faults, match="may not read"):
        desk.write("lost", ["team"], by=bo, author="bo")


def test_withdrawn_record_has_no_head_and_is_not_written_over_unread(desk: Desk) -> None:
    first = desk.write("shared")
    gone = desk.write("", over=[first], gone=True)
    assert desk.texts(OPEN, first.id) == []
    with pytest.raises(Stale):
        desk.write("shared after all", id=first.id)
    desk.write("shared after all", over=[gone])
    assert desk.texts(OPEN, first.id) == ["shared after all"]


def test_import_is_whole_or_not_at_all(desk: Desk) -> None:
    good = Change("point", {"text": "one"}, (), "p01")
    bad = Change("point", b"[not an object]", (), "p02")
    with pytest.raises(Faults):
        desk.ledger.append_many([good, bad], author="ana", may_read=ana)
    assert desk.spine.refresh().labelsets() == frozenset()
    assert list(desk.store.chains()) == []


def test_import_may_bring_several_heads_of_one_record_but_not_twice_the_same(desk: Desk) -> None:
    heads = [Change("point", {"text": "open"}, (), "p01"), Change("point", {"text": "ours"}, ["team"], "p01")]
    desk.ledger.append_many(heads, author="ana", may_read=ana)
    assert desk.texts(CLEARED, "p01") == ["open", "ours"]
    twice = [Change("point", {"text": "a"}, (), "p02"), Change("point", {"text": "b"}, (), "p02")]
    with pytest.raises(Faults, match="stands twice"):
        desk.ledger.append_many(twice, author="ana", may_read=ana)


def test_ids_are_not_shifted_by_hidden_work_not_even_by_ones_own(desk: Desk) -> None:
    hidden = [desk.write("ours", ["team"]).id for _ in range(3)]
    shown = [desk.write("open").id, *desk.ledger.draw("ana", (), 2), desk.write("open").id]
    assert len({*hidden, *shown}) == 7
    assert shown == [desk.ledger.ids("ana", (), counter) for counter in range(4)]


def test_time_never_goes_back_for_a_reader_and_is_not_held_by_hidden_entries(desk: Desk) -> None:
    morning = desk.write("open")
    desk.later(60)
    desk.write("ours", ["team"])
    desk.later(-30)
    assert desk.write("open again").recorded == "2025-11-19T08:30:00.000000Z"
    desk.later(-60)
    assert desk.write("and again", over=[morning]).recorded == "2025-11-19T08:30:00.000000Z"


def test_correction_keeps_the_day_from_which_it_is_known(desk: Desk) -> None:
    first = desk.write("a call", known_from="2025-10-14", on="2025-10")
    assert desk.write("a long call", over=[first], on="2025-10").known_from == "2025-10-14"
    second = desk.write("a visit", known_from="2025-10-15")
    assert desk.write("a short visit", over=[second], known_from="2025-10-16").known_from == "2025-10-16"


@pytest.mark.parametrize(
    "change",
    [
        Change("two words", {}, ()),
        Change("point", {}, (), "a b"),
        Change("point", {}, ("a,b",)),
        Change("point", {}, ("public",)),
        Change("point", {}, (), on="19 November"),
        Change("point", {}, (), known_from="2025-13"),
        Change("point", {"x": float("nan")}, ()),
        Change("point", b"\xff", ()),
        Change("point", b"[" * 100_000, ()),
        Change("point", {}, (), schema=0),
        Change("erasure", {}, ()),
    ],
)
def test_change_that_cannot_be_one_is_refused(desk: Desk, change: Change) -> None:
    with pytest.raises(Faults):
        desk.ledger.append(change, author="ana", may_read=ana)
    assert list(desk.store.chains()) == []
