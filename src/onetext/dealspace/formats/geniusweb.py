"""GeniusWeb domain and profile files (JSON): values and number ranges; linear additive utilities.

A profile: utility = sum of weight x utility of the value. The reservation is a bid; its utility is the reservation
value, an issue that the bid leaves open being worth nothing.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from onetext.dealspace.formats.decimals import decimal
from onetext.dealspace.formats.domain import Domain, Subject, check_domain, stepped
from onetext.dealspace.formats.linear import Evaluation, linear, raw_utility
from onetext.dealspace.reading_scenario import Reading, word
from onetext.dealspace.scenario import Preferences
from onetext.files.faults import nearest, refuse, shown

PROFILE = "LinearAdditiveUtilitySpace"
_Data = dict[str, Any]


def domain_data(data: Any) -> _Data | None:
    """What holds ``issuesValues``: the data itself, or what stands under its only key; None where nothing does."""
    if not isinstance(data, dict):
        return None
    if "issuesValues" in data:
        return data
    inner = next(iter(data.values())) if len(data) == 1 else None
    return inner if isinstance(inner, dict) and "issuesValues" in inner else None


def profile_kind(data: Any) -> str | None:
    """The word that a GeniusWeb profile begins with, also of kinds that are not read; None where it is none."""
    if not isinstance(data, dict) or len(data) != 1:
        return None
    ((name, inner),) = data.items()
    return name if isinstance(inner, dict) and isinstance(inner.get("domain"), dict) else None


def read_domain(reading: Reading, data: _Data) -> Domain:
    """The issues of a domain; faults go to ``reading``."""
    values = reading.mapping("issuesValues", data.get("issuesValues"), "issues")
    found = [reading.attempt(_subject, reading, name, entry) for name, entry in values.items()]
    domain = tuple(subject for subject in found if subject)
    if len(domain) == len(found):
        check_domain(reading, domain)
    return domain


def read_profile(reading: Reading, data: _Data, domain: Domain, name: str) -> Preferences | None:
    """One party's preferences over ``domain``; faults go to ``reading``."""
    ((kind, inner),) = data.items()
    if kind != PROFILE:
        reading.note("", f"a profile of the kind '{shown(kind)}' is not read", f"use {PROFILE}")
        return None
    place = PROFILE
    weights = reading.mapping(f"{place}.issueWeights", inner.get("issueWeights"))
    utilities = reading.mapping(f"{place}.issueUtilities", inner.get("issueUtilities"))
    for part, entries in (("issueWeights", weights), ("issueUtilities", utilities)):
        names = [subject.name for subject in domain]
        for strange in entries.keys() - set(names):
            reading.note(f"{place}.{part}.{strange}", f"the domain has no issue '{strange}'", nearest(strange, names))
    found = [reading.attempt(_weight, reading, f"{place}.issueWeights", weights, subject) for subject in domain]
    rows = [reading.attempt(_row, reading, f"{place}.issueUtilities", utilities, subject) for subject in domain]
    if any(part is None for part in (*found, *rows)):
        return None
    known, table = [weight or Fraction(0) for weight in found], [row or [] for row in rows]
    bid = reading.attempt(_bid, reading, f"{place}.reservationBid", inner.get("reservationBid"), domain)
    return linear(reading, name, None if bid is None else raw_utility(known, table, bid), known, table)


def _subject(reading: Reading, name: str, data: Any) -> Subject:
    place = f"issuesValues.{name}"
    if isinstance(data, dict) and isinstance(data.get("values"), list):
        entries = reading.entries(f"{place}.values", data["values"], "options")
        options = [word(entry) for entry in entries]
        if None in options:
            raise refuse(reading.at(f"{place}.values"), "holds what is no option's name", "write words")
        names = tuple(dict.fromkeys(option for option in options if option is not None))
        if len(names) < len(options):
            reading.warn(f"{place}.values", "an option stands twice; taken once", "keep one of the two")
        return Subject(name, name, names)
    bounds = data.get("range") if isinstance(data, dict) else None
    if isinstance(bounds, dict):
        bounds = [bounds.get("low"), bounds.get("high"), bounds.get("step")]
    if not isinstance(bounds, list) or len(bounds) != 3:
        raise refuse(reading.at(place), "has neither values nor a range", 'write {"values": [...]}')
    low, high, step = (decimal(part, reading.at(f"{place}.range")) for part in bounds)
    return stepped(reading.at(f"{place}.range"), name, name, low, high, step)


