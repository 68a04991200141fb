"""A sheet of differences, filled in, becomes a case that keeps what both coders had."""

import csv
import io

import pytest

from onetext.case.case import Case
from onetext.case.source import Statement
from onetext.case.work import Suggestion
from onetext.files.faults import Faults
from onetext.reading.coding.adjudication import Settling, adjudicated
from onetext.reading.coding.comparison import compared
from onetext.reading.coding.sheet import decisions_in, sheet_of
from tests.reading.coding.work import REFUSAL, WARNING, coder_case, statement

ANA = coder_case(
    statement("x1", WARNING, act="say", party="north"), {"id": "x9", "text": "said at dinner"},
)  # fmt: skip
BEN = coder_case(
    statement("y1", WARNING, act="claim", party="north"), statement("y2", REFUSAL, act="reject", party="south")
)


def settled(a: Case, b: Case, *words: str) -> Case:
    """The case that these decisions, row by row, make."""
    found = compared(a, b)
    rows = list(csv.DictReader(io.StringIO(sheet_of(found, a))))
    for row, word in zip(rows, words, strict=True):
        row["decision"] = word
    text = io.StringIO()
    writer = csv.DictWriter(text, rows[0])
    writer.writeheader()
    writer.writerows(rows)
    return adjudicated(Settling(a, b, ("Ana", "Ben"), "Cleo"), decisions_in(text.getvalue(), found))


def test_the_chosen_stands_and_the_other_value_is_an_account() -> None:
    case = settled(ANA, BEN, "a", "b")

    said = {each.id: each for each in case.all(Statement)}
    assert sorted(said) == ["x1", "x9", "y2"]
    assert said["x1"].act == "say"
    assert [(each.field, each.value) for each in said["x1"].accounts] == [("act", "claim")]


def test_what_neither_keeps_is_still_on_record_with_who_decided() -> None:
    case = settled(ANA, BEN, "a", "neither")

    dropped = case.all(Suggestion)[1]
    assert (dropped.decision, dropped.by, dropped.fields["Ana"], dropped.fields["Ben"]["id"]) == (
        "left_out", "Cleo", None, "y2",
    )  # fmt: skip
    assert case.get(Statement, "y2") is None


def test_what_agrees_needs_no_decision() -> None:
    case = settled(ANA, ANA, "a")

    assert case.all(Suggestion) == ()
    assert [each.id for each in case.all(Statement)] == ["x9", "x1"]


def test_an_open_row_is_not_settled() -> None:
    with pytest.raises(Faults, match="rows without a decision: 2"):
        settled(ANA, BEN, "a", "")


@pytest.mark.parametrize(("word", "problem"), [("c", "is no decision"), ("both", "names a coder who has nothing here")])
def test_a_word_that_decides_nothing_is_refused(word: str, problem: str) -> None:
    with pytest.raises(Faults, match=problem):
        settled(ANA, BEN, "a", word)


def test_a_sheet_of_other_work_is_refused() -> None:
    other = compared(ANA, ANA)

    with pytest.raises(Faults, match="of another comparison"):
        decisions_in(sheet_of(compared(ANA, BEN), ANA), other)


def test_one_id_for_two_things_is_refused() -> None:
    other = coder_case(statement("y1", WARNING), parties=[{"id": "north", "name": "Nordland"}])

    with pytest.raises(Faults, match="parties: north: is not the same"):
        settled(ANA, other, "a")


def test_a_cell_that_a_spreadsheet_would_run_is_written_as_words() -> None:
    case = coder_case(statement("x1", (0, 6)), text="=1+1+2 said the envoy")

    assert "'=1+1+2" in sheet_of(compared(case, case), case)
