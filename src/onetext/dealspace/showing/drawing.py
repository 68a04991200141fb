"""The frontier as a small drawing: two parties as axes, more parties as one line a package across upright scales."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import islice

MOST_DRAWN = 400
_WIDTH, _HEIGHT, _EDGE = 360, 240, 34


@dataclass(frozen=True)
class Mark:
    """A package that is named in the drawing; utilities by party."""

    name: str
    utilities: Sequence[float]


def frontier_svg(parties: Sequence[str], points: Iterable[Sequence[float]], marks: Sequence[Mark]) -> str:
    """An SVG element; at most ``MOST_DRAWN`` points are drawn, which its title says."""
    drawn = list(islice(points, MOST_DRAWN))
    title = f"{len(drawn)} efficient outcomes"
    inner = _across(parties, drawn, marks) if len(parties) == 2 else _upright(parties, drawn, marks)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {_WIDTH} {_HEIGHT}" width="{_WIDTH}"'
        f' height="{_HEIGHT}" font-size="10"><title>{escape(title)}</title>{inner}</svg>'
    )


def _across(parties: Sequence[str], points: list[Sequence[float]], marks: Sequence[Mark]) -> str:
    dots = "".join(f'<circle cx="{_x(point[0])}" cy="{_y(point[1])}" r="2" fill="#888"/>' for point in points)
    named = "".join(
        f'<circle cx="{_x(mark.utilities[0])}" cy="{_y(mark.utilities[1])}" r="4" fill="none" stroke="#000"/>'
        f'<text x="{_x(mark.utilities[0]) + 6}" y="{_y(mark.utilities[1]) - 4}">{escape(mark.name)}</text>'
        for mark in marks
    )
    axes = (
        f'<path d="M{_x(0)} {_y(1)}V{_y(0)}H{_x(1)}" fill="none" stroke="#000"/>'
        f'<text x="{_x(1)}" y="{_HEIGHT - 8}" text-anchor="end">{escape(parties[0])}</text>'
        f'<text x="4" y="{_EDGE // 2}">{escape(parties[1])}</text>'
    )
    return axes + dots + named


def _upright(parties: Sequence[str], points: list[Sequence[float]], marks: Sequence[Mark]) -> str:
    places = [_x(number / max(1, len(parties) - 1)) for number in range(len(parties))]
    scales = "".join(
        f'<path d="M{at} {_y(0)}V{_y(1)}" stroke="#000"/>'
        f'<text x="{at}" y="{_HEIGHT - 8}" text-anchor="middle">{escape(party)}</text>'
        for at, party in zip(places, parties, strict=True)
    )
    lines = "".join(_line(places, point, "#bbb", 0.6) for point in points)
    named = "".join(
        _line(places, mark.utilities, "#000", 1.5)
        + f'<text x="{places[0] + 4}" y="{_y(mark.utilities[0]) - 3}">{escape(mark.name)}</text>'
        for mark in marks
    )
    return scales + lines + named


def _line(places: Sequence[float], utilities: Sequence[float], colour: str, width: float) -> str:
    steps = " ".join(f"{at},{_y(utility)}" for at, utility in zip(places, utilities, strict=True))
    return f'<polyline points="{steps}" fill="none" stroke="{colour}" stroke-width="{width}"/>'


def _x(share: float) -> float:
    return round(_EDGE + share * (_WIDTH - 2 * _EDGE), 1)


def _y(share: float) -> float:
    return round(_HEIGHT - _EDGE - max(share, 0.0) * (_HEIGHT - 2 * _EDGE), 1)
