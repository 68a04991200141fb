"""NegMAS scenario folders (YAML or JSON): a domain of issues, and linear additive utility functions.

A utility function: utility = sum of weight x value + bias, not cut; where the best package is worth more than 1,
utilities are shares of it. Value functions: tables, affine, linear, identity, constant. Others are refused by name.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any, Literal

from onetext.dealspace.formats.decimals import decimal
from onetext.dealspace.formats.domain import Domain, Subject, check_domain, discretised, whole_numbers
from onetext.dealspace.formats.linear import Evaluation, linear, raw_utility
from onetext.dealspace.reading_scenario import Reading, word
from onetext.dealspace.scenario import Preferences
from onetext.files.faults import refuse, shown

_Data = dict[str, Any]
_LISTED = ("CategoricalIssue", "DiscreteCardinalIssue", "DiscreteOrdinalIssue", "CardinalIssue", "OrdinalIssue")
_ADDITIVE = ("LinearAdditiveUtilityFunction", "LinearUtilityFunction", "AffineUtilityFunction")
_DISCOUNTED = ("ExpDiscountedUFun", "LinDiscountedUFun")
_ISSUES = (*_LISTED, "ContiguousIssue", "ContinuousIssue")
_VALUES = ("TableFun", "AffineFun", "LinearFun", "IdentityFun", "ConstFun")
_READ = "these are read: " + ", ".join((*_ADDITIVE, *_DISCOUNTED))
_READ_VALUES = "these are read: " + ", ".join(_VALUES)


def kind_of(data: Any) -> Literal["domain", "profile"] | None:
    """``domain``, ``profile`` or None, by what ``type`` says."""
    name = _type(data) if isinstance(data, dict) else ""
    if name.endswith("OutcomeSpace"):
        return "domain"
    return "profile" if name.lower().endswith(("fun", "function")) else None


def read_domain(reading: Reading, data: _Data, discretise: int | None) -> Domain:
    """The issues of an outcome space; faults go to ``reading``."""
    entries = reading.entries("issues", data.get("issues"), "issues")
    found = [reading.attempt(_subject, reading, f"issues[{at}]", entry, discretise) for at, entry in enumerate(entries)]
    domain = tuple(subject for subject in found if subject)
    if len(domain) == len(found):
        check_domain(reading, domain)
    return domain


def read_profile(reading: Reading, data: _Data, domain: Domain, name: str) -> Preferences | None:
    """One party's preferences over ``domain``; faults go to ``reading``."""
    kind = _type(data)
    if kind in _DISCOUNTED and isinstance(data.get("ufun"), dict):
        factor = shown(data.get("discount", data.get("cost")))
        reading.warn("discount", f"{factor} is noted, not applied: utilities are undiscounted", "mind it")
        return read_profile(reading, {"name": name} | data["ufun"], domain, name)
    if kind not in _ADDITIVE:
        reading.note("type", f"a utility function of kind '{shown(kind)}'", _READ)
        return None
    weights = reading.attempt(_weights, reading, data.get("weights"), domain)
    rows = [
        reading.attempt(_row, reading, f"values.{subject.name}", entry, subject, weight)
        for subject, entry, weight in zip(
            domain, _entries(reading, data, domain), weights or [Fraction(1)] * len(domain), strict=True
        )
    ]
    base = reading.attempt(decimal, data.get("bias", 0), reading.at("bias"))
    if weights is None or base is None or any(row is None for row in rows):
        return None
    table = [row or [] for row in rows]
    for issue, weight in enumerate(weights):  # a negative weight turns the row around
        if weight < 0:
            weights[issue], table[issue] = -weight, [-at for at in table[issue]]
    reservation = reading.attempt(_reservation, reading, data, domain, weights, table, base)
    return linear(reading, name, reservation, weights, table, base, stop=False)


def _type(data: _Data) -> str:
    name = data.get("type", data.get("__python_class__"))
    return name.rsplit(".", 1)[-1] if isinstance(name, str) else ""


def _subject(reading: Reading, place: str, data: Any, discretise: int | None) -> Subject:
    if not isinstance(data, dict) or not isinstance(data.get("name"), str):
        raise refuse(reading.at(place), "is no issue with a name", "write {name: …, type: …, values: […]}")
    name, kind, values = data["name"], _type(data), data.get("values")
    address = reading.at(f"{place}.values")
    if isinstance(values, list) and kind in _LISTED:
        return _listed(reading, f"{place}.values", name, values)
    if isinstance(values, int) and not isinstance(values, bool):
        values = [0, values - 1]
    if not isinstance(values, list) or len(values) != 2:
        raise refuse(address, "are neither a list of options nor two bounds", "write [low, high]")
    low, high = (decimal(part, address) for part in values)
    if kind in ("ContiguousIssue", "CategoricalIssue"):
        return whole_numbers(address, name, name, low, high)
    if kind == "ContinuousIssue":
        return discretised(address, name, name, (low, high), discretise)
    raise refuse(reading.at(f"{place}.type"), f"an issue of kind '{shown(kind)}'", "use one of: " + ", ".join(_ISSUES))


