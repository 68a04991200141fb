"""Work done aside: found again by its key, told how far it is, stopped with what it has."""

from __future__ import annotations

import threading
from typing import Any

import pytest

from onetext.dealspace.running import Running
from onetext.files.faults import refuse
from tests.workspace.room import open_room

open_room()

from onetext.workspace.jobs import Jobs  # noqa: E402 -- Django must be configured first

PATIENT = 20.0


def test_quick_work_is_done_within_the_moment_and_not_done_twice() -> None:
    jobs, runs = Jobs(), []

    def act(running: Running) -> int:
        runs.append(running)
        return 7

    assert [jobs.ask("key", act, PATIENT).found, jobs.ask("key", act, PATIENT).found] == [7, 7]
    assert len(runs) == 1


def test_slow_work_tells_how_far_it_is_and_gives_what_it_has_when_stopped() -> None:
    """S2."""
    jobs, told = Jobs(), threading.Event()

    def act(running: Running) -> str:
        running.tell("counting", 0.25)
        told.set()
        while not running.over():
            threading.Event().wait(0.01)
        return "a part"

    work = jobs.ask("key", act, 0)
    assert told.wait(PATIENT)
    assert (work.done, work.step, work.percent) == (False, "counting", 25)
    jobs.stop("key")
    assert jobs.ask("key", act, PATIENT).found == "a part"


def test_refusal_is_told_to_whoever_asks() -> None:
    def act(_running: Running) -> Any:
        raise refuse("here", "too many", "settle some")

    assert [fault.problem for fault in Jobs().ask("key", act, PATIENT).faults] == ["too many"]


def test_fault_of_ours_is_raised_where_it_is_seen_and_not_kept() -> None:
    jobs = Jobs()

    def act(_running: Running) -> Any:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        jobs.ask("key", act, PATIENT)
    assert jobs.ask("key", lambda _running: 1, PATIENT).found == 1


def test_oldest_work_is_forgotten_and_stopped() -> None:
    jobs = Jobs()
    first = jobs.ask(0, lambda running: running.over(), PATIENT)
    for number in range(1, 40):
        jobs.ask(number, lambda running: running.over(), PATIENT)

    assert first.stopping.is_set()
    assert len(jobs.works) == 32
