"""What belongs together where nothing on record says so."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from onetext.case.plan import Clause
from onetext.drafting.belonging import Group, groups_by_text

DAM = "The dam at Orrin stays closed from April until the end of June."
FISH = "Each bank counts the fish and sends the count to the other every spring."
FERRY = "The ferry carries people and carts free of charge on market days."
MILL = "The owner of the mill pays for the repair of the weir within two years."
TAX = "Salt, wool and timber pass the bridge without any toll or duty."


def clauses(*texts: str, first: int = 1, point: str | None = None) -> list[Clause]:
    return [Clause(number=str(at), text=text, point=point) for at, text in enumerate(texts, first)]


def test_other_order_other_numbers_and_edited_words_are_seen_through() -> None:
    new = clauses(TAX, DAM.replace("April", "May"), FERRY.replace("free of charge", "for a penny"), first=11)
    assert groups_by_text(clauses(DAM, FERRY, TAX), new) == [
        Group((2,), (0,)),
        Group((0,), (1,)),
        Group((1,), (2,)),
    ]


def test_parts_of_a_clause_are_found_wherever_they_went() -> None:
    found = groups_by_text(clauses(f"{DAM} {FISH} {MILL}", TAX), clauses(MILL, TAX, DAM, FISH, first=5))
    assert set(found) == {Group((0,), (0, 2, 3)), Group((1,), (1,))}


def test_merged_clauses_are_found_though_a_third_of_their_words_changed() -> None:
    merged = (
        "The dam at Orrin is shut from May to June, and each bank counts fish and sends the other a count in spring."
    )
    assert set(groups_by_text(clauses(TAX, DAM, FISH), clauses(merged, TAX, first=7))) == {
        Group((0,), (1,)),
        Group((1, 2), (0,)),
    }


def test_clause_that_merely_shares_set_phrases_is_new() -> None:
    old = clauses(
        "The Parties shall in good faith report on the dam.", "The Parties shall in good faith keep the ferry."
    )
    new = clauses("The Parties shall in good faith report on the dam.", "A tribunal of three sits at Orrin.", first=4)
    assert groups_by_text(old, new) == [Group((0,), (0,)), Group(old=(1,)), Group(new=(1,))]


def test_rewritten_clause_is_found_at_its_place() -> None:
    """Few words in common, but what stands before and after belongs together."""
    rewritten = "Every year the two banks count the fish and tell one another the result without delay."
    found = groups_by_text(clauses(DAM, FISH, TAX), clauses(DAM, rewritten, TAX, first=8))
    assert Group((1,), (1,)) in found


def test_equal_texts_are_paired_in_their_order() -> None:
    found = groups_by_text(clauses(DAM, TAX, DAM), clauses(DAM, DAM, first=4))
    assert found == [Group((0,), (0,)), Group((2,), (1,)), Group(old=(1,))]


def test_summaries_are_no_parts() -> None:
    """T5: a summary is no piece of a text."""
    part = [Clause(number="9", text=DAM, basis="summary")]
    found = groups_by_text(clauses(f"{DAM} {FISH}"), [*clauses(FISH), *part])
    assert found == [Group((0,), (0,)), Group(new=(1,))]


ROWS = st.lists(
    st.tuples(
        st.sampled_from([None, "p1", "p2"]),
        st.lists(st.sampled_from([DAM, FISH, FERRY, TAX, "Carts pass."]), max_size=3).map(" ".join),
    ).map(lambda one: Clause(number="1", point=one[0], text=one[1])),
    max_size=6,
)


@given(ROWS, ROWS)
@settings(deadline=None, max_examples=60)
def test_every_clause_is_in_one_group_and_no_group_has_two_points(old: list[Clause], new: list[Clause]) -> None:
    found = groups_by_text(old, new)
    assert sorted(place for group in found for place in group.old) == list(range(len(old)))
    assert sorted(place for group in found for place in group.new) == list(range(len(new)))
    assert all(group.old or group.new for group in found)
    pairs = [group for group in found if len(group.old) == len(group.new) == 1]
    assert all(
        old[group.old[0]].point == new[group.new[0]].point or None in (old[group.old[0]].point, new[group.new[0]].point)
        for group in pairs
    )
