"""Answers worked out once for each case and gone with it: a case never changes, nor does what follows from it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from onetext.case.case import Case

P = ParamSpec("P")
T = TypeVar("T")
_MOST = 256
"""Answers kept for one case; then they begin again."""


def once_a_case(answer: Callable[Concatenate[Case, P], T]) -> Callable[Concatenate[Case, P], T]:
    """For pure functions of a case and hashable arguments whose result nobody changes."""

    @wraps(answer)
    def kept(case: Case, /, *args: P.args, **kwargs: P.kwargs) -> T:
        answers: dict[object, T] = case.__dict__.setdefault("_answers", {})
        asked = (answer, args, tuple(sorted(kwargs.items())))
        if asked in answers:
            return answers[asked]
        found = answer(case, *args, **kwargs)
        if len(answers) >= _MOST:
            answers.clear()
        answers[asked] = found
        return found

    return kept
