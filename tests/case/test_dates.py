"""Partial dates mean a first and a last day, and are never made more precise than they were given."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from onetext.case.dates import PartialDate, earliest, first_day, last_day
from tests.case.strategies import partial_dates

DATES: TypeAdapter[str] = TypeAdapter(PartialDate)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("2025-02", date(2025, 2, 1), date(2025, 2, 28)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025-12", date(2025, 12, 1), date(2025, 12, 31)),
        ("2025-10-14", date(2025, 10, 14), date(2025, 10, 14)),
        ("2025-10-14T23:59", date(2025, 10, 14), date(2025, 10, 14)),
        ("2025-10-14T23:59:59Z", date(2025, 10, 14), date(2025, 10, 14)),
        ("2025-10-14T00:00+05:30", date(2025, 10, 14), date(2025, 10, 14)),
        ("0001", date(1, 1, 1), date(1, 12, 31)),
        ("9999-12", date(9999, 12, 1), date(9999, 12, 31)),
    ],
)
def test_partial_date_means_a_first_and_a_last_day(text: str, first: date, last: date) -> None:
    assert (first_day(text), last_day(text)) == (first, last)
    assert DATES.validate_python(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "25",
        "0000",
        "2025-13",
        "2025-00",
        "2025-1",
        "2025-02-29",
        "2025-02-30",
        "2025-10-14T",
        "2025-10-14T25:00",
        "2025-10-14 10:00",
        "2025-10-14T10:00+99:00",
        "2025-10-14\n",
        " 2025",
        "-2025",
        "14.10.2025",
        "٢٠٢٥",
        "mid-October 2025",
        "9" * 5000,
    ],
)
def test_impossible_date_is_refused_with_the_shapes_that_are_possible(text: str) -> None:
    with pytest.raises(ValidationError) as refused:
        DATES.validate_python(text)

    [detail] = refused.value.errors()
    assert detail["msg"] == f"'{text[:40]}' is no possible date"
    assert detail["ctx"]["remedy"] == "write 2025, 2025-10 or 2025-10-14"


def test_year_without_quotes_is_a_year() -> None:
    assert DATES.validate_python(2025) == "2025"


@pytest.mark.parametrize("value", [True, 20251014, -1, 2025.0, ["2025"], {"year": 2025}, 10**300])
def test_what_only_looks_like_a_date_is_refused(value: object) -> None:
    with pytest.raises(ValidationError):
        DATES.validate_python(value)


@given(partial_dates())
def test_first_day_is_never_after_the_last(text: str) -> None:
    assert first_day(text) <= last_day(text)
    assert first_day(first_day(text).isoformat()) == first_day(text)
    assert text.startswith(first_day(text).isoformat()[: len(text)][:4])


def test_earliest_is_the_one_whose_last_possible_day_comes_first() -> None:
    assert earliest(["2025", "2025-03", "2025-03-30"]) == "2025-03-30"
    assert earliest(["2025-03", "2025-03-31"]) == "2025-03"
    assert earliest(["2025-04-01", "2025"]) == "2025-04-01"
    assert earliest([]) is None


@given(st.lists(partial_dates(), min_size=1))
def test_earliest_does_not_depend_on_the_order(dates: list[str]) -> None:
    assert earliest(dates) == earliest(sorted(dates)) == earliest(dates[::-1])
    assert last_day(earliest(dates) or "") == min(map(last_day, dates))
