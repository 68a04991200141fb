"""What somebody learns by a paper."""

from __future__ import annotations

from onetext.brief.learning import learnt, will_know
from onetext.case.telling import Item
from onetext.disclosure.reader import reader_of
from tests.brief.cases import DAY, process

NORTH = reader_of(process(), "north", DAY)


def test_only_what_adds_to_what_they_know_is_learnt() -> None:
    """D2: the first draft is known in part; in outline it says nothing new, in full it does."""
    outline = Item(draft="d1", extent="outline")
    full = Item(draft="d1", extent="full")
    new = Item(draft="d2", extent="outline")

    assert learnt(process(), [outline], NORTH, DAY) == ()
    [more, unknown] = learnt(process(), [full, new], NORTH, DAY)
    assert (more.name, more.extent, more.before, more.known) == ("First draft", "full", "part", True)
    assert (unknown.name, unknown.before, unknown.known, unknown.open) == ("Second draft", None, False, False)


def test_what_they_may_read_in_any_case_is_marked_so() -> None:
    [one] = learnt(process(), [Item(statement="open-word", extent="full")], NORTH, DAY)

    assert one.open


def test_party_knows_what_its_envoy_is_told_and_not_the_other_way() -> None:
    """D2."""
    assert will_know(process(), "ida", DAY) == ("ida", "north")
    assert will_know(process(), "north", DAY) == ("north",)
    assert will_know(process(), "public", DAY) == ("public",)
