"""The JSON Schema of a case file."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from onetext.case.case import FORMAT, Head
from onetext.case.kinds import MODELS


def case_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of a case in one file; unknown keys and sections are allowed, as in the reader."""
    models: list[type[BaseModel]] = [Head, *MODELS]
    references, definitions = models_json_schema([(model, "validation") for model in models], by_alias=True)
    head = definitions["$defs"]["Head"]
    sections = {
        model.section: {"type": ["array", "null"], "items": references[(model, "validation")]} for model in MODELS
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"onetext {FORMAT}",
        "type": "object",
        "properties": {**head["properties"], **sections},
        "required": ["onetext", *head["required"]],
        **definitions,
    }
