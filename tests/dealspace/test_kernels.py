"""Kernels that are not on disk are compiled by a process of their own, which is waited for only as long as wanted."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

import pytest

from onetext.dealspace import kernels
from onetext.dealspace.kernels import Group, stamp, under_way, usable
from onetext.dealspace.running import Running

GROUP: Group = "frontier5"


@pytest.fixture(autouse=True)
def nothing_compiled(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """An empty folder, and a compiler that would take a minute."""
    monkeypatch.setenv("NUMBA_CACHE_DIR", str(tmp_path))
    monkeypatch.setattr(kernels, "_ready", set())
    monkeypatch.setattr(kernels, "_under_way", {})
    monkeypatch.setattr(kernels, "command", lambda _group: [sys.executable, "-c", "import time; time.sleep(60)"])
    kernels.stamp_of.cache_clear()
    yield
    for compiling in kernels._under_way.values():
        compiling.child.kill()
        compiling.child.wait()
    kernels.stamp_of.cache_clear()


def test_kernels_on_disk_are_used_at_once() -> None:
    stamp(GROUP)
    assert usable(GROUP, Running(perf_counter))
    assert not under_way()


def test_kernels_being_compiled_are_told_of_and_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kernels, "command", lambda _group: [sys.executable, "-c", "import time; time.sleep(0.2)"])
    told = set[str]()
    assert usable(GROUP, Running(perf_counter, tell=lambda step, _share: told.add(step)))
    assert told == {"compiling, once: it may take some minutes"}


def test_who_has_no_time_goes_without_and_the_compiling_goes_on() -> None:
    assert not usable(GROUP, Running(perf_counter, until=perf_counter() + 0.1))
    assert under_way()


def test_who_stops_ends_the_compiling() -> None:
    answers = iter([False, False])
    assert not usable(GROUP, Running(perf_counter, asked=lambda: next(answers, True)))
    assert not under_way()
