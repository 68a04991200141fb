"""Kernels as machine code where numba is there, as plain Python otherwise: the same source and the same answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

Kernel = TypeVar("Kernel", bound=Callable[..., Any])

COMPILED = True
"""Turn off to run the same functions as plain Python."""

try:
    import numba
except ImportError:
    COMPILED = False


def compiled(kernel: Kernel) -> Kernel:
    """The kernel as machine code, kept on disk between runs; itself where numba is missing."""
    if not COMPILED:
        return kernel
    return cast(Kernel, numba.njit(cache=True, nogil=True, error_model="numpy")(kernel))
