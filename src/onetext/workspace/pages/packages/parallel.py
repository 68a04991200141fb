"""The frontier of three and more parties as lines across one upright axis a party."""

from __future__ import annotations

from dataclasses import dataclass

from onetext.dealspace.tally import Vector
from onetext.workspace.pages.packages.picture import Drawing, Scale, evenly

WIDTH, HEIGHT = 640, 230
_LEFT, _RIGHT, _TOP, _BOTTOM = 40, 560, 14, 192
_MOST_LINES = 160
_LINE = 12


@dataclass(frozen=True)
class Axis:
    """One party: where its axis stands, the tick at each end, the draft's span and the reservation on it."""

    name: str
    x: float
    low: float
    low_name: str
    draft_y: float | None
    draft_height: float
    floor_y: float | None


@dataclass(frozen=True)
class Line:
    """An answer, or several that are one package, with its letters at the right end."""

    path: str
    letters: str
    label_y: float


@dataclass(frozen=True)
class Parallel:
    axes: tuple[Axis, ...]
    lines: str
    drawn: int
    answers: tuple[Line, ...]


def parallel(drawing: Drawing) -> Parallel | None:
    """None for one or two parties, whom a picture of their own serves better."""
    if len(drawing.parties) < 3:
        return None
    scales = [drawing.scale(party) for party in range(len(drawing.parties))]
    drawn = evenly(drawing.points, _MOST_LINES)
    return Parallel(
        axes=tuple(_axis(drawing, party, scale) for party, scale in enumerate(scales)),
        lines="".join(_path(drawing, vector, scales) for vector in drawn),
        drawn=len(drawn),
        answers=_answers(drawing, scales),
    )


def _x(drawing: Drawing, party: int) -> float:
    return round(_LEFT + (_RIGHT - _LEFT) * party / (len(drawing.parties) - 1), 1)


def _y(scale: Scale, utility: float) -> float:
    return round(_BOTTOM - (_BOTTOM - _TOP) * scale.part(utility), 1)


def _axis(drawing: Drawing, party: int, scale: Scale) -> Axis:
    floor, place = drawing.floor(party), drawing.place
    top = _y(scale, float(place.high[party])) - 2 if place else None
    return Axis(
        name=drawing.parties[party],
        x=_x(drawing, party),
        low=scale.low,
        low_name=f"{scale.low:.3g}",
        draft_y=top,
        draft_height=round(_y(scale, float(place.low[party])) + 2 - top, 1) if place and top is not None else 0,
        floor_y=None if floor is None else _y(scale, floor),
    )


def _path(drawing: Drawing, vector: Vector, scales: list[Scale]) -> str:
    spots = [f"{_x(drawing, party)} {_y(scale, drawing.at(vector, party))}" for party, scale in enumerate(scales)]
    return "M" + "L".join(spots)


def _answers(drawing: Drawing, scales: list[Scale]) -> tuple[Line, ...]:
    groups: dict[Vector, str] = {}
    for letter, vector in drawing.marked():
        groups[vector] = f"{groups.get(vector, '')} {letter}".strip()
    last = len(scales) - 1
    ends = sorted((_y(scales[last], drawing.at(vector, last)), vector) for vector in groups)
    lines: list[Line] = []
    for y, vector in ends:
        label = max(y + 4, lines[-1].label_y + _LINE) if lines else y + 4
        lines.append(Line(_path(drawing, vector, scales), groups[vector], round(label, 1)))
    return tuple(lines)
