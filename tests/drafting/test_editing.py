"""Suggesting, taking in, leaving out, taking back: the draft changes by decisions alone, and no word is lost."""

from __future__ import annotations

from typing import Any

import pytest

from onetext.case.case import Case
from onetext.case.plan import Draft, Edit
from onetext.case.seal import is_sealed, seal_holds, seal_of
from onetext.drafting.editing import (
    Clash,
    leave_out,
    name_version,
    open_edits,
    reopen,
    suggest,
    suggest_clause,
    take_in,
)
from onetext.files.faults import Faults
from tests.drafting.cases import case_of as river

WEIR = "The weir shall be opened in spring by both sides."
FEES = "Fees are [shared/waived]."


def case_of(*edits: Edit, **draft: Any) -> Case:
    clauses = [{"number": "1", "point": "p1", "text": WEIR}, {"number": "2", "point": "p2", "text": FEES}]
    held = {"id": "d1", "plan": "main", "labels": ["team"], "clauses": clauses, **draft}
    return river(drafts=[held], edits=[written(edit) for edit in edits])


def written(record: Draft | Edit) -> dict[str, Any]:
    data: dict[str, Any] = record.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return data


def with_(case: Case, *records: Draft | Edit) -> Case:
    """The case after these records were written."""
    by_id = {one.id: one for one in (*case.all(Draft), *case.all(Edit), *records)}
    drafts = [written(one) for one in by_id.values() if isinstance(one, Draft)]
    return river(drafts=drafts, edits=[written(one) for one in by_id.values() if isinstance(one, Edit)])


def texts(case: Case, id: str = "d1") -> list[str | None]:
    draft = case.get(Draft, id)
    return [clause.text for clause in draft.clauses] if draft else []


def offered(case: Case, text: str, base: str = WEIR, id: str = "e1", number: str = "1") -> Case:
    return with_(case, suggest(case, "d1", number, text, base, id, "zeynep").edit)


def test_suggestion_changes_no_word_of_the_draft() -> None:
    case = offered(case_of(), WEIR.replace("spring", "autumn"))

    assert texts(case) == [WEIR, FEES]
    assert [(edit.id, edit.by, edit.labels) for edit in open_edits(case, case.all(Draft)[0])] == [
        ("e1", "zeynep", ("team",))
    ]


def test_taken_in_it_stands_in_the_draft_and_is_decided() -> None:
    case = offered(case_of(), WEIR.replace("spring", "autumn"))

    after = with_(case, *take_in(case, "e1", "ola").records)

    assert texts(after) == [WEIR.replace("spring", "autumn"), FEES]
    assert [(edit.decision, edit.decided_by) for edit in after.all(Edit)] == [("taken_in", "ola")]
    assert open_edits(after, after.all(Draft)[0]) == ()


def test_two_on_one_clause_are_put_together() -> None:
    case = offered(offered(case_of(), WEIR.replace("spring", "autumn")), WEIR.replace("both", "all"), id="e2")

    first = with_(case, *take_in(case, "e1", "ola").records)
    both = with_(first, *take_in(first, "e2", "ola").records)

    assert texts(both)[0] == "The weir shall be opened in autumn by all sides."


def test_stale_words_that_meet_are_answered_with_both_texts_and_stay_on_record() -> None:
    case = offered(case_of(), WEIR.replace("spring", "autumn"))
    case = with_(case, *take_in(case, "e1", "ola").records)

    found = suggest(case, "d1", "1", WEIR.replace("spring", "winter"), WEIR, "e2", "ola")

    autumn, winter = WEIR.replace("spring", "autumn"), WEIR.replace("spring", "winter")
    assert found.clash == Clash(WEIR, autumn, winter)
    after = with_(case, found.edit)
    assert (take_in(after, "e2", "ola").clash, take_in(after, "e2", "ola").records) == (found.clash, ())
    assert texts(after)[0] == autumn


def test_stale_words_elsewhere_start_from_the_clause_as_it_is() -> None:
    case = offered(case_of(), WEIR.replace("spring", "autumn"))
    case = with_(case, *take_in(case, "e1", "ola").records)

    found = suggest(case, "d1", "1", WEIR.replace("both", "all"), WEIR, "e2", "ola")

    assert (found.clash, found.edit.base) == (None, WEIR.replace("spring", "autumn"))
    assert found.edit.text == "The weir shall be opened in autumn by all sides."


def test_brackets_of_two_over_the_same_words_are_not_put_together() -> None:
    case = offered(case_of(), WEIR.replace("weir shall be opened", "[weir shall be opened]"))
    case = offered(case, WEIR.replace("be opened in spring", "[be opened in spring]"), id="e2")

    first = with_(case, *take_in(case, "e1", "ola").records)

    assert take_in(first, "e2", "ola").clash is not None


@pytest.mark.parametrize("number", ["1", "2"])
def test_deletion_taken_back_brings_the_clause_back_where_it_was(number: str) -> None:
    start = case_of()
    words = texts(start)[int(number) - 1] or ""
    case = offered(start, "", base=words, number=number)
    gone = with_(case, *take_in(case, "e1", "ola").records)

    back = with_(gone, *reopen(gone, "e1", start.all(Draft)[0].clauses[int(number) - 1]).records)

    assert len(texts(gone)) == 1
    assert back.all(Draft) == start.all(Draft)
    assert [edit.decision for edit in back.all(Edit)] == [None]


