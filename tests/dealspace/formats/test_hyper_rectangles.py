"""Genius' hyper-rectangles: worth by boxes, every package counted against the words of the format."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from onetext.dealspace.formats.recognising import scenario_at
from tests.dealspace.formats.files import BOXES, folder_of, refused, warned, worths


def read(tmp_path: Path, text: str) -> dict[tuple[int, int], float]:
    """The utility of each package of x and y."""
    scenario = scenario_at(folder_of(tmp_path, boxes_xml=text) / "boxes.xml")
    return {(x, y): worths(scenario, str(x), str(y))[0] for x, y in product(range(4), repeat=2)}


def test_includes_pay_within_all_bounds_and_excludes_outside_of_any(tmp_path: Path) -> None:
    def expected(x: int, y: int) -> float:
        total = 1 + 8 * (1 <= x <= 2 and y <= 1) + 12 * (not (x <= 1 and y == 0))
        return min(1, total / 20)

    found = read(tmp_path, BOXES)
    assert found == {(x, y): expected(x, y) for x, y in product(range(4), repeat=2)}
    assert max(found.values()) == 1  # 21 of 20


def test_both_kinds_in_one_hyper_rectangle_pay_within_the_one_and_outside_of_the_other(tmp_path: Path) -> None:
    text = BOXES.replace("<EXCLUDES", '<INCLUDES index="2" min="0" max="2"/><EXCLUDES', 1)
    found = read(tmp_path, text)
    assert found == {
        (x, y): min(1, (1 + 8 * (1 <= x <= 2 and y <= 1) + 12 * (y <= 2 and not (x <= 1 and y == 0))) / 20)
        for x, y in product(range(4), repeat=2)
    }
    (warning,) = warned(scenario_at(tmp_path / "boxes.xml"))
    assert warning[0] == "boxes.xml: line 8"


def test_an_inner_function_counts_times_its_weight(tmp_path: Path) -> None:
    inner = '<ufun weight="0.5" aggregation="sum"><hyperRectangle utility="4"/></ufun></ufun>'
    assert read(tmp_path, BOXES.replace("</ufun>", inner))[0, 0] == 0.15


BROKEN = [
    (
        'maxutility="20"',
        'maxutility="0"',
        "line 5: maxutility",
        "a largest utility of 0 leaves nothing to measure against",
    ),
    ('maxutility="20"', "", "line 5: maxutility", "is missing"),
    ('aggregation="sum"', 'aggregation="max"', "line 6", "its parts are put together by 'max'; only sums are read"),
    ('index="1" min="1"', 'index="7" min="1"', "line 7", "no issue has the index '7'"),
    ('min="1"', 'min="inf"', "line 7: min", "'inf' is not a finite number"),
    ("<INCLUDES", "<ABOUT", "line 7", "a bound called 'ABOUT'"),
    ('utility="8"', "", "line 7: utility", "is missing"),
    (
        'name="x" type="integer" lowerbound="0" upperbound="3"/>',
        'name="x"><item value="a"/></issue>',
        "line 7",
        "a bound on 'x', whose options are no numbers",
    ),
]


@pytest.mark.parametrize(("old", "new", "place", "problem"), BROKEN)
def test_a_broken_one_is_refused_with_its_line(old: str, new: str, place: str, problem: str, tmp_path: Path) -> None:
    path = folder_of(tmp_path, boxes_xml=BOXES.replace(old, new, 1)) / "boxes.xml"
    assert refused(path)[:2] == (f"boxes.xml: {place}", problem)


def test_a_bound_that_holds_nothing_is_warned_of_and_never_pays(tmp_path: Path) -> None:
    path = folder_of(tmp_path, boxes_xml=BOXES.replace('min="1" max="2"', 'min="2" max="1"')) / "boxes.xml"
    scenario = scenario_at(path)
    assert warned(scenario) == [("boxes.xml: line 7", "nothing lies from 2 to 1")]
    assert worths(scenario, "1", "0") == [0.05]
