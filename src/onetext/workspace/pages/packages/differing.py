"""Where two assessments of one party differ, value by value; nothing is mixed, each value keeps its side (S7)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from django.utils.translation import gettext as _

from onetext.case.position import Assessment, Quantity
from onetext.workspace.pages.packages.quantities import said

Kind = Literal["reservation", "weight", "score", "red line"]


@dataclass(frozen=True)
class Difference:
    """``first`` and ``second``: what each says of it; empty where that side does not know."""

    kind: Kind
    party: str
    id: str
    first: Any
    second: Any

    @property
    def both_say(self) -> bool:
        return self.first is not None and self.second is not None


def differing(
    first: Assessment, second: Assessment, party: str, issues: Mapping[str, Sequence[str]]
) -> Iterator[Difference]:
    """In the order of the plan: the reservation, then issue by issue its weight, scores and red lines."""
    floors = first.reservations.get(party), second.reservations.get(party)
    if _plain(floors[0]) != _plain(floors[1]):
        yield Difference("reservation", party, "", *floors)
    for issue, options in issues.items():
        weights = first.weights.get(party, {}).get(issue), second.weights.get(party, {}).get(issue)
        if _plain(weights[0]) != _plain(weights[1]):
            yield Difference("weight", party, issue, *weights)
        for option in options:
            scores = first.scores.get(party, {}).get(option), second.scores.get(party, {}).get(option)
            if _plain(scores[0]) != _plain(scores[1]):
                yield Difference("score", party, option, *scores)
            lines = option in first.red_lines.get(party, ()), option in second.red_lines.get(party, ())
            if lines[0] != lines[1]:
                yield Difference("red line", party, option, *lines)


def _plain(quantity: Quantity | None) -> str:
    return said(quantity)


def what(difference: Difference, titles: Mapping[str, str]) -> str:
    """The value in words."""
    name = titles.get(difference.id, difference.id)
    words: Mapping[Kind, str] = {
        "reservation": _("what it has without a deal"),
        "weight": _("weight of {name}"),
        "score": _("score of “{name}”"),
        "red line": _("red line at “{name}”"),
    }
    return words[difference.kind].format(name=name)


def side(value: Any) -> str:
    """One side's value; not known stays not known (S3)."""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return said(value) or _("not known")


def line(difference: Difference, titles: Mapping[str, str]) -> str:
    return _("{what}: {second}, not {first}").format(
        what=what(difference, titles), first=side(difference.first), second=side(difference.second)
    )


def exchanged(assessment: Assessment, difference: Difference) -> Assessment:
    """The first assessment with this one value as the second has it."""
    party, id, value = difference.party, difference.id, difference.second
    if difference.kind == "reservation":
        return assessment.model_copy(update={"reservations": _with(assessment.reservations, party, value)})
    if difference.kind == "red line":
        lines = [one for one in assessment.red_lines.get(party, ()) if one != id] + ([id] if value else [])
        return assessment.model_copy(update={"red_lines": {**assessment.red_lines, party: tuple(lines)}})
    name = "weights" if difference.kind == "weight" else "scores"
    table = getattr(assessment, name)
    return assessment.model_copy(update={name: {**table, party: _with(table.get(party, {}), id, value)}})


def _with(row: Mapping[str, Any], name: str, value: Any) -> dict[str, Any]:
    changed = {**row, name: value}
    return {key: kept for key, kept in changed.items() if kept is not None}
