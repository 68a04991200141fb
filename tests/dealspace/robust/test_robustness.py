"""Shares, acceptance and what to ask next, over many draws."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from time import perf_counter
from typing import Any

import pytest

from onetext.dealspace.robust import resolving
from onetext.dealspace.robust.draws import plan_of
from onetext.dealspace.robust.robustness import Robustness, robust
from onetext.dealspace.robust.robustness_data import robustness_data
from onetext.dealspace.running import Running
from onetext.dealspace.scenario_file import parse_scenario
from onetext.files.faults import Faults
from tests.dealspace.robust.cases import places, run, two
from tests.dealspace.scenarios import Data, river
from tests.plain.robust import nash, settled, utilities


def shares(data: Data, samples: int = 500, seed: int = 1) -> Any:
    return robustness_data(run(data, samples, seed))["options"]


def untimed(found: Robustness) -> Robustness:
    return replace(found, seconds=0.0)


def test_what_is_known_has_shares_of_0_and_1_and_nothing_to_ask() -> None:
    found = robustness_data(run(two(), 300))
    assert found["options"] == {
        option: {name: float(name == chosen) for name in two()["issues"][option]}
        for option, chosen in (nash(two()) or {}).items()
    }
    assert found["accepts"] == {name: {"share": 1.0, "error": 0.0} for name in ("A", "B")}
    assert (found["ask_next"], found["no_deal"], found["reference"]["is"]) == ([], 0.0, "nash")


def test_where_every_number_is_given_one_sample_is_solved_and_counts_for_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_module("onetext.dealspace.robust.robustness"), "spread", None)
    found = run(two(), 1_000_000)
    assert (found.samples, found.deals, found.complete) == (1_000_000, 1_000_000, True)
    assert {sum(row) for row in found.options} == {1_000_000}


def test_shares_are_those_the_twin_counts_over_the_same_draws() -> None:
    data = two({"weights": {"land": [20, 60], "water": 30, "aid": {"normal": [20, 10]}}}, {"reservation": [0.2, 0.8]})
    scenario = parse_scenario(data, "case")
    plan = plan_of(scenario)
    count: dict[str, int] = {}
    none = 0
    for row in plan.values(1, 0, 64).T.tolist():
        best = nash(settled(data, places(scenario, plan), row))
        none += best is None
        for issue, option in (best or {}).items():
            count[f"{issue}={option}"] = count.get(f"{issue}={option}", 0) + 1
    found = robustness_data(run(data, 64))
    assert found["no_deal"] == none / 64
    assert {
        f"{issue}={option}": share for issue, row in found["options"].items() for option, share in row.items() if share
    } == {option: times / 64 for option, times in count.items()}


def test_mirrored_parties_have_mirrored_shares_within_the_error() -> None:
    vague = {"weights": {"land": [10, 90], "water": [10, 90], "aid": 20}}
    found = shares(two(vague, vague), 4000)["land"]
    assert found["north"] == pytest.approx(found["south"], abs=0.035)
    assert found["north"] > 0


def test_acceptance_of_the_draft_is_the_share_of_draws_that_reach_the_reservation() -> None:
    data = two({"reservation": [0, 1]}, draft={"land": "middle", "water": "down", "aid": "grain"})
    (mine, other) = utilities(data, data["draft"])
    found = robustness_data(run(data, 4000))
    assert found["reference"] == {"is": "draft", "package": data["draft"]}
    assert found["accepts"]["A"]["share"] == pytest.approx(float(mine), abs=0.03)
    assert found["accepts"]["A"]["error"] == pytest.approx((float(mine * (1 - mine)) / 4000) ** 0.5, rel=0.05)
    assert found["accepts"]["B"] == {"share": float(other >= 0.3), "error": 0.0}


def test_nobody_accepts_a_draft_that_holds_its_red_line() -> None:
    draft = {"land": "middle", "water": "down", "aid": "grain"}
    found = run(two({"red_lines": ["aid=grain"]}, draft=draft), 100)
    assert found.accepted == (0, 100)


def test_missing_reservation_is_anything_from_0_to_1() -> None:
    data = two(draft={"land": "middle", "water": "down", "aid": "grain"})
    del data["parties"]["A"]["reservation"]
    assert run(data, 4000).accepted[0] / 4000 == pytest.approx(0.5, abs=0.03)


def test_where_nothing_is_ever_acceptable_there_is_no_share_and_no_reference() -> None:
    found = robustness_data(run(two({"reservation": 1}, {"reservation": 1}), 100))
    assert (found["no_deal"], found["reference"], found["accepts"]["A"]) == (1.0, None, {"share": None, "error": None})
    assert {share for row in found["options"].values() for share in row.values()} == {0.0}


def test_where_the_middle_has_no_deal_the_package_most_often_best_is_looked_at() -> None:
    found = run(two({"reservation": [0.5, 1]}, {"reservation": [0.5, 0.9]}), 500)
    assert 0 < found.deals < found.samples
    assert found.reference_is == "commonest"


def test_what_decides_the_deal_is_worth_asking_about_and_what_does_not_is_not() -> None:
    data = two({"reservation": [0.1, 0.9]}, {"reservation": 0.1})
    data["parties"]["B"]["weights"]["aid"] = [19, 21]
    asked = run(data, 4000).ask_next
    assert [(question.party, question.what) for question in asked] == [("A", "reservation")]
    assert asked[0].value > 10 * asked[0].error > 0


def test_fewer_than_four_stretches_ask_nothing() -> None:
    data = two({"reservation": [0.1, 0.9]})
    few, enough = run(data, 192), run(data, 256)
    assert (few.ask_next, few.not_asked) == ((), "it takes more than 192 samples")
    assert (enough.ask_next != (), enough.not_asked) == (True, None)


def test_more_unknowns_than_are_looked_into_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_module("onetext.dealspace.robust.robustness"), "MOST_UNKNOWN", 1)
    data = two({"reservation": [0.1, 0.9]}, {"reservation": [0.1, 0.9]})
    found = run(data, 256)
    assert (found.ask_next, found.not_asked) == ((), "2 numbers are not known; it is looked into for up to 1")


def test_where_nothing_is_acceptable_nothing_is_asked_and_it_is_said() -> None:
    found = run(two({"reservation": [0.99, 1]}, {"reservation": [0.99, 1]}), 256)
    assert (found.deals, found.ask_next) == (0, ())
    assert found.not_asked == "no package is acceptable to all in the first samples"


def test_where_all_is_known_nothing_is_left_to_ask() -> None:
    found = run(two({"reservation": 0.1}, {"reservation": 0.1}), 10)
    assert (found.ask_next, found.not_asked) == ((), None)


def test_known_orders_of_weights_are_kept() -> None:
    vague = {"land": [0, 100], "water": [0, 100], "aid": [0, 100]}
    data = two({"weights": vague, "orders": ["aid > water > land"]})
    plan = plan_of(parse_scenario(data, "case"))
    land, water, aid = plan.values(4, 0, 500)[:3]
    assert (aid >= water).all()
    assert (water >= land).all()
    assert (aid.mean() - land.mean()) == pytest.approx(50, abs=4)


@pytest.mark.parametrize("samples", [1, 512, 513, 1200])
def test_workers_come_to_the_same(samples: int) -> None:
    alone = run(river(), samples)
    assert untimed(run(river(), samples, workers=2)) == untimed(alone)
    assert alone.samples == samples


def test_another_seed_gives_another_answer() -> None:
    assert shares(river(), 200, 1) == shares(river(), 200, 1)
    assert shares(river(), 200, 1) != shares(river(), 200, 2)


def test_stopped_it_gives_what_the_blocks_so_far_say() -> None:
    scenario, calls = parse_scenario(river(), "river"), []

    def asked() -> bool:
        calls.append(1)
        return len(calls) > 3

    partial = robust(scenario, 5000, 1, Running(perf_counter, asked=asked))
    assert (partial.complete, partial.samples, partial.asked) == (False, 2048, 5000)
    whole = run(river(), 2048)
    assert (partial.options, partial.accepted) == (whole.options, whole.accepted)
    assert partial.ask_next == whole.ask_next


def test_workers_stop_too() -> None:
    scenario = parse_scenario(river(), "river")
    partial = robust(scenario, 5000, 1, Running(perf_counter, asked=lambda: True), workers=2)
    assert (partial.complete, partial.samples) == (False, 512)


def test_progress_says_how_long_it_will_take() -> None:
    heard: list[tuple[str, float | None]] = []
    robust(parse_scenario(river(), "river"), 2048, 1, Running(perf_counter, tell=lambda *said: heard.append(said)))
    assert [share for _, share in heard] == [0.5, 0.75, 1.0]
    assert heard[-1][0] == "2,048 samples solved again, about 0 s to go"


@pytest.mark.parametrize(
    ("arguments", "address"),
    [
        ((0, 1), "--samples"),
        ((-5, 1), "--samples"),
        ((10**9, 1), "--samples"),
        ((10, -1), "--seed"),
        ((10, 2**64), "--seed"),
        ((10, 1, 0), "--workers"),
        ((10, 1, 2, "tcp://127.0.0.1:1"), "--cluster"),
    ],
)
def test_impossible_arguments_are_refused(arguments: tuple[Any, ...], address: str) -> None:
    samples, seed, *rest = arguments
    with pytest.raises(Faults) as refused:
        robust(parse_scenario(river(), "river"), samples, seed, Running(perf_counter), *rest)
    assert [fault.address for fault in refused.value.faults] == [address]


def test_too_many_packages_with_rules_are_searched_and_not_gone_through(monkeypatch: pytest.MonkeyPatch) -> None:
    through = run(river())
    monkeypatch.setattr(resolving, "MOST_PACKAGES", 5)
    monkeypatch.setattr(resolving.ByLogic, "block", 512)  # each block has draws of its own
    searched = run(river())

    assert searched.unproved == 0
    assert (searched.options, searched.deals, searched.accepted) == (through.options, through.deals, through.accepted)
