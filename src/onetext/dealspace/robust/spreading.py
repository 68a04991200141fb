"""Spreading blocks over workers, and taking what they give in the order of the blocks, whoever is first (S6).

Workers here are threads: the kernels that solve run outside Python's lock. A cluster is one of Dask, by its scheduler's
address. joblib stands in front of both; one worker needs neither.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from importlib.util import find_spec

from onetext.dealspace.robust.counting import Counted, Task, worked
from onetext.files.faults import refuse

_PATIENCE = 10.0
"""Seconds a scheduler has to answer."""
_INSTALL = "install it: pip install 'onetext[cluster]'"


def spread(task: Task, first: int, workers: int, cluster: str | None) -> Iterator[Counted]:
    """The blocks from ``first`` on. Raises ``Faults`` where joblib or the cluster cannot be had."""
    blocks = range(first, task.blocks())
    if cluster is None and (workers == 1 or len(blocks) < 2):
        yield from map(partial(worked, task), blocks)
        return
    if find_spec("joblib") is None:
        raise refuse("--workers", "more than one worker needs joblib, which is not installed", _INSTALL)
    if cluster is None:
        yield from _joined(task, blocks, workers, "threading")
        return
    with _cluster(cluster, task) as size:
        yield from _joined(task, blocks, size, None)


def _joined(task: Task, blocks: range, workers: int, backend: str | None) -> Iterator[Counted]:
    from joblib import Parallel, delayed  # noqa: PLC0415 -- an extra

    at_once = Parallel(n_jobs=workers, backend=backend, return_as="generator", pre_dispatch=2 * workers)
    yield from at_once(delayed(worked)(task, block) for block in blocks)


@contextmanager
def _cluster(address: str, task: Task) -> Iterator[int]:
    """Work goes to this cluster; gives how many threads it has."""
    if find_spec("distributed") is None:
        raise refuse("--cluster", "a cluster needs Dask's distributed, which is not installed", _INSTALL)
    from distributed import Client  # noqa: PLC0415 -- an extra
    from joblib import parallel_config  # noqa: PLC0415 -- an extra

    try:
        client = Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise refuse(
            "--cluster",
            f"there is no Dask scheduler at '{address}': {error}",
            "start one with 'dask scheduler' and 'dask worker', and write its address as tcp://127.0.0.1:8786",
        ) from error
    with client:
        size = sum(client.nthreads().values())
        if size == 0:
            raise refuse("--cluster", f"the scheduler at '{address}' has no workers", "start some: 'dask worker'")
        with parallel_config(backend="dask", client=client, scatter=[task]):
            yield size
