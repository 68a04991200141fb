"""Genius' nonlinear profiles: worth by boxes of numbers; utility = min(1, sum / maxutility).

``INCLUDES``: counts when the package lies within all of the bounds. ``EXCLUDES``: counts when it lies outside of at
least one, that is outside of the box which they make together. Both in one hyper-rectangle: within the one and
outside of the other; Genius itself passes over the first then, which is said.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from onetext.dealspace.formats.decimals import decimal
from onetext.dealspace.formats.domain import Domain, written
from onetext.dealspace.formats.xml_tree import Element
from onetext.dealspace.reading_scenario import Reading
from onetext.dealspace.scenario import Box, Preferences, Rectangle, meet
from onetext.dealspace.value import number
from onetext.files.faults import refuse, shown

_MOST_RECTANGLES = 100_000


def read_hyper_rectangles(
    reading: Reading, root: Element, domain: Domain, name: str, reservation: Fraction | None
) -> Preferences:
    """The preferences of a profile whose ``utility`` holds ``ufun`` elements. Raises ``Faults``."""
    holder = root.first("utility")
    if holder is None:
        kind = shown(root.get("type") or "")
        raise refuse(reading.name, f"a utility space of the kind '{kind}'", "use linear or hyper-rectangle profiles")
    scale = decimal(holder.get("maxutility"), reading.at(f"line {holder.line}: maxutility"))
    if scale <= 0:
        raise refuse(
            reading.at(f"line {holder.line}: maxutility"),
            f"a largest utility of {written(scale)} leaves nothing to measure against",
            "write the largest sum that a package reaches",
        )
    functions = [child for child in holder.children if child.tag == "ufun"]
    if len(functions) != 1:
        raise refuse(reading.at(f"line {holder.line}"), f"{len(functions)} ufun elements in it", "keep exactly one")
    rectangles = tuple(_rectangles(reading, functions[0], Fraction(1), domain))
    if len(rectangles) > _MOST_RECTANGLES:
        raise refuse(
            reading.name, f"more than {_MOST_RECTANGLES:,} hyper-rectangles", "check that it is the right file"
        )
    nothing = number(Fraction(0))
    return Preferences(
        name,
        None if reservation is None else number(reservation),
        (nothing,) * len(domain),
        tuple((nothing,) * len(subject.options) for subject in domain),
        rectangles=rectangles,
        scale=scale,
    )


def _rectangles(reading: Reading, function: Element, factor: Fraction, domain: Domain) -> Iterable[Rectangle]:
    """All below a ufun, those of inner ufuns times their weight."""
    aggregation = (function.get("aggregation") or "sum").strip().lower()
    if aggregation != "sum":
        raise refuse(
            reading.at(f"line {function.line}"),
            f"its parts are put together by '{shown(aggregation)}'; only sums are read",
            "write it as a sum",
        )
    for child in function.children:
        if child.tag == "hyperRectangle":
            yield from _rectangle(reading, child, factor, domain)
        elif child.tag == "ufun":
            inner = factor * _number(reading, child, "weight", Fraction(1))
            yield from _rectangles(reading, child, inner, domain)
        else:
            raise refuse(
                reading.at(f"line {child.line}"),
                f"an element '{shown(child.tag)}'",
                "use hyperRectangle and ufun",
            )


def _rectangle(reading: Reading, element: Element, factor: Fraction, domain: Domain) -> Iterable[Rectangle]:
    worth = factor * _number(reading, element, "utility", None) * _number(reading, element, "weight", Fraction(1))
    strange = next((child for child in element.children if child.tag not in ("INCLUDES", "EXCLUDES")), None)
    if strange is not None:
        raise refuse(
            reading.at(f"line {strange.line}"), f"a bound called '{shown(strange.tag)}'", "use INCLUDES or EXCLUDES"
        )
    within = _box(reading, [child for child in element.children if child.tag == "INCLUDES"], domain)
    excludes = [child for child in element.children if child.tag == "EXCLUDES"]
    if not excludes:
        return (Rectangle(within, worth),)
    without = _box(reading, excludes, domain)
    if len(excludes) == len(element.children):
        return (Rectangle(without, worth, outside=True),)
    reading.warn(
        f"line {element.line}",
        "INCLUDES and EXCLUDES in one hyper-rectangle: counted within the one and outside of the other; "
        "Genius itself passes over the INCLUDES",
        "write them as two hyper-rectangles",
    )
    return Rectangle(within, worth), Rectangle(meet(within, without), -worth)


def _box(reading: Reading, bounds: list[Element], domain: Domain) -> Box:
    """The options within all bounds by issue; an issue all of whose options lie within is left out."""
    found: dict[int, frozenset[int]] = {}
    for bound in bounds:
        place = f"line {bound.line}"
        issue = _issue(reading, bound, domain)
        low, high = _number(reading, bound, "min", None), _number(reading, bound, "max", None)
        if low > high:
            reading.warn(place, f"nothing lies from {written(low)} to {written(high)}", "write the smaller as min")
        numbers = domain[issue].numbers or ()
        inside = frozenset(option for option, at in enumerate(numbers) if low <= at <= high)
        found[issue] = found.get(issue, inside) & inside
    whole = [issue for issue, options in found.items() if len(options) == len(domain[issue].options)]
    return tuple(sorted((issue, options) for issue, options in found.items() if issue not in whole))


def _issue(reading: Reading, bound: Element, domain: Domain) -> int:
    text = (bound.get("index") or "").strip()
    for issue, subject in enumerate(domain):
        if text == subject.key:
            if subject.numbers is None:
                raise refuse(
                    reading.at(f"line {bound.line}"),
                    f"a bound on '{subject.name}', whose options are no numbers",
                    "use bounds on integer or real issues",
                )
            return issue
    raise refuse(
        reading.at(f"line {bound.line}"), f"no issue has the index '{shown(text)}'", "use the index of an issue"
    )


def _number(reading: Reading, element: Element, name: str, default: Fraction | None) -> Fraction:
    text = element.get(name)
    if text is None and default is not None:
        return default
    return decimal(text, reading.at(f"line {element.line}: {name}"))
