"""Quantities as people write them, there and back."""

from __future__ import annotations

import pytest

from onetext.case.position import Quantity
from tests.workspace.room import open_room

open_room()

from onetext.workspace.pages.packages.quantities import middle, read, said  # noqa: E402 -- Django must be configured first


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("40", 40),
        (" 0,45 ", 0.45),
        ("40-70", (40, 70)),
        ("40 – 70", (40, 70)),
        ("40 to 70", (40, 70)),
        ("-10", -10),
        ("-10 - -5", (-10, -5)),
        ("normal 50 10", {"normal": [50, 10]}),
        ("triangular 20; 50; 80", {"triangular": [20, 50, 80]}),
        ("", None),
    ],
)
def test_quantity_is_read_and_said_again(text: str, quantity: Quantity | None) -> None:
    """S3: nothing is nothing, and no zero."""
    assert read(text) == quantity
    assert read(said(quantity)) == quantity


@pytest.mark.parametrize("text", ["much", "40-", "4 5", "normal", "nan", "1e3"])
def test_what_is_no_quantity_is_refused_with_what_to_write(text: str) -> None:
    with pytest.raises(ValueError, match="Write 40, or a range like 40-70"):
        read(text)


def test_middle_is_what_a_computation_takes() -> None:
    assert [middle(one) for one in (40, (40, 70), {"normal": (50, 10)}, {"triangular": (20, 30, 80)}, None)] == [
        40,
        55,
        50,
        30,
        None,
    ]
