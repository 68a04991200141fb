"""The plain twin of the deal space: every package written out, every rule of the format read word by word.

It imports nothing from ``dealspace`` (S5) and takes the scenario as the plain data of its file, whose names and numbers
are all right.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from typing import Any

Data = dict[str, Any]
Named = dict[str, str]
Utilities = tuple[Fraction, ...]


def exact(number: Any) -> Fraction:
    return Fraction(str(number))


def middle(value: Any) -> Fraction:
    if isinstance(value, list):
        return (exact(value[0]) + exact(value[1])) / 2
    if isinstance(value, dict):
        return exact(value["normal"][0]) if "normal" in value else exact(value["triangular"][1])
    return exact(value)


def upper(value: Any) -> Fraction:
    if isinstance(value, list):
        return exact(value[1])
    if isinstance(value, dict):
        if "normal" in value:
            return exact(value["normal"][0]) + 3 * exact(value["normal"][1])
        return exact(value["triangular"][2])
    return exact(value)


def all_packages(data: Data) -> list[Named]:
    names = list(data["issues"])
    return [dict(zip(names, options, strict=True)) for options in product(*data["issues"].values())]


def holds(package: Named, option: str) -> bool:
    issue, _, name = option.partition("=")
    return package[issue] == name


def weight(data: Data, party: Data, issue: str) -> Any:
    given = party.get("weights", {})
    if issue in given:
        return given[issue]
    return [0, max((upper(value) for value in given.values()), default=100)]


def score(party: Data, issue: str, option: str) -> Any:
    return party.get("scores", {}).get(issue, {}).get(option, [0, 100])


def worth(data: Data, party: Data, package: Named) -> Fraction:
    total = Fraction(0)
    for issue, option in package.items():
        total += middle(weight(data, party, issue)) * middle(score(party, issue, option)) / 100
    for interaction in party.get("interactions", []):
        if all(holds(package, option) for option in interaction["when"]):
            total += middle(interaction["value"])
    return total


def legal(data: Data, package: Named) -> bool:
    for rule in data.get("rules", []):
        if "together" in rule or not all(holds(package, option) for option in rule["if"]):
            continue
        if any(holds(package, option) for option in rule.get("then_not", [])):
            return False
        if not all(holds(package, option) for option in rule.get("then", [])):
            return False
    return True


def reservation(party: Data) -> Fraction:
    return middle(party["reservation"]) if party.get("reservation") is not None else Fraction(0)


def acceptable(data: Data, package: Named, utilities: Utilities) -> bool:
    if not legal(data, package):
        return False
    for party, utility in zip(data["parties"].values(), utilities, strict=True):
        if any(holds(package, option) for option in party.get("red_lines", [])):
            return False
        if party.get("reservation") is not None and utility < reservation(party):
            return False
    return True


def dominates(a: Utilities, b: Utilities) -> bool:
    return a != b and all(x >= y for x, y in zip(a, b, strict=True))


def solved(data: Data) -> Data:
    """The four answers and the frontier, as ``solve --json`` has them but with exact numbers."""
    packages = all_packages(data)
    parties = list(data["parties"].values())
    best = [max(worth(data, party, package) for package in packages) for party in parties]
    scored = [
        (tuple(worth(data, p, package) / b for p, b in zip(parties, best, strict=True)), package)
        for package in packages
    ]
    good = [(utilities, package) for utilities, package in scored if acceptable(data, package, utilities)]
    pool = good or [(utilities, package) for utilities, package in scored if legal(data, package)]
    result: Data = {"packages": len(packages), "exists": bool(good), "frontier": frontier(pool)}
    floors = [reservation(party) for party in parties]
    for name in ("nash", "kalai_smorodinsky", "leximin", "utilitarian"):
        result[name] = answer(name, good, floors) if good else None
    return result


def frontier(pool: list[tuple[Utilities, Named]]) -> list[tuple[Utilities, Named]]:
    first: dict[Utilities, Named] = {}
    for utilities, package in pool:
        first.setdefault(utilities, package)
    efficient = [u for u in first if not any(dominates(other, u) for other in first)]
    return [(utilities, first[utilities]) for utilities in sorted(efficient, reverse=True)]


def answer(name: str, good: list[tuple[Utilities, Named]], floors: list[Fraction]) -> Data:
    gains = [tuple(u - floor for u, floor in zip(utilities, floors, strict=True)) for utilities, _ in good]
    ideal = [max(column) for column in zip(*gains, strict=True)]
    values = [value(name, gain, ideal, utilities) for gain, (utilities, _) in zip(gains, good, strict=True)]
    most = max(values)
    tied = [number for number, at in enumerate(values) if at == most]
    chosen = max(tied, key=lambda number: (sorted(gains[number]), -number))
    utilities, package = good[chosen]
    return {
        "package": package,
        "utilities": utilities,
        "value": most,
        "ties": len({good[number][0] for number in tied}),
    }


def value(name: str, gains: Utilities, ideal: list[Fraction], utilities: Utilities) -> Any:
    if name == "nash":
        if min(gains) < 0:
            return min(gains)
        product_of_gains = Fraction(1)
        for gain in gains:
            product_of_gains *= gain
        return product_of_gains
    if name == "kalai_smorodinsky":
        return min(gain / top if top > 0 else Fraction(1) for gain, top in zip(gains, ideal, strict=True))
    if name == "leximin":
        return sorted(gains)
    return sum(utilities)
