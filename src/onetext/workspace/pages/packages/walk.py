"""The packages of the frontier as data for the script that walks along it, and one of them picked by the address."""

from __future__ import annotations

import json
from collections.abc import Sequence

from django.core.exceptions import BadRequest
from django.utils.translation import gettext as _

from onetext.dealspace.scenario import Package, Scenario
from onetext.dealspace.solve import Solution
from onetext.dealspace.tally import Vector
from onetext.workspace.pages.packages.wording import Names


def code(package: Package) -> str:
    """A package in an address: the number of its option, issue by issue."""
    return ".".join(map(str, package))


def picked(scenario: Scenario, text: str) -> Package | None:
    """The package an address names; None where it names none. Raises ``BadRequest``."""
    if not text:
        return None
    parts = text.split(".")
    whole = len(parts) == len(scenario.issues) and all(part.isdecimal() and len(part) < 8 for part in parts)
    package = tuple(map(int, parts)) if whole else ()
    if not whole or any(at >= len(issue.options) for issue, at in zip(scenario.issues, package, strict=True)):
        raise BadRequest(_("The package in the address is none of this plan."))
    return package


def walk(solution: Solution, points: Sequence[Vector], names: Names) -> str:
    """Points in thousandths, packages, and what their options are called, as JSON."""
    scenario = solution.scenario
    return json.dumps(
        {
            "points": [
                [round(1000 * at / unit) for at, unit in zip(vector, solution.tally.units, strict=True)]
                for vector in points
            ],
            "packages": [code(solution.frontier.packages[vector]) for vector in points],
            "parties": [names.get(party.name, party.name) for party in scenario.parties],
            "issues": [
                [names.get(issue.name, issue.name), [names.get(option, option) for option in issue.options]]
                for issue in scenario.issues
            ],
            "draft": list(scenario.draft),
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )
