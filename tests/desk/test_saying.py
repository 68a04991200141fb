"""Every word of a closed list has words for people, and no two of a list the same."""

from __future__ import annotations

from typing import get_args

from onetext.case.words import ContactStatus, Extent
from onetext.desk.saying import extent_said, state_said


def test_every_state_of_a_contact_is_said_in_words_of_its_own() -> None:
    """R4: one called off is never read as held."""
    states = get_args(ContactStatus)

    assert len({state_said(state) for state in states}) == len(states)


def test_every_extent_is_said_and_so_is_that_none_was_stated() -> None:
    """C1: not stated is not full."""
    extents = (*get_args(Extent), None)

    assert len({extent_said(extent) for extent in extents}) == len(extents)
