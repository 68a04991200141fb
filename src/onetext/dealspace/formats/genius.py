"""Genius domain and profile files (XML): discrete, integer and real issues; linear and hyper-rectangle utilities.

A linear profile: utility = sum of weight x evaluation, at most 1. The evaluation of a discrete option is its number
over the largest one of the issue; of an integer or real option, ``offset + slope x number`` cut to 0..1, where
integers count from the lower bound. Weights are taken as they stand, as Genius takes them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from onetext.dealspace.formats.decimals import decimal
from onetext.dealspace.formats.domain import Domain, Subject, check_domain, discretised, whole_numbers, written
from onetext.dealspace.formats.hyper_rectangles import read_hyper_rectangles
from onetext.dealspace.formats.linear import Evaluation, linear
from onetext.dealspace.formats.xml_tree import Element
from onetext.dealspace.reading_scenario import Reading
from onetext.dealspace.scenario import Preferences
from onetext.files.faults import nearest, refuse, shown

_LINEAR = ("linear", "any", "uncertain")
"""An uncertain profile is a linear one whose owner is not told all of it."""
_SMALLEST = Fraction(1, 100_000)
"""Genius takes an issue whose largest evaluation is below it for worthless."""


def is_domain(root: Element) -> bool:
    """Whether it says only what can be agreed, not what it is worth."""
    if root.tag == "negotiation_template":
        return True
    valued = any(item.get("evaluation") is not None for item in root.all("item"))
    return not valued and root.first("weight") is None and root.first("utility") is None


def read_domain(reading: Reading, root: Element, discretise: int | None) -> Domain:
    """The issues of a domain file, or of a profile, which repeats them; faults go to ``reading``."""
    found = [reading.attempt(_subject, reading, element, discretise) for element in root.all("issue")]
    domain = tuple(subject for subject in found if subject)
    keys = [subject.key for subject in domain]
    for subject in domain:
        if keys.count(subject.key) > 1:
            reading.note(
                f"issue {subject.name}", f"shares its index {subject.key} with another", "number the issues apart"
            )
    if len(domain) == len(found):
        check_domain(reading, domain)
    return domain


def read_profile(reading: Reading, root: Element, domain: Domain, name: str) -> Preferences | None:
    """One party's preferences over ``domain``; faults go to ``reading``."""
    reservation = reading.attempt(_reservation, reading, root)
    _note_discount(reading, root)
    if root.first("utility") is not None or (root.get("type") or "linear").lower() not in _LINEAR:
        return reading.attempt(read_hyper_rectangles, reading, root, domain, name, reservation)
    weights = _weights(reading, root)
    entries = _entries(reading, root)
    rows = [reading.attempt(_evaluations, reading, subject, entries, weights) for subject in domain]
    found = [weights.get(subject.key) for subject in domain]
    if any(row is None for row in rows) or any(weight is None for weight in found):
        return None
    return linear(reading, name, reservation, [weight or Fraction(0) for weight in found], [row or [] for row in rows])


def _subject(reading: Reading, element: Element, discretise: int | None) -> Subject:
    place = f"line {element.line}"
    name = (element.get("name") or "").strip()
    key = _index(reading, element)
    if not name:
        raise refuse(reading.at(place), "an issue without a name", 'write name="…"')
    kind = _kind(element)
    if kind == "discrete":
        return Subject(key, name, _options(reading, element, name))
    if kind == "integer":
        low, high = _bounds(reading, element)
        return whole_numbers(reading.at(place), key, name, low, high)
    if kind == "real":
        return discretised(reading.at(place), key, name, _bounds(reading, element), discretise)
    raise refuse(
        reading.at(place), f"an issue of the kind '{shown(kind)}'", nearest(kind, ("discrete", "integer", "real"))
    )


def _kind(element: Element) -> str:
    return (element.get("type") or element.get("vtype") or element.get("etype") or "discrete").strip().lower()


