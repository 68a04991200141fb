from __future__ import annotations

from fractions import Fraction
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from onetext.dealspace.simplex import maximise

Row = list[Fraction]
Programme = tuple[Row, list[Row], Row]

_NUMBERS = st.builds(Fraction, st.integers(-4, 9), st.integers(1, 4))


@st.composite
def programmes(draw: st.DrawFn) -> Programme:
    width = draw(st.integers(1, 3))
    row = st.lists(_NUMBERS, min_size=width, max_size=width)
    rows = draw(st.lists(row, min_size=1, max_size=5))
    limit = st.integers(0, 20).map(Fraction)
    return draw(row), rows, draw(st.lists(limit, min_size=len(rows), max_size=len(rows)))


def times(row: Row, point: tuple[Fraction, ...] | Row) -> Fraction:
    return sum((a * b for a, b in zip(row, point, strict=True)), Fraction(0))


def crossing(rows: list[Row], limits: Row) -> Row | None:
    """The one point where all rows meet their limits, by elimination."""
    table = [[*row, limit] for row, limit in zip(rows, limits, strict=True)]
    for column in range(len(table)):
        pivot = next((row for row in range(column, len(table)) if table[row][column]), None)
        if pivot is None:
            return None
        table[column], table[pivot] = table[pivot], table[column]
        table[column] = [entry / table[column][column] for entry in table[column]]
        for row in range(len(table)):
            if row != column:
                factor = table[row][column]
                table[row] = [entry - factor * at for entry, at in zip(table[row], table[column], strict=True)]
    return [row[-1] for row in table]


def best_corner(objective: Row, rows: list[Row], limits: Row) -> Fraction:
    width = len(objective)
    rows = rows + [[Fraction(-(column == row)) for column in range(width)] for row in range(width)]
    limits = limits + [Fraction(0)] * width
    values = [times(objective, [Fraction(0)] * width)]
    for chosen in combinations(range(len(rows)), width):
        point = crossing([rows[number] for number in chosen], [limits[number] for number in chosen])
        if point and all(times(row, point) <= limit for row, limit in zip(rows, limits, strict=True)):
            values.append(times(objective, point))
    return max(values)


@settings(max_examples=250, deadline=None, derandomize=True)
@given(programmes())
def test_maximise_finds_the_best_corner_or_a_way_out(programme: Programme) -> None:
    objective, rows, limits = programme
    found = maximise(objective, rows, limits)
    assert min(found.point) >= 0
    if found.value is None:
        assert times(objective, found.point) > 0
        assert all(times(row, found.point) <= 0 for row in rows)
    else:
        assert found.value == times(objective, found.point) == best_corner(objective, rows, limits)
        assert all(times(row, found.point) <= limit for row, limit in zip(rows, limits, strict=True))
