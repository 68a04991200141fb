"""Numbers of foreign files: the exact fraction that the text writes."""

from __future__ import annotations

import math
import re
from fractions import Fraction
from typing import Any

from onetext.dealspace.quantity import LARGEST
from onetext.dealspace.value import exact
from onetext.files.faults import refuse, shown

_NUMBER = re.compile(r"[-+]?(?:\d{1,400}\.?\d{0,400}|\.\d{1,400})(?:[eE][-+]?\d{1,3})?")


def decimal(data: Any, address: str) -> Fraction:
    """The number that a text, or a number out of YAML or JSON, says. Raises ``Faults`` at ``address``."""
    if data is None:
        raise refuse(address, "is missing", "write a number")
    at = _fraction(data.strip() if isinstance(data, str) else data)
    if at is None:
        raise refuse(address, f"'{shown(data)}' is not a finite number", "write a plain decimal number")
    if abs(at) > LARGEST:
        raise refuse(address, f"'{shown(data)}' is larger than {LARGEST:,}", "use smaller units")
    return at


def _fraction(data: Any) -> Fraction | None:
    if isinstance(data, str):
        return Fraction(data) if _NUMBER.fullmatch(data) else None
    if isinstance(data, bool) or not isinstance(data, int | float) or not math.isfinite(data):
        return None
    return exact(data)
