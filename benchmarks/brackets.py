"""Brackets: a megabyte of them in linear time, and a hundred thousand generated texts written back to the character."""

from __future__ import annotations

import random

from benchmarks.registry import Timed, step
from onetext.drafting.brackets import read_brackets
from onetext.drafting.tree import write_brackets

_TEXTS = 100_000
_DEEPEST = 50
_SIGNS = ("[", "]", "\\", "/", ":", ";", "\n", "Option 1: ", "no text", "North propose: ", "shall", " ", "…", "and/or")


@step("brackets", "generated texts, read and written back to the character", f"{_TEXTS:,} texts", runs=1)
def written_back() -> Timed:
    chance = random.Random(1)
    texts = [_text(chance, number) for number in range(_TEXTS)]

    def act() -> None:
        wrong = [text for text in texts if write_brackets(read_brackets(text).nodes) != text]
        if wrong:
            raise ValueError(f"{len(wrong)} texts are not written back as they were: {wrong[0]!r}")

    return act


def _text(chance: random.Random, number: int) -> str:
    """Every second one of signs in any order; the others balanced, now and then fifty deep."""
    if number % 2:
        return "".join(chance.choices(_SIGNS, k=chance.randint(0, 40)))
    return _balanced(chance, _DEEPEST if number % 100 == 0 else chance.randint(0, 4))


def _balanced(chance: random.Random, depth: int) -> str:
    words = chance.choice(("shall", "the parties ", "a/b", "North: ", "Option 2: ", "\\[sic\\] ", ""))
    inside = _balanced(chance, depth - 1) if depth else chance.choice(("no text", "…", "words", "with / after"))
    return f"{words}[{inside}]{chance.choice(('', ' ', ' / ', ' and '))}" * chance.choice(
        (1, 1, 1, 2) if depth < 5 else (1,)
    )


def large(unit: str, size: int) -> Timed:
    text = (unit * (size // len(unit) + 1))[:size]
    return lambda: read_brackets(text)


for _name, _unit in (
    ("flat", "[shall] be done. "),
    ("side by side", "[shall] [should] "),
    ("fifty deep", "[" * _DEEPEST + "x" + "]" * _DEEPEST + " "),
    ("tagged", "[North propose: x; South oppose: y] "),
    ("never closed", "[["),
):
    for _size in (250_000, 1_000_000):

        def _prepare(unit: str = _unit, size: int = _size) -> Timed:
            return large(unit, size)

        step("brackets", _name, f"{_size:,} characters", runs=3)(_prepare)
