"""Hitting sets against all subsets."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from onetext.dealspace.conflicts.bits import bits
from onetext.dealspace.conflicts.hitting import at_least, hitting, hitting_below, least

quick = settings(max_examples=200, deadline=None, derandomize=True)
sets = st.lists(st.integers(1, 255), max_size=9)


def never() -> bool:
    return False


def weighed(mask: int) -> int:
    return sum(bit % 3 + 1 for bit in bits(mask))


@quick
@given(sets, st.lists(st.integers(1, 255), max_size=4))
def test_hitting_sets_agree_with_all_subsets(given_sets: list[int], forbidden: list[int]) -> None:
    meeting = [mask for mask in range(256) if all(mask & one for one in given_sets)]
    allowed = [mask for mask in meeting if not any(mask & one == one for one in forbidden)]
    found = hitting(given_sets, lambda bit: bit % 3 + 1, never, forbidden)
    assert (found is None) == (not allowed)
    if found is not None:
        assert found in allowed
        assert weighed(found) == min(map(weighed, allowed))
    fewest = min(map(int.bit_count, meeting))
    assert hitting_below(least(given_sets), fewest, never) is None
    below = hitting_below(least(given_sets), fewest + 1, never)
    assert below in meeting
    assert below.bit_count() == fewest
    assert at_least(least(given_sets), 100) == max(1, fewest)
