"""A small whole case, as text, and what the checker says of it with something added."""

from __future__ import annotations

from pathlib import Path

from onetext.case.case import Case
from onetext.case.snapshot import examine, parse_case
from onetext.files.faults import Fault

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = sorted(path.parent for path in (ROOT / "examples").glob("*/case.yaml"))
RIVER = ROOT / "examples" / "river-basin"

HEAD = """\
onetext: case/1
id: mill
title: The mill stream
basis: invented
"""

MILL = f"""{HEAD}\
parties:
- {{id: north, name: Northbank}}
- {{id: south, name: Southbank}}
persons:
- {{id: ida, name: Ida Field, roles: [{{title: miller, party: north, from: 2025-01}}]}}
plans:
- {{id: main, title: The mill treaty, parties: [north, south]}}
points:
- {{id: p1, title: The weir}}
- {{id: p2, title: The wheel}}
options:
- {{id: p1-o1, point: p1, label: open}}
- {{id: p1-o2, point: p1, label: shut}}
drafts:
- {{id: d1, plan: main, clauses: [{{number: "1", point: p1, options: [p1-o1]}}]}}
sources:
- {{id: gazette, outlet: The Gazette, on: 2025-02-03, text: The weir is open.}}
"""


def examined(text: str) -> tuple[Case | None, list[Fault]]:
    """The case in a text, and its faults."""
    return parse_case(text, "case.yaml")


def whole(text: str) -> Case:
    """The case in a text that has no fault at all."""
    case, faults = examined(text)
    assert faults == []
    assert case is not None
    return case


def faults_of(sections: str, text: str = MILL) -> list[tuple[str, str, str, str]]:
    """Address, problem, remedy and level of each fault of a case with sections added."""
    return [(fault.address, fault.problem, fault.remedy, fault.level) for fault in examined(text + sections)[1]]


def fault_of(sections: str, text: str = MILL) -> tuple[str, str, str, str]:
    """The one fault of a case with sections added."""
    [fault] = faults_of(sections, text)
    return fault


def on_disk(folder: Path, files: dict[str, str]) -> tuple[Case | None, list[Fault]]:
    """What ``examine`` makes of a folder with these files."""
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return examine(folder)
