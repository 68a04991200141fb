"""The day a view is cut for, in the three times (DESIGN: on, known_from, recorded)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from onetext.case.dates import first_day, last_day


@dataclass(frozen=True)
class Moment:
    """What was so by ``day`` and, without ``hindsight``, known by then; our record as it stood at ``recorded_at``."""

    day: date
    hindsight: bool = False
    recorded_at: str | None = None

    def has_come(self, text: str | None) -> bool:
        """Whether a partial date may have come by this day; an empty one always has."""
        return text is None or first_day(text) <= self.day

    def is_uncertain(self, text: str | None) -> bool:
        """Whether the last day it can mean is still to come: it is shown, and marked."""
        return text is not None and first_day(text) <= self.day < last_day(text)

    def shows(self, on: str | None, known_from: str | None) -> bool:
        """L5: was so, and was known."""
        return self.has_come(on) and (self.hindsight or self.has_come(known_from))
