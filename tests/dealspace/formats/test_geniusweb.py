"""GeniusWeb files: what they say, and what is said where they are broken."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from onetext.dealspace.formats.recognising import scenario_at
from tests.dealspace.formats.files import refused, warned, worths

DOMAIN: dict[str, Any] = {
    "name": "dam",
    "issuesValues": {"dam": {"values": ["low", "high"]}, "share": {"range": ["0", "1", "0.5"]}},
}


def profile(**changes: Any) -> dict[str, Any]:
    inner = {
        "name": "one",
        "issueWeights": {"dam": 0.7, "share": 0.3},
        "issueUtilities": {
            "dam": {"discreteutils": {"valueUtilities": {"low": 0.1, "high": 1}}},
            "share": {"numberutils": {"lowValue": 0, "lowUtility": 1, "highValue": 1, "highUtility": 0.2}},
        },
        "domain": DOMAIN,
        "reservationBid": {"issuevalues": {"dam": "low", "share": 0.5}},
    }
    return {"LinearAdditiveUtilitySpace": inner | changes}


def folder_with(tmp_path: Path, *profiles: dict[str, Any]) -> Path:
    folder = tmp_path / "dam"
    folder.mkdir(exist_ok=True)
    (folder / "dam.json").write_text(json.dumps(DOMAIN), encoding="utf-8")
    for number, data in enumerate(profiles, 1):
        (folder / f"dam{number}.json").write_text(json.dumps(data), encoding="utf-8")
    return folder


def test_a_folder_holds_a_domain_and_its_profiles(tmp_path: Path) -> None:
    scenario = scenario_at(folder_with(tmp_path, profile(), profile(reservationBid=None)))
    assert [(issue.name, issue.options) for issue in scenario.issues] == [
        ("dam", ("low", "high")),
        ("share", ("0", "0.5", "1")),
    ]
    assert [party.name for party in scenario.parties] == ["dam1", "dam2"]
    assert worths(scenario, "high", "0.5") == [0.88, 0.88]
    assert worths(scenario, "low", "1") == [0.13, 0.13]


def test_the_reservation_is_what_the_bid_is_worth(tmp_path: Path) -> None:
    one, two = scenario_at(folder_with(tmp_path, profile(), profile(reservationBid=None))).parties
    assert one.reservation is not None
    assert one.reservation.middle == Fraction(7, 10) * Fraction(1, 10) + Fraction(3, 10) * Fraction(6, 10)
    assert two.reservation is None


def test_a_profile_holds_its_own_domain(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, profile(), profile())
    whole = scenario_at(folder / "dam.json")
    (folder / "dam.json").unlink()
    alone = scenario_at([folder / "dam1.json", folder / "dam2.json"])
    assert (alone.issues, alone.parties) == (whole.issues, whole.parties)


def test_a_bid_that_leaves_issues_open_is_warned_of(tmp_path: Path) -> None:
    scenario = scenario_at(folder_with(tmp_path, profile(reservationBid={"issuevalues": {"dam": "high"}})))
    assert warned(scenario) == [
        (
            "dam1.json: LinearAdditiveUtilitySpace.reservationBid",
            "leaves issues open; these count for nothing in the reservation",
        )
    ]


BROKEN = [
    (profile(issueWeights={"dam": 0.7}), "issueWeights.share", "is missing"),
    (profile(issueWeights={"dam": 0.7, "share": -1}), "issueWeights.share", "a weight cannot be negative"),
    (profile(issueWeights={"dam": "NaN", "share": 1}), "issueWeights.dam", "'NaN' is not a finite number"),
    (profile(issueWeights={"dam": 1, "share": 0, "x": 1}), "issueWeights.x", "the domain has no issue 'x'"),
    (profile(issueUtilities={}), "issueUtilities.dam", "says not what its values are worth"),
    (profile(reservationBid={"issuevalues": {"dam": "x"}}), "reservationBid.dam", "no option 'x'"),
    (profile(reservationBid=[]), "reservationBid", "is not a bid"),
]


@pytest.mark.parametrize(("data", "place", "problem"), BROKEN)
def test_a_broken_profile_is_refused_with_its_place(
    data: dict[str, Any], place: str, problem: str, tmp_path: Path
) -> None:
    folder = folder_with(tmp_path, data)
    assert refused(folder / "dam1.json")[:2] == (f"dam1.json: LinearAdditiveUtilitySpace.{place}", problem)


def test_a_profile_of_another_kind_is_refused_by_name(tmp_path: Path) -> None:
    (inner,) = profile().values()
    folder = folder_with(tmp_path, {"SumOfGroupsUtilitySpace": inner})
    assert refused(folder)[1] == "a profile of the kind 'SumOfGroupsUtilitySpace' is not read"


def test_a_range_of_a_million_steps_is_refused(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, profile())
    (folder / "dam.json").write_text(
        json.dumps({"issuesValues": {"share": {"range": ["0", "1", "0.000001"]}}}), encoding="utf-8"
    )
    assert refused(folder)[1] == "1,000,001 options; at most 10,000 are read"