def _index(reading: Reading, element: Element) -> str:
    text = (element.get("index") or "").strip()
    if not text.isdecimal() or len(text) > 9:
        said = f"its index is '{shown(text)}'" if text else "has no index"
        raise refuse(reading.at(f"line {element.line}"), said, 'write index="1"')
    return str(int(text))


def _options(reading: Reading, element: Element, name: str) -> tuple[str, ...]:
    found: dict[str, None] = {}
    twice: list[str] = []
    for item in element.under("item"):
        value = item.get("value")
        if value is None:
            raise refuse(reading.at(f"line {item.line}"), f"an option of '{name}' without a value", 'write value="…"')
        twice += [value] if value in found else []
        found[value] = None
    if twice:
        names = ", ".join(f"'{shown(value)}'" for value in twice[:5])
        reading.warn(f"issue {name}", f"options that stand twice, taken once: {names}", "keep one of the two")
    if reading.too_many(f"issue {name}", len(found), "options"):
        return ()
    return tuple(found)


def _bounds(reading: Reading, element: Element) -> tuple[Fraction, Fraction]:
    holder = element if element.get("lowerbound") is not None else next(iter(element.under("range")), None)
    if holder is None:
        raise refuse(
            reading.at(f"line {element.line}"),
            "numbers without bounds",
            'write lowerbound="…" upperbound="…"',
        )
    place = reading.at(f"line {holder.line}")
    return decimal(holder.get("lowerbound"), f"{place}: lowerbound"), decimal(
        holder.get("upperbound"), f"{place}: upperbound"
    )


def _reservation(reading: Reading, root: Element) -> Fraction | None:
    """The value of the reservation, on the scale of the utilities; None where there is none."""
    found = {element.get("value"): element for element in root.all("reservation")}
    if not found:
        return None
    if len(found) > 1:
        lines = ", ".join(str(element.line) for element in found.values())
        raise refuse(reading.at("reservation"), f"unlike values on the lines {lines}", "keep one of them")
    (element,) = found.values()
    address = reading.at(f"line {element.line}: reservation")
    at = decimal(element.get("value"), address)
    if at > 1:
        raise refuse(address, f"a reservation of {written(at)}: no utility is above 1", "use a number up to 1")
    return at


def _note_discount(reading: Reading, root: Element) -> None:
    for element in root.all("discount_factor"):
        place = f"line {element.line}"
        factor = shown(element.get("value") or "nothing")
        if re.fullmatch(r"[01](\.0*)?", factor.strip()) is None:
            reading.warn(
                place,
                f"a discount factor of {factor} is noted, not applied: utilities are undiscounted",
                "multiply by factor to the power of time where time matters",
            )


def _weights(reading: Reading, root: Element) -> dict[str, Fraction]:
    weights: dict[str, Fraction] = {}
    for element in root.all("weight"):
        place = f"line {element.line}"
        key = reading.attempt(_index, reading, element)
        value = reading.attempt(decimal, element.get("value"), reading.at(f"{place}: weight"))
        if key is None or value is None:
            continue
        if value < 0:
            reading.note(f"{place}: weight", f"a weight cannot be negative: {written(value)}", "use 0 or more")
        elif key in weights and weights[key] != value:
            reading.note(place, f"a second weight for the issue with the index {key}", "keep one of the two")
        else:
            weights[key] = value
    return weights


def _entries(reading: Reading, root: Element) -> dict[str, Element]:
    entries: dict[str, Element] = {}
    for element in root.all("issue"):
        key = reading.attempt(_index, reading, element)
        if key is None:
            continue
        if key in entries:
            reading.note(f"line {element.line}", f"a second issue with the index {key}", "number the issues apart")
        entries[key] = element
    return entries


def _evaluations(
    reading: Reading, subject: Subject, entries: dict[str, Element], weights: dict[str, Fraction]
) -> Evaluation:
    element = entries.get(subject.key)
    if subject.key not in weights:
        raise refuse(
            reading.at(f"issue {subject.name}"), "has no weight", f'write <weight index="{subject.key}" value="…"/>'
        )
    if element is None:
        raise refuse(
            reading.at(f"issue {subject.name}"),
            "the profile does not speak of it",
            "add the issue",
        )
    if subject.numbers is None:
        return _discrete(reading, element, subject, weights[subject.key])
    function = _function(reading, element, _kind(element))
    return [function(at) for at in subject.numbers]


