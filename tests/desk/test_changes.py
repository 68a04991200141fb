"""What came to be known since a day."""

from __future__ import annotations

from datetime import date

from onetext.desk.changes import changed_since
from tests.desk.cases import case_with

NEWS = """
sources: [{id: gazette, on: 2025-03-10}]
statements:
- {id: fresh, on: 2025-01-05, via: [gazette], text: Said in January and printed in March.}
- {id: stale, on: 2025-03-01, known_from: 2025-03-01, text: Old.}
- {id: edge, on: 2025-03-05, known_from: 2025-03-05, text: On the day itself.}
- {id: month, on: 2025-03, known_from: 2025-03, text: Sometime in March.}
contacts: [{id: c1, on: 2025-06-01, known_from: 2025-03-12, accounts: [{by: north, status: planned}]}]
"""


def test_news_is_what_became_known_not_what_happened() -> None:
    found = changed_since(case_with(NEWS), date(2025, 3, 5), date(2025, 3, 20))

    assert [(one.record.id, one.known_from) for one in found] == [("c1", "2025-03-12"), ("fresh", "2025-03-10")]


def test_day_counted_from_is_left_out_and_the_last_day_is_in() -> None:
    found = changed_since(case_with(NEWS), date(2025, 3, 4), date(2025, 3, 5))

    assert [one.record.id for one in found] == ["edge"]


def test_month_counts_once_its_last_day_has_come() -> None:
    assert "month" not in [one.record.id for one in changed_since(case_with(NEWS), date(2025, 3, 1), date(2025, 3, 30))]
    assert "month" in [one.record.id for one in changed_since(case_with(NEWS), date(2025, 3, 1), date(2025, 3, 31))]


def test_frame_of_the_case_is_no_news() -> None:
    assert {one.record.kind for one in changed_since(case_with(NEWS), date(2020, 1, 1), date(2026, 1, 1))} == {
        "statement",
        "contact",
    }
