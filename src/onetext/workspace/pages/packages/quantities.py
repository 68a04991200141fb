"""Quantities of an assessment as people write them: 40, 40-70, normal 50 10; nothing where nobody knows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from onetext.case.position import Quantity

_NUMBER = r"-?\d+(?:[.,]\d+)?"
_ONE = re.compile(rf"({_NUMBER})")
_TWO = re.compile(rf"({_NUMBER})\s*(?:-|–|—|to|…|\.\.)\s*({_NUMBER})")
_SHAPE = re.compile(rf"(normal|triangular)\s*:?\s*((?:{_NUMBER}[\s;±]*)+)")
_MOST = 80


def said(quantity: Quantity | None) -> str:
    """The quantity as it stands in a field; empty where nobody said (S3)."""
    if quantity is None:
        return ""
    if isinstance(quantity, Mapping):
        return "; ".join(f"{shape} {' '.join(map(_plain, numbers))}" for shape, numbers in quantity.items())
    if isinstance(quantity, tuple | list):
        return "–".join(map(_plain, quantity))
    return _plain(quantity)


def read(text: str) -> Quantity | None:
    """The quantity somebody wrote; None for nothing. Raises ``ValueError`` with what to write instead."""
    plain = " ".join(text.split())
    if not plain:
        return None
    if found := _ONE.fullmatch(plain):
        return _number(found[1])
    if found := _TWO.fullmatch(plain):
        return (_number(found[1]), _number(found[2]))
    if found := _SHAPE.fullmatch(plain.lower()):
        return {found[1]: [_number(each) for each in re.findall(_NUMBER, found[2])]}
    raise ValueError(
        _("“{text}” is no number. Write 40, or a range like 40-70, or nothing where it is not known.").format(
            text=plain[:_MOST]
        )
    )


def middle(quantity: Quantity | None) -> float | None:
    """The one number that a computation takes for it; None where there is none to take."""
    if isinstance(quantity, Mapping):
        shape, numbers = next(iter(quantity.items()))
        return float(numbers[0] if shape == "normal" else numbers[1])
    if isinstance(quantity, tuple | list):
        return sum(map(float, quantity)) / len(quantity)
    return None if quantity is None else float(quantity)


def _number(text: str) -> int | float:
    number = float(text.replace(",", "."))
    return int(number) if number.is_integer() else number


def _plain(number: Any) -> str:
    return f"{number:.10g}" if isinstance(number, int | float) else str(number)
