"""The clauses of a draft as a table for spreadsheets: number, title, text, options, what is left open."""

from __future__ import annotations

from typing import Any

from onetext.case.case import Case
from onetext.case.plan import Clause, Draft, Option, Point
from onetext.disclosure.exporting import csv_table
from onetext.drafting.docx.paragraphs import remark
from onetext.drafting.openness import rival_options
from onetext.drafting.readings import brackets_left

_COLUMNS = ("number", "point", "title", "text", "remark", "options", "other_options", "brackets_left")


def point_table(case: Case, draft: Draft) -> str:
    """CSV (comma, CRLF), one row a clause in the draft's order, after a byte-order mark for spreadsheets.

    ``options`` are those the clause embodies, ``other_options`` the rivals of its point that it does not. Brackets
    are counted in the wording only; a summary has none of the text's own (T1).
    """
    rows = [_row(case, clause) for clause in draft.clauses]
    return "\ufeff" + csv_table(rows or [dict.fromkeys(_COLUMNS)])


def _row(case: Case, clause: Clause) -> dict[str, Any]:
    point = case.get(Point, clause.point)
    others = [id for issue in rival_options(case, clause.point) for id in issue if id not in clause.options]
    values = (
        clause.number,
        clause.point,
        clause.title or (point.title if point else None),
        clause.text,
        remark(clause),
        [_label(case, id) for id in clause.options],
        [_label(case, id) for id in others] if clause.point else [],
        brackets_left(clause.text) if clause.text and clause.basis == "verbatim" else None,
    )
    return dict(zip(_COLUMNS, values, strict=True))


def _label(case: Case, id: str) -> str:
    option = case.get(Option, id)
    return option.label if option else id