def _listed(reading: Reading, place: str, name: str, values: list[Any]) -> Subject:
    entries = reading.entries(place, values, "options")
    options = tuple(word(entry) or "" for entry in entries)
    if "" in options:
        raise refuse(reading.at(place), "holds what is no option's name", "write words or numbers")
    if len(set(options)) < len(options):
        raise refuse(reading.at(place), "an option stands twice", "keep one of the two")
    if entries and all(isinstance(entry, int | float) and not isinstance(entry, bool) for entry in entries):
        return Subject(name, name, options, tuple(decimal(entry, reading.at(place)) for entry in entries))
    return Subject(name, name, options)


def _entries(reading: Reading, data: _Data, domain: Domain) -> list[Any]:
    """The value function of each issue; a linear utility function has the number itself."""
    if _type(data) != "LinearAdditiveUtilityFunction":
        return [{"type": "IdentityFun"}] * len(domain)
    values = data.get("values")
    if isinstance(values, dict):
        return [values.get(subject.name) for subject in domain]
    if isinstance(values, list) and len(values) == len(domain):
        return values
    reading.note("values", f"are not one for each of the {len(domain)} issues", "write one value function an issue")
    return [{"type": "ConstFun", "bias": 0}] * len(domain)


def _weights(reading: Reading, data: Any, domain: Domain) -> list[Fraction]:
    if data is None:
        return [Fraction(1)] * len(domain)
    if isinstance(data, dict):
        data = [data.get(subject.name) for subject in domain]
    if not isinstance(data, list) or len(data) != len(domain):
        raise refuse(reading.at("weights"), f"are not one for each of the {len(domain)} issues", "write one an issue")
    return [
        decimal(weight, reading.at(f"weights.{subject.name}")) for weight, subject in zip(data, domain, strict=True)
    ]


def _row(reading: Reading, place: str, data: Any, subject: Subject, weight: Fraction) -> Evaluation:
    kind = _type(data) if isinstance(data, dict) else ""
    if isinstance(data, dict) and ("mapping" in data or not kind):
        return _table(reading, place, data.get("mapping", data), subject)
    if kind not in _VALUES:
        raise refuse(reading.at(place), f"a value function of kind '{shown(kind)}'", _READ_VALUES)

    def parameter(name: str, default: int) -> Fraction:
        return decimal(data.get(name, default), reading.at(f"{place}.{name}"))

    slope = Fraction(0) if kind == "ConstFun" else Fraction(1) if kind == "IdentityFun" else parameter("slope", 1)
    bias = Fraction(0) if kind in ("LinearFun", "IdentityFun") else parameter("bias", 0)
    if slope == 0 or (weight == 0 and subject.numbers is None):
        return [bias] * len(subject.options)
    if subject.numbers is None:
        raise refuse(reading.at(place), f"{kind} needs an issue whose options are numbers", "use a TableFun")
    return [slope * at + bias for at in subject.numbers]


def _table(reading: Reading, place: str, data: Any, subject: Subject) -> Evaluation:
    entries = reading.mapping(f"{place}.mapping", data, "options")
    by_name = {**entries}
    if subject.numbers is not None:
        by_number = {decimal(key, reading.at(f"{place}.mapping")): entry for key, entry in entries.items()}
        by_name |= {
            option: by_number[at]
            for option, at in zip(subject.options, subject.numbers, strict=True)
            if at in by_number
        }
    return [decimal(by_name.get(option), reading.at(f"{place}.mapping.{option}")) for option in subject.options]


def _reservation(
    reading: Reading, data: _Data, domain: Domain, weights: list[Fraction], rows: list[Evaluation], base: Fraction
) -> Fraction | None:
    """The reserved value; without one, the utility of the reserved outcome; None where there is neither."""
    value = data.get("reserved_value")
    if value not in (None, "-.inf", "-inf", "-Infinity") and value != float("-inf"):
        return decimal(value, reading.at("reserved_value"))
    outcome = data.get("reserved_outcome")
    if outcome is None:
        return None
    if isinstance(outcome, dict):
        outcome = [outcome.get(subject.name) for subject in domain]
    if not isinstance(outcome, list) or len(outcome) != len(domain):
        raise refuse(reading.at("reserved_outcome"), "is no option of each issue", "write one option an issue")
    package = []
    for entry, subject in zip(outcome, domain, strict=True):
        text = word(entry)
        if text not in subject.options:
            raise refuse(
                reading.at("reserved_outcome"),
                f"no option '{shown(entry)}' of '{subject.name}'",
                "name an option",
            )
        package.append(subject.options.index(text))
    return base + raw_utility(weights, rows, package)
