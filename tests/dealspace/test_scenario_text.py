"""The text of a scenario file: YAML and JSON alike, exact numbers, and what is too much of either."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

import pytest

from onetext.dealspace.scenario_file import read_scenario
from onetext.files.faults import Faults
from tests.dealspace.scenarios import RIVER, river


@pytest.mark.parametrize("suffix", ["yaml", "json"])
def test_decimals_of_a_file_are_exact_to_the_last_digit(suffix: str, tmp_path: Path) -> None:
    """S1: a float would keep some 15 of them."""
    long, small = "0.1234567890123456789012345", "0.3000000000000000000000001"
    text = RIVER.replace("reservation: 0.45", f"reservation: {small}").replace(
        "guarantee: [20, 40]", f"guarantee: {long}"
    )
    if suffix == "json":
        import json

        data = json.dumps(river()).replace("0.45", small).replace("[20, 40]", long)
        text = data
    path = tmp_path / f"river.{suffix}"
    path.write_text(text, encoding="utf-8")
    first = read_scenario(path).parties[0]
    assert first.reservation is not None
    assert (first.reservation.middle, first.weights[1].middle) == (Fraction(small), Fraction(long))


def test_yaml_and_json_say_the_same(tmp_path: Path) -> None:
    yaml_file, json_file = tmp_path / "river.yaml", tmp_path / "river.json"
    yaml_file.write_text(RIVER, encoding="utf-8")
    json_file.write_text(json.dumps(river()), encoding="utf-8")
    first, second = read_scenario(yaml_file), read_scenario(json_file)
    assert (first.issues, first.parties, first.rules, first.draft) == (
        second.issues,
        second.parties,
        second.rules,
        second.draft,
    )


@pytest.mark.parametrize(
    "text",
    ['{"a": 1, "a": 2}', "{", "[" * 100_000, '{"onetext": "scenario/1", "n": ' + "9" * 5000 + "}", '{"a": 1e999}'],
    ids=["twice", "open", "deep", "long", "infinite"],
)
def test_hostile_json_is_refused(text: str, tmp_path: Path) -> None:
    path = tmp_path / "river.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Faults):
        read_scenario(path)


def test_a_file_of_a_hundred_megabytes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "river.yaml"
    with path.open("wb") as file:
        file.write(b"onetext: scenario/1\n")
        file.truncate(100 * 1024 * 1024)
    with pytest.raises(Faults) as caught:
        read_scenario(path)
    assert caught.value.faults[0].problem == "the file has 104,857,600 bytes; at most 33,554,432 are read"


@pytest.mark.parametrize("text", ["0.5e-5000", "1.0" + "0" * 500, ".nan", "NaN", "Infinity"])
@pytest.mark.parametrize("suffix", ["yaml", "json"])
def test_numbers_that_are_none_or_too_long_are_refused_at_their_place(suffix: str, text: str, tmp_path: Path) -> None:
    path = tmp_path / f"river.{suffix}"
    path.write_text((json.dumps(river()) if suffix == "json" else RIVER).replace("0.45", text), encoding="utf-8")
    with pytest.raises(Faults) as caught:
        read_scenario(path)
    assert caught.value.faults[0].address.startswith(f"river.{suffix}")
