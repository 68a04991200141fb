"""S6: a Dask cluster comes to the same bytes, and one that is not there is a clear message."""

from __future__ import annotations

import importlib.util
import warnings
from collections.abc import Iterator
from dataclasses import replace
from importlib.machinery import ModuleSpec
from time import perf_counter

import pytest

from onetext.dealspace.robust import spreading
from onetext.dealspace.robust.robustness import robust
from onetext.dealspace.running import Running
from onetext.dealspace.scenario_file import parse_scenario
from onetext.files.faults import Faults
from tests.dealspace.robust.cases import run
from tests.dealspace.scenarios import river


@pytest.fixture
def scheduler() -> Iterator[str]:
    """The address of a scheduler with a worker of two threads, in a process of its own."""
    from distributed import LocalCluster

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of sockets and event loops that are Dask's own
        cluster = LocalCluster(n_workers=1, threads_per_worker=2, host="127.0.0.1", dashboard_address=None)
        yield cluster.scheduler_address
        cluster.close()


@pytest.mark.filterwarnings("ignore")
def test_a_cluster_comes_to_the_same(scheduler: str) -> None:
    found = robust(parse_scenario(river(), "case"), 1300, 1, Running(perf_counter), cluster=scheduler)
    assert replace(found, seconds=0.0) == replace(run(river(), 1300), seconds=0.0)


@pytest.mark.filterwarnings("ignore")
def test_a_cluster_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreading, "_PATIENCE", 0.5)
    with pytest.raises(Faults) as refused:
        robust(parse_scenario(river(), "case"), 1300, 1, Running(perf_counter), cluster="tcp://127.0.0.1:9")
    assert refused.value.faults[0].problem.startswith("there is no Dask scheduler at 'tcp://127.0.0.1:9'")


@pytest.mark.parametrize(("workers", "cluster", "missing"), [(2, None, "joblib"), (1, "tcp://x:1", "distributed")])
def test_a_missing_extra_is_named(
    workers: int, cluster: str | None, missing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def without(name: str) -> ModuleSpec | None:
        return None if name == missing else importlib.util.find_spec(name)

    monkeypatch.setattr(spreading, "find_spec", without)
    with pytest.raises(Faults) as refused:
        robust(parse_scenario(river(), "case"), 1300, 1, Running(perf_counter), workers, cluster)
    assert refused.value.faults[0].remedy == "install it: pip install 'onetext[cluster]'"
