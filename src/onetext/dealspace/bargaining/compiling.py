"""Kernels as machine code where numba is there and worth its start, else as plain Python: one source, one answer."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache
from typing import Any

from onetext.dealspace.kernels import on_disk

Kernel = Callable[..., Any]

WORTH_COMPILING = 1_000_000
"""With fewer packages than this, plain Python is done before numba is imported."""

_MATHEMATICS = {"reassoc", "contract"}
"""Sums may be added in any order: whole numbers stay exact, and the margins of bounds are far wider than rounding."""


def compiled(packages: int, kernel: Kernel, *parts: Kernel) -> Kernel:
    """The kernel for a problem of this size."""
    return _machine_code(kernel, *parts) if compiles(packages) else kernel


def slice_of(packages: int) -> int:
    """How many steps a kernel goes before somebody is asked whether time is over: some hundredths of a second."""
    return 20_000 if compiles(packages) and has_numba() else 200


def compiles(packages: int) -> bool:
    """Whether kernels are worth it; once numba and they are there it costs nothing more."""
    return packages >= WORTH_COMPILING or ("numba" in sys.modules and on_disk("bargaining"))


@cache
def has_numba() -> bool:
    try:
        import numba  # noqa: F401, PLC0415  # takes a second: only who solves something large waits for it
    except ImportError:
        return False
    return True


@cache
def _machine_code(kernel: Kernel, *parts: Kernel) -> Kernel:
    """Runs without the interpreter's lock; the kernel itself where numba is missing.

    ``parts`` are the functions it calls. What is stored on disk is renewed when the kernel's own module changes.
    """
    if not has_numba():
        return kernel
    import numba  # noqa: PLC0415  # as above
    from numba.extending import register_jitable  # noqa: PLC0415  # as above

    for part in parts:
        register_jitable(error_model="numpy", fastmath=_MATHEMATICS)(part)
    made: Kernel = numba.njit(cache=True, nogil=True, error_model="numpy", fastmath=_MATHEMATICS)(kernel)
    return made
