"""The whole answer before something is told; nothing of it is written anywhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from onetext.case.case import Case
from onetext.case.telling import Disclosure
from onetext.desk.sending.breaches import Breach, breaches
from onetext.desk.sending.contradictions import Pair, contradictions
from onetext.desk.sending.gains import Gain, gains
from onetext.desk.sending.overtaking import Overtaken, order_of, overtaken
from onetext.disclosure.telling import Telling, disclosure_of, free_id


@dataclass(frozen=True)
class Before:
    """``order`` are the records that say who hears when of what is planned; empty: nothing is recorded."""

    planned: Disclosure
    gains: tuple[Gain, ...]
    overtaken: tuple[Overtaken, ...]
    order: tuple[str, ...]
    breaks: tuple[Breach, ...]
    contradicts: tuple[Pair, ...]

    def as_data(self) -> dict[str, Any]:
        """The fixed shape of ``before --json``."""
        items = [item.model_dump(mode="json", exclude_defaults=True) for item in self.planned.items]
        return {
            "to": list(self.planned.to),
            "on": self.planned.on,
            "items": items,
            "learns": [asdict(one) for one in self.gains],
            "overtakes": [asdict(one) for one in self.overtaken],
            "order": list(self.order),
            "breaks": [asdict(one) for one in self.breaks],
            "contradicts": [asdict(one) for one in self.contradicts],
        }


def before(case: Case, to: Sequence[str], what: Sequence[str], on: date, extent: str | None = None) -> Before:
    """What would follow if ``to`` were told of ``what`` at the end of day ``on``.

    ``case`` is what the teller sees; what it does not hold is as absent. ``what`` is written as for ``tell``: an id,
    ``DRAFT#POINT``, ``topic:words``, each with ``:extent`` behind it or not. Raises ``Faults`` for people and records
    that are not there.
    """
    told = disclosure_of(case, Telling(to, what, on=on.isoformat(), extent=extent), free_id(case, "planned"))
    return Before(
        told,
        gains(case, told, on),
        overtaken(case, told, on),
        order_of(case, told),
        breaches(case, told, on),
        contradictions(case, told, on),
    )
