"""Made-up scenarios of any size: independent, spatial and opposed parties, the same for the same seed.

Worth is in whole steps: what each option gives a party is a whole number, and its best package gives exactly ``steps``
(interactions aside). Weights are spread as Dirichlet(1) spreads them.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from onetext.dealspace.scenario import Choice, Interaction, Issue, Preferences, Rule, Scenario
from onetext.dealspace.value import number

Liking = list[list[list[float]]]
"""By party, issue and option: any number, the best of an issue counting for its whole weight."""
Worths = tuple[tuple[tuple[int, ...], ...], ...]


@dataclass(frozen=True)
class Shape:
    """How large, and how fine. ``reservation`` is on the 0 to 1 scale, None for none.

    ``interactions`` are pairs of options with extra worth, ``rules`` of the form "if this option, then not that one";
    both are counted over all parties together.
    """

    points: int = 28
    options: int = 4
    parties: int = 2
    steps: int = 10_000
    reservation: Fraction | None = field(default=Fraction(3, 10))
    interactions: int = 0
    rules: int = 0


def independent(shape: Shape, seed: int = 0) -> Scenario:
    """Every party scores every option at random: much to trade."""
    return scenario(shape, worths("independent", shape, seed), seed)


def spatial(shape: Shape, seed: int = 0) -> Scenario:
    """Options are places on a line; parties stand in two blocs near its ends, and like what is near."""
    return scenario(shape, worths("spatial", shape, seed), seed)


def opposed(shape: Shape, seed: int = 0) -> Scenario:
    """What an option gives is shared out among the parties, who weigh the points alike: near zero-sum."""
    return scenario(shape, worths("opposed", shape, seed), seed)


GENERATORS: dict[str, Callable[[Shape, int], Scenario]] = {
    "independent": independent,
    "spatial": spatial,
    "opposed": opposed,
}


def worths(kind: str, shape: Shape, seed: int) -> Worths:
    """What each option gives, in steps: by party, point and option."""
    chance = random.Random(f"{kind} {seed}")
    liking = {"independent": _independent, "spatial": _spatial, "opposed": _opposed}[kind](shape, chance)
    shared = [chance.expovariate(1) for _ in range(shape.points)]
    found = []
    for scores in liking:
        spread = [chance.expovariate(1) for _ in range(shape.points)]
        if kind == "opposed":
            spread = [weight * chance.uniform(0.9, 1.1) for weight in shared]
        weights = shared_out(shape.steps, spread)
        found.append(
            tuple(
                tuple(round(weight * score / max(row)) for score in row)
                for weight, row in zip(weights, scores, strict=True)
            )
        )
    return tuple(found)


def scenario(shape: Shape, worth: Worths, seed: int = 0) -> Scenario:
    """A scenario whose options give exactly these worths; its weights are the largest of each point."""
    chance = random.Random(f"ties {seed}")
    issues = tuple(
        Issue(f"p{point:02}", tuple(f"o{option}" for option in range(shape.options))) for point in range(shape.points)
    )
    extra: list[list[Interaction]] = [[] for _ in worth]
    most = max(1, 2 * shape.steps // shape.points)
    for _ in range(shape.interactions):
        extra[chance.randrange(len(worth))].append(
            Interaction(_pair(shape, chance), number(Fraction(chance.randint(-most, most))))
        )
    parties = tuple(
        Preferences(
            name=f"P{party}",
            reservation=None if shape.reservation is None else number(shape.reservation),
            weights=tuple(number(Fraction(max(row))) for row in rows),
            scores=tuple(
                tuple(number(Fraction(100 * at, max(row)) if max(row) else Fraction(0)) for at in row) for row in rows
            ),
            interactions=tuple(extra[party]),
        )
        for party, rows in enumerate(worth)
    )
    rules = []
    for _ in range(shape.rules):
        one, other = _pair(shape, chance)
        rules.append(Rule(when=(one,), then_not=(other,)))
    return Scenario("made up", issues, parties, tuple(rules), draft=(None,) * shape.points)


def as_file(shape: Shape, worth: Worths) -> dict[str, Any]:
    """The same as the plain data of a scenario file, without interactions and rules; ``steps`` a power of ten."""
    issues = {f"p{point:02}": [f"o{option}" for option in range(shape.options)] for point in range(shape.points)}
    parties = {}
    for party, rows in enumerate(worth):
        scores = {
            issue: {option: 100 * at / shape.steps for option, at in zip(options, row, strict=True)}
            for (issue, options), row in zip(issues.items(), rows, strict=True)
        }
        parties[f"P{party}"] = {"weights": dict.fromkeys(issues, shape.steps), "scores": scores}
        if shape.reservation is not None:
            parties[f"P{party}"]["reservation"] = float(shape.reservation)
    return {"onetext": "scenario/1", "issues": issues, "parties": parties}


def shared_out(whole: int, spread: list[float]) -> list[int]:
    """Whole numbers in these proportions that add up to ``whole``, by largest remainder."""
    total = sum(spread)
    exact = [whole * part / total for part in spread]
    found = [int(part) for part in exact]
    for index in sorted(range(len(exact)), key=lambda at: found[at] - exact[at])[: whole - sum(found)]:
        found[index] += 1
    return found


def _independent(shape: Shape, chance: random.Random) -> Liking:
    return [
        [[chance.random() for _ in range(shape.options)] for _ in range(shape.points)] for _ in range(shape.parties)
    ]


def _spatial(shape: Shape, chance: random.Random) -> Liking:
    places = [[chance.random() for _ in range(shape.options)] for _ in range(shape.points)]
    found = []
    for party in range(shape.parties):
        centre = 0.15 if party % 2 == 0 else 0.85
        ideals = [centre + chance.uniform(-0.15, 0.15) for _ in range(shape.points)]
        found.append(
            [[1 - abs(place - ideal) + 1e-9 for place in row] for row, ideal in zip(places, ideals, strict=True)]
        )
    return found


def _opposed(shape: Shape, chance: random.Random) -> Liking:
    found: Liking = [[[] for _ in range(shape.points)] for _ in range(shape.parties)]
    for point in range(shape.points):
        for _ in range(shape.options):
            shares = [chance.expovariate(1) for _ in range(shape.parties)]
            for party, share in enumerate(shares):
                found[party][point].append(share / sum(shares) + chance.uniform(0, 0.05))
    return found


def _pair(shape: Shape, chance: random.Random) -> tuple[Choice, Choice]:
    one, other = sorted(chance.sample(range(shape.points), 2))
    return (one, chance.randrange(shape.options)), (other, chance.randrange(shape.options))