def _discrete(reading: Reading, element: Element, subject: Subject, weight: Fraction) -> Evaluation:
    found = _numbers(reading, element, subject)
    missing = [option for option in subject.options if option not in found]
    if missing and weight == 0:
        reading.warn(f"issue {subject.name}", "options without an evaluation; its weight is 0 anyway", "add them")
        return [Fraction(0)] * len(subject.options)
    if missing:
        names = ", ".join(f"'{shown(option)}'" for option in missing[:3])
        more = f" and {len(missing) - 3:,} more" if len(missing) > 3 else ""
        raise refuse(
            reading.at(f"line {element.line}: issue {subject.name}"),
            f"no evaluation for {names}{more}",
            'add <item value="…" evaluation="…"/>',
        )
    largest = max(found.values())
    if largest < _SMALLEST:
        reading.warn(
            f"line {element.line}: issue {subject.name}",
            f"its largest evaluation is {written(largest)}, so it counts for nothing, whatever its weight",
            "give an option a positive evaluation",
        )
        return [Fraction(0)] * len(subject.options)
    return [found[option] / largest for option in subject.options]


def _numbers(reading: Reading, element: Element, subject: Subject) -> dict[str, Fraction]:
    """The evaluations as they stand; also of options that the domain does not have, for Genius counts their size."""
    found: dict[str, Fraction] = {}
    for item in element.under("item"):
        value, text = item.get("value"), item.get("evaluation")
        if value is None or text is None or text.strip() == "null":
            continue
        place = f"line {item.line}"
        at = decimal(text, reading.at(f"{place}: evaluation of '{shown(value)}'"))
        if found.get(value, at) != at:
            reading.warn(place, f"a second evaluation for '{shown(value)}'; the last one counts", "keep one of the two")
        found[value] = at
    strange = [shown(option) for option in found if option not in subject.options]
    if strange:
        names = ", ".join(f"'{name}'" for name in strange[:5])
        reading.warn(f"issue {subject.name}", f"the domain has no option {names}", "take it out, or add it there")
    return found


@dataclass(frozen=True)
class _Triangle:
    low: Fraction
    high: Fraction
    top: Fraction

    def __call__(self, at: Fraction) -> Fraction:
        if at < self.low or at >= self.high:
            return Fraction(0)
        if at < self.top:
            return (at - self.low) / (self.top - self.low)
        return 1 - (at - self.top) / (self.high - self.top)


def _function(reading: Reading, element: Element, kind: str) -> Callable[[Fraction], Fraction]:
    """What a number of the issue is worth, 0 to 1."""
    evaluator = next(iter(element.under("evaluator")), None)
    if evaluator is None:
        raise refuse(
            reading.at(f"line {element.line}"),
            "nothing says what its numbers are worth",
            "add <evaluator …/>",
        )
    place = reading.at(f"line {evaluator.line}: evaluator")
    shape = (evaluator.get("ftype") or evaluator.get("etype") or "linear").strip().lower()

    def parameter(*names: str) -> Fraction:
        text = next((evaluator.get(name) for name in names if evaluator.get(name) is not None), None)
        return decimal(text, f"{place}: {names[0]}")

    if shape == "constant":
        at = parameter("parameter0", "offset")
        return lambda _: at
    if shape == "triangular":
        return _Triangle(parameter("parameter0"), parameter("parameter1"), parameter("parameter2"))
    if shape != "linear":
        raise refuse(place, f"a function of the kind '{shown(shape)}'", "use linear, constant or triangular")
    offset, slope = parameter("offset", "parameter0"), parameter("slope", "parameter1")
    start = _bounds(reading, element)[0] if kind == "integer" else Fraction(0)
    return lambda at: min(Fraction(1), max(Fraction(0), offset + slope * (at - start)))
