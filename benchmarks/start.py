"""Start-up: what one waits before anything happens."""

from __future__ import annotations

import subprocess
import sys

from benchmarks.registry import Timed, step


@step("start", "Python, and nothing of onetext")
def nothing() -> Timed:
    return importing("sys")


@step("start", "the records (onetext.case)")
def records() -> Timed:
    return importing("onetext.case.case")


def importing(module: str) -> Timed:
    return lambda: subprocess.run([sys.executable, "-c", f"import {module}"], check=True)