def test_deletion_of_what_was_changed_meanwhile_is_a_clash() -> None:
    case = offered(offered(case_of(), ""), WEIR.replace("spring", "autumn"), id="e2")
    case = with_(case, *take_in(case, "e2", "ola").records)

    assert take_in(case, "e1", "ola").clash == Clash(WEIR, WEIR.replace("spring", "autumn"), "")


def test_new_clause_moves_no_number() -> None:
    start = case_of()
    case = with_(start, suggest_clause(start, "d1", "1", "Gates are painted.", "e1", "ola"))
    case = with_(case, suggest_clause(case, "d1", "1", "Gates are oiled.", "e2", "ola"))

    for edit in ("e1", "e2"):
        case = with_(case, *take_in(case, edit, "ola").records)

    assert {(one.number, one.text) for one in case.all(Draft)[0].clauses[1:3]} == {
        ("1 bis", "Gates are painted."),
        ("1 ter", "Gates are oiled."),
    }
    back = with_(case, *reopen(case, "e1").records)
    assert [one.number for one in back.all(Draft)[0].clauses] == ["1", "1 ter", "2"]


def test_decision_taken_back_keeps_what_came_after() -> None:
    case = offered(offered(case_of(), WEIR.replace("spring", "autumn")), WEIR.replace("both", "all"), id="e2")
    for edit in ("e1", "e2"):
        case = with_(case, *take_in(case, edit, "ola").records)

    back = with_(case, *reopen(case, "e1").records)

    assert texts(back)[0] == WEIR.replace("both", "all")


def test_left_out_leaves_the_draft_and_can_be_opened_again() -> None:
    case = offered(case_of(), WEIR.replace("spring", "autumn"))

    out = with_(case, leave_out(case, "e1", "ola"))

    assert (texts(out), [edit.decision for edit in out.all(Edit)]) == (texts(case), ["left_out"])
    assert with_(out, *reopen(out, "e1").records).all(Edit) == case.all(Edit)


def test_named_version_is_sealed_and_takes_no_edit() -> None:
    case = case_of()
    named = name_version(case, "d1", "d1-v1", "First reading", "2031-03-01")
    after = with_(case, named)

    assert (named.frozen_from, is_sealed(named), seal_holds(named), named.frozen) == (
        "d1",
        True,
        True,
        seal_of(case.all(Draft)[0]),
    )
    for act in (
        lambda: suggest(after, "d1-v1", "1", "x", WEIR, "e1", "ola"),
        lambda: suggest_clause(after, "d1-v1", None, "x", "e1", "ola"),
        lambda: name_version(after, "d1-v1", "d1-v2", "Again"),
        lambda: name_version(after, "d1", "d1-v1", "Again"),
    ):
        with pytest.raises(Faults):
            act()


def test_seal_breaks_with_one_word() -> None:
    named = name_version(case_of(), "d1", "d1-v1", "First reading")
    other = named.model_copy(
        update={"clauses": (named.clauses[0].model_copy(update={"text": "x"}), *named.clauses[1:])}
    )

    assert (seal_holds(named), seal_holds(other)) == (True, False)


@pytest.mark.parametrize(
    ("number", "text", "said"),
    [
        ("1", WEIR, "nothing is changed"),
        ("7", "x", "no such clause"),
        ("1", WEIR + " [x", "is never closed"),
        ("1", WEIR + "\x00", "control sign"),
    ],
)
def test_suggestion_that_cannot_be_is_refused_with_its_place(number: str, text: str, said: str) -> None:
    with pytest.raises(Faults) as refused:
        suggest(case_of(), "d1", number, text, WEIR, "e1", "ola")

    assert refused.value.faults[0].address.startswith(f"d1, clause {number}")
    assert said in refused.value.faults[0].problem


def test_decided_edit_is_not_decided_twice() -> None:
    case = offered(case_of(), WEIR.replace("spring", "autumn"))
    case = with_(case, leave_out(case, "e1", "ola"))

    with pytest.raises(Faults):
        take_in(case, "e1", "ola")


def test_language_version_of_a_clause_is_edited_alone() -> None:
    clauses = [
        {"number": "1", "language": "en", "text": "The weir."},
        {"number": "1", "language": "fr", "text": "Le bac."},
    ]
    case = case_of(clauses=clauses)

    case = with_(case, suggest(case, "d1", ("1", "fr"), "Le barrage.", "Le bac.", "e1", "ola").edit)

    assert texts(with_(case, *take_in(case, "e1", "ola").records)) == ["The weir.", "Le barrage."]


def test_clause_behind_the_last_gets_the_next_number_and_one_before_all_a_nought() -> None:
    case = case_of()

    assert suggest_clause(case, "d1", "2", "Last.", "e1", "ola").number == "3"
    assert suggest_clause(case, "d1", None, "First.", "e1", "ola").number == "0"
    assert suggest_clause(case_of(clauses=[]), "d1", None, "Only.", "e1", "ola").number == "1"
