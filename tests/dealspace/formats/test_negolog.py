"""NegoLog folders: two profiles and no domain."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from onetext.dealspace.formats.recognising import scenario_at
from tests.dealspace.formats.files import refused, worths


def profile(**changes: Any) -> dict[str, Any]:
    return {
        "reservationValue": 0.25,
        "issueWeights": {"dam": 0.7, "share": 0.3},
        "issues": {"dam": {"low": 0.1, "high": 1.0}, "share": {"half": 0.5, "most": 1}},
    } | changes


def folder_with(tmp_path: Path, one: dict[str, Any], other: dict[str, Any]) -> Path:
    for name, data in (("profileA", one), ("profileB", other), ("specs", {"Nash Product": 0.5, "NashBid": {}})):
        (tmp_path / f"{name}.json").write_text(json.dumps(data), encoding="utf-8")
    return tmp_path


def test_two_profiles_are_a_scenario(tmp_path: Path) -> None:
    scenario = scenario_at(folder_with(tmp_path, profile(), profile(issueWeights={"dam": 0, "share": 1})))
    assert [(issue.name, issue.options) for issue in scenario.issues] == [
        ("dam", ("low", "high")),
        ("share", ("half", "most")),
    ]
    assert [party.name for party in scenario.parties] == ["profileA", "profileB"]
    assert worths(scenario, "low", "most") == [0.37, 1.0]
    assert [str(party.reservation.middle) for party in scenario.parties if party.reservation] == ["1/4", "1/4"]


def test_profiles_over_unlike_values_are_refused_at_the_value(tmp_path: Path) -> None:
    other = profile(issues={"dam": {"low": 0.1, "hihg": 1.0}, "share": {"half": 0.5, "most": 1}})
    address, problem, remedy = refused(folder_with(tmp_path, profile(), other))
    assert (address, problem) == ("profileB.json: issues.dam.hihg", "the other profile has no such value")
    assert "high" in remedy


def test_a_worth_that_is_no_number_is_refused_at_its_place(tmp_path: Path) -> None:
    other = profile(issueWeights={"dam": "much", "share": 1})
    assert refused(folder_with(tmp_path, profile(), other))[0] == "profileB.json: issueWeights.dam"
