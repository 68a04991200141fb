"""What a wanted change costs whom, and what those who lose by it would have to be given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from gettext import gettext as _

import numpy as np

from onetext.dealspace.amend.moves import Array, Moves, Sets
from onetext.dealspace.amend.order import key
from onetext.dealspace.amend.smallest import Change, Good, smallest
from onetext.dealspace.running import Running
from onetext.dealspace.scenario import Choice, Package, Scenario
from onetext.dealspace.tally import Tally, Vector
from onetext.files.faults import nearest, refuse


@dataclass(frozen=True)
class Compensation:
    """Changes elsewhere that bring the losers ``of`` back to the draft; gains are over the draft, wish and all.

    ``count``: how many smallest ones there are in all; ``complete`` False where not all were looked at.
    """

    of: tuple[int, ...]
    ways: tuple[Change, ...]
    count: int
    complete: bool


@dataclass(frozen=True)
class Wish:
    """A wanted change with its ``gains`` by party over the draft; ``party`` is who wants it, None where not said.

    ``breaches``: how many red lines and rules the draft would break with it. ``compensations``: one for each loser
    alone, and a last one for all of them together where there are several.
    """

    choice: Choice
    party: int | None
    gains: Vector
    breaches: int
    losers: tuple[int, ...]
    compensations: tuple[Compensation, ...]


def read_wish(scenario: Scenario, text: str, party: str | None) -> tuple[Choice, int | None]:
    """The option that ``issue=option`` names and the number of the party. Raises ``Faults`` for unknown names."""
    names = [one.name for one in scenario.parties]
    if party is not None and party not in names:
        raise refuse("--party", _("there is no party '{name}'").format(name=party), nearest(party, names))
    asker = names.index(party) if party is not None else None
    labels = [(i, o) for i, issue in enumerate(scenario.issues) for o in range(len(issue.options))]
    known = {scenario.label(choice): choice for choice in reversed(labels)}
    issue, found, option = text.partition("=")
    wanted = text if text in known else f"{issue.strip()}={option.strip()}"
    if not found or wanted not in known:
        raise refuse("--want", _("'{text}' names no option").format(text=text), nearest(wanted, known))
    choice = known[wanted]
    if not scenario.draft or all(at is None for at in scenario.draft):
        raise refuse("--want", _("there is no draft to change"), _("add a draft to the file"))
    if scenario.draft[choice[0]] == choice[1]:
        raise refuse("--want", _("the draft has '{option}' already").format(option=wanted), _("name another option"))
    return choice, asker


def wish(tally: Tally, draft: Package, choice: Choice, party: int | None, most: int, running: Running) -> Wish:
    """``draft`` may leave issues open; the wanted issue may be one of them. ``most`` ways are given for each loser."""
    issue, option = choice
    changed = tuple(option if at == issue else before for at, before in enumerate(draft))
    before, moves = Moves(tally, draft), Moves(tally, changed, frozenset([issue]))
    gains = tuple(now - then for now, then in zip(moves.start, before.start, strict=True))
    losers = tuple(at for at, gain in enumerate(gains) if gain < 0)
    groups: list[tuple[int, ...]] = [(loser,) for loser in losers]
    if len(losers) > 1:
        groups.append(losers)
    return Wish(
        choice,
        party,
        gains,
        moves.breaches,
        losers,
        tuple(_compensation(moves, gains, group, party, most, running) for group in groups),
    )


def _compensation(
    moves: Moves, wished: Vector, losers: tuple[int, ...], party: int | None, most: int, running: Running
) -> Compensation:
    found = list(smallest(moves, _restores(wished, losers), 2, None, running))
    ways = [
        Change(change.choices, tuple(a + b for a, b in zip(change.gains, wished, strict=True)))
        for one in found
        for change in one.minimal
    ]
    ways.sort(key=lambda change: _rank(moves.tally, change, party))
    return Compensation(losers, tuple(ways[:most]), len(ways), all(one.complete for one in found))


def _restores(wished: Vector, losers: Sequence[int]) -> Good:
    """These losers are back where the draft has them, nobody else is pushed below it, no other loser loses more.

    Nor is a rule broken or a red line held.
    """
    least = [-gain if at in losers or gain >= 0 else 0 for at, gain in enumerate(wished)]

    def good(sets: Sets) -> Array:
        floors = np.array(least, dtype=sets.gains.dtype)[:, None]
        found: Array = (sets.gains >= floors).all(axis=0) & (sets.breaches == 0)
        return found.astype(bool)

    return good


def _rank(tally: Tally, change: Change, party: int | None) -> tuple[object, ...]:
    """Fewest points; then most left to who wants it, where that is said; then the usual order."""
    left = -change.gains[party] if party is not None else 0
    return (len(change.choices), left, key(tally, change.gains, change.choices))
