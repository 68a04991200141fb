"""The room that the compiled way up works in: zeros for every stage, however the stage before left them."""

from __future__ import annotations

import numpy as np
import pytest

from onetext.dealspace.frontier import climb
from onetext.dealspace.frontier.climb import Tables
from onetext.dealspace.frontier.sweep_kernel import NOTHING


@pytest.mark.parametrize("most", [0, 8, 1 << 27])
def test_every_stage_starts_from_zeros_whether_its_table_is_new_or_used_again(
    monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    monkeypatch.setattr(climb, "_MOST_CLEARED", most)
    tables = Tables()
    for size in (3, 5, 4, 9, 2, 20):
        table = tables.zeros(size)
        assert table.tolist() == [0] * size
        table[:] = 7


def test_a_table_that_is_not_large_is_used_again() -> None:
    tables = Tables()
    first, second = tables.zeros(10), tables.zeros(5)
    first[:] = 7
    assert second.tolist() == [7] * 5


def test_what_lies_behind_the_kept_part_is_given_back() -> None:
    keys, codes = np.arange(1000), np.arange(1000, dtype=np.uint64)
    ended = climb._ended(keys, codes, 2)
    assert [array.tolist() for array in ended] == [[0, 1, int(NOTHING)], [0, 1, 0]]
    assert all(array.base is None for array in ended)
