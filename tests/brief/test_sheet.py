"""Lines left out for space are counted in a line of their own."""

from __future__ import annotations

from onetext.brief.line import Line
from onetext.brief.sheet import SMALLEST, Section
from onetext.brief.standing import further_points


def lines(count: int) -> tuple[Line, ...]:
    return tuple(Line("Who stands where", f"point {number}", (f"x{number}",)) for number in range(count))


def test_section_says_how_many_lines_it_leaves_out() -> None:
    section = Section(lines(15), 3, further_points)

    assert [line.text for line in section.at(0)] == [
        "point 0",
        "point 1",
        "point 2",
        "12 further points with positions are left out for space.",
    ]
    assert section.left_out(0) == 12


def test_one_line_too_many_is_kept_as_it_takes_no_more_space_than_saying_so() -> None:
    assert [line.text for line in Section(lines(4), 3).at(0)] == ["point 0", "point 1", "point 2", "point 3"]


def test_section_that_may_not_be_cut_never_is() -> None:
    """What must not be said is never left out for space."""
    assert len(Section(lines(90)).at(SMALLEST)) == 90


def test_each_step_keeps_no_more_than_the_one_before_and_the_last_one_line() -> None:
    section = Section(lines(40), 30)
    kept = [len(section.at(step)) for step in range(SMALLEST + 1)]

    assert kept == sorted(kept, reverse=True)
    assert kept[-1] == 2
    assert all(section.left_out(step) == 40 - (kept[step] - 1) for step in range(SMALLEST + 1))
