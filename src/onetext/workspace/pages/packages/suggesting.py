"""A machine's guess at preferences, offered on an invented or own case, and kept only by a person (M1, S7)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from onetext.case.case import Case
from onetext.case.position import ASSESSMENT, Assessment
from onetext.case.references import references
from onetext.desk.calling import called, day_called
from onetext.positions.suggestion import Suggested, suggested_assessment


@dataclass(frozen=True)
class GuessRow:
    """One option as the positions of a party suggest it."""

    party: str
    point: str
    option: str
    low: str
    high: str
    red_line: bool
    grounds: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Guess:
    assessment: Assessment
    rows: tuple[GuessRow, ...]
    labels: tuple[str, ...]
    """The compartments it would lie under: its own, and those of all it names and rests on (D7, D12)."""


def guess(case: Case, day: date) -> Guess:
    """Raises ``Faults`` on a public record: nobody's preferences are invented there."""
    found = suggested_assessment(case, day)
    title = _("A machine's guess from the positions of {day}").format(day=day_called(day.isoformat()))
    return Guess(found.assessment.model_copy(update={"title": title}), tuple(_rows(case, found)), _labels(case, found))


def _rows(case: Case, found: Suggested) -> list[GuessRow]:
    rows = []
    for party, scores in found.assessment.scores.items():
        for option, score in scores.items():
            low, high = score if isinstance(score, tuple) else (score, score)
            heads = case.heads(option)
            rows.append(
                GuessRow(
                    party=called(case, party),
                    point=called(case, getattr(heads[0], "point", None)) if heads else "",
                    option=called(case, option),
                    low=f"{low}",
                    high=f"{high}",
                    red_line=option in found.assessment.red_lines.get(party, ()),
                    grounds=tuple((id, called(case, id)) for id in found.grounds.get(party, {}).get(option, ())),
                )
            )
    return rows


def _labels(case: Case, found: Suggested) -> tuple[str, ...]:
    named = [tie.id for tie in references(found.assessment)]
    named += [id for options in found.grounds.values() for ids in options.values() for id in ids]
    labels = {ASSESSMENT, *case.head.default_labels}
    for id in dict.fromkeys(named):
        heads = case.heads(id)
        if heads:
            labels |= case.labels_of(heads[0])
    return tuple(sorted(labels))
