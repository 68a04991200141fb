"""The day a view is cut for, in the three times: on, known from, recorded (L5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from onetext.case.dates import first_day


@dataclass(frozen=True)
class Moment:
    """What was so by ``day`` and, without ``hindsight``, known by then; our record as it stood at ``recorded_at``."""

    day: date
    hindsight: bool = False
    recorded_at: str | None = None

    def has_come(self, text: str | None) -> bool:
        """Whether a partial date may have come by this day; an empty one always has."""
        return text is None or first_day(text) <= self.day

    def shows(self, on: str | None, known_from: str | None) -> bool:
        """L5: was so, and was known."""
        return self.has_come(on) and (self.hindsight or self.has_come(known_from))
