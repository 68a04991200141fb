"""Whether compiled kernels may be used: where they are not on disk yet, a process of their own compiles them, once.

Compiling inside this process could neither be stopped nor seen. Who cannot wait goes the way without kernels.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import subprocess
import sys
import threading
import time
from functools import cache
from gettext import gettext as _
from pathlib import Path
from typing import Literal

from onetext.dealspace.running import Running

Group = Literal["frontier2", "frontier3", "frontier4", "frontier5", "bargaining", "logic"]
GROUPS: tuple[Group, ...] = ("bargaining", "logic", "frontier2", "frontier3", "frontier4", "frontier5")
"""What is compiled together; the frontier by its number of parties."""

_HERE = Path(__file__).parent
_LOOK = 0.05
"""Seconds between two looks at the clock."""


class _Compiling:
    """The process that compiles a group, and those of this process who wait for it."""

    def __init__(self, group: Group) -> None:
        self.child = subprocess.Popen(  # noqa: S603 -- this program itself
            command(group),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C is for us; who has no time leaves it to go on
        )
        self.waiting = 0


_turn = threading.Lock()
_under_way: dict[Group, _Compiling] = {}
_ready: set[Group] = set()


def usable(group: Group, running: Running, share: float = 1.0) -> bool:
    """Waits while they are compiled, ``share`` of the time left at most; False where that was not long enough.

    The compiling goes on then for whoever asks later; stopped, it ends, unless somebody else waits for it.
    """
    if not installed():
        return False
    if on_disk(group) or _waited(group, running, share):
        _ready.add(group)
        return True
    return False


def command(group: Group) -> list[str]:
    """What compiles it."""
    return [sys.executable, "-m", "onetext.dealspace.preparing", group]


def frontier_of(parties: int) -> Group:
    """The group for the frontier of two to five parties."""
    groups: dict[int, Group] = {2: "frontier2", 3: "frontier3", 4: "frontier4", 5: "frontier5"}
    return groups[parties]


def on_disk(group: Group) -> bool:
    """Whether nobody has to wait for them."""
    return group in _ready or stamp_of(group).exists()


def under_way() -> bool:
    """Whether something is being compiled: what is not known now may be in some minutes."""
    return any(compiling.child.poll() is None for compiling in list(_under_way.values()))


def compile_here() -> None:
    """In this process, whatever is on disk: for the process that compiles."""
    _ready.update(GROUPS)


def stamp(group: Group) -> None:
    """Says that this group lies compiled on disk."""
    path = stamp_of(group)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()


@cache
def installed() -> bool:
    return importlib.util.find_spec("numba") is not None


def _waited(group: Group, running: Running, share: float) -> bool:
    if running.over():
        return False
    until = running.clock() + share * running.left()
    with _turn:
        if group not in _under_way or _under_way[group].child.poll() is not None:
            _under_way[group] = _Compiling(group)
        compiling = _under_way[group]
        compiling.waiting += 1
    try:
        while compiling.child.poll() is None:
            if running.asked() or running.clock() >= until:
                return False
            running.tell(_("compiling, once: it may take some minutes"), None)
            time.sleep(_LOOK)
    finally:
        with _turn:
            compiling.waiting -= 1
            if running.asked() and not compiling.waiting:
                compiling.child.terminate()
                compiling.child.wait()
    return True  # and where it failed, compiling in this process will say why


@cache
def stamp_of(group: Group) -> Path:
    """Beside what numba keeps, under a name that changes with whatever makes numba compile again."""
    folder = _HERE / group.rstrip("2345")
    from importlib.metadata import version  # noqa: PLC0415 -- slow to import; only kernels need it

    files = sorted((file.name, file.stat().st_mtime_ns, file.stat().st_size) for file in folder.glob("*kernel*.py"))
    told = (files, str(folder), sys.version, version("numba"), _processor())
    return _folder() / f"kernels-{group}-{hashlib.sha256(repr(told).encode()).hexdigest()[:16]}.ready"


def _folder() -> Path:
    if kept := os.environ.get("NUMBA_CACHE_DIR"):
        return Path(kept)
    beside = _HERE / "__pycache__"
    if os.access(beside if beside.exists() else _HERE, os.W_OK):
        return beside
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "onetext"


def _processor() -> str:
    """What machine code is made for."""
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        import platform  # noqa: PLC0415 -- rare

        return platform.processor()
    return next((line for line in lines if line.startswith(("flags", "Features"))), "")
