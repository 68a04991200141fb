"""The scenario file (``onetext: scenario/1``), YAML or JSON: read with every fault found, each at its address.

Numbers are exact: the decimal in the file is the number (S1).
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from onetext.dealspace.contradictions import contradictions
from onetext.dealspace.party_file import read_party
from onetext.dealspace.reading_scenario import Reading, word
from onetext.dealspace.scenario import Issue, Preferences, Rule, Scenario
from onetext.dealspace.scenario_text import MOST_BYTES, parse_text
from onetext.dealspace.value import plain
from onetext.dealspace.worth import best_value
from onetext.files.faults import Fault, Faults, refuse
from onetext.files.opening import read_text

FORMAT = "scenario/1"
_MOST_FAULTS = 200
_TOP = ("onetext", "issues", "parties", "rules", "draft")


def read_scenario(path: Path) -> Scenario:
    """The scenario in a YAML or JSON file. Raises ``Faults`` with every fault found."""
    return parse_scenario(parse_text(read_text(path, MOST_BYTES), path), path.name)


def parse_scenario(data: Any, address: str, based_on: tuple[str, ...] = ()) -> Scenario:
    """The scenario in plain data, as a file or a case has it; faults begin with ``address``.

    Raises ``Faults`` with every fault found; warnings alone do not refuse it and stay in ``Scenario.warnings``.
    """
    reading = Reading(address)
    scenario = _scenario(reading, data, based_on)
    errors = [fault for fault in reading.faults if fault.level == "error"]
    if scenario is None or errors:
        raise Faults(errors[:_MOST_FAULTS])
    worthless = [fault for party in scenario.parties if (fault := _worthless(scenario, party))]
    if worthless:
        raise Faults(worthless)
    return scenario


def _worthless(scenario: Scenario, party: Preferences) -> Fault | None:
    best = best_value(party)
    if best > 0:
        return None
    return Fault(
        f"{scenario.address}: parties.{party.name}",
        f"its best package is worth {plain(best)}, so there is nothing to measure its utilities against",
        "give it a positive weight on an issue with a positive score",
    )


def _scenario(reading: Reading, data: Any, based_on: tuple[str, ...]) -> Scenario | None:
    if not isinstance(data, dict):
        reading.note("", "this is not a scenario: its top level is no mapping", f"begin with 'onetext: {FORMAT}'")
        return None
    _check_version(reading, data.get("onetext"))
    reading.check_keys("", data, _TOP)
    _read_issues(reading, data.get("issues"))
    parties = reading.mapping("parties", data.get("parties"), "parties")
    if data.get("parties") in (None, {}):
        reading.note("parties", "there are no parties", "name at least one party with its weights and scores")
    if not reading.issues:
        return None
    read = [read_party(reading, name, entry) for name, entry in parties.items()]
    rules = [
        _rule(reading, f"rules[{i}]", entry) for i, entry in enumerate(reading.entries("rules", data.get("rules")))
    ]
    _warn_of_contradictions(reading, rules)
    draft = _draft(reading, data.get("draft"))
    return Scenario(
        reading.name,
        reading.issues,
        tuple(party for party in read if party),
        tuple(rule for rule in rules if rule),
        draft,
        based_on,
        tuple(fault for fault in reading.faults if fault.level == "warning"),
    )


def _check_version(reading: Reading, version: Any) -> None:
    """Unknown major refused, unknown minor warned (C4)."""
    match = re.fullmatch(r"scenario/(\d{1,6})(?:\.(\d{1,6}))?", version) if isinstance(version, str) else None
    if match is None:
        said = "says nothing" if version is None else f"says '{str(version)[:40]}'"
        raise refuse(reading.at("onetext"), f"{said}, not that this is a scenario", f"write 'onetext: {FORMAT}'")
    if match[1] != "1":
        raise refuse(
            reading.at("onetext"),
            f"'{version}' is a version this program does not know; it knows {FORMAT}",
            "use a newer onetext, or write the scenario as the version known here",
        )
    if match[2] and int(match[2]) > 0:
        reading.warn("onetext", f"'{version}' is newer than {FORMAT}; what is new is not used", "use a newer onetext")


def _read_issues(reading: Reading, data: Any) -> None:
    entries = reading.mapping("issues", data, "issues")
    if data is None or data == {}:
        reading.note("issues", "there are no issues", "name at least one issue with its options")
    before = len(reading.faults)
    issues = [_issue(reading, name, options) for name, options in entries.items()]
    if len(reading.faults) == before:
        reading.know(issues)


def _issue(reading: Reading, name: str, data: Any) -> Issue:
    place = f"issues.{name}"
    reading.check_name(place, name)
    options: dict[str, None] = {}
    found = reading.entries(place, data, "options")
    if not found and data in (None, [], ()):
        reading.note(place, "has no options", "list at least one option, or leave the issue out")
    for number, option in enumerate(found):
        text = word(option)
        if text is None:
            reading.note(f"{place}[{number}]", "is not an option's name", "write a word, in quotes where needed")
        elif text in options:
            reading.note(f"{place}[{number}]", f"the option '{text}' stands twice", "keep one of the two")
        else:
            reading.check_name(f"{place}[{number}]", text)
            options[text] = None
    return Issue(name, tuple(options))


def _rule(reading: Reading, place: str, data: Any) -> Rule | None:
    if not isinstance(data, dict):
        reading.note(place, "must be a mapping", "write {if: […], then_not: […]} or {together: […]}")
        return None
    reading.check_keys(place, data, ("if", "then", "then_not", "together"))
    linked = reading.entries(f"{place}.together", data.get("together"))
    together = [reading.attempt(reading.issue_number, n, f"{place}.together[{i}]") for i, n in enumerate(linked)]
    when, then, then_not = (reading.choices(f"{place}.{key}", data.get(key)) for key in ("if", "then", "then_not"))
    if not (data.get("together") or data.get("then") or data.get("then_not")):
        reading.note(place, "says nothing follows", "add then: […], then_not: […] or together: […]")
    elif (data.get("then") or data.get("then_not")) and not data.get("if"):
        reading.note(f"{place}.if", "is missing, so it is not said when the rule applies", "add if: [issue=option]")
    reading.warn_of_clash(f"{place}.if", when, "never applies")
    reading.warn_of_clash(f"{place}.then", then, "cannot be kept")
    return Rule(when, then, then_not, tuple(issue for issue in together if issue is not None))


def _warn_of_contradictions(reading: Reading, rules: list[Rule | None]) -> None:
    for found in contradictions(reading.issues, {number: rule for number, rule in enumerate(rules) if rule}):
        condition = " and ".join(map(reading.label, found.condition))
        *others, last = (f"rules[{number}]" for number in found.rules)
        why = f"it contradicts {', '.join(others)}" if others else "it contradicts itself"
        reading.warn(last, f"{why}: no package can hold {condition}", "correct one, or leave it if it is meant")


def _draft(reading: Reading, data: Any) -> tuple[int | None, ...]:
    draft: list[int | None] = [None] * len(reading.issues)
    for name, option in reading.mapping("draft", data).items():
        issue = reading.attempt(reading.issue_number, name, f"draft.{name}")
        if issue is not None and option is not None:
            draft[issue] = reading.attempt(reading.option_number, issue, option, f"draft.{name}")
    return tuple(draft)
