"""D4 below commands and pages: some hundred pairs at a glance, some asked everything; and they lose nothing hidden."""

from __future__ import annotations

import pytest

from tests.leaks.papers import AUDIENCES, beyond
from tests.leaks.surfaces import acted, glanced, polled, unlike
from tests.leaks.world import MOMENTS, OBSERVERS, Twin, play

GLANCES = 150
POLLS = 5


def pair(seed: int, steps: int = 10) -> tuple[Twin, Twin]:
    """The twins of a seed: with something hidden, and with nothing (or with something else) hidden."""
    return play(seed, seed, steps=steps), play(seed, None if seed % 2 else seed + 10_000, steps=steps)


def test_pairs_look_the_same_at_a_glance() -> None:
    """L2, L4."""
    leaks = []
    for seed in range(GLANCES):
        one, other = pair(seed, steps=6)
        who, moment = OBSERVERS[seed % len(OBSERVERS)], MOMENTS[seed // 2 % len(MOMENTS)]
        leaks += [(seed, "answers")] if one.answers != other.answers else []
        leaks += [(seed, name) for name in unlike(glanced(one, who, moment), glanced(other, who, moment))]

    assert leaks == []


@pytest.mark.parametrize("seed", range(POLLS))
def test_pairs_answer_every_question_alike(seed: int) -> None:
    """D3, D5: the case, its grid, status and search, who knows what, papers, exports and logs."""
    one, other = pair(seed)
    for number, who in enumerate(OBSERVERS):
        moment = MOMENTS[(seed + number) % len(MOMENTS)]
        assert unlike(polled(one, who, moment), polled(other, who, moment)) == []


@pytest.mark.parametrize("seed", range(POLLS))
def test_pairs_answer_every_writing_alike(seed: int) -> None:
    """L2, D6, D12."""
    one, other = pair(seed)
    for who in ("@ben", "@eva"):
        assert unlike(acted(one, who), acted(other, who)) == []


def test_scripts_do_what_they_are_for() -> None:
    """There is something hidden in most pairs, much is written in the open, and some of it is refused as stale."""
    played = [play(seed, seed) for seed in range(20)]
    answers = [answer for twin in played for answer in twin.answers]
    kinds = {kind for twin in played for kind in twin.view("@ana").kinds()}
    hidden = [twin.view("@ana").size() - twin.view("@ben").size() for twin in played]

    assert sum(answer.startswith("stale") for answer in answers) >= 3
    assert sum(answer.startswith("refused") for answer in answers) <= len(answers) // 10
    assert min(hidden) > 5
    assert {"suggestion", "line", "marking", "grant", "export", "disclosure", "comment"} <= kinds


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("audience", AUDIENCES)
def test_paper_holds_nothing_beyond_what_may_be_told(seed: int, audience: str) -> None:
    """D5, D8, T2."""
    assert beyond(play(seed, seed), audience) == []
