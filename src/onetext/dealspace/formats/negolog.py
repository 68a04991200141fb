"""NegoLog profile files (JSON): two parties' weights and what each value is worth, and no file for the domain.

Utility = sum of weight x worth of the value. The issues are those of the first profile. What the folder's ``specs``
say of the Nash point and the like is passed over: it is computed.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from onetext.dealspace.formats.decimals import decimal
from onetext.dealspace.formats.domain import Domain, Subject, check_domain
from onetext.dealspace.formats.linear import Evaluation, linear
from onetext.dealspace.reading_scenario import Reading
from onetext.dealspace.scenario import Preferences
from onetext.files.faults import nearest, refuse

_Data = dict[str, Any]


def is_profile(data: Any) -> bool:
    return isinstance(data, dict) and isinstance(data.get("issueWeights"), dict) and "issues" in data


def read_domain(reading: Reading, data: _Data) -> Domain:
    """The issues that a profile speaks of; faults go to ``reading``."""
    entries = reading.mapping("issues", data.get("issues"), "issues")
    domain = tuple(
        Subject(name, name, tuple(reading.mapping(f"issues.{name}", values, "options")))
        for name, values in entries.items()
    )
    if not reading.faults:
        check_domain(reading, domain)
    return domain


def read_profile(reading: Reading, data: _Data, domain: Domain, name: str) -> Preferences | None:
    """One party's preferences over ``domain``; faults go to ``reading``."""
    weights = reading.mapping("issueWeights", data.get("issueWeights"))
    issues = reading.mapping("issues", data.get("issues"), "issues")
    names = [subject.name for subject in domain]
    for part, entries in (("issueWeights", weights), ("issues", issues)):
        for strange in [key for key in entries if key not in names]:
            reading.note(f"{part}.{strange}", f"the domain has no issue '{strange}'", nearest(strange, names))
    found = [reading.attempt(_weight, reading, weights, subject) for subject in domain]
    rows = [reading.attempt(_row, reading, issues, subject) for subject in domain]
    reservation = reading.attempt(_reservation, reading, data.get("reservationValue"))
    if any(part is None for part in (*found, *rows)):
        return None
    return linear(reading, name, reservation, [at or Fraction(0) for at in found], [row or [] for row in rows])


def _weight(reading: Reading, weights: _Data, subject: Subject) -> Fraction:
    address = reading.at(f"issueWeights.{subject.name}")
    weight = decimal(weights.get(subject.name), address)
    if weight < 0:
        raise refuse(address, "a weight cannot be negative", "use 0 or more")
    return weight


def _row(reading: Reading, issues: _Data, subject: Subject) -> Evaluation:
    place = f"issues.{subject.name}"
    values = reading.mapping(place, issues.get(subject.name), "options")
    for strange in [option for option in values if option not in subject.options]:
        reading.note(f"{place}.{strange}", "the other profile has no such value", nearest(strange, subject.options))
    return [decimal(values.get(option), reading.at(f"{place}.{option}")) for option in subject.options]


def _reservation(reading: Reading, data: Any) -> Fraction | None:
    return None if data is None else decimal(data, reading.at("reservationValue"))
