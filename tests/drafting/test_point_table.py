"""The clauses of a draft as a table, read back as a spreadsheet would."""

from __future__ import annotations

import csv
import io

from onetext.case.case import Case
from onetext.drafting.drafts import draft_named
from onetext.drafting.point_table import point_table
from tests.drafting.cases import case_of, clause, draft


def rows(case: Case) -> list[dict[str, str]]:
    text = point_table(case, draft_named(case, "d1"))
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_clauses_come_with_their_options_and_brackets() -> None:
    options = [
        {"id": "o1", "point": "p1", "label": "in halves", "issue": "i"},
        {"id": "o2", "point": "p1", "label": "by need", "issue": "i"},
    ]
    clauses = [
        clause("1", 'Water [shall] [should] flow,\n"always".', "p1", options=["o1"]),
        clause("2", "In [short].", title="Fish", basis="summary"),
    ]
    first, second = rows(case_of(options=options, drafts=[draft("d1", *clauses)]))

    assert first == {
        "number": "1",
        "point": "p1",
        "title": "One",
        "text": 'Water [shall] [should] flow,\n"always".',
        "remark": "",
        "options": "in halves",
        "other_options": "by need",
        "brackets_left": "2",
    }
    assert (second["title"], second["remark"], second["brackets_left"]) == ("Fish", "summary, not the wording", "")


def test_no_cell_is_run_as_a_formula() -> None:
    options = [{"id": "o1", "point": "p1", "label": "=1+1", "issue": "i"}]
    clauses = [clause("-1", '=HYPERLINK("http://a.example")', "p1", title="@SUM(A1)", options=["o1"])]
    (row,) = rows(case_of(options=options, drafts=[draft("d1", *clauses)]))

    assert [row[name][0] for name in ("number", "title", "text", "options")] == ["'"] * 4


def test_draft_without_clauses_is_a_table_without_words() -> None:
    assert [set(row.values()) for row in rows(case_of(drafts=[draft("d1")]))] == [{""}]
