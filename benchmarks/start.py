"""Start-up: what one waits before anything happens."""

from __future__ import annotations

import atexit
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.request import urlopen

from benchmarks.registry import Timed, step

EXAMPLES = Path(__file__).parents[1] / "examples"


@step("start", "Python, and nothing of onetext")
def nothing() -> Timed:
    return importing("sys")


@step("start", "the records (onetext.case)")
def records() -> Timed:
    return importing("onetext.case.case")


def importing(module: str) -> Timed:
    return lambda: subprocess.run([sys.executable, "-c", f"import {module}"], check=True)


@step("start", "onetext check on the invented case, from nothing")
def command() -> Timed:
    act = [sys.executable, "-m", "onetext.cli.main", "check", str(EXAMPLES / "river-basin")]
    return lambda: subprocess.run(act, check=True, stdout=subprocess.DEVNULL)


@step("start", "the workspace answers, second start", runs=3)
def workspace() -> Timed:
    store = tempfile.mkdtemp(prefix="onetext-bench-")
    atexit.register(shutil.rmtree, store, ignore_errors=True)
    answered(store)
    return lambda: answered(store)


def answered(store: str) -> None:
    """Starts the workspace, waits for its first page, and stops it."""
    act = [sys.executable, "-m", "onetext.cli.main", "serve", "--store", store, "--port", "8760"]
    server = subprocess.Popen(act, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        lines = iter(server.stdout or ())
        address = next(line.split()[1] for line in lines if line.startswith("onetext: "))
        for _try in range(600):
            try:
                with urlopen(f"{address}sign-in/", timeout=1):
                    return
            except OSError:
                time.sleep(0.02)
    finally:
        server.send_signal(signal.SIGINT)
        server.wait()
