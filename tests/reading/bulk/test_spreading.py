"""S6: one worker, several and a cluster write the same bytes, in the order of the texts; nothing stops them (R5)."""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterator

import pytest

from onetext.files.faults import Faults
from onetext.reading.bulk import cluster as cluster_module
from onetext.reading.bulk import processes
from onetext.reading.bulk.spreading import read_many
from onetext.reading.documents import Read
from onetext.reading.records import Source
from onetext.reading.settings import Settings
from onetext.reading.sources.entry import Entry

PLAIN = Settings(with_model=False)
TEXTS = [
    Entry(Source(file=f"{n}.txt"), f"{n}.txt", f"Ana Petrova said on {n} May that {'talks go on. ' * (n % 4)}")
    for n in range(1, 12)
]


@pytest.fixture
def scheduler() -> Iterator[str]:
    """The address of a scheduler with a worker of two threads."""
    from distributed import LocalCluster

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of sockets and event loops that are Dask's own
        cluster = LocalCluster(
            n_workers=1,
            threads_per_worker=2,
            processes=False,
            protocol="tcp://",
            host="127.0.0.1",
            dashboard_address=None,
        )
        yield cluster.scheduler_address
        cluster.close()


@pytest.mark.filterwarnings("ignore")
def test_one_worker_two_and_a_cluster_give_the_same_lines(scheduler: str) -> None:
    alone = list(read_many(TEXTS, PLAIN))

    assert [read.fault for read in alone] == [None] * len(TEXTS)
    assert list(read_many(TEXTS, PLAIN, workers=2)) == alone
    assert list(read_many(TEXTS, PLAIN, cluster=scheduler)) == alone


@pytest.mark.filterwarnings("ignore")
def test_cluster_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster_module, "_PATIENCE", 0.5)
    with pytest.raises(Faults) as refused:
        list(read_many(TEXTS, PLAIN, cluster="tcp://127.0.0.1:9"))

    assert refused.value.faults[0].problem.startswith("there is no Dask scheduler at 'tcp://127.0.0.1:9'")


def dies_on_three(batch: list[Entry]) -> list[Read]:
    """What a worker does when the third text ends its process."""
    if any(entry.address == "3.txt" for entry in batch):
        os._exit(9)
    return [Read(entry.address, None) for entry in batch]


def test_process_that_dies_takes_only_one_text_with_it_r5(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "read_batch", dies_on_three)
    found = list(read_many(TEXTS[1:3], PLAIN, workers=2))

    assert [read.fault is None for read in found] == [True, False]
    assert [read.line for read in found if read.fault is None] == ["2.txt"]
