"""Two coders' cases on one short text that we wrote."""

from __future__ import annotations

from typing import Any

from onetext.case.case import Case
from onetext.case.snapshot import parse_case
from onetext.files.yamldoc import write_yaml

TEXT = (
    "Envoy Ana Marsh warned that the river quota would fall. "
    "The minister rejected the second dam. "
    "Both delegations meet again in Porto Alto on Friday."
)
WARNING = (24, 54)
REFUSAL = (68, 93)


def statement(id: str, span: tuple[int, int], **fields: Any) -> dict[str, Any]:
    return {"id": id, "span": {"source": "s1", "start": span[0], "end": span[1]}, **fields}


def coder_case(*statements: dict[str, Any], text: str = TEXT, **sections: Any) -> Case:
    """A valid case of one coder with these statements."""
    data = {
        "onetext": "case/1",
        "id": "harbour",
        "title": "Harbour talks",
        "basis": "invented",
        "parties": [{"id": "north", "name": "Northland"}, {"id": "south", "name": "Southland"}],
        "sources": [{"id": "s1", "outlet": "Harbour Gazette", "text": text}],
        "statements": list(statements),
        **sections,
    }
    case, faults = parse_case(write_yaml(data))
    assert case is not None, faults
    return case
