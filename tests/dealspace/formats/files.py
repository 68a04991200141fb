"""Small files of other makers, with content of our own, and how to read them in a test."""

from __future__ import annotations

from pathlib import Path

import pytest

from onetext.dealspace.formats.recognising import scenario_at
from onetext.dealspace.scenario import Scenario
from onetext.dealspace.tally import tally
from onetext.files.faults import Faults

DOMAIN = """<negotiation_template>
<utility_space number_of_issues="2">
<objective index="0" name="root" etype="objective" type="objective">
<issue index="1" name="dam" etype="discrete" type="discrete" vtype="discrete">
<item index="1" value="low"/>
<item index="2" value="high"/>
<item index="3" value="none"/>
</issue>
<issue index="2" name="years" etype="integer" type="integer" vtype="integer" lowerbound="2" upperbound="4"/>
</objective>
</utility_space>
</negotiation_template>
"""
NORTH = """<utility_space>
<objective index="0" name="root" etype="objective" type="objective">
<weight index="1" value="0.6"/>
<weight index="2" value="0.4"/>
<issue index="1" name="dam" etype="discrete" type="discrete" vtype="discrete">
<item index="1" value="low" evaluation="3"/>
<item index="2" value="high" evaluation="4"/>
<item index="3" value="none" evaluation="0"/>
</issue>
<issue index="2" name="years" etype="integer" type="integer" vtype="integer" lowerbound="2" upperbound="4">
<evaluator ftype="linear" offset="0.5" slope="0.3"/>
</issue>
</objective>
<reservation value="0.25"/>
<discount_factor value="1.0"/>
</utility_space>
"""
SOUTH = (
    NORTH.replace('evaluation="3"', 'evaluation="1"')
    .replace('evaluation="4"', 'evaluation="0"')
    .replace('value="none" evaluation="0"', 'value="none" evaluation="2"')
    .replace('slope="0.3"', 'slope="-0.3"')
    .replace('<reservation value="0.25"/>\n', "")
)
BOXES = """<utility_space type="nonlinear">
<objective index="0" name="root">
<issue index="1" name="x" type="integer" lowerbound="0" upperbound="3"/>
<issue index="2" name="y" type="integer" lowerbound="0" upperbound="3"/>
<utility maxutility="20">
<ufun type="PlainUfun" weight="1" aggregation="sum">
<hyperRectangle utility="8"><INCLUDES index="1" min="1" max="2"/><INCLUDES index="2" min="0" max="1"/></hyperRectangle>
<hyperRectangle utility="6" weight="2">
<EXCLUDES index="1" min="0" max="1"/><EXCLUDES index="2" min="0" max="0"/>
</hyperRectangle>
<hyperRectangle utility="1"/>
</ufun>
</utility>
</objective>
<reservation value="0.1"/>
</utility_space>
"""


def folder_of(folder: Path, **files: str) -> Path:
    """Files by name, an underscore before the suffix."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        stem, _, suffix = name.rpartition("_")
        (folder / f"{stem}.{suffix}").write_text(text, encoding="utf-8")
    return folder


def worths(scenario: Scenario, *package: str) -> list[float]:
    """The utilities of a package, its options by name."""
    numbers = tuple(issue.options.index(option) for issue, option in zip(scenario.issues, package, strict=True))
    counted = tally(scenario)
    return [round(float(utility), 9) for utility in counted.utilities(counted.worth(numbers))]


def refused(path: Path, discretise: int | None = None) -> tuple[str, str, str]:
    with pytest.raises(Faults) as caught:
        scenario_at(path, discretise)
    fault = caught.value.faults[0]
    return fault.address.replace(str(path.parent), "…"), fault.problem, fault.remedy


def warned(scenario: Scenario) -> list[tuple[str, str]]:
    return [(fault.address, fault.problem) for fault in scenario.warnings]
