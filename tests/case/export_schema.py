"""Writes the JSON Schema into docs/reference/case.schema.json; ``make docs`` calls it, a test compares."""

from __future__ import annotations

import json
from pathlib import Path

from onetext.case.schema import case_schema

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "case.schema.json"


def as_text() -> str:
    return json.dumps(case_schema(), indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    PAGE.write_text(as_text(), encoding="utf-8")
