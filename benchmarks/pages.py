"""Pages of the web room, as the server answers them: the published case as it is, and with ten times the record.

``python -m benchmarks.pages`` prints the median of each page, cold (nothing worked out yet) and warm.
"""

from __future__ import annotations

import atexit
import shutil
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from benchmarks.registry import Timed, step
from onetext.case.case import Case
from onetext.case.kinds import BY_KIND
from onetext.case.record import Record
from onetext.case.snapshot import read_case, record_data
from onetext.disclosure.importing import import_case
from onetext.workspace.config import Config, read_secret
from onetext.workspace.starting import bring_up_to_date, configure
from onetext.workspace.stored import StoredCases

UKRAINE = Path(__file__).parents[1] / "examples" / "ukraine-2025"
NOW = datetime(2025, 11, 26, 12, tzinfo=UTC)
COPIED = ("source", "statement", "contact", "position", "disclosure", "question", "agreement")
"""The kinds that grow as a case goes on."""
PAGES = {
    "desk": "",
    "text": "text/?draft=v28",
    "difference": "text/?draft=e3-text&from=v28",
    "grid": "grid/",
    "grid, a cell open": "grid/?open=p21:ukraine",
    "record": "record/",
    "record of one party": "record/?party=ukraine",
    "entry": "record/entry/c004/",
    "who knows what": "knows/",
    "search": "search/?q=territory",
    "members": "members/",
}
_TIMES = 9


def case_of(times: int) -> Case:
    """The published case with its record so many times over, the copies tied to each other as the first is."""
    case = read_case(UKRAINE)
    copied = {record.id for kind in COPIED for record in case.records.get(kind, ())}
    records = {
        kind: (*found, *(_copy(one, number, copied) for number in range(1, times) for one in found))
        if kind in COPIED
        else found
        for kind, found in case.records.items()
    }
    return Case(case.head, records, case.unknown)


def _copy(record: Record, number: int, copied: set[str]) -> Record:
    data = _renamed(record_data(record), number, copied)
    return BY_KIND[record.kind].model_validate(data)


def _renamed(value: Any, number: int, copied: set[str]) -> Any:
    if isinstance(value, dict):
        return {key: _renamed(part, number, copied) for key, part in value.items()}
    if isinstance(value, list):
        return [_renamed(part, number, copied) for part in value]
    return f"{value}-copy{number}" if isinstance(value, str) and value in copied else value


@cache
def _room(times: int) -> Path:
    """A store with the case, and Django opened on it; one a process."""
    folder = Path(tempfile.mkdtemp(prefix="onetext-pages-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    import_case(case_of(times), folder, lambda: NOW, author="owner", members=["owner"])
    config = Config(store=folder, secret=read_secret(folder), clock=lambda: NOW, cases=StoredCases)
    configure(config)
    bring_up_to_date(config)
    return folder


def visitor() -> Any:
    """A browser, signed in; without one, in the same process."""
    from django.test import Client  # noqa: PLC0415 -- Django must be configured first

    from onetext.workspace.accounts.models import Member  # noqa: PLC0415 -- as above
    from onetext.workspace.accounts.operations import make_member  # noqa: PLC0415 -- as above

    client = Client(HTTP_HOST="localhost")
    client.force_login(Member.objects.first() or make_member("owner", "", NOW))
    return client


def page(path: str, times: int) -> Timed:
    """The page answered warm."""
    _room(times)
    client = visitor()

    def answer() -> None:
        assert client.get(f"/c/ukraine-2025/{path}").status_code == 200

    answer()
    return answer


@step("page", "desk", "the published case", runs=5)
def desk() -> Timed:
    return page(PAGES["desk"], 1)


@step("page", "grid", "the published case", runs=5)
def grid() -> Timed:
    return page(PAGES["grid"], 1)


@step("page", "record", "the published case", runs=5)
def record() -> Timed:
    return page(PAGES["record"], 1)


@step("page", "who knows what", "the published case", runs=5)
def knows() -> Timed:
    return page(PAGES["who knows what"], 1)


@step("page", "desk", "10 times the record", runs=3)
def desk_of_many() -> Timed:
    return page(PAGES["desk"], 10)


@step("page", "grid", "10 times the record", runs=3)
def grid_of_many() -> Timed:
    return page(PAGES["grid"], 10)


@step("page", "record", "10 times the record", runs=3)
def record_of_many() -> Timed:
    return page(PAGES["record"], 10)


@step("page", "who knows what", "10 times the record", runs=3)
def knows_of_many() -> Timed:
    return page(PAGES["who knows what"], 10)


def medians(times: int) -> Iterator[tuple[str, float, float]]:
    """Name, first answer of the process's day, and median of the later ones, in milliseconds."""
    _room(times)
    client = visitor()
    client.get("/")  # what Django loads at its first answer is no page's own
    for name, path in PAGES.items():
        took = []
        for _ in range(_TIMES):
            start = perf_counter()
            assert client.get(f"/c/ukraine-2025/{path}").status_code == 200
            took.append((perf_counter() - start) * 1000)
        yield name, took[0], median(took[1:])


def main() -> None:
    """One size a process, for Django opens one store."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    print(f"{'page':24}{'first':>8}{'median':>8}   ms, record × {times}")
    for name, first, usual in medians(times):
        print(f"{name:24}{first:8.0f}{usual:8.0f}")


if __name__ == "__main__":
    main()
