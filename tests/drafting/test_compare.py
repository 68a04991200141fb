"""T3: all changes give the new text. T4: a moved clause is shown as moved. T5: only verbatim clauses, word by word."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onetext.drafting.compare import Comparison, Entry, compare
from onetext.files.faults import Faults
from onetext.wording.difference import new_text, old_text
from tests.drafting.cases import case_of, clause, draft, two_drafts

SHARE = "Water shall be shared in halves by both banks."
BRIDGE = "The bridge stays open to carts and to people on foot."
FISH = "Nobody takes fish between April and June."
COUNT = "A commission of four counts the water every spring."


def groups(found: Comparison) -> dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]]:
    named: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for entry in found.entries:
        named.setdefault(entry.group, []).append((entry.numbers_from, entry.numbers_to))
    return named


def only(found: Comparison) -> Entry:
    (entry,) = found.entries
    return entry


def test_clauses_on_one_point_are_compared_word_by_word() -> None:
    case = two_drafts([clause("1", SHARE, "p1")], [clause("1", SHARE.replace("halves", "thirds"), "p1")])
    entry = only(compare(case, "d1", "d2"))
    assert (entry.group, entry.point, entry.basis, entry.change) == ("changed", "p1", "verbatim", None)
    assert entry.words == (
        ("=", "Water shall be shared in "),
        ("-", "halves "),
        ("+", "thirds "),
        ("=", "by both banks."),
    )


def test_added_dropped_and_kept_clauses() -> None:
    case = two_drafts(
        [clause("1", SHARE, "p1"), clause("2", FISH, "p2")], [clause("1", SHARE, "p1"), clause("2", BRIDGE, "p3")]
    )
    assert groups(compare(case, "d1", "d2")) == {
        "kept": [(("1",), ("1",))],
        "dropped": [(("2",), ())],
        "added": [((), ("2",))],
    }


def test_renumbering_behind_an_insertion_is_no_move() -> None:
    case = two_drafts(
        [clause("1", SHARE, "p1"), clause("2", FISH, "p2")],
        [clause("1", BRIDGE, "p3"), clause("2", SHARE, "p1"), clause("3", FISH, "p2")],
    )
    assert groups(compare(case, "d1", "d2")) == {
        "added": [((), ("1",))],
        "kept": [(("1",), ("2",)), (("2",), ("3",))],
    }


def test_moved_clause_is_shown_as_moved_with_the_edits_inside_it() -> None:
    """T4."""
    case = two_drafts(
        [clause("1", FISH, "p2"), clause("2", SHARE, "p1"), clause("3", BRIDGE, "p3")],
        [clause("1", SHARE, "p1"), clause("2", BRIDGE, "p3"), clause("3", FISH.replace("June", "July"), "p2")],
    )
    found = compare(case, "d1", "d2")
    assert groups(found) == {"kept": [(("2",), ("1",)), (("3",), ("2",))], "moved": [(("1",), ("3",))]}
    (moved,) = found.of("moved")
    assert moved.words == (("=", "Nobody takes fish between April and "), ("-", "June"), ("+", "July"), ("=", "."))


def test_clause_without_a_point_is_found_by_its_words() -> None:
    case = two_drafts([clause("1", SHARE), clause("2", FISH)], [clause("1", BRIDGE), clause("2", SHARE)])
    assert groups(compare(case, "d1", "d2")) == {
        "added": [((), ("1",))],
        "kept": [(("1",), ("2",))],
        "dropped": [(("2",), ())],
    }


def test_numbers_stay_so_a_rewritten_clause_without_a_point_is_found_by_its_number() -> None:
    """T2."""
    case = two_drafts([clause("1", SHARE), clause("2", FISH)], [clause("1", SHARE), clause("2", BRIDGE)])
    assert groups(compare(case, "d1", "d2")) == {"kept": [(("1",), ("1",))], "changed": [(("2",), ("2",))]}


def test_clauses_on_unlike_points_are_never_one() -> None:
    case = two_drafts([clause("1", SHARE, "p1")], [clause("1", SHARE, "p2")])
    assert set(groups(compare(case, "d1", "d2"))) == {"dropped", "added"}


def test_summaries_are_not_compared_word_by_word() -> None:
    """T5: without a record of it, all that can be said is that our words differ."""
    case = two_drafts(
        [clause("1", SHARE, "p1", basis="summary"), clause("2", FISH, "p2", basis="reported")],
        [clause("1", BRIDGE, "p1"), clause("2", FISH, "p2", basis="summary")],
    )
    changed, kept = compare(case, "d1", "d2").entries
    assert (changed.group, changed.basis, changed.words, changed.change) == ("changed", "summary", None, None)
    assert changed.texts == (SHARE, BRIDGE)
    assert (kept.group, kept.basis, kept.words) == ("kept", "reported", None)


def concordance(*pairs: tuple[list[str], list[str], str], **more: str) -> list[dict[str, object]]:
    listed = [{"from": old, "to": new, "change": change} for old, new, change in pairs]
    return [{"id": "cc", "from": "d1", "to": "d2", "pairs": listed, **more}]


def test_concordance_decides_what_belongs_together_and_gives_its_word() -> None:
    case = two_drafts(
        [clause("1", SHARE, "p1", basis="summary"), clause("2", FISH, "p2", basis="summary")],
        [clause("1", BRIDGE, "p3", basis="summary"), clause("2", COUNT, "p1", basis="summary")],
        concordances=concordance((["1"], ["1"], "narrowed"), (["2"], [], "not_found")),
    )
    found = compare(case, "d1", "d2")
    (narrowed,) = found.of("changed")
    assert (narrowed.numbers_from, narrowed.numbers_to, narrowed.change, narrowed.words) == (
        ("1",),
        ("1",),
        "narrowed",
        None,
    )
    assert groups(found)["unknown"] == [(("2",), ())], "not seen is no proof of absence"
    assert groups(found)["added"] == [((), ("2",))]


def test_words_of_verbatim_clauses_speak_beside_the_record() -> None:
    case = two_drafts(
        [clause("1", SHARE, "p1")],
        [clause("1", SHARE + " Always.", "p1")],
        concordances=concordance((["1"], ["1"], "kept")),
    )
    entry = only(compare(case, "d1", "d2"))
    assert (entry.group, entry.change) == ("changed", "kept")
    assert entry.words == (("=", SHARE), ("+", " Always."))


@pytest.mark.parametrize(
    ("change", "group"),
    [
        ("dropped", "dropped"),
        ("deleted", "dropped"),
        ("moved", "moved"),
        ("left_to_leaders", "changed"),
        ("open", "changed"),
        ("not_found", "unknown"),
    ],
)
def test_recorded_fate_of_a_clause_that_went(change: str, group: str) -> None:
    case = two_drafts([], [], concordances=concordance((["7"], [], change)))
    entry = only(compare(case, "d1", "d2"))
    assert (entry.group, entry.numbers_from, entry.change, entry.texts) == (group, ("7",), change, (None, None))


def test_concordance_is_read_backwards() -> None:
    case = two_drafts(
        [clause("1", SHARE, "p1", basis="summary")],
        [clause("1", BRIDGE, "p1", basis="summary")],
        concordances=concordance((["1"], ["1"], "narrowed"), (["7"], [], "dropped"), ([], ["8"], "changed")),
    )
    found = compare(case, "d2", "d1")
    assert [(entry.group, entry.change) for entry in found.entries] == [
        ("changed", "widened"),
        ("added", None),
        ("dropped", None),
    ]


def test_two_heads_of_one_concordance_are_read_once() -> None:
    one = concordance((["7"], [], "dropped"))
    two = concordance((["7"], [], "dropped"))
    compartments = [{"id": "inner", "name": "Inner"}]
    case = two_drafts([], [], compartments=compartments, concordances=[*one, {**two[0], "labels": ["inner"]}])
    assert len(compare(case, "d1", "d2").entries) == 1


def test_recorded_merger_and_split() -> None:
    case = two_drafts(
        [clause("1", SHARE, "p1"), clause("2", FISH, "p2"), clause("3", BRIDGE, "p3")],
        [clause("1", f"{SHARE} {FISH}", "p1"), clause("2", BRIDGE, "p3"), clause("3", COUNT, "p3")],
        concordances=concordance((["1", "2"], ["1"], "changed"), (["3"], ["2", "3"], "changed")),
    )
    found = compare(case, "d1", "d2")
    assert groups(found) == {"merged": [(("1", "2"), ("1",))], "split": [(("3",), ("2", "3"))]}
    (merged,) = found.of("merged")
    assert merged.words is not None
    assert old_text(merged.words) == f"{SHARE}\n\n{FISH}"
    assert new_text(merged.words) == f"{SHARE} {FISH}"


def test_merger_and_split_are_seen_in_the_words() -> None:
    case = two_drafts(
        [clause("1", SHARE, "p1"), clause("2", FISH, "p2"), clause("3", f"{BRIDGE} {COUNT}", "p3")],
        [clause("1", f"{SHARE} {FISH}", "p1"), clause("3", BRIDGE, "p3"), clause("3 bis", COUNT, "p4")],
    )
    assert groups(compare(case, "d1", "d2")) == {
        "merged": [(("1", "2"), ("1",))],
        "split": [(("3",), ("3", "3 bis"))],
    }


def test_clause_whose_text_is_not_known_is_not_called_changed() -> None:
    """C1."""
    case = two_drafts([clause("1", None, "p1", basis="reported")], [clause("1", SHARE, "p1")])
    assert only(compare(case, "d1", "d2")).group == "unknown"


def test_draft_that_is_not_there_is_refused_with_the_nearest() -> None:
    with pytest.raises(Faults, match="did you mean 'd2'"):
        compare(two_drafts([], []), "d1", "dd2")
    with pytest.raises(Faults, match="add a draft"):
        compare(case_of(), "d1", "d2")


def test_data_has_the_shape_of_the_command() -> None:
    case = two_drafts(
        [clause("1", SHARE, "p1"), clause("2", FISH, "p2")],
        [clause("1", f"{SHARE} {FISH}", "p1"), clause("2", COUNT, "p4")],
    )
    data = compare(case, "d1", "d2").as_data()
    assert list(data)[2:] == ["kept", "changed", "moved", "added", "dropped", "merged", "split", "unknown"]
    assert (data["merged"][0]["from"], data["merged"][0]["to"]) == (["1", "2"], ["1"])
    assert data["added"][0] == {
        "point": "p4",
        "from": None,
        "to": "2",
        "basis": "verbatim",
        "change": None,
        "words": None,
        "texts": [None, COUNT],
        "note": None,
    }
    assert data["merged"][0]["words"][0] == ["=", SHARE]


CLAUSES = st.lists(
    st.tuples(
        st.sampled_from([None, "p1", "p2", "p3"]),
        st.lists(st.sampled_from([SHARE, FISH, "Water [shall] [should] flow.", "Carts pass.", ""]), max_size=2),
    ),
    max_size=5,
)


@given(CLAUSES, CLAUSES)
@settings(max_examples=60, deadline=None)
def test_taking_in_all_gives_the_new_draft_and_leaving_out_all_the_old(
    old: list[tuple[str | None, list[str]]], new: list[tuple[str | None, list[str]]]
) -> None:
    """T3 over whole drafts: every clause is there once, and the words give its text to the character."""
    sides = [
        [clause(str(place + 1), " ".join(texts), point) for place, (point, texts) in enumerate(side)]
        for side in (old, new)
    ]
    found = compare(two_drafts(*sides), "d1", "d2")
    for index, side in enumerate(sides):
        numbers = [number for entry in found.entries for number in (entry.numbers_from, entry.numbers_to)[index]]
        assert sorted(numbers) == sorted(str(one["number"]) for one in side)
        by_number = {one["number"]: one["text"] for one in side}
        for entry in found.entries:
            own = (entry.numbers_from, entry.numbers_to)[index]
            text = "\n\n".join(by_number[number] for number in own)
            if entry.words is not None:
                assert (old_text, new_text)[index](entry.words) == text
            if own:
                assert entry.texts[index] == text


@given(CLAUSES)
@settings(max_examples=30, deadline=None)
def test_draft_compared_with_itself_is_kept(clauses: list[tuple[str | None, list[str]]]) -> None:
    listed = [clause(str(place + 1), " ".join(texts), point) for place, (point, texts) in enumerate(clauses)]
    found = compare(case_of(drafts=[draft("d1", *listed)]), "d1", "d1")
    assert {entry.group for entry in found.entries} <= {"kept"}
    assert all(entry.numbers_from == entry.numbers_to for entry in found.entries)
