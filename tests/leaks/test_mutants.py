"""A harness that lets a planted leak pass is itself broken."""

from __future__ import annotations

import pytest

from tests.leaks.mutants import MUTANTS, Mutant
from tests.leaks.papers import AUDIENCES, beyond
from tests.leaks.surfaces import acted, glanced, polled, unlike
from tests.leaks.world import MOMENTS, OBSERVERS, play
from tests.project.tree import ROOT

PAIRS = 12


def found(mutant: Mutant, seed: int) -> list[str]:
    """What gives the planted leak away in the pair of this seed."""
    one, other = play(seed, seed), play(seed, None)
    if mutant.where == "papers":
        return [line for audience in AUDIENCES for line in beyond(one, audience)]
    if mutant.where == "acts":
        return unlike(acted(one, "@ben"), acted(other, "@ben"))
    if mutant.where == "answers":
        return unlike(polled(one, "@ben", MOMENTS[0]), polled(other, "@ben", MOMENTS[0]))
    moments = [MOMENTS[0], MOMENTS[-1]]
    return [
        name
        for who in OBSERVERS[:4]
        for moment in moments
        for name in unlike(glanced(one, who, moment), glanced(other, who, moment))
    ]


@pytest.mark.parametrize("mutant", [mutant for mutant in MUTANTS if mutant.where != "web"], ids=lambda one: one.name)
def test_planted_leak_is_found(mutant: Mutant) -> None:
    with mutant.planted():
        assert any(found(mutant, seed) for seed in range(PAIRS)), f"not found: {mutant.name}"


def test_nothing_is_found_where_nothing_is_planted() -> None:
    for where in ("view", "answers", "acts", "papers"):
        clean = next(mutant for mutant in MUTANTS if mutant.where == where)
        assert [found(clean, seed) for seed in range(2)] == [[], []]


def test_every_planted_leak_has_a_name_of_its_own() -> None:
    assert len({mutant.name for mutant in MUTANTS}) == len(MUTANTS) >= 24


def test_page_lists_every_planted_leak() -> None:
    page = (ROOT / "docs" / "reference" / "leaks.md").read_text()

    assert [line.split(" | ")[0][2:] for line in page.splitlines() if line.count(" | ") == 1][1:] == [
        mutant.name for mutant in MUTANTS
    ]
