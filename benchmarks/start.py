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


@step("start", "onetext solve of nine packages, from nothing, as text")
def small_solve() -> Timed:
    return solving()


@step("start", "onetext solve of nine packages, from nothing, as JSON")
def small_solve_json() -> Timed:
    return solving("--json")


SMALL = """onetext: scenario/1
issues: {dam: [low, high, none], years: ["2", "3", "4"]}
parties:
  North: {reservation: 0.3, weights: {dam: 60, years: 40}, scores: {dam: {low: 70, high: 100, none: 0}}}
  South: {reservation: 0.2, weights: {dam: 50, years: 50}, scores: {dam: {low: 60, high: 0, none: 100}}}
"""


def solving(*options: str) -> Timed:
    folder = Path(tempfile.mkdtemp(prefix="onetext-bench-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    (folder / "small.yaml").write_text(SMALL, encoding="utf-8")
    act = [sys.executable, "-m", "onetext.cli.main", "solve", str(folder / "small.yaml"), *options]
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
