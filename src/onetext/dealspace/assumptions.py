"""What a computation takes for granted, said in words (S3): midpoints, missing reservations, orders not kept."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import gettext as _

from onetext.dealspace.scenario import Preferences, Scenario
from onetext.dealspace.value import Value, plain


def assumed(scenario: Scenario) -> list[str]:
    """One line a value that is not known for sure, by party, in the order of the file."""
    lines = list(scenario.left_out)
    for party in scenario.parties:
        lines += [f"{party.name}: {line}" for line in _of_party(scenario, party)]
    return lines


def _of_party(scenario: Scenario, party: Preferences) -> Iterator[str]:
    if party.reservation is None:
        yield _("no reservation is given; it rules nothing out, and gains are measured from 0")
    elif party.reservation.uncertain:
        yield _taken(_("reservation"), party.reservation)
    yield from _weights(scenario, party)
    yield from _scores(scenario, party)
    for interaction in party.interactions:
        if interaction.value.uncertain:
            names = ", ".join(scenario.label(choice) for choice in interaction.when)
            yield _taken(_("value of {options} together").format(options=names), interaction.value)
    yield from _orders(scenario, party)


def _weights(scenario: Scenario, party: Preferences) -> Iterator[str]:
    """What is missing shares one range and so one line."""
    known = list(zip(scenario.issues, party.weights, strict=True))
    missing = [(issue.name, weight) for issue, weight in known if weight.kind == "missing"]
    if missing:
        yield _taken(_("weight of {issue}").format(issue=", ".join(name for name, weight in missing)), missing[0][1])
    for issue, weight in known:
        if weight.kind != "missing" and weight.uncertain:
            yield _taken(_("weight of {issue}").format(issue=issue.name), weight)


def _scores(scenario: Scenario, party: Preferences) -> Iterator[str]:
    unsaid = _("no score is given for {what}; taken as 50, the middle of 0 to 100")
    known = list(zip(scenario.issues, party.scores, strict=True))
    empty = [issue.name for issue, row in known if all(score.kind == "missing" for score in row)]
    if empty:
        yield unsaid.format(what=", ".join(empty))
    for number, (issue, row) in enumerate(known):
        missing = [option for option, score in enumerate(row) if score.kind == "missing"]
        if missing and issue.name not in empty:
            yield unsaid.format(what=", ".join(scenario.label((number, option)) for option in missing))
        for option, score in enumerate(row):
            if score.kind != "missing" and score.uncertain:
                yield _taken(_("score of {option}").format(option=scenario.label((number, option))), score)


def _taken(what: str, value: Value) -> str:
    said = {
        "missing": _("{what} is not given; taken as {middle}, the middle of {range}"),
        "range": _("{what} taken as {middle}, the middle of {range}"),
        "normal": _("{what} taken as {middle}, the mean of {range}"),
        "triangular": _("{what} taken as {middle}, the peak of {range}"),
    }
    return said[value.kind].format(what=what, middle=plain(value.middle), range=value.text)


def _orders(scenario: Scenario, party: Preferences) -> Iterator[str]:
    for heavy, light in party.orders:
        first, second = party.weights[heavy].middle, party.weights[light].middle
        if first <= second:
            yield _("the order '{heavy} > {light}' is not kept by the weights taken: {first} and {second}").format(
                heavy=scenario.issues[heavy].name,
                light=scenario.issues[light].name,
                first=plain(first),
                second=plain(second),
            )
