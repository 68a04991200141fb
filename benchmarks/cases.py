"""The real case: reading its folder, cutting it for a day, bringing it into a store."""

from __future__ import annotations

import tempfile
from datetime import UTC, date, datetime
from pathlib import Path

from benchmarks.registry import Timed, step
from onetext.case.snapshot import examine, read_case
from onetext.disclosure.cut import cut_case
from onetext.disclosure.importing import import_case
from onetext.disclosure.moment import Moment
from onetext.disclosure.reader import THE_PUBLIC

REAL = Path(__file__).parents[1] / "examples" / "ukraine-2025"


def noon() -> datetime:
    return datetime(2026, 6, 1, 12, tzinfo=UTC)


@step("case", "read and check the real case", "1,000 records")
def reading() -> Timed:
    return lambda: examine(REAL)


@step("case", "cut the real case for the public on a day", "1,000 records")
def cutting() -> Timed:
    case = read_case(REAL)
    return lambda: cut_case(case, THE_PUBLIC, Moment(date(2025, 11, 24)))


@step("case", "bring the real case into a store", "1,000 records", runs=3)
def importing() -> Timed:
    case = read_case(REAL)

    def act() -> None:
        with tempfile.TemporaryDirectory() as folder:
            import_case(case, Path(folder), noon, author="bench", members=["bench"])

    return act
