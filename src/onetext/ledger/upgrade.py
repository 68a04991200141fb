"""Old payloads read as today's (L8): pure steps from one schema number to the next; stored entries never change.

To change a kind's fields: raise nothing by hand, write one step from the old number to the next and put it into
``STEPS`` with a test on a payload of the old form. The number to write is ``current(kind)``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from onetext.files.faults import refuse

Payload = dict[str, Any]
Step = Callable[[Payload], Payload]
Steps = Mapping[tuple[str, int], Step]
"""For a kind and a schema number, the step to the next number."""

STEPS: Steps = {}


def current(kind: str, steps: Steps = STEPS) -> int:
    """The schema number in which payloads of this kind are written today."""
    return 1 + max((number for known, number in steps if known == kind), default=0)


def upgrade(kind: str, schema: int, payload: Payload, steps: Steps = STEPS) -> Payload:
    """The payload as if written today. Raises ``Faults`` for a number that this program does not know yet.

    Steps get a copy of the outermost object and must not change what lies inside it in place.
    """
    newest = current(kind, steps)
    if not 1 <= schema <= newest:
        raise refuse(f"{kind}, schema {schema}", f"this program knows schemas 1 to {newest}", "use a newer onetext")
    for number in range(schema, newest):
        payload = steps[kind, number](dict(payload))
    return payload