def _weight(reading: Reading, place: str, weights: _Data, subject: Subject) -> Fraction:
    address = reading.at(f"{place}.{subject.name}")
    weight = decimal(weights.get(subject.name), address)
    if weight < 0:
        raise refuse(address, "a weight cannot be negative", "use 0 or more")
    return weight


def _row(reading: Reading, place: str, utilities: _Data, subject: Subject) -> Evaluation:
    where = f"{place}.{subject.name}"
    data = utilities.get(subject.name)
    inner = next(iter(data.values())) if isinstance(data, dict) and len(data) == 1 else None
    if not isinstance(data, dict) or not isinstance(inner, dict):
        raise refuse(reading.at(where), "says not what its values are worth", 'write {"discreteutils": {...}}')
    kind = next(iter(data))
    if kind.lower() in ("discreteutils", "discretevaluesetutilities"):
        return _discrete(reading, f"{where}.{kind}.valueUtilities", inner.get("valueUtilities"), subject)
    if kind.lower() in ("numberutils", "numbervaluesetutilities"):
        return _numbers(reading, f"{where}.{kind}", inner, subject)
    raise refuse(
        reading.at(f"{where}.{kind}"), f"utilities of the kind '{shown(kind)}'", "use discreteutils or numberutils"
    )


def _discrete(reading: Reading, place: str, data: Any, subject: Subject) -> Evaluation:
    values = reading.mapping(place, data)
    for strange in [option for option in values if option not in subject.options]:
        reading.warn(f"{place}.{strange}", "the domain has no such value; passed over", "take it out")
    return [decimal(values.get(option), reading.at(f"{place}.{option}")) for option in subject.options]


def _numbers(reading: Reading, place: str, data: _Data, subject: Subject) -> Evaluation:
    """A straight line between two numbers; nothing outside of them."""
    if subject.numbers is None:
        raise refuse(reading.at(place), "the values of this issue are no numbers", "use discreteutils")
    keys = ("lowValue", "lowUtility", "highValue", "highUtility")
    low, at_low, high, at_high = (decimal(data.get(key), reading.at(f"{place}.{key}")) for key in keys)
    if low >= high:
        raise refuse(reading.at(place), "highValue is not above lowValue", "write the lower number as lowValue")
    slope = (at_high - at_low) / (high - low)
    return [at_low + slope * (at - low) if low <= at <= high else Fraction(0) for at in subject.numbers]


def _bid(reading: Reading, place: str, data: Any, domain: Domain) -> list[int | None] | None:
    """The option of each issue, None where the bid leaves it open; None where there is no bid."""
    if data is None:
        return None
    values = data.get("issuevalues", data.get("issueValues")) if isinstance(data, dict) else None
    if not isinstance(values, dict):
        raise refuse(reading.at(place), "is not a bid", 'write {"issuevalues": {...}}')
    names = [subject.name for subject in domain]
    for strange in values.keys() - set(names):
        raise refuse(reading.at(f"{place}.{strange}"), f"the domain has no issue '{strange}'", nearest(strange, names))
    bid = [
        _option(reading, f"{place}.{subject.name}", values[subject.name], subject) if subject.name in values else None
        for subject in domain
    ]
    if None in bid:
        reading.warn(place, "leaves issues open; these count for nothing in the reservation", "name an option of each")
    return bid


def _option(reading: Reading, place: str, data: Any, subject: Subject) -> int:
    text = word(data)
    if text in subject.options:
        return subject.options.index(text)
    if subject.numbers is not None and (at := decimal(data, reading.at(place))) in subject.numbers:
        return subject.numbers.index(at)
    raise refuse(reading.at(place), f"no option '{shown(data)}'", nearest(str(data), subject.options))
