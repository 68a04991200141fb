"""Reading YAML, at the size of a real case and at ten times that."""

from __future__ import annotations

from benchmarks.registry import Timed, step
from onetext.files.yamldoc import parse_yaml, write_yaml

STATEMENTS = [
    {"id": f"st{number}", "on": "2025-04-03", "act": "say", "text": "Water is shared by agreement.", "about": ["p07"]}
    for number in range(1000)
]


@step("parse YAML", "invented statements", "1,000 records")
def parse_small() -> Timed:
    return parsing(1)


@step("parse YAML", "invented statements", "10,000 records", runs=3)
def parse_large() -> Timed:
    return parsing(10)


def parsing(times: int) -> Timed:
    text = write_yaml({"statements": STATEMENTS * times})
    return lambda: parse_yaml(text, "benchmark")
