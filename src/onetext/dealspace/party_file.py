"""One party of a scenario file: its reservation, weights, scores, orders, red lines and interactions."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from onetext.dealspace import value
from onetext.dealspace.orders import cycle, tightened
from onetext.dealspace.quantity import INTERACTION, RESERVATION, SCORE, WEIGHT
from onetext.dealspace.reading_scenario import Reading
from onetext.dealspace.scenario import Choice, Interaction, Preferences
from onetext.dealspace.value import Value
from onetext.files.faults import refuse

_PARTY = ("reservation", "weights", "scores", "orders", "red_lines", "interactions")


def read_party(reading: Reading, name: str, data: Any) -> Preferences | None:
    place = f"parties.{name}"
    reading.check_name(place, name)
    if not isinstance(data, dict):
        reading.note(place, "must be a mapping", f"write {', '.join(_PARTY[:3])} under it")
        return None
    reading.check_keys(place, data, _PARTY)
    reservation = data.get("reservation")
    weights = _weights(reading, f"{place}.weights", data.get("weights"))
    lines = reading.choices(f"{place}.red_lines", data.get("red_lines"))
    interactions = reading.entries(f"{place}.interactions", data.get("interactions"))
    read = [_interaction(reading, f"{place}.interactions[{i}]", entry) for i, entry in enumerate(interactions)]
    return Preferences(
        name,
        None
        if reservation is None
        else reading.attempt(RESERVATION.read, reservation, reading.at(f"{place}.reservation")),
        weights,
        _scores(reading, f"{place}.scores", data.get("scores")),
        _orders(reading, f"{place}.orders", data.get("orders"), weights),
        frozenset(lines),
        tuple(interaction for interaction in read if interaction),
    )


def _weights(reading: Reading, place: str, data: Any) -> tuple[Value, ...]:
    """A missing weight lies between 0 and the party's largest upper weight; between 0 and 100 if all are (S3)."""
    given: dict[int, Value] = {}
    for name, entry in reading.mapping(place, data).items():
        issue = reading.attempt(reading.issue_number, name, f"{place}.{name}")
        if issue is None or entry is None:
            continue
        read = reading.attempt(WEIGHT.read, entry, reading.at(f"{place}.{name}"))
        if read is not None:
            given[issue] = read
    largest = max((weight.high for weight in given.values()), default=value.exact(100))
    missing = value.interval(value.exact(0), largest, "missing")
    return tuple(given.get(issue, missing) for issue in range(len(reading.issues)))


def _scores(reading: Reading, place: str, data: Any) -> tuple[tuple[Value, ...], ...]:
    """A missing score lies between 0 and 100 (S3)."""
    missing = value.interval(value.exact(0), value.exact(100), "missing")
    table = [[missing] * len(issue.options) for issue in reading.issues]
    for name, row in reading.mapping(place, data).items():
        issue = reading.attempt(reading.issue_number, name, f"{place}.{name}")
        if issue is None:
            continue
        for option_name, entry in reading.mapping(f"{place}.{name}", row).items():
            where = f"{place}.{name}.{option_name}"
            option = reading.attempt(reading.option_number, issue, option_name, where)
            if option is None or entry is None:
                continue
            read = reading.attempt(SCORE.read, entry, reading.at(where))
            table[issue][option] = read or missing
    return tuple(tuple(row) for row in table)


def _interaction(reading: Reading, place: str, data: Any) -> Interaction | None:
    if not isinstance(data, dict):
        reading.note(place, "must be a mapping", "write {when: [issue=option, issue=option], value: 10}")
        return None
    reading.check_keys(place, data, ("when", "value"))
    when = reading.choices(f"{place}.when", data.get("when"))
    if not data.get("when"):
        reading.note(f"{place}.when", "names no options", "name the options that must come together")
    reading.warn_of_clash(f"{place}.when", when, "never counts")
    read = reading.attempt(INTERACTION.read, data.get("value"), reading.at(f"{place}.value"))
    return Interaction(when, read) if read is not None else None


def _orders(reading: Reading, place: str, data: Any, weights: tuple[Value, ...]) -> tuple[Choice, ...]:
    pairs: list[Choice] = []
    for number, text in enumerate(reading.entries(place, data)):
        pairs += reading.attempt(_order, reading, text, f"{place}[{number}]") or []
    pairs = list(dict.fromkeys(pairs))
    if circle := cycle(pairs):
        names = " > ".join(reading.issues[issue].name for issue in circle)
        reading.note(place, f"the orders contradict one another: {names}", "take one of them out")
        return ()
    low, high = tightened([w.low for w in weights], [w.high for w in weights], pairs)
    for heavy, light in pairs:
        if low[heavy] > high[heavy] or low[light] > high[light]:
            first, second = reading.issues[heavy].name, reading.issues[light].name
            reading.note(
                place,
                f"the order '{first} > {second}' contradicts the weights: "
                f"{first} {weights[heavy].text}, {second} {weights[light].text}",
                "correct the weights, or take the order out",
            )
            return ()
    return tuple(pairs)


def _order(reading: Reading, text: Any, place: str) -> list[Choice]:
    names = [part.strip() for part in text.split(">")] if isinstance(text, str) else []
    if len(names) < 2:
        raise refuse(reading.at(place), f"'{text}' is not an order", "write 'issue > issue'")
    chain = [reading.issue_number(name, place) for name in names]
    return list(pairwise(chain))
