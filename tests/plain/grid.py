"""The rule of the grid, slow and obvious: one cell at a time, from plain dicts as they stand in a case file.

Only whole days; no withdrawals and no links. Imports nothing of onetext.
"""

from __future__ import annotations

from typing import Any

WEIGHTS = {"on_record": 3, "document": 3, "joint": 3, "leaked": 2, "second_hand": 2, "anonymous": 1, None: 3}

Plain = dict[str, Any]


def plain_cell(data: Plain, point: str | None, party: str, day: str) -> Plain:
    """Stance, red line, weight and evidence of one cell; ``day`` and all dates as ``2025-10-14``."""
    best: list[tuple[int, str, Plain]] = []
    for position in data["positions"]:
        if position.get("point") != point or position["party"] != party:
            continue
        if position.get("on", "") > day or position.get("until", "9999") < day:
            continue
        entry = (plain_weight(data, position), position.get("on", ""), position)
        if best and entry[:2] > best[0][:2]:
            best = []
        if not best or entry[:2] == best[0][:2]:
            best.append(entry)
    stances = {entry[2]["stance"] for entry in best}
    return {
        "stance": "unknown" if not best else "mixed" if len(stances) > 1 else best[0][2]["stance"],
        "red_line": any(entry[2].get("red_line", False) for entry in best),
        "weight": best[0][0] if best else None,
        "evidence": sorted(entry[2]["id"] for entry in best),
    }


def plain_weight(data: Plain, position: Plain) -> int:
    best = 0
    for id in position.get("evidence", []):
        for statement in data.get("statements", []):
            if statement["id"] == id:
                best = max(best, _less_caution(data, WEIGHTS[statement.get("received")], statement.get("via", [])))
        for source in data.get("sources", []):
            if source["id"] == id:
                best = max(best, 2 if source.get("caution") else 3)
    if best:
        return best
    return _less_caution(data, WEIGHTS[position.get("received")], position.get("sources", []))


def _less_caution(data: Plain, weight: int, source_ids: list[str]) -> int:
    named = [source for source in data.get("sources", []) if source["id"] in source_ids]
    cautioned = [source for source in named if source.get("caution")]
    if named and len(cautioned) == len(named):
        return max(1, weight - 1)
    return weight
