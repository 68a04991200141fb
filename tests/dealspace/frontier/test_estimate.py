from fractions import Fraction
from time import perf_counter

import pytest

from benchmarks.scenarios import GENERATORS, Shape
from onetext.dealspace.engines import engine_of
from onetext.dealspace.frontier.additive import Additive
from onetext.dealspace.frontier.estimate import estimate
from onetext.dealspace.running import Running
from onetext.dealspace.scenario_file import parse_scenario
from onetext.dealspace.tally import tally


@pytest.mark.parametrize(("parties", "steps"), [(2, 5_000), (3, 2_000), (4, 200)])
def test_an_estimate_is_of_the_right_size(parties: int, steps: int) -> None:
    counted = tally(GENERATORS["spatial"](Shape(parties=parties, steps=steps), 0))
    size = Additive(counted, way="compiled").frontier().size
    assert size is not None
    assert size / 10 < estimate(counted).points < size * 10


def test_nothing_acceptable_takes_nothing() -> None:
    counted = tally(GENERATORS["opposed"](Shape(points=4, parties=4, steps=100, reservation=Fraction(1)), 0))
    assert estimate(counted).points == 0


def test_more_parties_than_can_be_swept_are_beyond_any_estimate() -> None:
    counted = tally(GENERATORS["spatial"](Shape(points=6, parties=6, steps=100, reservation=None), 0))
    assert estimate(counted).seconds == float("inf")


def test_more_packages_than_a_float_counts_are_estimated_all_the_same() -> None:
    counted = tally(GENERATORS["spatial"](Shape(points=1_100, parties=4, steps=10_000, reservation=None), 0))
    assert estimate(counted, Running(perf_counter, perf_counter() + 2)).points > 0


def test_worths_too_small_for_the_coarse_grid_are_estimated_all_the_same() -> None:
    points = {f"p{number:02}": ["as it is", "as wanted"] for number in range(28)}
    even = dict.fromkeys(points, 1)
    scores = {point: {"as it is": 0, "as wanted": 100} for point in points}
    uneven = {party: {**even, f"p{party:02}": 2} for party in range(4)}
    turned = {point: {"as it is": 100, "as wanted": 0} for point in points}
    parties = {f"P{party}": {"weights": uneven[party], "scores": scores} for party in range(4)}
    data = {"onetext": "scenario/1", "issues": points, "parties": {**parties, "Q": {"weights": even, "scores": turned}}}
    assert estimate(tally(parse_scenario(data, "even.yaml"))).points > 0


def test_an_estimate_stopped_in_time_knows_nothing() -> None:
    counted = tally(GENERATORS["spatial"](Shape(parties=4, steps=200), 0))
    assert estimate(counted, Running(perf_counter, 0.0)).seconds == float("inf")


def test_asked_for_frontier_of_four_is_announced_and_found() -> None:
    counted = tally(GENERATORS["spatial"](Shape(points=8, parties=4, steps=50), 0))
    heard: list[str] = []
    running = Running(perf_counter, tell=lambda step, _share: heard.append(step))
    found = engine_of(counted, 10**9, running, float("inf")).frontier()
    assert found.computed
    assert heard[0] == "frontier (about 1 s)"
