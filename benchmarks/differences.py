"""The difference of two drafts: a plan of 28 points, a treaty of 400 clauses, and the shapes that hurt."""

from __future__ import annotations

from random import Random

from benchmarks.edits import Pair, pairs
from benchmarks.registry import Timed, step
from benchmarks.treaties import case_of_texts, sentences, word
from onetext.drafting.compare import compare


def _compared(old: list[str], new: list[str]) -> Timed:
    case = case_of_texts(old, new)
    return lambda: compare(case, "a", "b")


def _plan(rate: float) -> Pair:
    return next(pair for pair in pairs(20, 5) if pair.rate == rate)


@step("difference", "28 clauses, moved, split, merged, a tenth of the words edited", "1,800 words", runs=20)
def plan() -> Timed:
    pair = _plan(0.1)
    return _compared(pair.old, pair.new)


@step("difference", "28 clauses, moved, split, merged, four tenths of the words edited", "1,800 words", runs=20)
def rewritten_plan() -> Timed:
    pair = _plan(0.4)
    return _compared(pair.old, pair.new)


def treaty(rate: float) -> tuple[list[str], list[str]]:
    """400 clauses of 150 words, forty of them elsewhere, and so many of the words edited."""
    chances = Random(3)
    old = [" ".join(sentences(chances, 145)) for _ in range(400)]
    new = list(old)
    for _ in range(40):
        new.insert(chances.randrange(400), new.pop(chances.randrange(400)))
    return old, [" ".join(word(chances) if chances.random() < rate else one for one in text.split()) for text in new]


@step("difference", "400 clauses, 40 moved, a tenth of the words edited", "60,000 words")
def long_treaty() -> Timed:
    return _compared(*treaty(0.1))


@step("difference", "400 clauses, 40 moved, four tenths of the words edited", "60,000 words")
def rewritten_treaty() -> Timed:
    return _compared(*treaty(0.4))


@step("difference", "400 clauses that are all one sentence over and over", "60,000 words")
def one_sentence() -> Timed:
    text = "The Parties shall report every year to the Council on what they did, and shall do so in good time. " * 8
    return _compared([text] * 400, [text.replace("year", "month")] * 400)
